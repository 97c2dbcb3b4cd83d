import { defineRemediation } from '../../typed';
import { runningPods } from '../pods';

const INSTALL = 'Install-WindowsFeature -Name Containers';
const RESTART = 'shutdown.exe /r /t 60';

/** Lines that turn the Windows feature Containers on, which only a restart completes. */
export const enableContainers = defineRemediation({
  id: 'enable-containers',
  risk: 'copy-text',
  probes: ['features'],
  also: ['node-object', 'pods-here'],
  cooldown: 0,
  plan: ({ 'node-object': node }) => {
    if (!node) return { kind: 'copy', lines: [INSTALL, RESTART] };
    const drain = `kubectl drain ${node.name} --ignore-daemonsets --delete-emptydir-data`;
    return { kind: 'copy', lines: [drain, INSTALL, RESTART, `kubectl uncordon ${node.name}`] };
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: pods ? runningPods(pods) : null, seconds: 600 }),
});
