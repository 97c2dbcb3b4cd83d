import { askApi, fileAt, serverOf } from '../../derive/api';
import type { NodeState } from '../../state';
import { otherNodeObject, otherNodes } from './nodes';
import { eventList, nodeObject, podObject, serviceObject, sliceObject } from './objects';
import { fails, prints, printsJson, type Printed } from './types';

const WITH_VALUE = [
  ...['--kubeconfig', '--request-timeout', '--field-selector', '-n', '--namespace', '-o', '--output'],
  ...['-l', '--selector', '--raw'],
];

/** What a live API server says of its parts. */
const LIVEZ = ['ping', 'log', 'etcd', 'poststarthook/start-apiextensions-controllers']
  .map((check) => `[+]${check} ok\n`)
  .concat('livez check passed\n')
  .join('');

interface Call {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

function parse(args: readonly string[]): Call {
  const words: string[] = [];
  const options = new Map<string, string>();
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? '';
    const [name = '', value] = word.startsWith('-') ? word.split(/=(.*)/s) : [word];
    if (!word.startsWith('-')) words.push(word);
    else if (value !== undefined) options.set(name, value);
    else if (WITH_VALUE.includes(name)) options.set(name, args[++index] ?? '');
    else options.set(name, '');
  }
  return { words, options };
}

function list(items: readonly unknown[]): Printed {
  return printsJson({ apiVersion: 'v1', items, kind: 'List', metadata: { resourceVersion: '' } });
}

function forbidden(state: NodeState, what: string, group: string): Printed {
  const user = `system:node:${state.cluster.nodeName}`;
  return fails(
    `Error from server (Forbidden): ${what} is forbidden: User "${user}" cannot list resource "${what}" in API group "${group}" at the cluster scope`,
  );
}

/** `kubectl` with a kubeconfig of the node: what that identity may see, or the error it meets. */
export function kubectl(state: NodeState, args: readonly string[]): Printed {
  const { words, options } = parse(args);
  const kubeconfig = options.get('--kubeconfig') ?? state.layout.kubeconfig;
  if (words[0] === 'config') return view(state, kubeconfig);
  if (words[0] === 'version' && options.has('--client'))
    return printsJson({ clientVersion: { gitVersion: `v${state.cluster.version}` } });
  const api = askApi(state, kubeconfig);
  if (!api.ok) return fails(apiError(state, kubeconfig, api.error));
  if (words[0] === 'version')
    return printsJson({
      clientVersion: { gitVersion: `v${state.cluster.version}` },
      serverVersion: { gitVersion: `v${state.cluster.version}` },
    });
  const raw = options.get('--raw');
  if (raw !== undefined) return prints(raw.endsWith('?verbose') ? LIVEZ : 'ok');
  return get(state, words, options, api.nodeIdentity);
}

function apiError(state: NodeState, kubeconfig: string, error: string): string {
  if (error.startsWith('error:')) return error;
  if (error.startsWith('CreateFile')) return `error: stat ${kubeconfig}: ${error}`;
  if (error.includes('client-cert') || error.startsWith('invalid')) return `error: ${error}`;
  const server = serverOf(state, kubeconfig);
  const address = `${server?.host ?? ''}:${server?.port ?? 443}`;
  if (error.endsWith('refused it.') || error.includes('拒否'))
    return `The connection to the server ${address} was refused - did you specify the right host or port?\nUnable to connect to the server: ${error}`;
  return `Unable to connect to the server: ${error}`;
}

function view(state: NodeState, kubeconfig: string): Printed {
  const text = fileAt(state, kubeconfig)?.text;
  if (text === undefined)
    return prints('apiVersion: v1\nclusters: null\ncontexts: null\ncurrent-context: ""\nkind: Config\nusers: null\n');
  return prints(
    text.replace(
      /^(\s*(?:certificate-authority-data|client-certificate-data|client-key-data|token):).*$/gm,
      '$1 DATA+OMITTED',
    ),
  );
}

function get(
  state: NodeState,
  words: readonly string[],
  options: ReadonlyMap<string, string>,
  nodeIdentity: boolean,
): Printed {
  const [, what = '', name] = words;
  const { nodeName, services } = state.cluster;
  switch (what) {
    case 'node':
    case 'nodes':
      if (name !== undefined && (name !== nodeName || state.cluster.unregistered))
        return fails(`Error from server (NotFound): nodes "${name}" not found`);
      if (name !== undefined) return printsJson(nodeObject(state));
      return nodeIdentity
        ? forbidden(state, 'nodes', '')
        : list([...otherNodes(state).map((other) => otherNodeObject(state, other)), nodeObject(state)]);
    case 'service':
    case 'services':
      return list(services.map((service) => serviceObject(service)));
    case 'pod':
    case 'pods':
      if (nodeIdentity && options.get('--field-selector')?.includes(`spec.nodeName=${nodeName}`) !== true)
        return forbidden(state, 'pods', '');
      // The control plane's pods are not on this node.
      return list(options.has('-l') ? [] : state.cluster.pods.map((pod) => podObject(state, pod)));
    case 'events':
      return nodeIdentity ? forbidden(state, 'events', '') : list(eventList(state));
    case 'endpointslices':
    case 'endpointslices.discovery.k8s.io':
      return nodeIdentity
        ? forbidden(state, 'endpointslices', 'discovery.k8s.io')
        : list(services.map((service) => sliceObject(service)));
    default:
      return fails(`error: the server doesn't have a resource type "${what}"`);
  }
}
