import { defineRemediation } from '../../typed';

/** Moves the VXLAN network below the nodes to another port: only there can it be changed. */
export const moveFabricPort = defineRemediation({
  id: 'move-fabric-port',
  risk: 'copy-text',
  probes: [],
  cooldown: 0,
  plan: () => ({
    kind: 'copy',
    lines: [
      'GET https://<nsx-manager>/policy/api/v1/infra/global-config',
      'PUT https://<nsx-manager>/policy/api/v1/infra/global-config  { "vxlan_port": <another port>, "_revision": <as read> }',
    ],
  }),
  hurts: () => ({ pods: null, seconds: null }),
});
