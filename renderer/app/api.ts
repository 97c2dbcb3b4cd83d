import type { WinnowApi } from '../../shared/ipc/contract';

declare global {
  interface Window {
    /** Put there by the preload script; the only way out of the page. */
    readonly winnow: WinnowApi;
  }
}

export const api: WinnowApi = window.winnow;
