/** Text as it was piped in or saved; Windows PowerShell writes UTF-16 with its mark. Not text at all where `strict`: throws. */
export function decodeText(bytes: Uint8Array, strict = false): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: strict }).decode(bytes);
}

/** The JSON that a file holds; undefined where it holds none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes, true));
  } catch {
    return undefined;
  }
}
