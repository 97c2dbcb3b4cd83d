import type { Both, SymptomText } from '../texts';
import { apiServerConnect } from './api-server-connect/symptom';
import apiServerConnectEn from './api-server-connect/text.en.json';
import apiServerConnectJa from './api-server-connect/text.ja.json';
import { containerCreating } from './container-creating/symptom';
import containerCreatingEn from './container-creating/text.en.json';
import containerCreatingJa from './container-creating/text.ja.json';
import { controlPlaneTriage } from './control-plane-triage/symptom';
import controlPlaneTriageEn from './control-plane-triage/text.en.json';
import controlPlaneTriageJa from './control-plane-triage/text.ja.json';
import { localNodeport } from './local-nodeport/symptom';
import localNodeportEn from './local-nodeport/text.en.json';
import localNodeportJa from './local-nodeport/text.ja.json';
import { noNetworkAdapter } from './no-network-adapter/symptom';
import noNetworkAdapterEn from './no-network-adapter/text.en.json';
import noNetworkAdapterJa from './no-network-adapter/text.ja.json';
import { nodeportAfterScaleDown } from './nodeport-after-scale-down/symptom';
import nodeportAfterScaleDownEn from './nodeport-after-scale-down/text.en.json';
import nodeportAfterScaleDownJa from './nodeport-after-scale-down/text.ja.json';

/** Every symptom, in the order in which it is offered. */
export const symptoms = {
  'container-creating': containerCreating,
  'local-nodeport': localNodeport,
  'nodeport-after-scale-down': nodeportAfterScaleDown,
  'no-network-adapter': noNetworkAdapter,
  'control-plane-triage': controlPlaneTriage,
  'api-server-connect': apiServerConnect,
} as const;

export type SymptomId = keyof typeof symptoms;

/** What each symptom says. */
export const symptomTexts: Readonly<Record<SymptomId, Both<SymptomText>>> = {
  'container-creating': { en: containerCreatingEn, ja: containerCreatingJa },
  'local-nodeport': { en: localNodeportEn, ja: localNodeportJa },
  'nodeport-after-scale-down': { en: nodeportAfterScaleDownEn, ja: nodeportAfterScaleDownJa },
  'no-network-adapter': { en: noNetworkAdapterEn, ja: noNetworkAdapterJa },
  'control-plane-triage': { en: controlPlaneTriageEn, ja: controlPlaneTriageJa },
  'api-server-connect': { en: apiServerConnectEn, ja: apiServerConnectJa },
};

export function isSymptomId(id: string): id is SymptomId {
  return Object.hasOwn(symptoms, id);
}
