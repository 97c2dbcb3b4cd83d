import { PassThrough } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { showBusy } from './busy';
import { readPasted } from './paste';
import { plainPrompts } from './plain';
import type { Tell } from './prompts';

/** A terminal: what is typed into it, and what it shows. */
function terminal() {
  const keyboard = Object.assign(new PassThrough(), { setRawMode: vi.fn<(raw: boolean) => void>() });
  const screen = Object.assign(new PassThrough(), { columns: 80 });
  let shown = '';
  screen.on('data', (part: Buffer) => (shown += part.toString()));
  return {
    keyboard,
    screen,
    shown: () => shown,
    /** Types once the screen shows this. */
    typeAt: async (text: string, keys: string): Promise<void> => {
      await vi.waitFor(() => expect(shown).toContain(text));
      shown = shown.replace(text, '');
      keyboard.write(keys);
    },
  };
}

describe('pasted text', () => {
  it('ends with an Enter that stands alone, not with those in it', async () => {
    const { keyboard, screen } = terminal();
    const pasted = readPasted(keyboard, screen);
    keyboard.write('first line\r\rthird ');
    keyboard.write('line\r\n');
    keyboard.write('\r');
    expect(await pasted).toBe('first line\n\nthird line\n');
  });

  it('is echoed without what would steer the terminal', async () => {
    const { keyboard, screen, shown } = terminal();
    const pasted = readPasted(keyboard, screen);
    keyboard.write('a\u001b[2Jb\r');
    keyboard.write('\r');
    await pasted;
    expect(shown()).not.toContain('\u001b');
  });

  it.each(['\u0003', '\u0004', '\u001b'])(
    'is none where the person goes away (%j), and the terminal is as before',
    async (key) => {
      const { keyboard, screen } = terminal();
      const pasted = readPasted(keyboard, screen);
      keyboard.write('some');
      keyboard.write(key);
      expect(await pasted).toBeNull();
      expect(keyboard.setRawMode.mock.calls).toEqual([[true], [false]]);
    },
  );
});

describe('what runs', () => {
  it('is cancelled by Ctrl+C, and says meanwhile what it did', async () => {
    const { keyboard, screen, shown } = terminal();
    let cancel = (): void => undefined;
    const cancelled = new Promise<string>((settle) => (cancel = () => settle('cancelled')));
    const work = (tell: Tell): Promise<string> => {
      tell('services: answered\u001b[2J');
      return cancelled;
    };
    const done = showBusy(keyboard, screen, false, 'Asking the node', () => cancel(), work);
    keyboard.write('\u0003');
    expect(await done).toBe('cancelled');
    expect(shown()).toContain('Asking the node\nservices: answered');
    expect(shown()).not.toContain('\u001b');
    expect(keyboard.setRawMode.mock.lastCall).toEqual([false]);
  });

  it('that fails leaves the terminal as before', async () => {
    const { keyboard, screen } = terminal();
    const failing = showBusy(
      keyboard,
      screen,
      true,
      'Asking',
      () => undefined,
      () => Promise.reject(new Error('broken')),
    );
    await expect(failing).rejects.toThrow('broken');
    expect(keyboard.setRawMode.mock.lastCall).toEqual([false]);
  });
});

describe('a terminal that only prints lines', () => {
  const choices = [
    { value: 'a', label: 'First' },
    { value: 'b', label: 'Second', hint: 'safe' },
  ];

  it('offers choices by number, asks again for what is none, and takes the proposed one on Enter', async () => {
    const { keyboard, screen, typeAt, shown } = terminal();
    const prompts = plainPrompts(keyboard, screen);
    const chosen = prompts.choose('Which?', choices, 'b');
    await typeAt('1-2 [2]: ', '3\n');
    expect(shown()).toContain('  2  Second (safe)');
    await typeAt('1-2 [2]: ', 'x\n');
    await typeAt('1-2 [2]: ', '1\n');
    expect(await chosen).toBe('a');
    const proposed = prompts.choose('And now?', choices, 'b');
    await typeAt('1-2 [2]: ', '\n');
    expect(await proposed).toBe('b');
    expect(shown()).not.toContain('\u001b[?25');
  });

  it('takes the end of input for going away', async () => {
    const { keyboard, screen } = terminal();
    const answer = plainPrompts(keyboard, screen).ask('File');
    keyboard.end();
    expect(await answer).toBeNull();
  });
});
