import type { CitedView } from '../../shared/ipc/view';
import type { Translate } from '../app/text';

/** A value in words: of a list how many there are and the first, never the whole. */
export function valueText({ value, list }: Pick<CitedView, 'value' | 'list'>, t: Translate): string {
  if (list) {
    if (list.count === 0) return t('value.empty');
    const key = list.count > list.first.length ? 'value.list-more' : 'value.list';
    return t(key, { count: list.count, first: list.first.join(', ') });
  }
  if (value === 'true') return t('value.yes');
  if (value === 'false') return t('value.no');
  return value === 'null' ? t('value.nothing') : value;
}
