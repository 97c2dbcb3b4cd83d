/**
 * What shared/ may know of AbortSignal, which is no part of the language: it is handed one, looks at it and passes it
 * on. Electron and the page see the real type of their own library instead.
 */
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
