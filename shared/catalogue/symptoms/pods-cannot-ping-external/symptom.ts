import { conclude, continueAt, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { exceptedPublic, listsDiffer, readable, sameAddress } from './exceptions';
import { FAILS, OUTSIDE, POD } from '../../vocabulary';

/** S07: Pods cannot ping, or cannot reach, something outside the cluster. */
export const podsCannotPingExternal = defineSymptom({
  id: 'pods-cannot-ping-external',
  code: 'S07',
  anchor: 'my-windows-pods-cannot-ping-external-resources',
  group: 'pods',
  example: 'Pinging 8.8.8.8 with 32 bytes of data: Request timed out.',
  recognise: [
    // A ping that was answered is no symptom.
    {
      pattern: /Pinging [^\n]{1,120} with 32 bytes of data[^\n]{0,200}(?:timed out|unreachable|general failure)/i,
      weight: 6,
    },
    { pattern: /ping を送信しています[^\n]{0,200}(?:タイムアウト|到達できません)/i, weight: 6 },
    { pattern: /(?:^|")(?:Request timed out\.?|要求がタイムアウトしました。?)(?:$|")/im, weight: 5 },
    { pattern: /Destination (?:host|net) unreachable\.|宛先(?:ホスト|ネット(?:ワーク)?)に到達できません/i, weight: 6 },
    { pattern: POD, and: [OUTSIDE, FAILS], weight: 8 },
    { pattern: /\bkubectl exec\b/i, and: [/\bping\b/i, FAILS], weight: 8 },
    { pattern: POD, and: [/\bping(?:s|ed|ing)?\b|\bICMP\b/i, OUTSIDE, FAILS], weight: 9 },
    { pattern: POD, and: [/\bping(?:s|ed|ing)?\b|\bICMP\b/i, FAILS], weight: 7 },
    { pattern: POD, and: [/\bTest-Connection\b/i, FAILS], weight: 7 },
    {
      pattern: /\b(?:tracert|traceroute|Test-Connection|ping)\b[^\n]{0,300}(?:Request timed out|要求がタイムアウト)/i,
      weight: 6,
    },
    { pattern: /\bExceptionList\b/i, weight: 7 },
    { pattern: /\bexception ?list\b/i, and: [/\bNAT\b|\bpods?\b|ポッド/i], weight: 7 },
    { pattern: /\bOutBoundNAT\b/i, weight: 6 },
    { pattern: /ping: transmit failed|PING: (?:転送|送信)に失敗|\bGeneral failure\b|一般エラー/i, weight: 6 },
    { pattern: /\bTest-Connection\b/i, and: [OUTSIDE, FAILS], weight: 6 },
  ],
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
