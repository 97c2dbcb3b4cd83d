import { conclude, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { capability, hostPorts, mappings, pluginAge, podAge, portTaken, sameNode } from './mapping';
import { recognise } from './recognise';

/** S04: a container's hostPort is not reached on the node. */
export const hostportNotWorking = defineSymptom({
  id: 'hostport-not-working',
  code: 'S04',
  anchor: 'hostport-publishing-is-not-working',
  group: 'services',
  example: 'failed to add hostport mapping for sandbox',
  recognise,
  first: 'host-ports',
  steps: {
    'host-ports': step({
      probes: ['pods-here'],
      decide: (evidence) => hostPorts(evidence['pods-here']),
      answers: { some: goTo('capability'), none: ruledOut },
      unsure: goTo('wanted'),
    }),
    wanted: step({
      probes: [],
      answers: { yes: goTo('capability'), no: ruledOut },
      unsure: unknown,
    }),
    capability: step({
      probes: ['cni-config'],
      decide: (evidence) => capability(evidence['cni-config']),
      answers: {
        on: goTo('plugin'),
        off: conclude('port-mappings-off', 'confirmed'),
        calico: conclude('calico-host-ports', 'likely'),
      },
      unsure: goTo('plugin'),
    }),
    plugin: step({
      probes: ['cni-config', 'cni-binaries'],
      decide: (evidence) => pluginAge(evidence['cni-config'], evidence['cni-binaries']),
      answers: { old: conclude('cni-plugin-old', 'confirmed'), recent: goTo('mapping') },
      unsure: goTo('mapping'),
    }),
    mapping: step({
      probes: ['pods-here', 'hns-endpoints'],
      decide: (evidence) => mappings(evidence['pods-here'], evidence['hns-endpoints']),
      answers: { mapped: goTo('port'), unmapped: goTo('age') },
      unsure: goTo('port'),
    }),
    age: step({
      probes: ['pods-here', 'cni-config'],
      decide: (evidence) => podAge(evidence['pods-here'], evidence['cni-config']),
      answers: { before: conclude('pod-before-config', 'likely'), after: unknown },
      unsure: unknown,
    }),
    port: step({
      probes: ['pods-here', 'ports', 'port-owners'],
      decide: (evidence) => portTaken(evidence['pods-here'], evidence.ports, evidence['port-owners']),
      answers: { taken: conclude('host-port-taken', 'confirmed'), free: goTo('tested-from') },
      unsure: goTo('tested-from'),
    }),
    'tested-from': step({
      probes: [],
      answers: {
        'same-node': goTo('build'),
        'other-node-fails': unknown,
        'outside-fails': conclude('blocked-in-front', 'likely'),
        works: ruledOut,
      },
      unsure: unknown,
    }),
    build: step({
      probes: ['os-build'],
      also: ['cni-config'],
      decide: (evidence) => sameNode(evidence['os-build'], evidence['cni-config']),
      answers: { limited: conclude('host-port-same-node', 'confirmed'), 'other-plugin': unknown, able: unknown },
      unsure: unknown,
    }),
  },
  causes: {
    'port-mappings-off': { remediations: ['add-port-mappings'] },
    'calico-host-ports': { remediations: [] },
    'cni-plugin-old': { remediations: ['update-cni-plugins'] },
    'pod-before-config': { remediations: ['recreate-host-port-pods'] },
    'host-port-taken': { remediations: [] },
    'blocked-in-front': { remediations: [] },
    'host-port-same-node': { remediations: [], byDesign: true },
  },
  pageCommands: {
    fragment: {
      command: '"capabilities": {\n    "portMappings":  true\n}',
      instead: [
        '{ "cniVersion": "0.3.0", "name": "cbr0", "type": "flannel", "capabilities": { "portMappings": true }, "delegate": { "type": "win-bridge" } }',
      ],
    },
  },
});
