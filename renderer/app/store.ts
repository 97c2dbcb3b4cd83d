import { create } from 'zustand';
import type { AppView, Preview, SessionEntry } from '../../shared/ipc/contract';
import type { SessionView } from '../../shared/ipc/view';

export type Screen = 'start' | 'diagnose' | 'evidence' | 'map' | 'remedy' | 'export' | 'sessions' | 'settings';

/** What the window holds: a mirror of the trusted side, and where the person looks. */
export interface State {
  readonly app: AppView | null;
  readonly session: SessionView | null;
  readonly sessions: readonly SessionEntry[];
  readonly screen: Screen;
  /** The remediation being looked at. */
  readonly preview: Preview | null;
  /** The read to show first on the evidence screen. */
  readonly probe: string | null;
  /** The last failure, as a key of the texts with what was seen. */
  readonly trouble: { readonly what: string; readonly detail: string } | null;
}

export const useStore = create<State>(() => ({
  app: null,
  session: null,
  sessions: [],
  screen: 'start',
  preview: null,
  probe: null,
  trouble: null,
}));
