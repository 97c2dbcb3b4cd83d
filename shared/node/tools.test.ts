import { describe, expect, it } from 'vitest';
import { isReadOnlyCall, type ToolId } from './tools';

const ASKS: ReadonlyArray<readonly [ToolId, string]> = [
  ['kubectl', 'get nodes -o json'],
  ['kubectl', '--kubeconfig C:\\k\\config --request-timeout 5s get pods -A -o json'],
  ['kubectl', 'get --raw /livez?verbose'],
  ['kubectl', 'get pods -A --field-selector spec.nodeName=winnode-01 -o json'],
  ['kubectl', 'version --client -o json'],
  ['kubectl', 'config view --minify'],
  ['crictl', '--runtime-endpoint npipe:////./pipe/containerd-containerd info'],
  ['crictl', 'pods -o json'],
  ['kubelet', '--version'],
  ['containerd', '--version'],
  ['flanneld', '--version'],
  ['netsh', 'int ipv4 show dynamicportrange tcp'],
  ['hnsdiag', 'list all'],
  ['vfpctrl', '/port 1 /layer L /list-rule'],
  ['fltmc', 'filters'],
  ['win-bridge', ''],
];

const CHANGES: ReadonlyArray<readonly [ToolId, string]> = [
  ['kubectl', 'delete node winnode-01'],
  ['kubectl', '--kubeconfig get delete node winnode-01'],
  ['kubectl', '--request-timeout get --kubeconfig get drain winnode-01'],
  ['kubectl', '--kubeconfig=x get nodes'],
  ['kubectl', '--token abc get nodes'],
  ['kubectl', '--server https://elsewhere get nodes'],
  ['kubectl', 'config set-context a'],
  ['kubectl', 'config'],
  ['kubectl', 'GET nodes'],
  ['kubectl', ''],
  ['kubectl', '--kubeconfig'],
  ['crictl', 'rmp -a'],
  ['crictl', 'rmi --prune'],
  ['kubelet', ''],
  ['kubelet', '--config x --version'],
  ['containerd', ''],
  ['containerd', '--version --config x'],
  ['flanneld', '--kube-subnet-mgr'],
  ['netsh', 'int ipv4 set dynamicportrange tcp 1 1'],
  ['netsh', 'int ipv4'],
  ['netsh', '-f script.txt'],
  ['hnsdiag', 'delete all'],
  ['fltmc', 'unload x'],
];

/** Calls that start with a harmless word and carry something that is not. */
const SMUGGLED: ReadonlyArray<readonly [ToolId, string]> = [
  ['vfpctrl', '/port 1 /add-rule x'],
  ['vfpctrl', '/port 1 /disable-port'],
  ['kubectl', 'get nodes --server https://elsewhere'],
  ['kubectl', 'get --raw /api/v1/secrets'],
  ['kubectl', 'get secrets -A -o json'],
  ['kubectl', 'get pods,secrets -A'],
  ['kubectl', 'get secret/a'],
  ['kubectl', 'get --raw=/api/v1/secrets'],
  ['kubectl', 'config view --raw'],
  ['kubectl', 'get pods -w'],
  ['kubectl', 'get pods --token=x'],
  ['kubelet', '--version --config x'],
  ['win-bridge', 'anything'],
];

function words(line: string): readonly string[] {
  return line === '' ? [] : line.split(' ');
}

describe('isReadOnlyCall', () => {
  it.each(ASKS)('allows %s %s', (tool, line) => expect(isReadOnlyCall(tool, words(line))).toBe(true));
  it.each(CHANGES)('refuses %s %s', (tool, line) => expect(isReadOnlyCall(tool, words(line))).toBe(false));
  it.each(SMUGGLED)('refuses what is smuggled behind harmless words: %s %s', (tool, line) =>
    expect(isReadOnlyCall(tool, words(line))).toBe(false),
  );
  it('takes no inherited property for an option', () => {
    expect(isReadOnlyCall('kubectl', ['constructor', 'get', 'nodes'])).toBe(false);
    expect(isReadOnlyCall('kubectl', ['toString', 'get', 'nodes'])).toBe(false);
  });
});
