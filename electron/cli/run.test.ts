import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { shapes } from './shapes';
import { Desk } from './testing/start';

const desk = new Desk();
afterAll(() => desk.remove());
const winnow = (argv: readonly string[], piped?: string) => desk.pipe(argv, piped);

describe('exit codes', () => {
  it.each([
    [0, ['symptoms']],
    [0, ['diagnose', 'no-network-adapter', '--node', 'practice:name-pattern-only-ja']],
    [1, ['diagnose', 'no-network-adapter', '--node', 'practice:vnic-down-ja']],
    [2, ['diagnose', 'container-creating', '--node', 'practice:containerd-stopped-en']],
    [3, ['diagnose', 'no-network-adapter', '--node', 'practice:not-elevated-ja']],
    [4, ['diagnose', 'no-such-symptom']],
    [4, ['diagnose', 'container-creating', '--node', 'practice:no-such-node']],
    [4, ['diagnose', 'container-creating', '--no-such-option']],
    [4, ['no-such-command']],
    [4, ['diagnose', 'container-creating', '--node', 'bundle:/no/such/file']],
    [
      0,
      [
        'diagnose',
        'container-creating',
        '--node',
        'practice:containerd-stopped-en',
        '--apply',
        'start-runtime',
        '--yes',
      ],
    ],
    [4, ['diagnose', 'container-creating', '--apply', 'start-runtime']],
  ])('is %i for %j', async (exit, argv) => {
    expect((await winnow(argv)).exit).toBe(exit);
  });

  it('is 4 with one sentence for a file of answers that names what is not there', async () => {
    const file = desk.file('answers.json');
    writeFileSync(file, '{"container-creating/no-such-step":"yes"}');
    const { exit, err, out } = await winnow(['diagnose', 'container-creating', '--answers', file]);
    expect({ exit, out }).toEqual({ exit: 4, out: '' });
    expect(err).toContain('no-such-step');
  });
});

describe('JSON', () => {
  const print = async (...argv: string[]): Promise<unknown> => JSON.parse((await winnow([...argv, '--json'])).out);

  it('has the frozen shapes', async () => {
    shapes.symptoms.parse(await print('symptoms'));
    shapes.practice.parse(await print('practice'));
    shapes.check.parse(await print('check'));
    shapes.diagnose.parse(
      await print(
        'diagnose',
        'container-creating',
        '--apply',
        'start-runtime',
        '--yes',
        '--node',
        'practice:containerd-stopped-ja',
      ),
    );
  });

  it('of recognise names the symptom and decodes the codes, and is empty for other software', async () => {
    const { out } = await winnow(['recognise', '--json'], 'Failed to create pod sandbox: rpc error (0xc0370101)');
    const { symptoms, codes } = shapes.recognise.parse(JSON.parse(out));
    expect(symptoms[0]?.symptom).toBe('containers-restarting-image-os');
    expect(codes.map(({ code }) => code)).toEqual(['0x80370101']);
    const other = shapes.recognise.parse(JSON.parse((await winnow(['recognise', '--json'], 'npm ERR! code E404')).out));
    expect(other).toEqual({ symptoms: [], codes: [] });
  });
});

it('hands out the newest session without the name of its node', async () => {
  await winnow(['diagnose', 'container-creating', '--node', 'practice:leftover-cni-file-ja']);
  const { exit, out } = await winnow(['export', '--lang', 'ja']);
  expect(exit).toBe(0);
  expect(out).toContain('診断記録');
  expect(out).not.toMatch(/winnode-01/i);
});

it.each([[['--help']], [['help']], [['check', '-h']], [['help', 'check']]])(
  '%j shows how winnow is used',
  async (argv) => {
    const { exit, out, err } = await winnow(argv);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain('--apply <remediation>');
    expect((await winnow([...argv, '--lang', 'ja'])).out).toContain('使い方');
  },
);

it('is 5, in one sentence, when something fails that should not', async () => {
  const failing = {
    out: () => {
      throw new Error('the pipe is gone');
    },
  };
  expect(await desk.pipe(['symptoms'], '', failing)).toMatchObject({
    exit: 5,
    err: 'Winnow failed: "the pipe is gone"\n',
  });
});

describe('plain text', () => {
  it('says in words what was found, and which deciding value changed', async () => {
    const node = ['--node', 'practice:containerd-stopped-ja', '--lang', 'ja'];
    const { out } = await winnow(['diagnose', 'container-creating', ...node, '--apply', 'start-runtime', '--yes']);
    expect(out).toContain('containerd の状態: Stopped → Running');
    expect(out).toContain('containerd の終了コード: 0 (変化なし)');
    expect(out).not.toMatch(/containerd\.state|\dT\d\d:/);
  });

  it('takes what the machine could not tell for no answer, and says why', async () => {
    const { out } = await winnow(['diagnose', 'no-network-adapter', '--node', 'practice:not-elevated-ja']);
    expect(out).toContain('→ The machine could not tell.');
    expect(out).not.toContain("I don't know");
    expect(out).toContain('HNS networks: not elevated (0x80070005)');
  });
});
