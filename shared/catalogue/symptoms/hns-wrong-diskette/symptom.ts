import { because, cite, conclude, goTo, ruledOut, undecided, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { endpointStates, logQuiet, metOldObjects, rememberedNics, storeAge } from './objects';
import { recognise } from './recognise';

/** S05: HNS cannot use objects from before an update or a change by hand (0x22, "The wrong diskette is in the drive"). */
export const hnsWrongDiskette = defineSymptom({
  id: 'hns-wrong-diskette',
  code: 'S05',
  anchor: 'i-am-seeing-errors-such-as-hnscall-failed-in-win32-the-wrong-diskette-is-in-the-drive',
  group: 'node',
  example: 'hnsCall failed in Win32: The wrong diskette is in the drive. (0x22)',
  recognise,
  first: 'log',
  steps: {
    log: step({
      probes: ['log-scan', 'os-build'],
      // The networks and endpoints are what a verification has to look at, to see that nothing is left.
      also: ['processes', 'hns-process', 'hns-state-files', 'hns-networks', 'hns-endpoints'],
      decide: (evidence) =>
        metOldObjects(evidence['log-scan'], evidence['os-build'], evidence.processes, evidence['hns-process']),
      answers: { now: goTo('restart-due'), history: goTo('nic-list'), never: goTo('nic-list') },
      unsure: goTo('nic-list'),
    }),
    'restart-due': step({
      probes: ['features'],
      decide: ({ features: { rebootPending } }) => {
        const due = cite('features', '/rebootPending');
        return rebootPending === null ? undecided(due) : because(rebootPending ? 'due' : 'not-due', due);
      },
      answers: { due: conclude('hns-restart-due', 'confirmed'), 'not-due': goTo('store') },
      unsure: goTo('store'),
    }),
    store: step({
      probes: ['hns-state-files', 'update-history'],
      decide: (evidence) => storeAge(evidence['hns-state-files'], evidence['update-history']),
      answers: { older: conclude('stale-hns-objects', 'confirmed'), newer: goTo('recent-change') },
      unsure: goTo('recent-change'),
    }),
    'recent-change': step({
      probes: [],
      answers: { changed: conclude('stale-hns-objects', 'likely'), unchanged: goTo('nic-list') },
      unsure: goTo('nic-list'),
    }),
    'nic-list': step({
      probes: ['hns-state-files', 'hns-networks'],
      decide: (evidence) => rememberedNics(evidence['hns-state-files'], evidence['hns-networks']),
      answers: { leftover: conclude('leftover-nic', 'confirmed'), clean: goTo('endpoints') },
      unsure: goTo('endpoints'),
    }),
    endpoints: step({
      probes: ['hns-endpoints'],
      decide: (evidence) => endpointStates(evidence['hns-endpoints']),
      answers: { broken: conclude('broken-endpoint', 'likely'), whole: goTo('quiet') },
      unsure: unknown,
    }),
    quiet: step({
      probes: ['log-scan', 'os-build', 'hns-state-files', 'hns-networks'],
      also: ['processes', 'hns-process'],
      decide: (evidence) => {
        const log = logQuiet(evidence['log-scan'], evidence['os-build'], evidence.processes, evidence['hns-process']);
        // What the virtual switch remembers may not have been seen; then a quiet log alone rules nothing out.
        const nics = rememberedNics(evidence['hns-state-files'], evidence['hns-networks']);
        return log.kind === 'because' && nics.kind !== 'because' ? undecided(...nics.citations) : log;
      },
      answers: { quiet: ruledOut },
      unsure: unknown,
    }),
  },
  causes: {
    'hns-restart-due': { remediations: ['restart-node'], explains: ['stale-hns-objects', 'broken-endpoint'] },
    'stale-hns-objects': {
      remediations: ['delete-stale-host-endpoint', 'rename-hns-data'],
      explains: ['broken-endpoint'],
    },
    'leftover-nic': { remediations: ['remove-niclist-entries'] },
    'broken-endpoint': { remediations: ['delete-stale-host-endpoint'] },
  },
  pageCommands: {
    'hns-data': {
      command: 'Stop-Service HNS\nrm C:\\ProgramData\\Microsoft\\Windows\\HNS\\HNS.data\nStart-Service HNS',
      instead: [
        'Stop-Service kubelet, kubeproxy, flanneld, CalicoFelix, CalicoNode -ErrorAction SilentlyContinue',
        'Stop-Service hns -Force',
        'Rename-Item C:\\ProgramData\\Microsoft\\Windows\\HNS\\HNS.data HNS.data.bak',
        'Start-Service hns',
        'Start-Service flanneld, CalicoNode, CalicoFelix -ErrorAction SilentlyContinue',
        'Start-Service kubeproxy, kubelet -ErrorAction SilentlyContinue',
      ],
    },
    'hnsdiag-delete': {
      command:
        'hnsdiag list endpoints\nhnsdiag delete endpoints <id>\nhnsdiag list networks\nhnsdiag delete networks <id>\nRestart-Service HNS',
      instead: [
        'Get-HnsEndpoint | Select-Object Name, ID, VirtualNetworkName, IPAddress, State',
        "Get-HnsEndpoint | Where-Object { $_.VirtualNetworkName -eq 'cbr0' -and $_.Name -eq 'cbr0_ep' } | Remove-HnsEndpoint",
        "Get-HnsEndpoint | Where-Object { $_.VirtualNetworkName -eq 'cbr0' }",
      ],
    },
    'nic-list': {
      command: '\\\\Computer\\HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\vmsmp\\parameters\\NicList',
      instead: [
        'reg.exe export HKLM\\SYSTEM\\CurrentControlSet\\Services\\vmsmp\\parameters\\NicList C:\\NicList.reg',
        'reg.exe query HKLM\\SYSTEM\\CurrentControlSet\\Services\\vmsmp\\parameters\\NicList /s',
      ],
    },
  },
});
