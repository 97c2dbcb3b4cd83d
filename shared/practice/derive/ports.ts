import type { NodeState } from '../state';
import { once } from './once';

const BLOCK = 64;

/** The local ports of the node's connections, spread over the dynamic range. */
export function connectionPorts({ ports }: NodeState): readonly number[] {
  const { start, count } = ports.dynamic.tcp;
  return Array.from({ length: ports.connections }, (_, index) => start + ((index * 37 + 11) % count));
}

/** Where HNS can reserve 64 ports in a row of the dynamic range: its first ports, in order. */
export const freeBlockStarts = once((state): readonly number[] => {
  const { dynamic, excluded } = state.ports;
  const taken = new Set(connectionPorts(state));
  const starts: number[] = [];
  let run = 0;
  for (let port = dynamic.tcp.start; port < dynamic.tcp.start + dynamic.tcp.count; port++) {
    const used = taken.has(port) || excluded.tcp.some(({ start, end }) => start <= port && port <= end);
    run = used ? 0 : run + 1;
    if (run < BLOCK) continue;
    starts.push(port - BLOCK + 1);
    run = 0;
  }
  return starts;
});
