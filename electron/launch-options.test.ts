import { expect, it } from 'vitest';
import { launchOptions } from './launch-options';

it('finds Winnow’s own options among those of Electron', () => {
  const argv = ['electron', '.', '--no-sandbox', '--user-data-dir=/tmp/x', '--node=live', '--shell=/opt/my engine'];
  expect(launchOptions(argv)).toEqual({ node: 'live', shell: '/opt/my engine' });
});

it.each([['--session'], ['--session=../../etc'], ['--session='], ['winnow://x']])('takes nothing from %s', (option) => {
  expect(launchOptions(['winnow.exe', option])).toEqual({});
});

it('takes the id of a session', () => {
  expect(launchOptions(['winnow.exe', '--session=4f1c-22'])).toEqual({ session: '4f1c-22' });
});
