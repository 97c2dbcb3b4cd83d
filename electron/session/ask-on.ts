import type { Runner } from './runner';

/** Asks the node as long as the walk wants to know something, or until the session is left. */
export async function askOn(runner: Runner): Promise<void> {
  while (runner.walk()?.end.kind === 'asking') {
    const before = runner.state()?.seq;
    if ((await runner.ask()).kind === 'failed' || runner.state()?.seq === before) return;
  }
}
