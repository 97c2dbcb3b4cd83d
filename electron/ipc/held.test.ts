import { expect, it, vi } from 'vitest';
import { commands } from '../../shared/ipc/contract';
import { holdCommands } from './held';
import type { FromPage, IpcMain } from './serve';

type Listener = Parameters<IpcMain['handle']>[1];

const EVENT: FromPage = { senderFrame: null, sender: { id: 1, mainFrame: { url: 'app://winnow/' } } };

function held() {
  const taken = new Map<string, Listener>();
  const { ipc, begun } = holdCommands({ handle: (name, listener) => void taken.set(name, listener) });
  return { taken, later: ipc, begun };
}

it('every command of the contract is taken at once', () => {
  expect([...held().taken.keys()].sort()).toEqual(Object.keys(commands).sort());
});

it('what came before anybody answers is answered then, with its own sender and payload', async () => {
  const { taken, later } = held();
  const waiting = taken.get('app.view')!(EVENT, { early: true });
  later.handle('app.view', (event, payload) => Promise.resolve([event, payload]));
  expect(await waiting).toEqual([EVENT, { early: true }]);
  expect(await taken.get('app.view')!(EVENT, 2)).toEqual([EVENT, 2]);
});

it('a refusal reaches whoever waited', async () => {
  const { taken, later } = held();
  const waiting = taken.get('session.list')!(EVENT, {});
  later.handle('session.list', () => Promise.reject(new Error('refused')));
  await expect(waiting).rejects.toThrow('refused');
});

it('nobody can answer what the contract does not know', () => {
  expect(() => held().later.handle('app.other', () => Promise.resolve())).toThrow('app.other');
});

it('the first command tells that the page has begun, before it is answered', async () => {
  const { taken, begun } = held();
  const heard = vi.fn();
  void begun.then(heard);
  await Promise.resolve();
  expect(heard).not.toHaveBeenCalled();
  void taken.get('app.view')!(EVENT, {});
  await begun;
  expect(heard).toHaveBeenCalledOnce();
});
