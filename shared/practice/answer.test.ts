import { describe, expect, it } from 'vitest';
import { answerSchemas, HNS_PATHS, type Read } from '../node/read';
import { answer } from './answer';
import { FLAVOURS } from './flavours';
import { practiceNodes } from './nodes';
import { broadReads } from './testing/reads';

describe('practice answers', () => {
  it.each(practiceNodes.map((node) => [node.id, node] as const))(
    '%s answers every read as its schema wants it',
    (_id, node) => {
      const state = node.state();
      for (const read of broadReads(state)) {
        const outcome = answer(state, read);
        if (outcome.kind === 'answered')
          expect(answerSchemas[read.kind].safeParse(outcome.value).error, JSON.stringify(read)).toBeUndefined();
      }
    },
  );

  it.each(practiceNodes.filter(({ symptom }) => symptom === null).map((node) => [node.id, node] as const))(
    '%s, healthy, refuses nothing',
    (_id, node) => {
      const state = node.state();
      for (const read of broadReads(state))
        expect(answer(state, read), JSON.stringify(read)).toMatchObject({ kind: 'answered' });
    },
  );

  it('has no answer to a read that is lost, and to no other one less', () => {
    const denied = { reason: 'crashed', detail: '0x80041013' } as const;
    const state = FLAVOURS.aks({ id: 'lost', language: 'en', release: '20348' });
    const lost = { ...state, lost: [{ kind: 'cim', of: 'win32_process', ...denied }] } as const;
    const rows = (name: string): Read => ({ kind: 'cim', class: name, select: ['Name'] });
    expect(answer(lost, rows('Win32_Process'))).toEqual({ kind: 'could-not-check', ...denied });
    expect(answer(lost, rows('Win32_Service'))).toEqual(answer(state, rows('Win32_Service')));
    const every = { ...state, lost: [{ kind: 'updates', ...denied }] } as const;
    expect(answer(every, { kind: 'updates' })).toEqual({ kind: 'could-not-check', ...denied });
  });

  it('never leaks a key', () => {
    for (const node of practiceNodes) {
      const state = node.state();
      const texts = JSON.stringify(broadReads(state).map((read) => answer(state, read)));
      expect(texts).not.toMatch(/cHJhY3RpY2U|Tk9ULUEtU0VDUkVU/);
    }
  });

  it('says the same in both languages but for words', () => {
    const digits = (text: string): readonly string[] => text.match(/\d+/g) ?? [];
    const en = FLAVOURS.aks({ id: 'same', language: 'en', release: '20348' });
    const ja = FLAVOURS.aks({ id: 'same', language: 'ja', release: '20348' });
    const reads: readonly Read[] = [
      { kind: 'tool', tool: 'netsh', args: ['int', 'ipv4', 'show', 'dynamicportrange', 'tcp'] },
      { kind: 'tool', tool: 'netsh', args: ['int', 'ipv4', 'show', 'excludedportrange', 'protocol=tcp'] },
      ...HNS_PATHS.map((path) => ({ kind: 'hns', path }) as const),
      { kind: 'cim', class: 'Win32_Service', select: ['Name', 'State', 'StartMode', 'ProcessId', 'ExitCode'] },
    ];
    for (const read of reads)
      expect(digits(JSON.stringify(answer(ja, read))), JSON.stringify(read)).toEqual(
        digits(JSON.stringify(answer(en, read))),
      );
  });
});
