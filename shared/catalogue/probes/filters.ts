import { badAnswer, CannotInterpret, couldNotCheck, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { filtersIn } from './parse/fltmc';

/** File system filters: containers stand on `wcifs` and `bindflt`, and antivirus gets between. */
export const filters = defineProbe({
  id: 'filters',
  code: 'P38',
  rights: 'administrator',
  limit: seconds(10),
  reads: () => ({ filters: { kind: 'tool', tool: 'fltmc', args: ['filters'] } }),
  interpret: (answers) => {
    const printed = must(answers.filters);
    if (!printed.found) throw new CannotInterpret(couldNotCheck('missing', 'fltmc'));
    const { exit, stdout, stderr } = printed;
    if (exit !== 0) {
      const said = `${stderr}${stdout}`.trim().slice(0, 200);
      throw new CannotInterpret(couldNotCheck(/0x80070005/i.test(said) ? 'not-elevated' : 'crashed', said));
    }
    const list = filtersIn(stdout);
    // Windows itself always has some.
    return list.length > 0 ? { filters: list } : badAnswer('fltmc: no filter');
  },
});
