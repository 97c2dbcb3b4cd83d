/** The PowerShell engines that tests can run on: the one built from `engine/`, and `pwsh` where it is installed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';

export interface Engine {
  readonly name: 'engine' | 'pwsh';
  /** Takes the arguments and the input that `powershell -Command -` takes. */
  readonly executable: string;
}

/** What engines want to have in their environment: no colours, nothing sent anywhere. */
export const ENGINE_ENVIRONMENT = { TERM: 'dumb', POWERSHELL_TELEMETRY_OPTOUT: '1', DOTNET_CLI_TELEMETRY_OPTOUT: '1' };

const SOURCES = join(import.meta.dirname, 'engine');
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/winnow');
const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** Every engine of this machine; why there is none where there is none. Builds the own one where it is not built yet. */
export function findEngines(): { readonly engines: readonly Engine[]; readonly without: string | null } {
  const built = buildEngine();
  const pwsh = onPath('pwsh');
  const engines: Engine[] = [
    ...('executable' in built ? [{ name: 'engine', executable: built.executable } as const] : []),
    ...(pwsh === undefined ? [] : [{ name: 'pwsh', executable: pwsh } as const]),
  ];
  return { engines, without: 'without' in built ? built.without : null };
}

/** Builds the console program of `engine/` unless these very sources are built already. */
function buildEngine(): { readonly executable: string } | { readonly without: string } {
  const folder = join(CACHE, `engine-${fingerprint()}`);
  const executable = join(folder, `engine${SUFFIX}`);
  if (existsSync(executable)) return { executable };
  const dotnet = onPath('dotnet');
  if (dotnet === undefined) return { without: 'the PowerShell engine is not built: no .NET SDK (dotnet) on PATH' };
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, 'engine-build-'));
  try {
    const project = join(SOURCES, 'engine.csproj');
    const args = ['build', project, '-c', 'Release', '--nologo', '-v', 'q', '--artifacts-path', work];
    const { status, stdout, stderr } = spawnSync(dotnet, args, {
      encoding: 'utf8',
      env: { ...process.env, ...ENGINE_ENVIRONMENT },
    });
    if (status !== 0) return { without: `the PowerShell engine could not be built:\n${stdout}${stderr}` };
    // Another test run may have been quicker; what it built is the same.
    if (!existsSync(folder)) renameSync(join(work, 'bin/engine/release'), folder);
    return { executable };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const files = readdirSync(SOURCES, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort())
    hash.update(relative(SOURCES, path)).update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
}

function onPath(program: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, `${program}${SUFFIX}`))
    .find((path) => existsSync(path));
}
