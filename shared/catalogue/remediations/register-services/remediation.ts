import { CUT } from '../../../node/secrets';
import { defineRemediation } from '../../typed';
import { withFlag } from '../arguments';

/** These can run as a service by themselves; flanneld has no such mode and needs nssm. */
const NATIVE: readonly string[] = ['kubelet', 'kube-proxy'];
const SERVICE_OF: Readonly<Record<string, string>> = {
  kubelet: 'kubelet',
  'kube-proxy': 'kube-proxy',
  flanneld: 'flanneld',
};

/**
 * Lines that register the running programs as services, with the command lines that were recorded on this node. Where
 * one was not read, or a secret was cut from it, no line is made up.
 */
export const registerServices = defineRemediation({
  id: 'register-services',
  risk: 'copy-text',
  probes: ['processes', 'services'],
  cooldown: 0,
  plan: ({ processes: { list }, services }) => {
    const taken = [services.kubeproxy ? 'kube-proxy' : '', services['kube-proxy'] ? 'kube-proxy' : ''];
    const loose = list.filter(
      ({ name, path }) =>
        SERVICE_OF[name] !== undefined &&
        !/^C:\\(?:C|hpc)\\/i.test(path ?? '') &&
        !taken.includes(name) &&
        !(name === 'kubelet' && services.kubelet) &&
        !(name === 'flanneld' && services.flanneld),
    );
    if (loose.length === 0) return { kind: 'not-here', why: 'none-loose' };
    const lines = loose.flatMap(({ name, path, commandLine }) =>
      path === null || commandLine === null || commandLine.includes(CUT) ? [] : linesOf(name, path, commandLine),
    );
    const [first, ...rest] = lines;
    return first === undefined
      ? { kind: 'not-here', why: 'command-line-unknown' }
      : { kind: 'copy', lines: [first, ...rest] };
  },
  hurts: () => ({ pods: null, seconds: null }),
});

/** `sc.exe`, since `sc` alone writes a file in Windows PowerShell; the blanks after `=` must be there. */
function linesOf(name: string, path: string, commandLine: string): readonly string[] {
  const service = SERVICE_OF[name] ?? name;
  if (NATIVE.includes(name)) {
    const line = withFlag(commandLine, 'windows-service', 'true').replaceAll('"', '\\"');
    return [
      `sc.exe create ${service} binPath= "${line}" start= auto`,
      `sc.exe failure ${service} reset= 0 actions= restart/10000`,
    ];
  }
  const args = commandLine.startsWith('"')
    ? commandLine.replace(/^"[^"]*"\s*/, '')
    : commandLine.replace(/^\S+\s*/, '');
  return [
    `nssm.exe install ${service} "${path}"`,
    `nssm.exe set ${service} AppParameters "${args.replaceAll('"', '\\"')}"`,
    `nssm.exe set ${service} Start SERVICE_AUTO_START`,
  ];
}
