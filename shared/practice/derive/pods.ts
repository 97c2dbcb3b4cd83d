import { hex } from '../ids';
import { keyOf, sameName } from '../edit';
import type { ImageState, NodeState, PodState, RegistryTrouble } from '../state';
import { notFound } from './api';
import { cniState, sandboxImage } from './cni';
import { hasSubnetEnv, missingInSubnetEnv, subnetOf } from './flannel';
import { noAddress } from './leases';
import { podEndpointId, sandboxId } from './names';
import { hnsRuns, kubeletRuns, runtimeRuns } from './node';

/** How far a pod came. Whatever stopped it carries the error that its events and the logs show. */
export type PodPhase =
  | { readonly kind: 'running'; readonly ready: boolean }
  | { readonly kind: 'crashed' }
  | { readonly kind: 'unseen' }
  | { readonly kind: 'volume' | 'network' | 'sandbox' | 'image' | 'container'; readonly error: string }
  | { readonly kind: 'pulling' };

/** What became of a pod on this node as it is now. */
export function phaseOf(state: NodeState, pod: PodState): PodPhase {
  if (pod.crashed) return { kind: 'crashed' };
  if (!pod.fresh)
    return { kind: 'running', ready: pod.hostProcess || !state.hns.deleted.includes(podEndpointId(state, pod)) };
  if (!kubeletRuns(state) || !runtimeRuns(state)) return { kind: 'unseen' };
  if (pod.volumeError !== null) return { kind: 'volume', error: pod.volumeError };
  const cni = cniState(state);
  if (!cni.ok)
    return {
      kind: 'network',
      error: `network is not ready: container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: ${cni.message}`,
    };
  const sandbox = sandboxError(state, pod, cni.type);
  if (sandbox !== null) return { kind: 'sandbox', error: sandbox };
  return imagePhase(state, pod);
}

function imagePhase(state: NodeState, pod: PodState): PodPhase {
  const image = imageTagged(state, pod.image);
  const pull = pullError(state, pod.image, image);
  if (pull === 'slow') return { kind: 'pulling' };
  if (pull !== null) return { kind: 'image', error: pull };
  const build = image?.build ?? state.windows.build;
  if (!fits(state, build)) {
    return {
      kind: 'container',
      error: `failed to create containerd task: failed to create shim task: ${mismatch(pod)}`,
    };
  }
  return { kind: 'running', ready: true };
}

/** What HCS says of a container of another release. */
function mismatch(pod: PodState): string {
  return `hcs::CreateComputeSystem ${sandboxId(pod)}: The container operating system does not match the host operating system. (0xc0370101)`;
}

/** Process isolation: the release must match; Server 2025 also runs 2022 images. */
function fits(state: NodeState, build: number): boolean {
  const host = state.windows.build;
  return build === host || (host > 20348 && build === 20348);
}

function imageTagged(state: NodeState, tag: string): ImageState | undefined {
  return state.runtime.images.find((image) => image.tag === tag);
}

function sandboxError(state: NodeState, pod: PodState, plugin: string): string | null {
  const wanted = sandboxImage(state);
  if (wanted === null)
    return 'failed to get sandbox image "": failed to pull image "": failed to parse image reference: invalid reference format';
  const image = imageTagged(state, wanted);
  const pull = pullError(state, wanted, image);
  if (pull !== null && pull !== 'slow') return `failed to get sandbox image "${wanted}": ${pull}`;
  if (image?.present === true && !fits(state, image.build ?? 0))
    return `failed to start sandbox "${sandboxId(pod)}": failed to create containerd task: failed to create shim task: ${mismatch(pod)}`;
  const setup = `failed to setup network for sandbox "${sandboxId(pod)}": plugin type="${plugin}"`;
  const program = `${state.layout.cniBin}\\${plugin}.exe`;
  if (plugin !== 'nat' && !hasProgram(state, program))
    return `failed to setup network for sandbox "${sandboxId(pod)}": failed to find plugin "${plugin}" in path [${state.layout.cniBin}]`;
  if (!hnsRuns(state)) {
    return state.hns.hung
      ? 'context deadline exceeded (DeadlineExceeded)'
      : `${setup} failed (add): hcnOpenNetwork failed in Win32: The RPC server is unavailable. (0x6ba)`;
  }
  if (plugin === 'nat')
    return `${setup} failed (add): error creating endpoint hcnCreateNetwork failed in Win32: The object already exists. (0x1392)`;
  const missing = plugin === 'flannel' ? missingInSubnetEnv(state) : [];
  if (missing.length > 0)
    return `${setup} failed (add): loadFlannelSubnetEnv failed: /run/flannel/subnet.env is missing ${missing.join(', ')}`;
  if (plugin === 'flannel' && !hasSubnetEnv(state)) {
    return `${setup} failed (add): loadFlannelSubnetEnv failed: open /run/flannel/subnet.env: ${notFound(state)}`;
  }
  if (!state.hns.networks.some((network) => network.name === state.layout.networkName)) {
    return `${setup} failed (add): error looking up network ${state.layout.networkName}: Network name "${state.layout.networkName}" not found. hcnQueryNetworks (0x803b0001)`;
  }
  const refused = noAddress(state, subnetOf(state));
  return refused === null ? null : `${setup} failed (add): ${refused}`;
}

function hasProgram(state: NodeState, path: string): boolean {
  return keyOf(state.files, path) !== undefined || Object.values(state.tools).some((tool) => sameName(tool, path));
}

function pullError(state: NodeState, tag: string, image: ImageState | undefined): string | null {
  if (image?.present === true) return null;
  const reference = tag.includes('/') && /^[^/]*[.:]/.test(tag) ? tag : `docker.io/${tag}`;
  const [host = ''] = reference.split('/');
  const start = `failed to pull image "${tag}": failed to pull and unpack image "${reference}": `;
  const resolving = `${start}failed to resolve reference "${reference}": failed to do request: Head "https://${host}/v2/": `;
  if (state.runtime.trouble !== null) return withTrouble(state.runtime.trouble, start, resolving, reference, host);
  if (image === undefined) return `${start}failed to resolve reference "${reference}": ${reference}: not found`;
  if (image.build === null) return `${start}no match for platform in manifest: not found`;
  return null;
}

function withTrouble(
  trouble: RegistryTrouble,
  start: string,
  resolving: string,
  reference: string,
  host: string,
): string {
  switch (trouble) {
    case 'layers':
      return `${start}failed to extract layer sha256:${hex(`layer ${reference}`, 64)}: hcsshim::ImportLayer failed in Win32: wrong diff id calculated on extraction`;
    case 'dns':
      return `${resolving}dial tcp: lookup ${host}: no such host`;
    case 'proxy':
      return `${resolving}proxyconnect tcp: dial tcp 10.0.0.250:8080: i/o timeout`;
    case 'x509':
      return `${resolving}tls: failed to verify certificate: x509: certificate signed by unknown authority`;
    case '429':
      return `${start}failed to copy: httpReadSeeker: failed open: unexpected status code https://${host}/v2/${reference.slice(host.length + 1)}: 429 Too Many Requests - toomanyrequests: You have reached your pull rate limit.`;
    case 'denied':
      return `${resolving.slice(0, -': '.length)} resulted in: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`;
    case 'blocked':
      return `${resolving}dial tcp 20.61.99.68:443: i/o timeout`;
    case 'slow':
      return 'slow';
  }
}
