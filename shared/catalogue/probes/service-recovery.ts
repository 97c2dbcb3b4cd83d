import { badAnswer, maybe, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, seconds } from '../define';
import { failureActions } from './parse/failure-actions';
import { mustSome } from './parse/some';

const SERVICES = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services';
const WATCHED = {
  containerd: 'containerd',
  kubelet: 'kubelet',
  kubeproxy: 'kubeproxy',
  kubeProxy: 'kube-proxy',
  flanneld: 'flanneld',
  rke2: 'rke2',
} as const;
type Name = keyof typeof WATCHED;

const read = <N extends Name>(name: N) =>
  ({
    kind: 'registry',
    path: `${SERVICES}\\${WATCHED[name]}`,
    names: ['ImagePath', 'Start', 'DelayedAutostart', 'FailureActions', 'FailureActionsOnNonCrashFailures'],
  }) as const;

/**
 * How the node's services are started and what happens when one ends: `sc qfailure` says it in the language of Windows,
 * the registry does not. Null: there is no such service; undefined: it could not be read.
 */
export const serviceRecovery = defineProbe({
  id: 'service-recovery',
  code: 'P05',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    containerd: read('containerd'),
    kubelet: read('kubelet'),
    kubeproxy: read('kubeproxy'),
    kubeProxy: read('kubeProxy'),
    flanneld: read('flanneld'),
    rke2: read('rke2'),
  }),
  interpret: (answers) => {
    mustSome(Object.values(answers));
    return {
      containerd: recovery(answers.containerd),
      kubelet: recovery(answers.kubelet),
      kubeproxy: recovery(answers.kubeproxy),
      'kube-proxy': recovery(answers.kubeProxy),
      flanneld: recovery(answers.flanneld),
      rke2: recovery(answers.rke2),
    };
  },
});

function recovery(outcome: Outcome<Answer<'registry'>>) {
  const key = maybe(outcome);
  if (!key) return undefined;
  if (!key.exists) return null;
  const { ImagePath, Start, DelayedAutostart, FailureActions, FailureActionsOnNonCrashFailures } = key.values;
  const path = typeof ImagePath === 'string' ? ImagePath : null;
  if (FailureActions !== undefined && typeof FailureActions !== 'string') return badAnswer('FailureActions');
  return {
    path,
    /** nssm stands between the service and its program. */
    nssm: path === null ? null : /\bnssm(?:\.exe)?\b/i.test(path),
    /** The program is told that it is a service; a kubelet that is not does not answer in time (1053). */
    windowsService: path === null ? null : /\s--?windows-service\b/i.test(path),
    /** 2 automatic, 3 manual, 4 disabled. */
    start: typeof Start === 'number' ? Start : null,
    delayed: DelayedAutostart === 1,
    /** Null: nothing is set, or it is not understood. */
    failure: FailureActions === undefined ? null : failureActions(FailureActions),
    /** Also when it ends by itself with an error. */
    onError: FailureActionsOnNonCrashFailures === 1,
  };
}
