import { defineRemediation } from '../../typed';

/** Lets the overlay's packets through Windows' firewall. Windows knows no other port for VXLAN. */
export const allowOverlayPort = defineRemediation({
  id: 'allow-overlay-port',
  risk: 'safe',
  probes: [],
  cooldown: 60,
  plan: () => ({
    kind: 'writes',
    writes: [{ kind: 'firewall-rule', action: 'allow', name: 'OverlayTraffic4789UDP', protocol: 'UDP', port: 4789 }],
  }),
  hurts: () => ({ pods: [], seconds: 0 }),
});
