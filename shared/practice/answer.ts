import { assertNever, type Outcome } from '../node/outcome';
import type { Answer, AnswerOf, Read } from '../node/read';
import { answerCim } from './answers/cim';
import { answerEvents } from './answers/events';
import { answerCertificates, answerDirectory, answerFile } from './answers/files';
import { answerHns } from './answers/hns';
import { answerConnect, answerDns, answerTls } from './answers/network';
import { answerFirewall, answerUpdates } from './answers/policy';
import { ifLost } from './answers/refuse';
import { answerRegistry } from './answers/registry';
import { answerShell } from './answers/shell';
import { answerSockets } from './answers/sockets';
import { answerTool } from './answers/tool';
import type { NodeState } from './state';

/** What the node answers to a read, as it is now. */
export function answer<const R extends Read>(state: NodeState, read: R): Outcome<AnswerOf<R>> {
  return (ifLost(state, read) ?? answerAny(state, read)) as Outcome<AnswerOf<R>>; // the switch below answers each kind with its own answer
}

function answerAny(state: NodeState, read: Read): Outcome<Answer> {
  switch (read.kind) {
    case 'shell':
      return answerShell(state);
    case 'cim':
      return answerCim(state, read);
    case 'registry':
      return answerRegistry(state, read);
    case 'file':
      return answerFile(state, read);
    case 'directory':
      return answerDirectory(state, read);
    case 'tool':
      return answerTool(state, read);
    case 'hns':
      return answerHns(state, read);
    case 'events':
      return answerEvents(state, read);
    case 'sockets':
      return answerSockets(state);
    case 'connect':
      return answerConnect(state, read);
    case 'tls':
      return answerTls(state, read);
    case 'dns':
      return answerDns(state, read);
    case 'certificates':
      return answerCertificates(state, read);
    case 'firewall':
      return answerFirewall(state, read);
    case 'updates':
      return answerUpdates(state);
    default:
      return assertNever(read);
  }
}
