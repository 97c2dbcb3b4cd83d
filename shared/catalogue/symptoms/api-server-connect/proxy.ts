import { because, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';
import { within } from '../../subnets';
import { type Answered, answered } from './reach';

type Settings = EvidenceOf<(typeof probes)['proxy-env']>;
type Tools = EvidenceOf<(typeof probes)['kube-tools']>;

/** Whether an entry of NO_PROXY takes a host out, as Go reads it: a name with all below it, an address or a subnet. */
function takesOut(entry: string, host: string): boolean {
  const rule = entry.trim().toLowerCase();
  if (rule === '*' || rule === host) return true;
  if (rule.includes('/')) return within(host, rule) === true;
  return rule !== '' && host.endsWith(rule.startsWith('.') ? rule : `.${rule}`);
}

/**
 * Whether the kubelet's calls to the API server go to a proxy, and fail. Winnow's own connection goes past proxies, so
 * that it succeeds says nothing of them.
 */
export function proxyState(
  settings: Settings,
  tools: Tools | undefined,
  calls: Answered,
): Decision<'none' | 'between'> {
  const call = answered(calls);
  if (call) return because('none', call);
  const own = settings.services.kubelet;
  if (own === undefined) return undecided(cite('proxy-env', '/machine'));
  const place = own === null ? '/machine' : '/services/kubelet';
  const { HTTPS_PROXY: proxy, NO_PROXY: exceptions } = own ?? settings.machine;
  const set = cite('proxy-env', `${place}/HTTPS_PROXY`);
  if (proxy === null) return because('none', set);
  const host = tools?.chosen?.host?.toLowerCase();
  if (host === undefined) return undecided(set);
  const out = (exceptions ?? '').split(',').some((entry) => takesOut(entry, host));
  return because(
    out ? 'none' : 'between',
    set,
    cite('proxy-env', `${place}/NO_PROXY`),
    cite('kube-tools', '/chosen/host'),
  );
}
