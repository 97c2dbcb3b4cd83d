import { maybe, must, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, seconds } from '../define';

const VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'] as const;
type Variable = (typeof VARIABLES)[number];
type Settings = Readonly<Record<Variable, string | null>>;

const SERVICES = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services';
const own = <N extends string>(name: N) =>
  ({ kind: 'registry', path: `${SERVICES}\\${name}`, names: ['Environment'] }) as const;
const nssm = <N extends string>(name: N) =>
  ({
    kind: 'registry',
    path: `${SERVICES}\\${name}\\Parameters`,
    names: ['AppEnvironmentExtra', 'AppEnvironment'],
  }) as const;

/**
 * Proxy settings of the machine and of the services that pull images and call the API server, credentials cut.
 * A service that sets none of its own is null, and undefined where that could not be read.
 */
export const proxyEnv = defineProbe({
  id: 'proxy-env',
  code: 'P41',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    machine: {
      kind: 'registry',
      path: 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment',
      names: VARIABLES,
    },
    containerd: own('containerd'),
    kubelet: own('kubelet'),
    kubeproxy: own('kubeproxy'),
    rke2: own('rke2'),
    containerdNssm: nssm('containerd'),
    kubeletNssm: nssm('kubelet'),
    kubeproxyNssm: nssm('kubeproxy'),
  }),
  interpret: (answers) => {
    const key = must(answers.machine);
    return {
      machine: settings(key.exists ? Object.entries(key.values) : []),
      services: {
        containerd: ofService(answers.containerd, answers.containerdNssm),
        kubelet: ofService(answers.kubelet, answers.kubeletNssm),
        kubeproxy: ofService(answers.kubeproxy, answers.kubeproxyNssm),
        rke2: ofService(answers.rke2),
      },
    };
  },
});

function ofService(...outcomes: ReadonlyArray<Outcome<Answer<'registry'>>>): Settings | null | undefined {
  const keys = outcomes.map(maybe);
  const pairs = keys.flatMap((key) => (key?.exists === true ? Object.values(key.values).flatMap(pairsOf) : []));
  const found = settings(pairs);
  if (VARIABLES.some((name) => found[name] !== null)) return found;
  return keys.includes(undefined) ? undefined : null;
}

/** `NAME=value` lines of a multi-string value. */
function pairsOf(value: unknown): ReadonlyArray<readonly [string, string]> {
  const lines = Array.isArray(value) ? value : [value];
  return lines.flatMap((line) => {
    const [, name, text] = typeof line === 'string' ? (/^([^=]+)=(.*)$/.exec(line) ?? []) : [];
    return name !== undefined && text !== undefined ? [[name, text] as const] : [];
  });
}

/** Windows does not tell the case of variables apart. */
function settings(pairs: ReadonlyArray<readonly [string, unknown]>): Settings {
  const value = (wanted: Variable): string | null => {
    const found = pairs.find(([name]) => name.toUpperCase() === wanted)?.[1];
    return typeof found === 'string' && found !== '' ? found : null;
  };
  return { HTTP_PROXY: value('HTTP_PROXY'), HTTPS_PROXY: value('HTTPS_PROXY'), NO_PROXY: value('NO_PROXY') };
}
