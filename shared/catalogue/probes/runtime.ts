import { z } from 'zod';
import { CannotInterpret, maybe } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { containerdConfig } from './parse/containerd-config';
import { parseJson } from './parse/json';

const CONFIG = 'C:\\Program Files\\containerd\\config.toml';
const info = z.looseObject({
  status: z.looseObject({
    conditions: z.array(
      z.looseObject({
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
    config: { kind: 'file', path: CONFIG },
    info: {
      kind: 'tool',
      tool: 'crictl',
      args: ['--runtime-endpoint', 'npipe:////./pipe/containerd-containerd', '--timeout', '5s', 'info'],
    },
  }),
  interpret: ({ pipes, config, info: answer }) => {
    const directory = maybe(pipes);
    const file = maybe(config);
    const crictl = maybe(answer);
    const parsed = file?.exists ? containerdConfig(file.text) : null;
    const said = crictl?.found && crictl.exit === 0 ? conditionsOf(crictl.stdout) : null;
    const conditions = typeof said === 'string' ? null : said;
    const condition = (wanted: string) => {
      const found = conditions?.find(({ type }) => type === wanted);
      return found ? { ok: found.status, reason: found.reason ?? '', message: found.message ?? '' } : null;
    };
    return {
      pipe: directory
        ? directory.exists && directory.entries.some(({ name }) => name.toLowerCase() === 'containerd-containerd')
        : null,
      config: parsed
        ? {
            path: CONFIG,
            version: parsed.version,
            sandboxImage: placed(parsed.sandboxImage),
            confDir: placed(parsed.confDir),
            binDir: placed(parsed.binDir),
            section: parsed.section,
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

function placed<T extends object>(value: T | null): (T & { readonly path: string }) | null {
  return value ? { ...value, path: CONFIG } : null;
}

/** What crictl says of the runtime; a text tells why that could not be understood. */
function conditionsOf(json: string): z.infer<typeof info>['status']['conditions'] | string {
  try {
    return parseJson(info, json, 'crictl info').status.conditions;
  } catch (error) {
    if (error instanceof CannotInterpret) return error.outcome.detail;
    throw error;
  }
}
