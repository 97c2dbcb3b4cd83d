/** Characters that would steer a terminal or turn the direction of text. */
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text that is safe to show: whatever a node or a file said, it cannot steer the terminal. */
export function clean(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(STEERING, '\ufffd');
}

/** Text that somebody gave, fit for one sentence. */
export function quoted(text: string): string {
  const line = clean(text).replaceAll('\n', ' ');
  return `"${line.length > 120 ? `${line.slice(0, 120)}…` : line}"`;
}

/** A result as JSON, with everything that could steer a terminal escaped. */
export function json(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  const escaped = text.replaceAll(
    /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${escaped}\n`;
}
