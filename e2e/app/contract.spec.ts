import { expect } from '@playwright/test';
import { commands } from '../../shared/ipc/contract';
import { test } from './launch';

const HOSTILE: readonly unknown[] = [
  null,
  'text',
  7,
  [],
  { __proto__: null, extra: true },
  { symptom: '../x', step: 1 },
];

test('a message that is not to the letter what the contract says is refused, and the window goes on', async ({
  open,
}) => {
  const { page } = await open();
  for (const name of Object.keys(commands)) {
    for (const payload of HOSTILE) {
      const answer = await page.evaluate(
        async ([command, request]) => {
          const api = Reflect.get(globalThis, 'winnow') as {
            command(name: unknown, request: unknown): Promise<unknown>;
          };
          return api.command(command, request).then(
            () => 'answered',
            () => 'refused',
          );
        },
        [name, payload] as const,
      );
      expect(`${name} ${answer}`).toBe(`${name} refused`);
    }
  }
  await expect(page.getByRole('heading', { name: 'What do you see?' })).toBeVisible();
});
