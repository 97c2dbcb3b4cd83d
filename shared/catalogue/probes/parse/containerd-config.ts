/** A value of containerd's configuration with its place. */
export interface ConfigValue {
  readonly value: string;
  readonly line: number;
  /** The line's text, for an edit of just this line. */
  readonly text: string;
}

export interface ContainerdConfig {
  readonly version: number;
  /** Null where the file does not set it and containerd's own default holds. */
  readonly sandboxImage: ConfigValue | null;
  readonly confDir: ConfigValue | null;
  /** The first of `bin_dirs`, or `bin_dir`. */
  readonly binDir: ConfigValue | null;
  /** The head of the section in which the sandbox image is set, and how it is called there; null where there is none. */
  readonly section: { readonly text: string; readonly setting: 'sandbox_image' | 'sandbox' } | null;
}

/** What the sandbox image is called in each section that can hold it. */
const SETTINGS: Readonly<Record<string, 'sandbox_image' | 'sandbox'>> = {
  'plugins.cri': 'sandbox_image',
  'plugins.io.containerd.grpc.v1.cri': 'sandbox_image',
  'plugins.io.containerd.cri.v1.images.pinned_images': 'sandbox',
};

const DIRS = /^\s*bin_dirs?\s*=\s*\[?\s*("(?:[^"\\]|\\.)*"|'[^']*')/;

/**
 * The few settings that matter, line by line, so that each keeps its place. Sections of all three versions of the file:
 * `plugins.cri`, `plugins."io.containerd.grpc.v1.cri"`, `plugins.'io.containerd.cri.v1.images'.pinned_images`.
 */
export function containerdConfig(text: string): ContainerdConfig {
  let section = '';
  let version = 1;
  let sandboxImage: ConfigValue | null = null;
  let confDir: ConfigValue | null = null;
  let binDir: ConfigValue | null = null;
  let home: ContainerdConfig['section'] = null;
  for (const [index, row] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const head = /^\s*\[([^\]]+)\]/.exec(row);
    if (head) section = (head[1] ?? '').replaceAll(/["'\s]/g, '');
    const setting = Object.hasOwn(SETTINGS, section) ? SETTINGS[section] : undefined;
    if (head && setting) home = { text: row, setting };
    const dirs = section.endsWith('.cni') ? DIRS.exec(row)?.[1] : undefined;
    if (dirs !== undefined) binDir = { value: unquoted(dirs), line: index + 1, text: row };
    const pair = /^\s*([A-Za-z_]+)\s*=\s*("(?:[^"\\]|\\.)*"|'[^']*'|\d+)/.exec(row);
    if (!pair) continue;
    const [, name, quoted = ''] = pair;
    const found = { value: unquoted(quoted), line: index + 1, text: row };
    if (section === '' && name === 'version') version = Number(found.value);
    if (name !== undefined && Object.hasOwn(SETTINGS, section) && name === SETTINGS[section]) sandboxImage = found;
    if (name === 'conf_dir' && section.endsWith('.cni')) confDir = found;
  }
  return { version, sandboxImage, confDir, binDir, section: home };
}

function unquoted(text: string): string {
  if (text.startsWith("'")) return text.slice(1, -1);
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll(/\\(.)/g, '$1');
  return text;
}
