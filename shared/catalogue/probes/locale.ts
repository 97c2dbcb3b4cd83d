import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';

/** Languages and code pages: what adapter names and the texts of tools are written in. */
export const locale = defineProbe({
  id: 'locale',
  code: 'P02',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({ shell: { kind: 'shell' } }),
  interpret: ({ shell }) => {
    const { uiCulture, culture, ansiCodePage, oemCodePage, timeZone } = must(shell);
    return { uiCulture, culture, ansiCodePage, oemCodePage, timeZone };
  },
});
