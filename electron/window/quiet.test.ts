import { expect, it, vi } from 'vitest';
import { keepQuiet, refuseDebugging } from './quiet';

it('leaves the browser no names to look up but the development server’s', () => {
  const appendSwitch = vi.fn();
  keepQuiet({ appendSwitch });
  expect(appendSwitch).toHaveBeenCalledWith('host-resolver-rules', 'MAP * ~NOTFOUND , EXCLUDE localhost');
  expect(appendSwitch).toHaveBeenCalledWith('disable-background-networking', undefined);
});

it('lets nobody debug the page of a packaged program', () => {
  const removeSwitch = vi.fn();
  refuseDebugging({ removeSwitch }, false);
  expect(removeSwitch).not.toHaveBeenCalled();
  refuseDebugging({ removeSwitch }, true);
  expect(removeSwitch.mock.calls.flat()).toEqual(
    expect.arrayContaining(['remote-debugging-port', 'remote-debugging-pipe']),
  );
});
