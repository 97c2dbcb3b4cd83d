import { containerId } from '../../derive/names';
import { readyOf } from '../../derive/node';
import { phaseOf, type PodPhase } from '../../derive/pods';
import { guid, shifted } from '../../ids';
import { flannelAnnotations, ownRouter } from './nodes';
import type { KubeServiceState, NodeState, PodState } from '../../state';

function seconds(time: string): string {
  return time.replace(/\.\d+Z$/, 'Z');
}

/** The node as the API server has it. */
export function nodeObject(state: NodeState): object {
  const { cluster, windows, runtime } = state;
  const ready = readyOf(state);
  const beat = seconds(shifted(windows.trueTime, ready.status === 'Unknown' ? -3600 : -40));
  const pressure = (type: string, reason: string, message: string): object => ({
    type,
    status: ready.status === 'Unknown' ? 'Unknown' : 'False',
    lastHeartbeatTime: beat,
    lastTransitionTime: seconds(windows.boot),
    reason,
    message,
  });
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: cluster.nodeName,
      uid: guid(`${state.id} node`).toLowerCase(),
      labels: {
        'kubernetes.io/os': 'windows',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': cluster.nodeName,
        'node.kubernetes.io/windows-build': `10.0.${windows.build}`,
      },
      annotations: flannelAnnotations(state, cluster.nodeIp, ownRouter(state)),
    },
    spec: {
      ...(cluster.podCidr === '' || cluster.subnetsInEtcd === true
        ? {}
        : { podCIDR: cluster.podCidr, podCIDRs: [cluster.podCidr] }),
      ...(cluster.cordoned ? { unschedulable: true } : {}),
      taints: [
        ...(ready.status === 'True' ? [] : [ready.status === 'Unknown' ? 'unreachable' : 'not-ready']),
        ...(cluster.cordoned ? ['unschedulable'] : []),
      ].map((name) => ({ key: `node.kubernetes.io/${name}`, effect: 'NoSchedule' })),
    },
    status: {
      conditions: [
        pressure('MemoryPressure', 'KubeletHasSufficientMemory', 'kubelet has sufficient memory available'),
        pressure('DiskPressure', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'),
        {
          type: 'Ready',
          status: ready.status,
          lastHeartbeatTime: beat,
          lastTransitionTime: seconds(windows.boot),
          reason: ready.reason,
          message: ready.message,
        },
      ],
      capacity: { cpu: '4', memory: `${state.memory.totalKb}Ki`, pods: String(cluster.maxPods) },
      allocatable: { cpu: '4', memory: `${state.memory.totalKb - 102_400}Ki`, pods: String(cluster.maxPods) },
      addresses: [
        { type: 'InternalIP', address: cluster.nodeIp },
        { type: 'Hostname', address: cluster.nodeName },
      ],
      nodeInfo: {
        osImage: windows.product,
        kernelVersion: `10.0.${windows.build}.${windows.ubr}`,
        containerRuntimeVersion: `${runtime.kind}://${runtime.version}`,
        kubeletVersion: `v${cluster.version}`,
        kubeProxyVersion: `v${cluster.version}`,
        operatingSystem: 'windows',
        architecture: 'amd64',
      },
    },
  };
}

export function serviceObject(service: KubeServiceState): object {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: service.name, namespace: service.namespace },
    spec: {
      clusterIP: service.clusterIp,
      clusterIPs: [service.clusterIp],
      type: service.type,
      sessionAffinity: 'None',
      selector: { app: service.name },
      ...(service.type === 'ClusterIP' ? {} : { externalTrafficPolicy: service.localPolicy ? 'Local' : 'Cluster' }),
      ports: service.ports.map(({ protocol, port, targetPort, nodePort }, index) => ({
        name: `port-${index}`,
        protocol,
        port,
        targetPort,
        ...(nodePort === null ? {} : { nodePort }),
      })),
    },
    status: { loadBalancer: {} },
  };
}

export function sliceObject(service: KubeServiceState): object {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    addressType: 'IPv4',
    metadata: {
      name: `${service.name}-x7k2p`,
      namespace: service.namespace,
      labels: { 'kubernetes.io/service-name': service.name },
    },
    endpoints: service.backends.map(({ ip, node, ready }) => ({
      addresses: [ip],
      nodeName: node,
      conditions: { ready, serving: ready, terminating: false },
    })),
    ports: service.ports.map(({ protocol, targetPort }, index) => ({
      name: `port-${index}`,
      protocol,
      port: targetPort,
    })),
  };
}

function containerState(pod: PodState, phase: PodPhase): object {
  switch (phase.kind) {
    case 'running':
      return { running: { startedAt: seconds(pod.created) } };
    case 'crashed':
      return { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s restarting failed container' } };
    case 'image':
      return {
        waiting: {
          reason: 'ImagePullBackOff',
          message: `Back-off pulling image "${pod.image}": ErrImagePull: ${phase.error}`,
        },
      };
    case 'container':
      return pod.backedOff === true
        ? { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s restarting failed container' } }
        : { waiting: { reason: 'RunContainerError', message: phase.error } };
    default:
      return { waiting: { reason: 'ContainerCreating' } };
  }
}

export function podObject(state: NodeState, pod: PodState): object {
  const phase = phaseOf(state, pod);
  const running = phase.kind === 'running';
  const address = pod.hostProcess ? state.cluster.nodeIp : pod.ip;
  const status = {
    name: 'app',
    image: pod.image,
    ready: running && phase.ready,
    restartCount: ['crashed', 'container'].includes(phase.kind) ? pod.exit.restarts : 0,
    started: running,
    state: containerState(pod, phase),
    lastState:
      phase.kind === 'crashed'
        ? {
            terminated: {
              exitCode: pod.exit.code,
              reason: 'Error',
              finishedAt: seconds(shifted(state.windows.trueTime, -300)),
            },
          }
        : phase.kind === 'container' && pod.backedOff === true
          ? { terminated: { exitCode: 128, reason: 'StartError', message: phase.error } }
          : {},
    ...(running ? { containerID: `${state.runtime.kind}://${containerId(pod)}` } : {}),
  };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: pod.name,
      namespace: pod.namespace,
      uid: pod.uid,
      creationTimestamp: seconds(pod.created),
      labels: {},
    },
    spec: {
      nodeName: state.cluster.nodeName,
      nodeSelector: { 'kubernetes.io/os': 'windows' },
      containers: [
        {
          name: 'app',
          image: pod.image,
          ...(pod.hostPort
            ? { ports: [{ containerPort: pod.hostPort.container, hostPort: pod.hostPort.host, protocol: 'TCP' }] }
            : {}),
        },
      ],
      ...(pod.hostProcess
        ? {
            hostNetwork: true,
            securityContext: { windowsOptions: { hostProcess: true, runAsUserName: 'NT AUTHORITY\\system' } },
          }
        : {}),
    },
    status: {
      phase: running || phase.kind === 'crashed' ? 'Running' : 'Pending',
      hostIP: state.cluster.nodeIp,
      ...(phase.kind === 'unseen' ? {} : { startTime: seconds(pod.created) }),
      ...(running ? { podIP: address } : {}),
      containerStatuses: phase.kind === 'unseen' ? [] : [status],
    },
  };
}

function reasonOf(phase: PodPhase): string | null {
  switch (phase.kind) {
    case 'volume':
      return 'FailedMount';
    case 'network':
      return 'NetworkNotReady';
    case 'sandbox':
      return 'FailedCreatePodSandBox';
    case 'image':
    case 'container':
      return 'Failed';
    case 'pulling':
      return 'Pulling';
    default:
      return null;
  }
}

function messageOf(pod: PodState, phase: PodPhase): string {
  if (phase.kind === 'pulling') return `Pulling image "${pod.image}"`;
  if (!('error' in phase)) return '';
  if (phase.kind === 'container') return `Error: ${phase.error}`;
  if (phase.kind === 'sandbox') return `Failed to create pod sandbox: rpc error: code = Unknown desc = ${phase.error}`;
  if (phase.kind === 'image') return phase.error.replace(/^failed/, 'Failed');
  return phase.error;
}

/** The events of the node's pods. */
export function eventList(state: NodeState): readonly object[] {
  return state.cluster.pods.flatMap((pod) => {
    const phase = phaseOf(state, pod);
    const reason = reasonOf(phase);
    if (reason === null) return [];
    return [
      {
        apiVersion: 'v1',
        kind: 'Event',
        type: phase.kind === 'pulling' ? 'Normal' : 'Warning',
        reason,
        message: messageOf(pod, phase),
        count: 14,
        firstTimestamp: seconds(pod.created),
        lastTimestamp: seconds(shifted(state.windows.trueTime, -65)),
        involvedObject: { kind: 'Pod', name: pod.name, namespace: pod.namespace, uid: pod.uid },
        source: { component: 'kubelet', host: state.cluster.nodeName },
        reportingComponent: 'kubelet',
        reportingInstance: state.cluster.nodeName,
        metadata: { name: `${pod.name}.${reason.toLowerCase()}`, namespace: pod.namespace },
      },
    ];
  });
}
