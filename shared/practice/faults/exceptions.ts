import { cniState } from '../derive/cni';
import { editFile } from '../edit';
import type { NodeState } from '../state';
import type { Fault } from './common';

const LIST = /("ExceptionList"\s*:\s*\[)/;

function inConfig(state: NodeState, change: (text: string) => string): NodeState {
  const cni = cniState(state);
  if (!cni.ok) throw new Error(cni.message);
  return editFile(state, cni.path, change);
}

/** Somebody put a range of the internet among the exceptions. */
export const publicException: Fault = (state) => inConfig(state, (text) => text.replace(LIST, '$1 "0.0.0.0/0",'));

/** The ranges of the company's own network are among the exceptions, also of those that only an address of the node can reach. */
export const privateException: Fault = (state) => inConfig(state, (text) => text.replace(LIST, '$1 "172.16.0.0/12",'));

/** The nodes' part of the range of all Pods is excepted as well, which begins with the same address. */
export const exceptionTwice: Fault = (state) => inConfig(state, (text) => text.replace(LIST, '$1 "10.244.0.0/24",'));

/** The page's example was pasted with its comments. */
export const commentedConfig: Fault = (state) => inConfig(state, (text) => text.replace(LIST, '$1 # Cluster subnet\n'));

/** The file was corrected, but the Pods were made before that. */
export const oldExceptions: Fault = (state) => ({ ...state, hns: { ...state.hns, oldExceptions: ['203.0.113.0/24'] } });
