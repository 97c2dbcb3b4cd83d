import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { shapes } from './shapes';
import { Desk } from './testing/start';

const desk = new Desk();
afterAll(() => desk.remove());
const BROKEN = ['check', '--node', 'practice:containerd-stopped-en'];

describe('check --junit', () => {
  it('writes a report with what failed, what passed and what was skipped', async () => {
    const file = desk.file('report.xml');
    expect((await desk.pipe([...BROKEN, '--junit', file])).exit).toBe(2);
    const report = readFileSync(file, 'utf8');
    expect(report).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites tests="\d+" failures="[1-9]\d*" /);
    expect(report).toMatch(
      /<testcase classname="container-creating" name="containerd-stopped"><failure type="confirmed"/,
    );
    expect(report).toMatch(/<testcase classname="[^"]+" name="[^"]+"\/>/);
    expect(report).toContain('<skipped type=');
    expect(report).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });

  it('says where it cannot be written, with exit code 4', async () => {
    const { exit, err } = await desk.pipe([...BROKEN, '--junit', desk.file('no-such-folder/report.xml')]);
    expect(exit).toBe(4);
    expect(err).toContain('report.xml');
  });
});

describe('check --compare', () => {
  const keep = async (node: string, name: string) => {
    const file = desk.file(name);
    writeFileSync(file, (await desk.pipe(['check', '--node', node, '--json'])).out);
    return file;
  };

  it('tells what is new and what is gone', async () => {
    const healthy = await keep('practice:aks-en', 'healthy.json');
    const { out } = await desk.pipe([...BROKEN, '--compare', healthy, '--json']);
    const { compared } = shapes.check.parse(JSON.parse(out));
    expect(compared?.fresh.map(({ cause }) => cause)).toContain('containerd-stopped');
    const broken = await keep('practice:containerd-stopped-en', 'broken.json');
    const back = await desk.pipe(['check', '--node', 'practice:aks-en', '--compare', broken]);
    expect(back.out).toContain('Gone since the earlier check:');
  });

  it('says that nothing differs', async () => {
    const broken = await keep('practice:containerd-stopped-en', 'same.json');
    expect((await desk.pipe([...BROKEN, '--compare', broken])).out).toContain('Nothing differs');
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', 'hello'],
    ['another JSON', '{"findings":[{}]}'],
  ])('refuses a file with %s, with exit code 4', async (_what, text) => {
    const file = desk.file(`bad-${String(text?.length)}.json`);
    if (text !== undefined) writeFileSync(file, text);
    expect((await desk.pipe([...BROKEN, '--compare', file])).exit).toBe(4);
  });
});
