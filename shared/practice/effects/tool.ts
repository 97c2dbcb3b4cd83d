import { assertNever } from '../../node/outcome';
import type { ToolCall } from '../../node/write';
import { isRunning } from '../derive/processes';
import type { NodeState } from '../state';
import { done, failed, missing, unfit, type Effect } from './common';
import type { ExcludedRange } from '../state/network';
import { importKey } from './registry-key';

/** The fixed forms of tools that change something. */
export function applyTool(state: NodeState, call: ToolCall): Effect {
  switch (call.form) {
    case 'resync-clock':
      return resyncClock(state);
    case 'dynamic-port-range':
      return setDynamicRange(state, call);
    case 'excluded-port-range':
      return setExcludedRange(state, call);
    case 'import-key':
      return importKey(state, call.file);
    default:
      return assertNever(call);
  }
}

function resyncClock(state: NodeState): Effect {
  if (!isRunning(state, 'W32Time')) return failed('w32tm: 0x80070426');
  const source = state.registry['SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters']?.Type;
  if (source === 'NoSync') return failed('w32tm: no time data was available');
  return done({ ...state, windows: { ...state.windows, skewSeconds: 0 } });
}

function setDynamicRange(state: NodeState, call: Extract<ToolCall, { form: 'dynamic-port-range' }>): Effect {
  const { protocol, start, count } = call;
  if (start < 1025 || count < 255 || start + count > 65536) return failed('netsh: 0x80070057');
  return done({
    ...state,
    ports: { ...state.ports, dynamic: { ...state.ports.dynamic, [protocol]: { start, count } } },
  });
}

function setExcludedRange(state: NodeState, call: Extract<ToolCall, { form: 'excluded-port-range' }>): Effect {
  const { protocol, start, count, action } = call;
  const before = state.ports.excluded[protocol];
  const end = start + count - 1;
  const same = (other: ExcludedRange) => other.start === start && other.end === end;
  const excluded = (ranges: typeof before): Effect =>
    done({ ...state, ports: { ...state.ports, excluded: { ...state.ports.excluded, [protocol]: ranges } } });
  if (action === 'remove') {
    return before.some(same) ? excluded(before.filter((range) => !same(range))) : missing(`${protocol} ${start}`);
  }
  if (before.some((other) => start <= other.end && other.start <= end))
    return unfit(`${protocol} ${start}: overlaps an excluded range`);
  return excluded([...before, { start, end, administered: true }].toSorted((a, b) => a.start - b.start));
}
