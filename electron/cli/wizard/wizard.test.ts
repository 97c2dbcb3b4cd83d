import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Desk } from '../testing/start';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.remove());

const STOPPED = ['--node', 'practice:containerd-stopped-en'];
const TO_FINDING = ['Pods are stuck', 'Continue with "No, it was stopped"'];

/** Where each of these texts stands for the first time, which must be one after the other. */
function inOrder(seen: string, ...texts: readonly string[]): void {
  let from = 0;
  for (const text of texts) {
    const at = seen.indexOf(text, from);
    expect(at, `"${text}" in ${seen.slice(from)}`).toBeGreaterThanOrEqual(0);
    from = at + text.length;
  }
}

describe('from a symptom to a proven repair', () => {
  it('proposes, cites, previews, asks for consent, shows each step and the values before and after', async () => {
    const { exit, seen } = await desk.sit(STOPPED, [
      ...TO_FINDING,
      'Start containerd',
      'Apply: Start containerd',
      'End the session',
    ]);
    inOrder(
      seen,
      'The machine says: No, it was stopped',
      'State of containerd: Stopped',
      'confirmed: The container runtime is stopped',
      'What will run:',
      "Set-WinnowService -Name 'containerd' -Action 'start'",
      'No Pod is hurt.',
      'How it is undone:',
      "Set-WinnowService -Name 'containerd' -Action 'stop'",
      '- Change nothing',
      'Backup taken.',
      'Fixed.',
      'State of containerd: Stopped → Running',
    );
    expect(exit).toBe(0);
  });

  it('says the same in Japanese, and nothing in English', async () => {
    const { exit, seen } = await desk.sit(
      ['--lang', 'ja', '--node', 'practice:containerd-stopped-ja'],
      [
        'Pod が ContainerCreating',
        '「いいえ、停止しています」で続ける',
        'containerd と',
        '適用する',
        '診断セッションを終了する',
      ],
    );
    inOrder(seen, '自動判定: いいえ、停止しています', '確定: ', '実行する内容:', '元に戻す方法:', '解消しました。');
    expect(seen).not.toMatch(/The machine|confirmed|Change nothing|wizard\./);
    expect(exit).toBe(0);
  });

  it('changes nothing without consent', async () => {
    const { exit, seen } = await desk.sit(STOPPED, [...TO_FINDING, 'Start containerd', 'Change nothing', 'End']);
    expect(seen).toContain('Nothing was changed.');
    expect(seen).not.toContain('Backup taken.');
    expect(exit).toBe(2);
  });

  it('has what disrupts Pods confirmed with the Pods by their names', async () => {
    const { exit, seen } = await desk.sit(
      ['diagnose', 'local-nodeport', '--node', 'practice:lb-missing-ja'],
      [
        ...Array.from({ length: 7 }, () => 'Continue'),
        'Restart kube-proxy',
        'I have read what it does and whom it hurts.',
        'End',
      ],
    );
    inOrder(seen, 'Disrupts Pods', 'These Pods are hurt', 'default/', 'I have read', 'Backup taken.', 'Fixed.');
    expect(exit).toBe(0);
  });

  it('takes a change back, and finds the fault again', async () => {
    const { exit, seen } = await desk.sit(STOPPED, [
      ...TO_FINDING,
      'Start containerd',
      'Apply',
      'Verify again',
      'Undo',
      'Undo',
      'End',
    ]);
    inOrder(seen, 'Fixed.', 'Fixed.', 'Undone. Everything is as its backup says.', 'confirmed: The container runtime');
    expect(exit).toBe(2);
  });

  it('warns before it repeats what ran on the node a short while ago', async () => {
    await desk.sit(STOPPED, [...TO_FINDING, 'Start containerd', 'Apply', 'End']);
    const { seen } = await desk.sit(STOPPED, [...TO_FINDING, 'Start containerd', 'Change nothing', 'End']);
    inOrder(
      seen,
      'This ran on this node before',
      'Fixed.',
      'It ran',
      'Verify again before you repeat it.',
      'What will',
    );
  });
});

describe('answers', () => {
  it('that contradict the machine are shown with both sides, and go on once the person stands by them', async () => {
    const { seen } = await desk.sit(STOPPED, [
      'Pods are stuck',
      'Yes, it is running',
      'Stand by my answer "Yes, it is running"',
      null,
    ]);
    inOrder(
      seen,
      "Your answer and the machine's exclude each other",
      'You say: Yes, it is running',
      'The machine says: No, it was stopped',
      'State of containerd: Stopped',
      'Question 2',
    );
  });

  it('that contradict the machine can give way to it', async () => {
    const { seen } = await desk.sit(STOPPED, [
      'Pods are stuck',
      'Yes, it is running',
      'Take the machine\'s answer "No, it was stopped"',
      'End',
    ]);
    expect(seen).toContain('confirmed: The container runtime is stopped');
  });

  it('may be "I don\'t know", and can be taken back one by one', async () => {
    const { seen } = await desk.sit(STOPPED, ['Pods are stuck', "I don't know", 'One step back', 'Continue', 'End']);
    inOrder(seen, 'Question 1', 'Question 2', 'Question 1', 'confirmed: The container runtime is stopped');
  });

  it('rest on evidence that can be looked at, with the line that asked', async () => {
    const { seen } = await desk.sit(STOPPED, [
      'Pods are stuck',
      'Show the evidence',
      'Services of the node',
      'Show more',
      'Back',
      'Back',
      null,
    ]);
    inOrder(
      seen,
      'The line that asked:',
      "Read-WinnowCim -Class 'Win32_Service'",
      'Raw answer',
      '"Name": "containerd"',
    );
  });

  it('stand beside what the source page says', async () => {
    const { seen } = await desk.sit(STOPPED, ['Pods are stuck', 'What the source page says', null]);
    expect(seen).toContain('#my-kubernetes-pods-are-stuck-at-containercreating');
  });
});

describe('going away', () => {
  it('leaves the session open, and the next start goes on at the same question', async () => {
    const first = await desk.sit(STOPPED, ['Pods are stuck', "I don't know", null]);
    expect(first.exit).toBe(3);
    expect(first.seen).toContain('is kept.');
    const { seen, exit } = await desk.sit(
      [],
      ['Resume: Pods are stuck', 'One step back', 'Continue with "No, it was stopped"', 'End the session'],
    );
    inOrder(seen, 'Question 2', 'Question 1', 'confirmed');
    expect(exit).toBe(2);
    expect((await desk.sit([], [null])).seen).not.toContain('Resume');
  });

  it('works the same in Japanese, from a clash to the repair of the resumed session', async () => {
    const ja = ['--lang', 'ja'];
    const first = await desk.sit(
      [...ja, '--node', 'practice:containerd-stopped-ja'],
      ['Pod が ContainerCreating', 'はい、動作しています', null],
    );
    inOrder(
      first.seen,
      'あなたの回答と自動判定が食い違っています',
      'あなたの回答: はい、動作しています',
      '自動判定: いいえ',
    );
    const { exit, seen } = await desk.sit(ja, [
      '再開: Pod が ContainerCreating',
      '自動判定「いいえ、停止しています」で続ける',
      '根拠を表示する',
      'ノードのサービス',
      '戻る',
      '戻る',
      '診断セッションを書き出す',
      'HTML',
      '保存する',
      desk.file('ja.html'),
      'containerd と kubelet を開始する',
      '適用する',
      '元に戻す',
      '元に戻す',
      '診断セッションを終了する',
    ]);
    inOrder(
      seen,
      '食い違って',
      '確定: ',
      '問い合わせた行:',
      '保存しました',
      '解消しました。',
      '元に戻しました。',
      '確定: ',
    );
    expect(exit).toBe(2);
  });

  it('before a symptom is chosen leaves no session', async () => {
    expect((await desk.sit(STOPPED, [null])).exit).toBe(3);
    expect((await desk.pipe(['export'])).err).toContain('There is no session yet');
  });
});

describe('the node', () => {
  it('is found among the practice nodes by group or by words', async () => {
    const { seen } = await desk.sit(
      [],
      [
        'A practice node',
        'Search by words',
        'no such words',
        'Search by words',
        'stopped vxlan',
        'containerd is stopped',
        null,
      ],
    );
    inOrder(seen, 'Healthy (', 'No practice node has these words.', 'Node: containerd is stopped');
  });

  it('that cannot be opened says why, and another may be chosen', async () => {
    const { seen } = await desk.sit([], ['A bundle', '/no/such/file', 'A practice node', 'Choose another', null]);
    expect(seen).toContain('cannot be opened as a bundle');
  });

  it('out of a bundle is walked again and cannot be changed', async () => {
    await desk.sit(STOPPED, [...TO_FINDING, 'Export', 'Bundle', 'Save', desk.file('b.zip'), 'End']);
    const { seen } = await desk.sit([], ['A bundle', desk.file('b.zip'), ...TO_FINDING, 'Start containerd', 'End']);
    inOrder(seen, 'confirmed: The container runtime is stopped', 'Nothing can be changed here.');
  });
});

describe('the symptom', () => {
  it('is recognised in a pasted error, with its words and codes', async () => {
    const { seen } = await desk.sit(STOPPED, [
      'Paste an error',
      'Failed to create pod sandbox: rpc error: hcs::CreateComputeSystem (0x80370114)',
      'Pods are stuck',
      null,
    ]);
    inOrder(seen, 'container-creating: Pods are stuck', '0x80370114', '* Pods are stuck');
  });

  it('is found by words, and a text that is neither says so', async () => {
    const { seen } = await desk.sit(STOPPED, ['Paste an error', 'npm ERR!', 'Paste an error', 'adapter', null]);
    inOrder(seen, 'Not recognised. Choose what you see.', '* No network adapter');
  });

  it('may come from a check of everything', async () => {
    const { seen } = await desk.sit(STOPPED, ['Check everything', 'Pods are stuck', null]);
    inOrder(
      seen,
      'Services of the node: answered',
      'Confirmed',
      'The container runtime is stopped',
      '* Pods are stuck',
    );
  });

  it('that is named with the command needs no choosing', async () => {
    const { seen } = await desk.sit(['diagnose', 'container-creating', ...STOPPED], [null]);
    expect(seen).toContain('Question 1');
  });
});

describe('export', () => {
  it('shows what is hidden, lets the person look, and asks before it replaces a file', async () => {
    const file = desk.file('a.md');
    const node = ['--node', 'practice:pause-image-old-en'];
    const { seen } = await desk.sit(node, [
      'Pods are stuck',
      'Continue',
      'Continue',
      'Continue',
      'Export',
      'Markdown',
      'Look at it first',
      'Save',
      file,
      'Export',
      'HTML',
      'Save',
      file,
      'Choose another name',
      'Back',
      null,
    ]);
    inOrder(seen, 'What is hidden', 'Names of hosts: 1', '# ', 'Saved: ', 'is there already');
    expect(readFileSync(file, 'utf8')).not.toMatch(/winnode/i);
    expect(existsSync(`${file}.part`)).toBe(false);
  });
});
