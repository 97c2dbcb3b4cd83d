import { describe, expect, it, vi } from 'vitest';
import { attendTo, type Trouble } from './trouble';

const crashed: Trouble = { kind: 'crashed', detail: 'oom' };
const hangs: Trouble = { kind: 'unresponsive' };

/** Trouble is attended to by a person who answers when the test says so. */
function attended() {
  const time = { now: 0 };
  const open: Array<{ readonly trouble: Trouble; readonly signal: AbortSignal; answer(again: boolean): void }> = [];
  const parts = {
    ask: (trouble: Trouble, signal: AbortSignal) =>
      new Promise<boolean>((answer) => void open.push({ trouble, signal, answer })),
    loadAgain: vi.fn<(trouble: Trouble) => void>(),
    log: vi.fn<(what: string, detail: string) => void>(),
    now: () => time.now,
  };
  return { ...attendTo(parts), ...parts, open, time };
}

describe('trouble with the page', () => {
  it.each<Trouble>([
    { kind: 'not-loaded', detail: 'ERR_FAILED' },
    { kind: 'preload-failed', detail: 'SyntaxError' },
    hangs,
  ])('$kind is logged, and the person decides', async (trouble) => {
    for (const again of [true, false]) {
      const { onTrouble, open, loadAgain, log } = attended();
      const done = onTrouble(trouble);
      expect(log).toHaveBeenCalledExactlyOnceWith(`window ${trouble.kind}`, 'detail' in trouble ? trouble.detail : '');
      expect(loadAgain).not.toHaveBeenCalled();
      open[0]?.answer(again);
      await done;
      expect(loadAgain.mock.calls).toEqual(again ? [[trouble]] : []);
    }
  });

  it('asks one question at a time, and again once it was answered', async () => {
    const { onTrouble, open } = attended();
    const first = onTrouble(hangs);
    await onTrouble({ kind: 'not-loaded', detail: '' });
    expect(open).toHaveLength(1);
    open[0]?.answer(false);
    await first;
    void onTrouble(hangs);
    expect(open).toHaveLength(2);
  });

  it('loads a crashed page again, three times in a minute, and then asks', async () => {
    const { onTrouble, open, loadAgain, log } = attended();
    for (let count = 0; count < 3; count += 1) await onTrouble(crashed);
    expect(loadAgain).toHaveBeenCalledTimes(3);
    void onTrouble(crashed);
    expect(loadAgain).toHaveBeenCalledTimes(3);
    expect(open.map(({ trouble }) => trouble)).toEqual([crashed]);
    expect(log).toHaveBeenCalledTimes(4);
  });

  it('forgets a crash after a minute', async () => {
    const { onTrouble, open, loadAgain, time } = attended();
    for (let count = 0; count < 9; count += 1) {
      await onTrouble(crashed);
      time.now += 20_001;
    }
    expect(loadAgain).toHaveBeenCalledTimes(9);
    expect(open).toEqual([]);
  });

  it('withdraws its question when the page answers again', async () => {
    const { onTrouble, onResponsive, open, loadAgain } = attended();
    const done = onTrouble(hangs);
    onResponsive();
    expect(open[0]?.signal.aborted).toBe(true);
    open[0]?.answer(true); // whatever the closed dialog says
    await done;
    expect(loadAgain).not.toHaveBeenCalled();
  });

  it('withdraws its question when the page that hung crashes, and loads it again', async () => {
    const { onTrouble, open, loadAgain } = attended();
    void onTrouble(hangs);
    await onTrouble(crashed);
    expect(open[0]?.signal.aborted).toBe(true);
    expect(loadAgain.mock.calls).toEqual([[crashed]]);
  });
});
