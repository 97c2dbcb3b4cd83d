import { clean } from '../clean';
import { hearKeys, isAway, type Keyboard, type Screen } from './keys';

/** An Enter counts as the end only when nothing follows it for so many milliseconds: a pasted text holds Enters too. */
const QUIET = 200;
/** Characters that are echoed; a long text is read all the same. */
const ECHOED = 4000;

/** Reads what is pasted or typed, over several lines, up to an Enter that stands alone. Null: the person went away. */
export function readPasted(input: Keyboard, output: Screen): Promise<string | null> {
  return new Promise((settle) => {
    let text = '';
    let end: NodeJS.Timeout | undefined;
    const finish = (result: string | null): void => {
      clearTimeout(end);
      stop();
      output.write('\n');
      settle(result);
    };
    const stop = hearKeys(input, (keys) => {
      clearTimeout(end);
      if (isAway(keys)) {
        finish(null);
        return;
      }
      const sofar = text;
      if (keys === '\r' || keys === '\n') end = setTimeout(() => finish(sofar), QUIET);
      if (keys === '\u007f' || keys === '\b') {
        text = text.replace(/.$/su, '');
        output.write(`\r\u001b[K${clean(text.split('\n').at(-1) ?? '')}`);
        return;
      }
      const more = keys.replaceAll(/\r\n?/g, '\n');
      if (text.length < ECHOED) output.write(clean(more));
      text += more;
    });
  });
}
