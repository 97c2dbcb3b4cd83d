import { defineRemediation } from '../../typed';

/** Lets the overlay's packets through Windows' firewall. Windows knows no other port for VXLAN. */
export const allowOverlayPort = defineRemediation({
  id: 'allow-overlay-port',
  risk: 'safe',
  probes: ['firewall'],
  cooldown: 60,
  plan: ({ firewall: { rules } }) =>
    // A rule that blocks wins over every rule that allows.
    rules.some(({ allows, active, covers }) => active && !allows && covers.includes(4789))
      ? { kind: 'not-here', why: 'blocked-by-rule' }
      : {
          kind: 'writes',
          writes: [
            { kind: 'firewall-rule', action: 'allow', name: 'OverlayTraffic4789UDP', protocol: 'UDP', port: 4789 },
          ],
        },
  hurts: () => ({ pods: [], seconds: 0 }),
});
