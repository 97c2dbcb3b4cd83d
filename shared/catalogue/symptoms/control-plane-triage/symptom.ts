import {
  because,
  cite,
  conclude,
  continueAt,
  type Decision,
  type EvidenceOf,
  goTo,
  ruledOut,
  undecided,
} from '../../define';
import type { probes } from '../../probes';
import { BY_API_SERVER } from '../../silenced';
import { defineSymptom, step } from '../../typed';
import { recognise } from './recognise';

/** Whether this node accepts the certificate of the API server: its authority, its dates and the name that is asked for. */
function certificateState({
  trustedBy,
  nameMatches,
  problems,
}: EvidenceOf<(typeof probes)['api-reach']>): Decision<'accepted' | 'refused'> {
  const by = cite('api-reach', '/trustedBy');
  const name = cite('api-reach', '/nameMatches');
  if (nameMatches === false) return because('refused', name);
  const late = problems.indexOf('NotTimeValid');
  if (late >= 0) return because('refused', cite('api-reach', `/problems/${late}`));
  if (trustedBy === null || nameMatches === null) return undecided(by, name);
  return because(trustedBy === 'given-authority' ? 'accepted' : 'refused', by);
}

/**
 * S22: the control plane is suspected. It never runs on Windows: what is wrong with the way to it is concluded by the
 * tree of the API server, and what is wrong with it itself ends with lines to be run there.
 */
export const controlPlaneTriage = defineSymptom({
  id: 'control-plane-triage',
  code: 'S22',
  anchor: 'common-kubernetes-master-errors',
  group: 'control-plane',
  example: 'The connection to the server 10.0.0.10:6443 was refused - did you specify the right host or port?',
  recognise,
  first: 'connection',
  steps: {
    connection: step({
      probes: ['api-reach'],
      decide: ({ 'api-reach': { connection, certificate } }) => {
        const made = cite('api-reach', '/connection');
        if (connection === 'failed') return undecided(made);
        if (connection === 'connected' && certificate) return because('connected', made);
        return because(connection === 'refused' ? 'refused' : 'elsewhere', made);
      },
      answers: {
        connected: goTo('status'),
        refused: goTo('others'),
        elsewhere: continueAt('api-server-connect', 'connection'),
      },
      unsure: continueAt('api-server-connect', 'kubeconfig'),
    }),
    status: step({
      probes: ['api-reach'],
      decide: ({ 'api-reach': { status } }) => {
        const told = cite('api-reach', '/status');
        // Refused credentials are an answer as well: the control plane works.
        return status === null ? undecided(told) : because(status >= 500 ? 'unwell' : 'answers', told);
      },
      answers: { answers: goTo('certificate'), unwell: continueAt('api-server-connect', 'status') },
      unsure: continueAt('api-server-connect', 'clock'),
    }),
    // A control plane that answers is well; a certificate that this node cannot accept is told by the tree of the way to it.
    certificate: step({
      probes: ['api-reach'],
      decide: (evidence) => certificateState(evidence['api-reach']),
      answers: { accepted: ruledOut, refused: continueAt('api-server-connect', 'clock') },
      unsure: continueAt('api-server-connect', 'clock'),
    }),
    others: step({
      probes: [],
      answers: { 'only-here': continueAt('api-server-connect', 'kubeconfig'), 'also-others': goTo('keeper') },
      unsure: continueAt('api-server-connect', 'kubeconfig'),
    }),
    keeper: step({
      probes: [],
      answers: {
        own: conclude('api-server-down', 'likely'),
        provider: conclude('provider-control-plane', 'likely'),
      },
      unsure: conclude('api-server-down', 'likely'),
    }),
  },
  causes: {
    'api-server-down': {
      remediations: ['look-at-control-plane'],
      explains: ['api-refused'],
      silences: BY_API_SERVER,
    },
    'provider-control-plane': { remediations: [], explains: ['api-refused'], silences: BY_API_SERVER },
  },
  pageCommands: {
    'docker-ps': { command: 'docker ps -a', instead: ['crictl ps -a'] },
    'docker-logs': {
      command: 'docker logs [ID]',
      instead: ['crictl logs <container id>', 'journalctl -u kubelet -n 200'],
    },
  },
});
