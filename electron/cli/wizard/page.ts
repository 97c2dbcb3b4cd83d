import type { PageCommand } from '../../../shared/catalogue/define';
import type { Walk } from '../../../shared/engine/walk';
import { winnow } from '../../../shared/engine/winnow';
import { linkUrl } from '../../window/link-urls';
import type { Room } from './room';

/** Shows what the source page says about the symptom, what holds today, and which of its commands must not be run. */
export function pageWith(room: Room, walk: Walk): void {
  const { prompts, t, words } = room;
  const id = walk.path.at(-1)?.symptom ?? walk.symptom;
  const commands = Object.entries(winnow.symptoms[id]?.pageCommands ?? {});
  const lines = commands.flatMap(([name, command]) => commandLines(room, words.pageCommand(id, name), command));
  prompts.say([words.thenAndNow(id), linkUrl(`page-${id}`) ?? '', ...lines].join('\n'), t('wizard.page'));
}

function commandLines({ t }: Room, why: string, { command, instead }: PageCommand): readonly string[] {
  const indented = (text: string) => text.split('\n').map((line) => `  ${line}`);
  return [
    '',
    t('wizard.page-command'),
    ...indented(command),
    why,
    ...(instead.length > 0 ? [t('wizard.page-instead'), ...instead.flatMap(indented)] : []),
  ];
}
