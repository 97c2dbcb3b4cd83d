/** What can go wrong with the window's page. */
export type Trouble =
  | { readonly kind: 'crashed'; readonly detail: string }
  | { readonly kind: 'not-loaded'; readonly detail: string }
  | { readonly kind: 'preload-failed'; readonly detail: string }
  | { readonly kind: 'unresponsive' };

/** How often a page that crashes is loaded again without a question, and within how many milliseconds. */
const MOST_CRASHES = 3;
const WITHIN = 60_000;

interface Parts {
  /** Asks the person whether to load the page again; the question is withdrawn when the signal aborts. */
  readonly ask: (trouble: Trouble, signal: AbortSignal) => Promise<boolean>;
  /** Loads the page again after this trouble. */
  readonly loadAgain: (trouble: Trouble) => void;
  readonly log: (what: string, detail: string) => void;
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
}

/**
 * What is done about trouble with the page. A page that crashed is loaded again, since its session is kept on this
 * side; one that crashes again and again is not loaded for ever. Everything else is for the person to decide, one
 * question at a time: what could not be loaded will most likely fail in the same way, and what hangs may only be slow.
 */
export function attendTo({ ask, loadAgain, log, now }: Parts) {
  let crashes: readonly number[] = [];
  let asking: AbortController | null = null;
  const withdraw = (): void => {
    asking?.abort();
    asking = null;
  };

  return {
    onTrouble: async (trouble: Trouble): Promise<void> => {
      log(`window ${trouble.kind}`, 'detail' in trouble ? trouble.detail : '');
      if (trouble.kind === 'crashed') {
        withdraw();
        crashes = [...crashes.filter((at) => now() - at < WITHIN), now()];
        if (crashes.length <= MOST_CRASHES) {
          loadAgain(trouble);
          return;
        }
      }
      if (asking) return;
      const mine = (asking = new AbortController());
      const again = await ask(trouble, mine.signal);
      if (mine.signal.aborted) return;
      asking = null;
      if (again) loadAgain(trouble);
    },
    /** A page that did not answer does again. */
    onResponsive: withdraw,
  };
}
