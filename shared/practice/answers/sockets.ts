import { answered, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { connectionPorts } from '../derive/ports';
import { processesOf } from '../derive/processes';
import type { NodeState } from '../state';

type Listener = Answer<'sockets'>['listeners'][number];

const PORTS: Readonly<Record<string, ReadonlyArray<[address: string, port: number]>>> = {
  'kubelet.exe': [
    ['0.0.0.0', 10250],
    ['127.0.0.1', 10248],
  ],
  'kube-proxy.exe': [
    ['0.0.0.0', 10256],
    ['127.0.0.1', 10249],
  ],
  'containerd.exe': [['127.0.0.1', 49701]],
};

/** Listeners of Windows itself, with the process ids they always have here. */
const WINDOWS: readonly Listener[] = [
  { protocol: 'tcp', address: '0.0.0.0', port: 135, processId: 896 },
  { protocol: 'tcp', address: '0.0.0.0', port: 445, processId: 4 },
  { protocol: 'tcp', address: '0.0.0.0', port: 3389, processId: 1104 },
  { protocol: 'tcp', address: '0.0.0.0', port: 5985, processId: 4 },
  { protocol: 'tcp', address: '0.0.0.0', port: 49664, processId: 620 },
  { protocol: 'udp', address: '0.0.0.0', port: 123, processId: 1188 },
];

/** What listens on the node. */
export function listenersOf(state: NodeState): readonly Listener[] {
  const own = processesOf(state).flatMap(({ name, processId }) =>
    (state.mute?.includes(name) ? [] : (PORTS[name] ?? [])).map(([address, port]) => ({
      protocol: 'tcp' as const,
      address,
      port,
      processId,
    })),
  );
  const foreign = state.ports.foreign.map(({ protocol, port, processId }) => ({
    protocol,
    address: '0.0.0.0',
    port,
    processId,
  }));
  return [...WINDOWS, ...own, ...foreign];
}

/** Listeners, and the local ports of the connections: spread over the dynamic range. */
export function answerSockets(state: NodeState): Outcome<Answer<'sockets'>> {
  return answered({ listeners: [...listenersOf(state)], connectionPorts: [...connectionPorts(state)] });
}
