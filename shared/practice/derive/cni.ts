import { sameName } from '../edit';
import type { NodeState } from '../state';
import { processNamed } from './processes';

/** Whether the runtime found a network configuration, and which. */
export type CniState =
  | { readonly ok: true; readonly path: string; readonly network: string; readonly type: string }
  | { readonly ok: false; readonly message: string };

/** The folder that the runtime (or a docker-era kubelet) takes its network configuration from. */
export function confDir(state: NodeState): string {
  if (state.runtime.kind === 'docker')
    return processNamed(state, 'kubelet.exe')?.commandLine.match(/--cni-conf-dir=(\S+)/)?.[1] ?? state.layout.cniConf;
  return (/^\s*conf_dir\s*=\s*["'](.+?)["']/m.exec(containerdConfig(state))?.[1] ?? state.layout.cniConf)
    .replaceAll('\\\\', '\\')
    .replaceAll('/', '\\');
}

export const CONTAINERD_CONFIG = 'C:\\Program Files\\containerd\\config.toml';

function containerdConfig(state: NodeState): string {
  return state.files[CONTAINERD_CONFIG]?.text ?? '';
}

/** The image that new pod sandboxes are made of; null: none is set. */
export function sandboxImage(state: NodeState): string | null {
  if (state.runtime.kind === 'docker')
    return processNamed(state, 'kubelet.exe')?.commandLine.match(/--pod-infra-container-image=(\S+)/)?.[1] ?? null;
  const image = /^\s*sandbox(?:_image)?\s*=\s*["'](.*?)["']/m.exec(containerdConfig(state))?.[1];
  return image === undefined || image === '' ? null : image;
}

/** The configuration that wins: the first of the folder by name. */
export function cniState(state: NodeState): CniState {
  const folder = confDir(state);
  const prefix = `${folder}\\`;
  const [path] = Object.keys(state.files)
    .filter(
      (file) =>
        sameName(file.slice(0, prefix.length), prefix) &&
        !file.slice(prefix.length).includes('\\') &&
        /\.(conf|conflist|json)$/i.test(file),
    )
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  const file = path === undefined ? undefined : state.files[path];
  if (path === undefined || file === undefined)
    return { ok: false, message: `cni config uninitialized: no network config found in ${folder}` };
  const parsed = file.bom ? undefined : parse(file.text);
  if (parsed === undefined) {
    const why = file.bom
      ? "invalid character 'ï' looking for beginning of value"
      : "invalid character '}' looking for beginning of object key string";
    return {
      ok: false,
      message: `cni config load failed: failed to load CNI config file ${path}: error parsing configuration: ${why}`,
    };
  }
  return { ok: true, path, network: parsed.name, type: parsed.type };
}

function parse(text: string): { readonly name: string; readonly type: string } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const name = 'name' in value && typeof value.name === 'string' ? value.name : '';
    const plugins: unknown = 'plugins' in value && Array.isArray(value.plugins) ? value.plugins[0] : value;
    if (typeof plugins !== 'object' || plugins === null || !('type' in plugins) || typeof plugins.type !== 'string')
      return undefined;
    return { name, type: plugins.type };
  } catch {
    return undefined;
  }
}
