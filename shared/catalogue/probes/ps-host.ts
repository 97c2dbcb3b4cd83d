import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';

/** The shell that asks: rights, language mode, bitness, clock. */
export const psHost = defineProbe({
  id: 'ps-host',
  code: 'P03',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({ shell: { kind: 'shell' } }),
  interpret: ({ shell }) => {
    const { version, edition, languageMode, elevated, process64, os64, utc, missingModules, executionPolicy } =
      must(shell);
    return { version, edition, languageMode, elevated, process64, os64, utc, missingModules, executionPolicy };
  },
});
