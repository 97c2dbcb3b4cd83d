import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { winnow } from '../../shared/engine/winnow';
import { renderRead } from '../../shared/node/powershell';
import { library } from '../powershell/script/library';
import { shapes } from './shapes';
import { Desk } from './testing/start';

const desk = new Desk();
afterAll(() => desk.remove());

async function lines(id: string) {
  const { out, exit, err } = await desk.pipe(['lines', id, '--json']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return shapes.lines.parse(JSON.parse(out)).lines;
}

describe('winnow lines', () => {
  it('prints what a probe asks, as it would be run', async () => {
    expect(await lines('ps-host')).toEqual([{ of: 'ps-host', line: renderRead({ kind: 'shell' }) }]);
  });

  it('prints every probe of a symptom', async () => {
    const asked = new Set((await lines('container-creating')).map(({ of }) => of));
    const steps = Object.values(winnow.symptoms['container-creating']?.steps ?? {});
    expect([...asked]).toEqual(expect.arrayContaining(steps.flatMap(({ probes }) => probes)));
  });

  it.each(Object.keys(winnow.remediations))('prints what %s would do, and does nothing', async (id) => {
    const parts = await lines(id);
    expect(parts.some(({ of }) => of === 'change' || of === 'copy')).toBe(true);
  });

  it('says what there is when it knows no such thing', async () => {
    const { exit, err, out } = await desk.pipe(['lines', 'ps-hots']);
    expect({ exit, out }).toEqual({ exit: 4, out: '' });
    expect(err).toContain('ps-host');
  });
});

it('winnow script prints the library as it is sent', async () => {
  expect(await desk.pipe(['script'])).toMatchObject({ exit: 0, out: library });
});

it.each(['en', 'ja'])('says why this machine is no node, in %s', async (lang) => {
  const { exit, err } = await desk.pipe(['check', '--node', 'live', '--shell', '/no/such/shell', '--lang', lang]);
  expect(exit).toBe(4);
  expect(err).toMatch(/PowerShell.*practice:<id>/s);
});

describe('the PowerShell that the settings of the window name', () => {
  const settings = { language: 'en', theme: 'system', shell: 'file', shellFile: '/no/such/kept-shell' };
  const live = async (...more: readonly string[]) => (await desk.pipe(['check', '--node', 'live', ...more])).err;

  it('is used where no --shell is given', async () => {
    writeFileSync(desk.file('settings.json'), JSON.stringify(settings));
    expect(await live()).toContain('/no/such/kept-shell');
    expect(await live('--shell', '/no/such/shell')).not.toContain('kept-shell');
  });

  it('is not used where the settings cannot be read, which is told', async () => {
    writeFileSync(desk.file('settings.json'), '{');
    expect(await live()).toMatch(/^The settings cannot be read.*settings\.json/);
  });
});
