/** Characters that steer a terminal, the direction of text or the eye, and line ends that are none of ours. */
const STEERING = /[\p{Cf}\p{Cs}\u2028\u2029]|(?![\t\n])\p{Cc}/gu;

/** The text with one kind of line end, and a sign where a character stood that would not be seen as itself. */
export function clean(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(STEERING, '\ufffd');
}

/** JSON with such characters as escapes: the same value, and nothing in it steers a reader's screen. */
export function cleanJson(json: string): string {
  return json.replaceAll(/[\p{Cf}\u2028\u2029\u007f-\u009f]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
