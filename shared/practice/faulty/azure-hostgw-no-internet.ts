import * as azure from '../faults/azure';
import { faultyNodes } from './faulty-node';

const SETTINGS = 'azure-hostgw-no-internet/azure-settings';

/** Nodes whose operator sees `azure-hostgw-no-internet`. */
export const azureHostgwNoInternet = faultyNodes('azure-hostgw-no-internet', [
  {
    id: 'azure-routes-missing-ja',
    cause: 'azure-routes-missing',
    fault: azure.azureDropsPods,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '20348',
    answers: { [SETTINGS]: 'no-routes' },
  },
  {
    id: 'azure-routes-unseen-en',
    cause: 'azure-routes-missing',
    fault: azure.azureDropsPods,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763-old',
    answers: { [SETTINGS]: 'unsure' },
  },
  {
    id: 'azure-table-unassociated-en',
    cause: 'azure-table-unassociated',
    fault: azure.azureDropsPods,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763',
    answers: { [SETTINGS]: 'unassociated' },
  },
  {
    id: 'azure-forwarding-off-ja',
    cause: 'azure-forwarding-off',
    fault: azure.azureAlone,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '26100',
    answers: { 'azure-hostgw-no-internet/pod-outside': 'silent', [SETTINGS]: 'forwarding-off' },
  },
  {
    id: 'azure-traffic-filtered-en',
    cause: 'nodes-unreachable',
    fault: azure.azureDropsNodes,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '20348',
  },
  {
    id: 'azure-pods-filtered-ja',
    cause: 'azure-traffic-filtered',
    fault: azure.azureDropsPods,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '17763',
    answers: { [SETTINGS]: 'all-there' },
  },
  {
    id: 'azure-outside-filtered-en',
    cause: 'azure-traffic-filtered',
    fault: azure.azureShutIn,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '26100',
    answers: { 'azure-hostgw-no-internet/pod-outside': 'silent' },
  },
  {
    id: 'azure-routes-there-ja',
    cause: null,
    fault: azure.onAzure,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'azure-pod-outside-reached-ja',
    cause: null,
    fault: azure.azureAlone,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '20348',
    answers: { 'azure-hostgw-no-internet/pod-outside': 'reached' },
  },
]);
