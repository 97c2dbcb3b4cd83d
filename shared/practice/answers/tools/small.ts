import { endpointsOf, loadBalancersOf } from '../../derive/hns';
import { isRunning } from '../../derive/processes';
import { hex } from '../../ids';
import { fails, prints, type Tool } from './types';

/** `kubelet --version`. */
export const kubelet: Tool = (state) => prints(`Kubernetes v${state.cluster.version}\n`);

/** `containerd --version`. */
export const containerd: Tool = ({ runtime }) =>
  prints(
    `containerd github.com/containerd/containerd v${runtime.version} ${hex(`containerd ${runtime.version}`, 40)}\n`,
  );

/** `flanneld --version`, on stderr. */
export const flanneld: Tool = ({ flannel }) => ({ exit: 0, stdout: '', stderr: `v${flannel.version}\n` });

/** A CNI plugin without CNI_COMMAND tells its version on stderr. */
export function cniPlugin(name: string): Tool {
  return ({ cniPlugins }) => ({
    exit: 0,
    stdout: '',
    stderr: `CNI ${name} plugin v${cniPlugins ?? '1.5.1'}\nCNI protocol versions supported: 0.1.0, 0.2.0, 0.3.0, 0.3.1, 0.4.0, 1.0.0\n`,
  });
}

/** `hnsdiag list …`. */
export const hnsdiag: Tool = (state, args) => {
  if (state.hns.hung) return 'hangs';
  if (!isRunning(state, 'hns')) return fails('0x800706ba');
  const wanted = (name: string): boolean => args[1] === 'all' || args[1] === name;
  const networks = state.hns.networks.map(({ id, name, type }) => `${id} | ${type.padEnd(10)} | ${name}`);
  const endpoints = endpointsOf(state).map(({ id, ip, network }) => `${id} | ${ip.padEnd(15)} | ${network}`);
  const balancers = loadBalancersOf(state).map(
    ({ id, vip, endpoints: ids }) => `${id} | ${(vip ?? '').padEnd(15)} | ${ids.join(' ')}`,
  );
  const parts = [
    ...(wanted('networks') ? ['Networks:', ...networks, ''] : []),
    ...(wanted('endpoints') ? ['Endpoints:', ...endpoints, ''] : []),
    ...(wanted('loadbalancers') ? ['LoadBalancers:', ...balancers, ''] : []),
  ];
  return prints(parts.join('\r\n'));
};

/** `vfpctrl /port <guid> /get-port-state`. */
export const vfpctrl: Tool = (state) =>
  state.drivers.vfpext === 'Running'
    ? prints('Port State:\r\n  Enabled : TRUE\r\n  Blocked : FALSE\r\n\r\nCommand get-port-state succeeded!\r\n')
    : fails('ERROR');

/** `fltmc filters`: localised head lines, names and numbers below. */
export const fltmc: Tool = (state) => {
  const head =
    state.windows.language === 'ja'
      ? 'フィルター名                    インスタンスの数    高度         フレーム'
      : 'Filter Name                     Num Instances    Altitude    Frame';
  return prints(
    [
      '',
      head,
      '------------------------------  -------------  ------------  -----',
      'WdFilter                                3       328010         0',
      'wcifs                                   2       189900         0',
      'bindflt                                 1       409800         0',
      '',
    ].join('\r\n'),
  );
};
