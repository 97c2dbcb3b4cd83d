/** What any of several expressions says, in letters of any case. */
export function either(...parts: readonly RegExp[]): RegExp {
  return new RegExp(parts.map(({ source }) => source).join('|'), 'i');
}
