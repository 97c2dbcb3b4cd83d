import { isSymptomId } from '../../shared/catalogue/symptoms';
import type { CommandName } from '../../shared/ipc/contract';
import type { Desk } from '../desk';
import type { Done } from '../session/core';
import { wait } from '../session/wait';
import { openSource } from '../sources';
import { DONE, failed } from './answers';
import type { Handlers } from './serve';

/** Answers to the commands of a session. `shell`: the one for the live node; `announce` tells the window that another node is on the desk. */
export function sessionHandlers(
  desk: Desk,
  shell: () => string | undefined,
  announce: () => void,
): Pick<Handlers, Extract<CommandName, `session.${string}`>> {
  const thenWalkOn = (done: Done): Done => {
    if (done.kind === 'done') void desk.walkOn();
    return done;
  };
  return {
    'session.list': () => ({ sessions: desk.sessions() }),
    'session.start': async ({ symptom }) => {
      if (!isSymptomId(symptom)) return failed('unknown-symptom', symptom);
      return (await desk.start(symptom)) ?? failed('no-session');
    },
    'session.resume': async ({ session }) => {
      const node = desk.sourceOf(session);
      if (node.kind === 'failed') return node;
      if (node.name !== desk.source.name) {
        // The file of a bundle is known by its name only.
        if (node.name.startsWith('bundle:')) return failed('bundle-first', node.name);
        const opened = await openSource(node.name, { pass: wait, shell: shell() });
        if (opened.kind === 'failed') return failed(opened.what, opened.detail);
        await desk.use(opened.source);
        announce();
      }
      const resumed = await desk.resume(session);
      if (resumed.kind === 'failed') return resumed;
      return desk.view() ?? failed('no-session');
    },
    'session.view': () => desk.view(),
    'session.answer': ({ step, answer }) =>
      thenWalkOn(desk.runner.answer(step, answer, desk.proposed(step) === answer ? 'machine' : 'person')),
    'session.settle': ({ step }) => thenWalkOn(desk.runner.settle(step)),
    'session.back': ({ step }) => thenWalkOn(desk.runner.goBack(step)),
    'session.ask-again': async () => thenWalkOn(await desk.runner.askAgain()),
    'session.cancel': () => {
      desk.runner.cancel();
      return DONE;
    },
    'session.close': async () => {
      await desk.runner.close();
      return DONE;
    },
  };
}
