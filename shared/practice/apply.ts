import { assertNever, couldNotCheck } from '../node/outcome';
import type { Write } from '../node/write';
import type { Effect } from './effects/common';
import { applyFile } from './effects/file';
import { applyHnsDelete } from './effects/hns';
import { applyProcess } from './effects/process';
import { applyRestart } from './effects/restart';
import { applyService, applyServiceStart } from './effects/service';
import { removeKey } from './effects/registry-key';
import { applyFirewallRule, applyRegistry, applyRoute } from './effects/settings';
import { applyTool } from './effects/tool';
import type { NodeState } from './state';

/** The node after a write, or why the write failed: then nothing changed. */
export function apply(state: NodeState, write: Write): Effect {
  if (!state.shell.elevated) return couldNotCheck('not-elevated', '0x80070005');
  switch (write.kind) {
    case 'service':
      return applyService(state, write);
    case 'service-start':
      return applyServiceStart(state, write);
    case 'file':
      return applyFile(state, write);
    case 'registry':
      return applyRegistry(state, write);
    case 'registry-key':
      return removeKey(state, write);
    case 'hns-delete':
      return applyHnsDelete(state, write);
    case 'tool':
      return applyTool(state, write.call);
    case 'firewall-rule':
      return applyFirewallRule(state, write);
    case 'route':
      return applyRoute(state, write);
    case 'process':
      return applyProcess(state, write);
    case 'restart':
      return applyRestart(state);
    default:
      return assertNever(write);
  }
}
