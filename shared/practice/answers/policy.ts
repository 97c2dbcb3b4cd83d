import { answered, type Outcome } from '../../node/outcome';
import type { Answer, Read } from '../../node/read';
import type { NodeState } from '../state';

/** Firewall profiles, and the inbound rules that name one of the ports. */
export function answerFirewall(
  state: NodeState,
  read: Extract<Read, { kind: 'firewall' }>,
): Outcome<Answer<'firewall'>> {
  const { active, on, rules } = state.firewall;
  return answered({
    activeProfiles: active,
    profiles: [1, 2, 4].map((type) => ({ type, on, inbound: 0 })),
    rules: rules
      .filter(({ ports }) => ports === '*' || ports.split(',').some((port) => read.ports.includes(Number(port))))
      .map((rule) => ({ ...rule })),
  });
}

/** The history of Windows updates. */
export function answerUpdates(state: NodeState): Outcome<Answer<'updates'>> {
  return answered({ rows: state.updates.map((row) => ({ ...row })) });
}
