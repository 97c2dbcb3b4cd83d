import type { Failure } from '../shared/ipc/contract';
import type { Desk } from './desk';
import { failed } from './ipc/answers';
import type { LaunchOptions } from './launch-options';
import { wait } from './session/wait';
import { openSource } from './sources';

/**
 * Puts the node on the desk that the window was started for, and its session: on Windows this machine where nothing
 * else was asked for. PowerShell takes a second to start, so the window is there before; what was begun in it stays.
 * Says what could not be opened.
 */
export async function openFirst(
  desk: Desk,
  { node, session }: LaunchOptions,
  shell: string | undefined,
  platform: NodeJS.Platform,
): Promise<Failure | null> {
  const wanted = node ?? (platform === 'win32' ? 'live' : null);
  if (wanted === null || wanted === desk.source.name) return null;
  const opened = await openSource(wanted, { pass: wait, shell });
  if (opened.kind === 'failed') return failed(opened.what, opened.detail);
  if (desk.runner.state()) {
    await opened.source.close();
    return null;
  }
  await desk.use(opened.source);
  const resumed = session === undefined ? null : await desk.resume(session);
  return resumed?.kind === 'failed' ? failed(resumed.what, resumed.detail) : null;
}
