import { defineRemediation } from '../../typed';

const RELEASE = 'v1.5.1';
const FILE = `cni-plugins-windows-amd64-${RELEASE}.tgz`;

/** Lines that put current CNI plugins in the place of the old ones. */
export const updateCniPlugins = defineRemediation({
  id: 'update-cni-plugins',
  risk: 'copy-text',
  probes: ['cni-binaries'],
  cooldown: 0,
  plan: ({ 'cni-binaries': { plugins } }) => {
    const path = plugins['win-bridge']?.path ?? plugins['win-overlay']?.path;
    if (path === undefined) return { kind: 'not-here', why: 'not-found' };
    return {
      kind: 'copy',
      lines: [
        `curl.exe -LO https://github.com/containernetworking/plugins/releases/download/${RELEASE}/${FILE}`,
        'Stop-Service kubelet',
        `tar.exe -xzf ${FILE} -C "${path.replace(/\\[^\\]+$/, '')}"`,
        'Start-Service kubelet',
      ],
    };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
