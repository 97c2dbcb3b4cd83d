import { describe, expect, it } from 'vitest';
import { restartCniAgent } from './remediation';

const pod = (name: string) => ({ name, hostProcess: true, hostNetwork: true, phase: 'Running' });
const plan = (evidence: object) =>
  restartCniAgent.plan({ services: { CalicoNode: null, kubelet: null }, processes: { list: [] }, ...evidence });
const azure = { 'cni-config': { winner: { plugins: [{ type: 'azure-vnet' }] } } };

describe('the agent of the CNI is restarted', () => {
  it("as Calico's service", () => {
    expect(plan({ services: { CalicoNode: { state: 'Running' } } })).toMatchObject({
      writes: [{ kind: 'service', name: 'CalicoNode', action: 'restart' }],
    });
  });

  it('as a HostProcess pod, by a line to be run elsewhere', () => {
    const pods = [pod('kube-system/kube-proxy-windows-8bxvk'), pod('calico-system/calico-node-windows-w2q4z')];
    expect(plan({ 'pods-here': { pods } })).toEqual({
      kind: 'copy',
      lines: ['kubectl -n calico-system delete pod calico-node-windows-w2q4z'],
    });
  });

  it('as the kubelet, whose start prepares the network of Azure CNI', () => {
    expect(plan({ services: { CalicoNode: null, kubelet: { state: 'Running' } }, ...azure })).toMatchObject({
      writes: [{ kind: 'service', name: 'kubelet', action: 'restart' }],
    });
  });

  it('never where nobody knows what it is', () => {
    expect(plan({})).toEqual({ kind: 'not-here', why: 'agent-unknown' });
  });
});
