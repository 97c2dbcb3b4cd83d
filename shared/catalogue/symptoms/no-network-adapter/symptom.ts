import { WITHOUT_NETWORK } from '../../consequences';
import {
  because,
  cite,
  type Citations,
  conclude,
  continueAt,
  type EvidenceOf,
  goTo,
  ruledOut,
  undecided,
  unknown,
} from '../../define';
import type { adapters } from '../../probes/adapters';
import type { cniConfig } from '../../probes/cni-config';
import type { hnsNetworks } from '../../probes/hns-networks';
import { BY_HNS } from '../../silenced';
import { defineSymptom, step } from '../../typed';
import { recognise } from './recognise';

type Cni = EvidenceOf<typeof cniConfig>;
type Networks = EvidenceOf<typeof hnsNetworks>['networks'];
type Adapters = EvidenceOf<typeof adapters>['list'];

const ENABLED = 1;
/** Exit codes of a service that simply is not running: no error, and never started since Windows was. */
const QUIET_EXITS: ReadonlyArray<number | null> = [null, 0, 1077];
/** Names that the agents of CNI plugins give their networks. */
const KNOWN_NETWORKS: readonly string[] = ['cbr0', 'vxlan0', 'flannel.4096', 'calico', 'azure'];
/** These plugins use the network that is named like their configuration. */
const NAMED_LIKE_CONFIG: readonly string[] = ['flannel', 'win-bridge', 'win-overlay', 'sdnbridge', 'sdnoverlay'];
/** Service Control Manager: a service ended unexpectedly. */
const ENDED_UNEXPECTEDLY: readonly number[] = [7031, 7034];
const SCRIPT_DIRECTORY = 'c:\\k\\cni\\config';
/** What the start script takes for granted unless it is told otherwise. */
const SCRIPT_ADAPTER = 'ethernet';

/** The network for pods: the one that the configuration names where its plugin says so, else any that agents create. */
function podNetwork(networks: Networks, cni: Cni | undefined): number {
  const winner = cni?.winner ?? null;
  const name = winner?.name?.toLowerCase();
  const strict =
    name !== undefined && (winner?.plugins ?? []).some(({ type }) => NAMED_LIKE_CONFIG.includes(type.toLowerCase()));
  const wanted = strict ? [name] : name === undefined ? KNOWN_NETWORKS : [name, ...KNOWN_NETWORKS];
  return networks.findIndex((network) => wanted.includes(network.name.toLowerCase()));
}

/** The management IP of the pods' network, and where it is written. */
function managementIp(networks: Networks, cni: Cni | undefined) {
  const at = podNetwork(networks, cni);
  const ip = networks[at]?.managementIp ?? null;
  return { ip, citation: cite('hns-networks', at < 0 ? '/networks' : `/networks/${at}/managementIp`) };
}

/** The host's adapters on virtual switches, told by their description, with their places in the list. */
function hostAdapters(list: Adapters) {
  return list.flatMap((adapter, index) => (adapter.hostVnic ? [{ ...adapter, place: `/list/${index}` }] : []));
}

/** What was looked at where no adapter will do: the addresses of the host's own on switches, else the names of all there are. */
function adaptersSeen(list: Adapters): Citations {
  const [first, ...rest] = hostAdapters(list).map(({ place }) => cite('adapters', `${place}/addresses`));
  if (first) return [first, ...rest];
  const [name, ...names] = list.map((_, index) => cite('adapters', `/list/${index}/name`));
  return name ? [name, ...names] : [cite('adapters', '/list')];
}

/** Kubelet or the start script finds no network adapter or no HNS network. */
export const noNetworkAdapter = defineSymptom({
  id: 'no-network-adapter',
  code: 'S18',
  anchor: 'no-network-adapter-is-found-when-starting-kubelet',
  group: 'node',
  example: 'Failed to find a suitable network adapter, check your network settings.',
  recognise,
  first: 'containers-feature',
  steps: {
    'containers-feature': step({
      probes: ['features'],
      decide: ({ features: { containers } }) =>
        because(containers === ENABLED ? 'enabled' : 'not-enabled', cite('features', '/containers')),
      answers: { enabled: goTo('hns-service'), 'not-enabled': conclude('containers-feature-missing', 'confirmed') },
      unsure: goTo('hns-service'),
    }),
    'hns-service': step({
      probes: ['services'],
      decide: ({ services: { hns } }) => {
        if (hns === null) return because('missing', cite('services', '/hns'));
        const state = cite('services', '/hns/state');
        if (hns.state === 'Running') return because('running', state);
        if (hns.state !== 'Stopped') return undecided(state);
        return because(QUIET_EXITS.includes(hns.exit) ? 'stopped' : 'crashed', cite('services', '/hns/exit'), state);
      },
      answers: {
        running: goTo('network'),
        stopped: conclude('hns-stopped', 'confirmed'),
        crashed: conclude('hns-crashing', 'confirmed'),
        missing: goTo('restart-due'),
      },
      unsure: goTo('network'),
    }),
    'restart-due': step({
      probes: ['features', 'services'],
      decide: ({ features: { rebootPending } }) => {
        const due = cite('features', '/rebootPending');
        return rebootPending === null
          ? undecided(due)
          : because(rebootPending ? 'due' : 'not-due', due, cite('services', '/hns'));
      },
      answers: {
        due: conclude('reboot-pending', 'confirmed'),
        'not-due': conclude('hns-service-missing', 'confirmed'),
      },
      unsure: conclude('hns-service-missing', 'likely'),
    }),
    network: step({
      probes: ['hns-networks'],
      also: ['cni-config'],
      decide: ({ 'hns-networks': { networks }, 'cni-config': cni }) => {
        const at = podNetwork(networks, cni);
        const expected = cni?.winner ? [cite('cni-config', '/winner/name')] : [];
        if (at >= 0) return because('present', cite('hns-networks', `/networks/${at}/name`), ...expected);
        // Without a configuration a network may still have a name that nobody knows here.
        const mayBeNamedOtherwise = !cni?.winner && networks.some(({ type }) => type !== 'nat');
        const seen = cite('hns-networks', '/networks');
        return mayBeNamedOtherwise ? undecided(seen) : because('absent', seen, ...expected);
      },
      answers: { present: goTo('vnic'), absent: goTo('hns-crashes') },
      unsure: goTo('vnic'),
    }),
    'hns-crashes': step({
      probes: ['service-crashes'],
      also: ['os-build', 'hns-networks', 'cni-config'],
      decide: ({ 'service-crashes': { services }, ...evidence }) => {
        const networks = evidence['hns-networks']?.networks ?? [];
        const back = podNetwork(networks, evidence['cni-config']);
        if (back >= 0) return because('network-back', cite('hns-networks', `/networks/${back}/name`));
        if (!services) return undecided(cite('service-crashes', '/services'));
        const boot = evidence['os-build']?.boot ?? '';
        // What ended before Windows last started is history.
        const at = services.findIndex(
          ({ service, id, time }) => service === 'hns' && ENDED_UNEXPECTEDLY.includes(id) && time >= boot,
        );
        return at < 0
          ? because('not-crashed', cite('service-crashes', '/services'))
          : because(
              'crashed',
              cite('service-crashes', `/services/${at}/time`),
              cite('service-crashes', '/unexpectedEnds'),
            );
      },
      answers: {
        crashed: conclude('hns-crashing', 'likely'),
        'not-crashed': goTo('interface'),
        'network-back': goTo('vnic'),
      },
      unsure: goTo('interface'),
    }),
    interface: step({
      probes: ['cni-config', 'adapters'],
      decide: ({ 'cni-config': { directory, winner }, adapters: { list } }) => {
        if (directory?.toLowerCase() !== SCRIPT_DIRECTORY) return because('assumed', cite('cni-config', '/directory'));
        const named = list.findIndex(({ name }) => name.toLowerCase() === SCRIPT_ADAPTER);
        if (named >= 0) return because('assumed', cite('adapters', `/list/${named}/name`));
        const places = list.flatMap(({ virtual, hostVnic }, index) =>
          virtual || hostVnic ? [] : [cite('adapters', `/list/${index}/name`)],
        );
        return because('other', cite('cni-config', winner ? '/winner/path' : '/directory'), ...places);
      },
      answers: { assumed: goTo('creator'), other: goTo('script-default') },
      unsure: goTo('creator'),
    }),
    'script-default': step({
      probes: ['processes'],
      decide: ({ processes: { counts } }) => {
        const flanneld = cite('processes', '/counts/flanneld');
        if (counts.flanneld > 0) return because('named', flanneld);
        const others = [cite('processes', '/counts/kubelet'), cite('processes', '/counts/kubeProxy')];
        return counts.kubelet + counts.kubeProxy === 0
          ? because('gave-up', flanneld, ...others)
          : undecided(flanneld, ...others);
      },
      answers: {
        default: conclude('interface-name-wrong', 'confirmed'),
        'gave-up': conclude('interface-name-wrong', 'likely'),
        named: goTo('creator'),
      },
      unsure: goTo('creator'),
    }),
    creator: step({
      probes: ['cni-config', 'processes'],
      also: ['services'],
      decide: ({ 'cni-config': { winner }, processes: { counts }, services }) => {
        if (counts.flanneld > 0) return because('flannel', cite('processes', '/counts/flanneld'));
        if (services?.flanneld) return because('flannel', cite('services', '/flanneld/state'));
        if (!winner) return undecided(cite('cni-config', '/winner'));
        const flannel = winner.plugins.some(({ type }) => type.toLowerCase() === 'flannel');
        return because(flannel ? 'flannel' : 'other', cite('cni-config', '/winner/plugins'));
      },
      answers: {
        flannel: continueAt('flanneld-waiting-for-network', 'pod-subnet'),
        other: conclude('agent-network-missing', 'confirmed'),
      },
      unsure: conclude('agent-network-missing', 'likely'),
    }),
    vnic: step({
      probes: ['adapters', 'hns-networks'],
      also: ['cni-config'],
      decide: ({ adapters: { list }, 'hns-networks': { networks }, 'cni-config': cni }) => {
        const { ip, citation } = managementIp(networks, cni);
        const healthy = hostAdapters(list).filter(
          ({ up, addresses }) => up && (ip === null ? addresses.length > 0 : addresses.includes(ip)),
        );
        const [first] = healthy;
        if (!first) return because('none', ...adaptersSeen(list), citation);
        const usual = healthy.find(({ name }) => /^vEthernet \(Ethernet/i.test(name));
        if (usual) return because('up', cite('adapters', `${usual.place}/addresses`), citation);
        return because(
          'other-name',
          cite('adapters', `${first.place}/addresses`),
          cite('adapters', `${first.place}/name`),
          citation,
        );
      },
      answers: { up: ruledOut, 'other-name': ruledOut, none: goTo('hardware') },
      unsure: goTo('hardware'),
    }),
    hardware: step({
      probes: [],
      answers: {
        team: conclude('team-or-sriov', 'likely'),
        guest: conclude('mac-spoofing-off', 'likely'),
        plain: goTo('binding'),
      },
      unsure: goTo('binding'),
    }),
    binding: step({
      probes: ['adapters', 'hns-networks'],
      also: ['cni-config'],
      decide: ({ adapters: { list }, 'hns-networks': { networks }, 'cni-config': cni }) => {
        const { ip, citation } = managementIp(networks, cni);
        const hosts = hostAdapters(list);
        if (hosts.length === 0) return because('no-vnic', ...adaptersSeen(list), citation);
        const bearer = hosts.find(({ addresses }) => ip !== null && addresses.includes(ip));
        const idle = bearer ?? (hosts.every(({ up }) => !up) ? hosts[0] : undefined);
        if (idle && !idle.up) return because('down', cite('adapters', `${idle.place}/up`), citation);
        // An adapter in order was found before: whoever came here was not sure of it.
        if (idle) return undecided(cite('adapters', `${idle.place}/addresses`), citation);
        return because('no-address', ...adaptersSeen(list), citation);
      },
      answers: {
        'no-vnic': conclude('vnic-missing', 'likely'),
        down: conclude('vnic-down', 'likely'),
        'no-address': conclude('vnic-no-management-ip', 'likely'),
      },
      unsure: unknown,
    }),
  },
  causes: {
    'containers-feature-missing': {
      remediations: ['enable-containers'],
      explains: ['hns-service-missing'],
      silences: BY_HNS,
    },
    'reboot-pending': { remediations: ['restart-node'], explains: ['hns-service-missing'], silences: BY_HNS },
    'hns-service-missing': { remediations: [], silences: BY_HNS },
    'hns-crashing': {
      remediations: ['restart-hns'],
      explains: ['hns-network-missing', ...WITHOUT_NETWORK],
      silences: BY_HNS,
    },
    'hns-stopped': { remediations: ['restart-hns'], silences: BY_HNS },
    'interface-name-wrong': {
      remediations: ['name-the-adapter'],
      explains: ['kubelet-not-started', 'flanneld-stopped', 'hns-network-missing', ...WITHOUT_NETWORK],
    },
    'agent-network-missing': { remediations: ['restart-cni-agent'], explains: WITHOUT_NETWORK },
    'team-or-sriov': { remediations: [] },
    'mac-spoofing-off': { remediations: [] },
    'vnic-missing': { remediations: [] },
    'vnic-down': { remediations: [] },
    'vnic-no-management-ip': { remediations: [] },
  },
  pageCommands: {
    'network-cbr0': {
      command: 'Get-HnsNetwork | ? Name -ieq "cbr0"',
      instead: ['Get-HnsNetwork | Format-Table Name, Type, ManagementIP'],
    },
    'network-vxlan0': {
      command: 'Get-HnsNetwork | ? Name -ieq "vxlan0"',
      instead: ['Get-HnsNetwork | Format-Table Name, Type, ManagementIP'],
    },
    'adapter-name': {
      command: 'Get-NetAdapter | ? Name -Like "vEthernet (Ethernet*"',
      instead: [
        'Get-NetAdapter -IncludeHidden | ? InterfaceDescription -Like "Hyper-V Virtual Ethernet Adapter*" | Format-Table Name, Status, InterfaceDescription',
        'Get-NetIPAddress -AddressFamily IPv4 | Format-Table InterfaceAlias, IPAddress',
      ],
    },
  },
});
