import { answered, type Outcome } from '../../node/outcome';
import type { Answer, Certificate, Read } from '../../node/read';
import { cutSecrets } from '../../node/secrets';
import { keyOf, sameName } from '../edit';
import { runtimeRuns } from '../derive/node';
import { isRunning } from '../derive/processes';
import { filesOf } from '../derive/files';
import type { FileState, NodeState } from '../state';
import { unlessElevated } from './refuse';

const ADMINISTRATORS_ONLY = ['C:\\var\\lib\\kubelet\\pki', 'C:\\ProgramData\\Microsoft\\Windows\\HNS', '\\\\.\\pipe'];

/** Reading here needs rights. */
function refused(state: NodeState, path: string): ReturnType<typeof unlessElevated> {
  return ADMINISTRATORS_ONLY.some((folder) => sameName(path.slice(0, folder.length), folder))
    ? unlessElevated(state)
    : null;
}

function plainPath(path: string): string {
  return path.replaceAll('/', '\\').replace(/\\+$/, '');
}

function lengthOf(file: FileState): number {
  if (file.length !== null) return file.length;
  if (file.encoding !== 'utf-8') return file.text.length * 2 + (file.bom ? 2 : 0);
  let bytes = file.bom ? 3 : 0;
  for (const character of file.text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** A text file or its tail; secrets are cut as the live shell cuts them. */
export function answerFile(state: NodeState, read: Extract<Read, { kind: 'file' }>): Outcome<Answer<'file'>> {
  const path = plainPath(read.path);
  const no = refused(state, path);
  if (no !== null) return no;
  const files = filesOf(state);
  const file = files[keyOf(files, path) ?? ''];
  if (file === undefined) return answered({ exists: false });
  const length = lengthOf(file);
  const tail = read.tail !== undefined && read.tail < length;
  return answered({
    exists: true,
    text: cutSecrets(tail ? file.text.slice(-(read.tail ?? 0)) : file.text),
    length,
    truncated: tail,
    encoding: file.encoding,
    bom: file.bom,
    modified: file.modified,
  });
}

type Entry = { name: string; folder: boolean; length: number; modified: string };

function pipes(state: NodeState): readonly Entry[] {
  const names = [
    ...(isRunning(state, 'containerd') && runtimeRuns(state)
      ? ['containerd-containerd', 'containerd-containerd.ttrpc']
      : []),
    ...(isRunning(state, 'docker') ? ['docker_engine'] : []),
    'lsass',
    'ntsvcs',
    'winreg',
  ];
  return names.map((name) => ({ name, folder: false, length: 1, modified: '1601-01-01T00:00:00.000Z' }));
}

/** The entries of a folder, which exists as soon as something lies in it. */
export function answerDirectory(
  state: NodeState,
  read: Extract<Read, { kind: 'directory' }>,
): Outcome<Answer<'directory'>> {
  const path = plainPath(read.path);
  const no = refused(state, path);
  if (no !== null) return no;
  const found = sameName(path, '\\\\.\\pipe') ? pipes(state) : entriesOf(state, `${path}\\`);
  if (found.length === 0) return answered({ exists: false });
  const pattern = new RegExp(
    `^${(read.pattern ?? '*')
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    'i',
  );
  return answered({ exists: true, entries: found.filter((entry) => entry.name !== '' && pattern.test(entry.name)) });
}

/** A file named `.` keeps an empty folder. */
function entriesOf(state: NodeState, prefix: string): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const [path, file] of Object.entries(filesOf(state))) {
    if (!sameName(path.slice(0, prefix.length), prefix)) continue;
    const [name = '', ...rest] = path.slice(prefix.length).split('\\');
    const folder = rest.length > 0;
    const shown = name === '.' ? '' : name;
    entries.set(shown, { name: shown, folder, length: folder ? 0 : lengthOf(file), modified: file.modified });
  }
  return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Public fields of the certificates in files. */
export function answerCertificates(
  state: NodeState,
  read: Extract<Read, { kind: 'certificates' }>,
): Outcome<Answer<'certificates'>> {
  const [only] = read.paths;
  const no = only === undefined || read.paths.length > 1 ? null : refused(state, plainPath(only));
  if (no !== null) return no;
  return answered({
    files: read.paths.map((path) => {
      if (refused(state, plainPath(path)) !== null)
        return { path, exists: true, certificates: [], error: '0x80070005' };
      const file = state.files[keyOf(state.files, plainPath(path)) ?? ''];
      const certificates: Certificate[] = [...(file?.certificates ?? [])];
      return { path, exists: file !== undefined, certificates, error: null };
    }),
  });
}
