/** What a shell says through the noise: an answer, the end of a call, or an answer that cannot be used. */
export type Frame =
  | { readonly kind: 'answer'; readonly id: string; readonly json: string }
  | { readonly kind: 'end'; readonly id: string }
  | { readonly kind: 'broken'; readonly id: string; readonly detail: string };

/** Most characters of one frame: 24 MB of answer in base64. The script caps what it reads far below. */
const MOST_CHARACTERS = 32 * 1024 * 1024;

/** Longer than any head of a frame: a `<` that is followed by this much of something else was noise. */
const HEAD = 160;

/**
 * Cuts frames out of what a shell prints: `<winnow:NONCE:ID:b:BASE64>`, `<winnow:NONCE:ID:j:ASCIIJSON>` and
 * `<winnow:NONCE:ID:e:>`. Chunks may be cut anywhere. Line breaks inside a frame mean nothing, since a console wraps.
 * Everything else, the frames of another nonce among it, is noise. No frame holds `<`, so one that is cut short ends
 * where the next one begins.
 */
export class FrameReader {
  readonly #start: string;
  readonly #most: number;
  /** What followed the last `<`, and how long it is, kept or not; null between frames. */
  #open: { text: string; size: number } | null = null;

  constructor(nonce: string, most = MOST_CHARACTERS) {
    this.#start = `winnow:${nonce}:`;
    this.#most = most;
  }

  /** The frames that are whole, or known to be broken, with this chunk. */
  push(chunk: string): readonly Frame[] {
    const frames: Frame[] = [];
    let from = 0;
    for (const { index } of chunk.matchAll(/[<>]/g)) {
      this.#take(chunk.slice(from, index));
      from = index + 1;
      const begins = chunk.charAt(index) === '<';
      const frame = this.#close(!begins);
      if (frame) frames.push(frame);
      if (begins) this.#open = { text: '', size: 0 };
    }
    this.#take(chunk.slice(from));
    return frames;
  }

  #take(piece: string): void {
    const open = this.#open;
    if (!open) return;
    const short = open.size <= HEAD;
    open.size += piece.length;
    open.text += piece.slice(0, this.#most - open.text.length);
    if (short && open.size > HEAD && !unwrapped(open.text.slice(0, HEAD)).startsWith(this.#start)) this.#open = null;
  }

  #close(whole: boolean): Frame | null {
    if (!this.#open) return null;
    const { size, text: wrapped } = this.#open;
    this.#open = null;
    const text = unwrapped(wrapped);
    const head = text.startsWith(this.#start) ? /^([\w-]+):([bje]):/.exec(text.slice(this.#start.length, HEAD)) : null;
    const [all = '', id, kind] = head ?? [];
    if (id === undefined) return null;
    if (size > this.#most) return { kind: 'broken', id, detail: `more than ${this.#most} characters` };
    if (!whole) return { kind: 'broken', id, detail: 'the answer was cut short' };
    if (kind === 'e') return { kind: 'end', id };
    const body = text.slice(this.#start.length + all.length);
    const json = kind === 'b' ? decoded(body) : body;
    return json === null
      ? { kind: 'broken', id, detail: 'the answer is not base64 of UTF-8' }
      : { kind: 'answer', id, json };
  }
}

function unwrapped(text: string): string {
  return text.replace(/[\r\n]+/g, '');
}

function decoded(base64: string): string | null {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
  } catch {
    return null;
  }
}
