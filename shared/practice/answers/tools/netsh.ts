import { heldBlocks } from '../../derive/hns';
import type { NodeState } from '../../state';
import { fails, prints, type Printed } from './types';

const RULE = '---------------------------------';

function dynamicRange(state: NodeState, protocol: 'tcp' | 'udp'): string {
  const { start, count } = state.ports.dynamic[protocol];
  const lines =
    state.windows.language === 'ja'
      ? [`プロトコル ${protocol} の動的ポートの範囲`, RULE, `開始ポート     : ${start}`, `ポート数       : ${count}`]
      : [`Protocol ${protocol} Dynamic Port Range`, RULE, `Start Port      : ${start}`, `Number of Ports : ${count}`];
  return ['', ...lines, '', ''].join('\r\n');
}

function excludedRanges(state: NodeState, protocol: 'tcp' | 'udp'): string {
  const japanese = state.windows.language === 'ja';
  const head = japanese
    ? [`プロトコル ${protocol} ポートの除外範囲`, '', '開始ポート    終了ポート']
    : [`Protocol ${protocol} Port Exclusion Ranges`, '', 'Start Port    End Port'];
  const blocks = protocol === 'udp' ? [] : heldBlocks(state);
  const held = blocks.map((start) => ({ start, end: start + 63, administered: false }));
  const ranges = [...state.ports.excluded[protocol], ...held].toSorted((a, b) => a.start - b.start);
  const rows = ranges.map(
    ({ start, end, administered }) =>
      `${String(start).padStart(10)}${String(end).padStart(12)}${administered ? '     *' : ''}      `,
  );
  const foot = japanese ? '* - 管理されたポート除外。' : '* - Administered port exclusions.';
  return ['', ...head, '----------    --------', ...rows, '', foot, '', ''].join('\r\n');
}

/** `netsh int ipv4 show dynamicport|excludedportrange tcp|udp` in the language of Windows. */
export function netsh(state: NodeState, args: readonly string[]): Printed {
  const [, , , what = '', which = ''] = args;
  const protocol = which.replace(/^protocol=/, '');
  if (protocol !== 'tcp' && protocol !== 'udp') return fails('', 1);
  if (what.startsWith('dynamicport')) return prints(dynamicRange(state, protocol));
  if (what.startsWith('excludedport')) return prints(excludedRanges(state, protocol));
  return fails('', 1);
}
