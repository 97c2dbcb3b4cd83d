import { conclude, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { exceptedPublic, listsDiffer, readable } from './exceptions';

/** S07: Pods cannot ping, or cannot reach, something outside the cluster. */
export const podsCannotPingExternal = defineSymptom({
  id: 'pods-cannot-ping-external',
  code: 'S07',
  anchor: 'my-windows-pods-cannot-ping-external-resources',
  group: 'pods',
  example: 'Pinging 8.8.8.8 with 32 bytes of data: Request timed out.',
  recognise: [
    { pattern: /Pinging [\d.]{7,15} with 32 bytes of data/i, weight: 6 },
    { pattern: /[\d.]{7,15} に ping を送信しています/i, weight: 6 },
    { pattern: /\bRequest timed out\./i, weight: 4 },
    { pattern: /要求がタイムアウトしました/, weight: 4 },
    { pattern: /pods? (?:cannot|can't|can not) (?:ping|reach)[^\n]{0,60}(?:external|internet|outside)/i, weight: 9 },
    {
      pattern: /Pod[^\n]{0,30}(?:外部|インターネット)[^\n]{0,30}(?:ping|接続|到達|アクセス)[^\n]{0,20}(?:でき|届か)/i,
      weight: 9,
    },
    { pattern: /\bExceptionList\b/, weight: 6 },
    { pattern: /\bOutBoundNAT\b/i, weight: 6 },
  ],
  first: 'file',
  steps: {
    file: step({
      probes: ['cni-config'],
      decide: (evidence) => readable(evidence['cni-config']),
      answers: { readable: goTo('excepted'), unreadable: conclude('exceptions-unreadable', 'confirmed') },
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
      answers: { older: conclude('pods-have-old-list', 'confirmed'), same: goTo('protocol') },
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
        other: unknown,
      },
      unsure: unknown,
    }),
  },
  causes: {
    'exceptions-unreadable': { remediations: [] },
    'destination-excepted': { remediations: ['narrow-exception-list'] },
    'pods-have-old-list': { remediations: ['recreate-listed-pods'] },
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
