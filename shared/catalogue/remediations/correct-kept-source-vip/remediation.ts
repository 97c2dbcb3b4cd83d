import { keptVips, ownSubnet, toldVip } from '../../source-vip';
import { within } from '../../subnets';
import { defineRemediation } from '../../typed';
import { corrected } from '../source-vip';

/** Has the start script's file tell the source VIP that kube-proxy runs with, so that its next start keeps it. */
export const correctKeptSourceVip = defineRemediation({
  id: 'correct-kept-source-vip',
  risk: 'safe',
  probes: ['flannel-state', 'processes', 'ipam'],
  also: ['component-config', 'log-scan', 'os-build', 'node-object', 'hns-networks', 'cni-config'],
  cooldown: 300,
  plan: (evidence) => {
    const own = ownSubnet(evidence);
    const running = toldVip(evidence)?.ip ?? null;
    if (!own || running === null || within(running, own.subnet) !== true) return { kind: 'not-here', why: 'not-known' };
    const kept = keptVips(evidence['flannel-state'], evidence.processes) ?? [];
    const stale = kept.find(({ ip }) => ip !== running);
    const [first, ...rest] = stale ? corrected(running, own.subnet, evidence.ipam, stale) : [];
    return first ? { kind: 'writes', writes: [first, ...rest] } : { kind: 'not-here', why: 'fits' };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
