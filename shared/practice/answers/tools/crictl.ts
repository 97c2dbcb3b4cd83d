import { confDir, sandboxImage } from '../../derive/cni';
import { containerId, sandboxId } from '../../derive/names';
import { networkNotReady, runtimeRuns } from '../../derive/node';
import { notFound } from '../../derive/api';
import { phaseOf } from '../../derive/pods';
import { guid, hex } from '../../ids';
import type { ImageState, NodeState, PodState } from '../../state';
import { fails, printsJson, type Printed } from './types';

const OPTIONS = ['--runtime-endpoint', '--timeout'];

function words(args: readonly string[]): readonly string[] {
  return args.filter((word, index) => !OPTIONS.includes(word) && !OPTIONS.includes(args[index - 1] ?? ''));
}

function info(state: NodeState): Printed {
  const trouble = networkNotReady(state);
  const network =
    trouble === null
      ? { type: 'NetworkReady', status: true, reason: '', message: '' }
      : {
          type: 'NetworkReady',
          status: false,
          reason: 'NetworkPluginNotReady',
          message: `Network plugin returns error: ${trouble}`,
        };
  return printsJson({
    status: { conditions: [{ type: 'RuntimeReady', status: true, reason: '', message: '' }, network] },
    config: {
      containerd: { snapshotter: 'windows', defaultRuntimeName: 'runhcs-wcow-process' },
      cni: { binDir: state.layout.cniBin, confDir: confDir(state), maxConfNum: 1 },
      sandboxImage: sandboxImage(state) ?? '',
      containerdRootDir: 'C:\\ProgramData\\containerd\\root',
    },
    golang: 'go1.23.7',
    lastCNILoadStatus: trouble ?? 'OK',
  });
}

function started(state: NodeState): readonly PodState[] {
  return state.cluster.pods.filter((pod) =>
    ['running', 'crashed', 'container', 'image', 'pulling'].includes(phaseOf(state, pod).kind),
  );
}

function nanoseconds(time: string): string {
  return `${Date.parse(time)}000000`;
}

function sandboxes(state: NodeState): Printed {
  const exited = state.runtime.exited.map(({ id, pod }) => ({
    id,
    metadata: { name: pod, uid: guid(`${state.id} pod ${pod}`).toLowerCase(), namespace: 'default', attempt: 0 },
    state: 'SANDBOX_NOTREADY',
    createdAt: nanoseconds(state.windows.boot),
    labels: { 'io.kubernetes.pod.name': pod, 'io.kubernetes.pod.namespace': 'default' },
    annotations: {},
    runtimeHandler: '',
  }));
  const ready = started(state).map((pod) => ({
    id: sandboxId(pod),
    metadata: { name: pod.name, uid: pod.uid, namespace: pod.namespace, attempt: 0 },
    state: 'SANDBOX_READY',
    createdAt: nanoseconds(pod.created),
    labels: { 'io.kubernetes.pod.name': pod.name, 'io.kubernetes.pod.namespace': pod.namespace },
    annotations: {},
    runtimeHandler: '',
  }));
  return printsJson({ items: [...ready, ...exited] });
}

function containers(state: NodeState, all: boolean): Printed {
  const rows = started(state).flatMap((pod) => {
    const { kind } = phaseOf(state, pod);
    if (kind === 'image' || kind === 'pulling' || ((kind === 'crashed' || kind === 'container') && !all)) return [];
    return [
      {
        id: containerId(pod),
        podSandboxId: sandboxId(pod),
        metadata: { name: 'app', attempt: kind === 'running' ? 0 : 7 },
        image: { image: pod.image },
        state: kind !== 'running' ? 'CONTAINER_EXITED' : 'CONTAINER_RUNNING',
        createdAt: nanoseconds(pod.created),
        labels: {},
        annotations: {},
      },
    ];
  });
  return printsJson({ containers: rows });
}

function imageRow(state: NodeState, image: ImageState): object {
  const id = `sha256:${hex(`image ${image.tag}`, 64)}`;
  return {
    id,
    repoTags: [image.tag],
    repoDigests: [`${image.tag.replace(/:[^:/]*$/, '')}@sha256:${hex(`digest ${image.tag}`, 64)}`],
    size: String(image.size),
    uid: null,
    username: '',
    pinned: image.tag === sandboxImage(state),
  };
}

function inspect(state: NodeState, tag: string): Printed {
  const image = state.runtime.images.find((each) => each.tag === tag && each.present);
  if (image === undefined) return fails(`FATA[0000] no such image "${tag}" present`);
  const os =
    image.build === null
      ? { os: 'linux' }
      : {
          os: 'windows',
          'os.version': `10.0.${image.build}.${state.windows.build === image.build ? state.windows.ubr : 2113}`,
        };
  return printsJson({
    status: imageRow(state, image),
    info: { chainID: '', imageSpec: { architecture: 'amd64', ...os, config: {} } },
  });
}

/** `crictl` against containerd's pipe. */
export function crictl(state: NodeState, args: readonly string[]): Printed {
  const [command = '', ...rest] = words(args);
  if (!runtimeRuns(state)) {
    return fails(
      `FATA[0000] validate service connection: validate CRI v1 runtime API for endpoint "npipe:////./pipe/containerd-containerd": rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: open //./pipe/containerd-containerd: ${notFound(state)}"`,
    );
  }
  switch (command) {
    case 'info':
      return info(state);
    case 'pods':
      return sandboxes(state);
    case 'ps':
      return containers(state, rest.includes('-a'));
    case 'images':
      return printsJson({
        images: state.runtime.images.filter(({ present }) => present).map((image) => imageRow(state, image)),
      });
    case 'imagefsinfo':
      return printsJson({
        status: {
          imageFilesystems: [
            {
              timestamp: nanoseconds(state.windows.trueTime),
              fsId: { mountpoint: 'C:\\ProgramData\\containerd\\root\\io.containerd.snapshotter.v1.windows' },
              usedBytes: { value: '21474836480' },
              inodesUsed: { value: '0' },
            },
          ],
        },
      });
    case 'inspecti':
      return inspect(state, rest.filter((word) => !word.startsWith('-') && word !== 'json').at(-1) ?? '');
    case 'version':
      return printsJson({
        version: '0.1.0',
        runtimeName: 'containerd',
        runtimeVersion: `v${state.runtime.version}`,
        runtimeApiVersion: 'v1',
      });
    default:
      return fails(`FATA[0000] unknown command "${command}"`);
  }
}
