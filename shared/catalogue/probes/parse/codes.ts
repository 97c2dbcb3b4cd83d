/** Codes of the host networking (0x803b….) and host compute (0x8037…., 0xc037….) services. */
const HEX = /\b0x(?:803b|8037|c037)[0-9a-f]{4}\b/gi;
const FACILITIES: ReadonlySet<number> = new Set([0x803b, 0x8037, 0xc037]);

/** Distinct codes in the properties of an event, in lower-case hex; a code that stands there as a number is one too. */
export function codesIn(properties: readonly string[]): readonly string[] {
  return [...new Set(properties.flatMap((text) => [...hexIn(text), ...numberIn(text)]))];
}

function hexIn(text: string): readonly string[] {
  return [...text.matchAll(HEX)].map(([code]) => code.toLowerCase());
}

function numberIn(text: string): readonly string[] {
  if (!/^-?\d{9,10}$/.test(text)) return [];
  const code = Number(text) >>> 0;
  return FACILITIES.has(code >>> 16) ? [`0x${code.toString(16)}`] : [];
}
