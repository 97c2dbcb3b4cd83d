import { z } from 'zod';
import { CannotInterpret, maybe, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, seconds } from '../define';
import { containerdConfig } from './parse/containerd-config';
import { parseJson } from './parse/json';

const CONFIG = 'C:\\Program Files\\containerd\\config.toml';
const RKE2_CONFIG = 'C:\\var\\lib\\rancher\\rke2\\agent\\etc\\containerd\\config.toml';
const texts = z.union([z.string(), z.array(z.string())]).nullish();
const info = z.object({
  config: z
    .object({
      cni: z.object({ confDir: texts, binDir: texts, binDirs: texts }).nullish(),
      sandboxImage: texts,
    })
    .nullish(),
  status: z.object({
    conditions: z.array(
      z.object({
        type: z.string(),
        status: z.boolean(),
        reason: z.string().optional(),
        message: z.string().optional(),
      }),
    ),
  }),
});

/** containerd: its pipe, its configuration and what it says of itself. Null fields could not be read. */
export const runtime = defineProbe({
  id: 'runtime',
  code: 'P30',
  rights: 'administrator',
  limit: seconds(10),
  reads: () => ({
    pipes: { kind: 'directory', path: '\\\\.\\pipe\\', pattern: 'containerd*' },
    docker: { kind: 'directory', path: '\\\\.\\pipe\\', pattern: 'docker_engine' },
    config: { kind: 'file', path: CONFIG },
    rke2: { kind: 'file', path: RKE2_CONFIG },
    info: {
      kind: 'tool',
      tool: 'crictl',
      args: ['--runtime-endpoint', 'npipe:////./pipe/containerd-containerd', '--timeout', '5s', 'info'],
    },
  }),
  interpret: ({ pipes, docker, config, rke2, info: answer }) => {
    const crictl = maybe(answer);
    const said = crictl?.found && crictl.exit === 0 ? infoOf(crictl.stdout) : null;
    const told = typeof said === 'string' ? null : said;
    const condition = (wanted: string) => {
      const found = told?.status.conditions.find(({ type }) => type === wanted);
      return found ? { ok: found.status, reason: found.reason ?? '', message: found.message ?? '' } : null;
    };
    return {
      pipe: hasPipe(pipes, 'containerd-containerd'),
      dockerPipe: hasPipe(docker, 'docker_engine'),
      config: fileFacts(CONFIG, config) ?? fileFacts(RKE2_CONFIG, rke2),
      /** The settings in force, as containerd tells them itself; null: it did not answer. */
      inForce: told
        ? {
            confDir: first(told.config?.cni?.confDir),
            binDir: first(told.config?.cni?.binDirs) ?? first(told.config?.cni?.binDir),
            sandboxImage: first(told.config?.sandboxImage),
          }
        : null,
      runtimeReady: condition('RuntimeReady'),
      networkReady: condition('NetworkReady'),
      crictlError:
        typeof said === 'string'
          ? said
          : crictl?.found && crictl.exit !== 0
            ? crictl.stderr.trim().slice(0, 400)
            : null,
    };
  },
});

function hasPipe(outcome: Outcome<Answer<'directory'>>, wanted: string): boolean | null {
  const directory = maybe(outcome);
  if (!directory) return null;
  return directory.exists && directory.entries.some(({ name }) => name.toLowerCase() === wanted);
}

function fileFacts(path: string, outcome: Outcome<Answer<'file'>>) {
  const file = maybe(outcome);
  if (!file?.exists) return null;
  const { version, sandboxImage, confDir, binDir, section } = containerdConfig(file.text);
  return {
    path,
    version,
    sandboxImage: placed(path, sandboxImage),
    confDir: placed(path, confDir),
    binDir: placed(path, binDir),
    section,
  };
}

function first(value: string | readonly string[] | null | undefined): string | null {
  const text = typeof value === 'string' ? value : value?.[0];
  return text === undefined || text === '' ? null : text;
}

function placed<T extends object>(path: string, value: T | null): (T & { readonly path: string }) | null {
  return value ? { ...value, path } : null;
}

/** What crictl says of the runtime; a text tells why that could not be understood. */
function infoOf(json: string): z.infer<typeof info> | string {
  try {
    return parseJson(info, json, 'crictl info');
  } catch (error) {
    if (error instanceof CannotInterpret) return error.outcome.detail;
    throw error;
  }
}
