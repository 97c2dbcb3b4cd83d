import { conclude, continueAt, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { exceptedPublic, listsDiffer, readable, sameAddress } from './exceptions';
import { recognise } from './recognise';

/** S07: Pods cannot ping, or cannot reach, something outside the cluster. */
export const podsCannotPingExternal = defineSymptom({
  id: 'pods-cannot-ping-external',
  code: 'S07',
  anchor: 'my-windows-pods-cannot-ping-external-resources',
  group: 'pods',
  example: 'Pinging 8.8.8.8 with 32 bytes of data: Request timed out.',
  recognise,
  first: 'file',
  steps: {
    file: step({
      probes: ['cni-config'],
      decide: (evidence) => readable(evidence['cni-config']),
      answers: { readable: goTo('excepted'), unreadable: continueAt('container-creating', 'cni-config') },
      unsure: goTo('excepted'),
    }),
    excepted: step({
      probes: ['cni-config'],
      decide: (evidence) => exceptedPublic(evidence['cni-config']),
      answers: { some: conclude('destination-excepted', 'confirmed'), none: goTo('pods-list') },
      unsure: goTo('pods-list'),
    }),
    'pods-list': step({
      probes: ['cni-config', 'hns-endpoints'],
      decide: (evidence) => listsDiffer(evidence['cni-config'], evidence['hns-endpoints']),
      answers: { older: conclude('pods-have-old-list', 'confirmed'), same: goTo('same-address') },
      unsure: goTo('same-address'),
    }),
    'same-address': step({
      probes: ['cni-config', 'os-build'],
      decide: (evidence) => sameAddress(evidence['cni-config'], evidence['os-build']),
      answers: { twice: conclude('exceptions-collide', 'likely'), once: goTo('protocol') },
      unsure: goTo('protocol'),
    }),
    protocol: step({
      probes: [],
      answers: { 'only-ping': conclude('no-outbound-icmp', 'confirmed'), 'tcp-too': goTo('destination') },
      unsure: ruledOut,
    }),
    destination: step({
      probes: [],
      answers: {
        listed: conclude('destination-excepted', 'likely'),
        blocked: conclude('upstream-blocks', 'likely'),
        // Azure closes its own address to Pods on purpose.
        'azure-host': ruledOut,
        other: unknown,
      },
      unsure: unknown,
    }),
  },
  causes: {
    'destination-excepted': { remediations: ['narrow-exception-list'] },
    'pods-have-old-list': { remediations: ['recreate-listed-pods'] },
    'exceptions-collide': { remediations: ['merge-exceptions'] },
    'no-outbound-icmp': { remediations: [], byDesign: true },
    'upstream-blocks': { remediations: [] },
  },
  pageCommands: {
    'exception-list': {
      command:
        '"ExceptionList": [\n  "10.244.0.0/16",  # Cluster subnet\n  "10.96.0.0/12",   # Service subnet\n  "10.127.130.0/24" # Management (host) subnet\n]',
      instead: ['"ExceptionList": ["10.244.0.0/16", "10.96.0.0/12", "10.127.130.0/24"]'],
    },
  },
});
