/** How long the page asks for no further script when it has those that it starts with, in milliseconds. */
const PAUSE = 8;

/** When the page has been given the scripts that it starts with. */
export interface FirstScripts {
  /** To be called for every script that is asked for. */
  readonly asked: () => void;
  /** Settles when none has been asked for a moment: what is loaded from then on keeps the page from nothing. */
  readonly given: Promise<void>;
}

export function firstScripts(): FirstScripts {
  let timer: NodeJS.Timeout | undefined;
  let settle: () => void = () => undefined;
  const given = new Promise<void>((resolve) => (settle = resolve));
  const asked = (): void => {
    clearTimeout(timer);
    timer = setTimeout(settle, PAUSE);
  };
  return { asked, given };
}
