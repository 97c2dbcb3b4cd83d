import { couldNotCheck, maybe, type Outcome } from '../../node/outcome';
import type { Answer, Read } from '../../node/read';
import { defineProbe, seconds } from '../define';
import { kubeletFacts, kubeProxyFacts } from './parse/component-config';
import { mustSome } from './parse/some';
import { processes } from './processes';

type Flags = Readonly<Record<string, string>> | null | undefined;

/** A path that a `--config` names, as Windows writes it; null where it names none that can be read. */
function configPath(flags: Flags): string | null {
  const named = flags?.config?.replaceAll('/', '\\');
  return named !== undefined && /^[A-Za-z]:\\[^*?"<>|]+$/.test(named) ? named : null;
}

interface Running {
  readonly list: ReadonlyArray<{ readonly name: string; readonly flags: Flags }>;
}

function pathsOf({ list }: Running) {
  const of = (name: string) => configPath(list.find((each) => each.name === name)?.flags);
  return { kubelet: of('kubelet'), kubeProxy: of('kube-proxy') };
}

/**
 * The configuration files that kubelet and kube-proxy name by `--config`. A file null: none is named. `exists` null: it
 * could not be read; false also where only the component's own HostProcess container sees it. `facts` null: not understood.
 */
export const componentConfig = defineProbe({
  id: 'component-config',
  code: 'P06',
  rights: 'administrator',
  limit: seconds(10),
  needs: { processes },
  reads: ({ processes: running }) => {
    if (running.list.some(({ name, flags }) => (name === 'kubelet' || name === 'kube-proxy') && flags === null))
      return couldNotCheck('not-elevated', 'command lines');
    const { kubelet, kubeProxy } = pathsOf(running);
    const read = (name: string, path: string | null): ReadonlyArray<[string, Extract<Read, { kind: 'file' }>]> =>
      path === null ? [] : [[name, { kind: 'file', path }]];
    if (kubelet === null && kubeProxy === null) return couldNotCheck('not-applicable', '--config');
    return Object.fromEntries([...read('kubelet', kubelet), ...read('kubeProxy', kubeProxy)]);
  },
  interpret: (answers, { processes: running }) => {
    const { kubelet, kubeProxy } = pathsOf(running);
    mustSome(Object.values(answers));
    return {
      kubelet: kubelet === null ? null : read(kubelet, answers.kubelet, kubeletFacts),
      kubeProxy: kubeProxy === null ? null : read(kubeProxy, answers.kubeProxy, kubeProxyFacts),
    };
  },
});

function read<T>(path: string, outcome: Outcome<Answer<'file'>> | undefined, facts: (text: string) => T) {
  const file = outcome && maybe(outcome);
  if (!file) return { path, exists: null, bom: null, facts: null };
  return file.exists
    ? { path, exists: true, bom: file.bom, facts: facts(file.text) }
    : { path, exists: false, bom: null, facts: null };
}
