/** What the bundler can import besides code. `?raw` gives a file's text, compiled into the bundle. */
declare module '*?raw' {
  const text: string;
  export default text;
}

declare module '*.css';

declare module '*.svg' {
  const address: string;
  export default address;
}

/** Set by the bundler; in development only, the page is served by the bundler itself. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean; readonly PROD: boolean; readonly MODE: string };
}
