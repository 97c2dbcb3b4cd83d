import { askOn } from '../../session/ask-on';
import { askWith } from './question';
import { whileBusy } from './live';
import { resultWith } from './result';
import type { After, Room } from './room';

/** Walks a session with a person until it is ended or left. */
export async function walkWith(room: Room): Promise<Exclude<After, 'on'>> {
  for (;;) {
    const after = await oneStep(room);
    if (after !== 'on') return after;
  }
}

async function oneStep(room: Room): Promise<After> {
  const { runner } = room;
  const lost = runner.state()?.journalLost ?? null;
  if (runner.walk()?.end.kind === 'asking') {
    await whileBusy(room, 'wizard.asking', (hear) => {
      hear(runner);
      return askOn(runner);
    });
  }
  const nowLost = runner.state()?.journalLost ?? null;
  if (lost === null && nowLost !== null) room.prompts.say(room.t('journal-lost', { detail: nowLost }));
  const walk = runner.walk();
  const here = walk?.path.at(-1);
  if (!walk || !here) throw new Error('the session ended by itself');
  switch (walk.end.kind) {
    case 'asking':
    case 'question':
    case 'contradiction':
      return askWith(room, walk, here);
    case 'finding':
    case 'ruled-out':
    case 'unknown':
      return resultWith(room, walk);
  }
}
