import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';

/** Kubelet, VXLAN (Windows knows no other port), kube-proxy's health, BGP and Typha of Calico. */
const PORTS = [10_250, 4789, 10_256, 179, 5473] as const;

/** Firewall profiles, and the enabled inbound rules that name a port of the node's components. */
export const firewall = defineProbe({
  id: 'firewall',
  code: 'P34',
  rights: 'none',
  limit: seconds(15),
  reads: () => ({ firewall: { kind: 'firewall', ports: PORTS } }),
  interpret: (answers) => {
    const { activeProfiles, profiles, rules } = must(answers.firewall);
    return {
      /** Bits of the profiles in force: 1 domain, 2 private, 4 public. */
      active: activeProfiles,
      profiles: profiles.map(({ type, on, inbound }) => ({
        type,
        active: (activeProfiles & type) !== 0,
        on,
        /** What becomes of inbound connections that no rule names. */
        blocksInbound: inbound === 0,
      })),
      rules: rules.map(({ name, action, protocol, ports, profiles: of }) => ({
        name,
        allows: action === 1,
        /** 6 TCP, 17 UDP, 256 any. */
        protocol,
        ports,
        active: (of & activeProfiles) !== 0,
        covers: PORTS.filter((port) => names(ports, port)),
      })),
    };
  },
});

/** Whether a list of ports as the firewall writes it (`80,443`, `1-1024`, `*`) has this one. */
function names(list: string, port: number): boolean {
  if (list.trim() === '*') return true;
  return list.split(',').some((part) => {
    const [, first, last] = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(part) ?? [];
    return first !== undefined && Number(first) <= port && port <= Number(last ?? first);
  });
}
