import { symptoms } from '../../../shared/catalogue/symptoms';
import type { Walk } from '../../../shared/engine/walk';
import type { Room } from './room';

/** Where the source page stands. */
const PAGE = 'https://learn.microsoft.com/virtualization/windowscontainers/kubernetes/common-problems';

/** Shows what the source page says about the symptom and what holds today. */
export function pageWith({ prompts, t, words }: Room, walk: Walk): void {
  const id = walk.path.at(-1)?.symptom ?? walk.symptom;
  const anchor = Object.values(symptoms).find((symptom) => symptom.id === id)?.anchor ?? '';
  prompts.say(`${words.thenAndNow(id)}\n${PAGE}#${anchor}`, t('wizard.page'));
}
