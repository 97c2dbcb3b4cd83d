import { answered, couldNotCheck, type Outcome } from '../../node/outcome';
import type { Answer, Read } from '../../node/read';
import { cutSecrets } from '../../node/secrets';
import { ADMINISTRATORS_ONLY, isReadOnlyCall } from '../../node/tools';
import type { NodeState } from '../state';
import { unlessElevated } from './refuse';
import { crictl } from './tools/crictl';
import { kubectl } from './tools/kubectl';
import { netsh } from './tools/netsh';
import { cniPlugin, containerd, flanneld, fltmc, hnsdiag, kubelet, vfpctrl } from './tools/small';
import type { Printed, Tool } from './tools/types';

const PROGRAMS: Record<Extract<Read, { kind: 'tool' }>['tool'], Tool> = {
  kubectl,
  crictl,
  kubelet,
  containerd,
  flanneld,
  netsh,
  hnsdiag,
  vfpctrl,
  fltmc,
  'win-bridge': cniPlugin('win-bridge'),
  'win-overlay': cniPlugin('win-overlay'),
  flannel: cniPlugin('flannel'),
};

/** What a program prints, secrets cut. */
export function answerTool(state: NodeState, read: Extract<Read, { kind: 'tool' }>): Outcome<Answer<'tool'>> {
  const path = state.tools[read.tool];
  if (path === undefined) return answered({ found: false });
  if (!isReadOnlyCall(read.tool, read.args)) return couldNotCheck('policy', `${read.tool} ${read.args.join(' ')}`);
  const no = ADMINISTRATORS_ONLY.includes(read.tool) ? unlessElevated(state) : null;
  if (no !== null) return no;
  const printed = PROGRAMS[read.tool](state, read.args);
  if (printed === 'hangs') return couldNotCheck('timed-out', `${read.tool} ${read.args.join(' ')}`);
  return answered({ found: true, path, truncated: false, ...cut(printed) });
}

function cut({ exit, stdout, stderr }: Printed): Printed {
  return { exit, stdout: cutSecrets(stdout), stderr: cutSecrets(stderr) };
}
