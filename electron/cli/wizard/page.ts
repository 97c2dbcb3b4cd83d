import type { Walk } from '../../../shared/engine/walk';
import { linkUrl } from '../../window/link-urls';
import type { Room } from './room';

/** Shows what the source page says about the symptom and what holds today. */
export function pageWith({ prompts, t, words }: Room, walk: Walk): void {
  const id = walk.path.at(-1)?.symptom ?? walk.symptom;
  prompts.say(`${words.thenAndNow(id)}\n${linkUrl(`page-${id}`) ?? ''}`, t('wizard.page'));
}
