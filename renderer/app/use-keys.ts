import { useEffect } from 'react';
import { answer, goBack, search, show, showKeys } from './actions';
import { type KeyCommand, keyCommand, type Press } from './keys';
import { openQuestion, UNSURE_KEY } from './question';
import { type Screen, useStore } from './store';

/** Listens to the keys of the window. A dialog or a menu has its keys to itself. */
export function useKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || target?.closest('[role="dialog"], [role="listbox"], [role="menu"]')) return;
      const { key, ctrlKey, altKey, metaKey, isComposing, repeat } = event;
      const press: Press = { key, ctrlKey, altKey, metaKey, isComposing, repeat, focus: focusOf(target) };
      const command = keyCommand(press, useStore.getState().screen);
      if (!command) return;
      event.preventDefault();
      carryOut(command);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function focusOf(target: Element | null): Press['focus'] {
  if (target?.matches('textarea, select, input:not([type="checkbox"]), [contenteditable]')) return 'text';
  return target?.closest('button, a, summary, input, [role="button"], [role="combobox"], [role="tab"]')
    ? 'control'
    : 'page';
}

function carryOut(command: KeyCommand): void {
  const { session, screen } = useStore.getState();
  const question = session && openQuestion(session);
  switch (command.kind) {
    case 'search':
      search();
      break;
    case 'help':
      showKeys();
      break;
    case 'evidence':
    case 'map':
      show(toggled(screen, command.kind));
      break;
    case 'back': {
      const last = session?.path.findLast((step) => step.answer !== null);
      if (last) goBack(last.key);
      break;
    }
    case 'take':
      if (question && question.proposed !== null) answer(question.step.key, question.proposed);
      break;
    case 'answer': {
      const picked =
        command.key === UNSURE_KEY ? 'unsure' : question?.choices.find(({ key }) => key === command.key)?.answer;
      if (question && picked !== undefined) answer(question.step.key, picked);
      break;
    }
  }
}

function toggled(screen: Screen, wanted: Screen): Screen {
  return screen === wanted ? 'diagnose' : wanted;
}
