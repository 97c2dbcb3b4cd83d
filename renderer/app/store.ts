import { create } from 'zustand';
import type { AppView, Failure, NodeChoice, Preview, SessionEntry } from '../../shared/ipc/contract';
import type { Words } from '../../shared/catalogue/words';
import type { CheckView } from '../../shared/ipc/check-view';
import type { SessionView } from '../../shared/ipc/view';

export type Screen =
  'start' | 'check' | 'diagnose' | 'evidence' | 'map' | 'remedy' | 'export' | 'sessions' | 'settings';
type Dialog = 'nodes' | 'keys';

/** What the window holds: a mirror of the trusted side, and where the person looks. */
export interface State {
  readonly app: AppView | null;
  /** What the catalogue says in the language of `app`. */
  readonly words: Words | null;
  readonly session: SessionView | null;
  /** The check of everything; null until it was asked for. */
  readonly check: CheckView | null;
  readonly sessions: readonly SessionEntry[];
  /** The practice nodes; null until they were asked for. */
  readonly nodes: readonly NodeChoice[] | null;
  readonly screen: Screen;
  readonly dialog: Dialog | null;
  /** How often the person asked for the search field. */
  readonly searches: number;
  /** The remediation being looked at. */
  readonly preview: Preview | null;
  /** The read to show first on the evidence screen. */
  readonly probe: string | null;
  /** The last failure. */
  readonly trouble: Failure | null;
}

export const useStore = create<State>(() => ({
  app: null,
  words: null,
  session: null,
  check: null,
  sessions: [],
  nodes: null,
  screen: 'start',
  dialog: null,
  searches: 0,
  preview: null,
  probe: null,
  trouble: null,
}));

/** The check of the node that is shown; one of the node before may still be on its way. */
export function useCheck(): CheckView | null {
  return useStore(({ app, check }) => (check?.node === app?.node.name ? check : null));
}
