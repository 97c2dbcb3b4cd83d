import type { CheckView } from '../../shared/ipc/check-view';
import type { Translate } from './text';

/** What a check came to, in a sentence; null while there is none. `time` writes a time as the person does. */
export function checkStatus(check: CheckView, t: Translate, time: (at: string) => string): string | null {
  if (check.when === null) return null;
  const at = time(check.when);
  if (check.cancelled) return t('check.cancelled', { at });
  const count = check.findings.items.length + check.findings.more;
  if (count > 0) return t('check.found', { at, count });
  return t(check.clean ? 'check.clean' : 'check.unsaid', { at });
}
