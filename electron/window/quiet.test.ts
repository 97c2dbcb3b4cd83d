import { expect, it, vi } from 'vitest';
import { keepQuiet } from './quiet';

it('leaves the browser no names to look up but the development server’s', () => {
  const appendSwitch = vi.fn();
  keepQuiet({ appendSwitch });
  expect(appendSwitch).toHaveBeenCalledWith('host-resolver-rules', 'MAP * ~NOTFOUND , EXCLUDE localhost');
  expect(appendSwitch).toHaveBeenCalledWith('disable-background-networking', undefined);
});
