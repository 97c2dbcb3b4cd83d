import { describe, test } from 'vitest';
import { findEngines, type Engine } from './engine';

const { engines, without } = findEngines();
if (without !== null) console.warn(`Skipped: ${without}`);

/** Tests that are run on every engine of this machine; where there is none, they are skipped and say why. */
export function onEngines(title: string, tests: (engine: Engine) => void): void {
  if (engines.length > 0) describe.each(engines)(`${title}, through $name`, tests);
  else
    describe.skip(`${title}: ${without ?? ''}`, () => {
      test('not run');
    });
}
