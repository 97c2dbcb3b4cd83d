import { z } from 'zod';
import { badAnswer, maybe, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { parseRows } from './parse/json';
import { count } from './parse/number';

const system = z.object({
  TotalVisibleMemorySize: count,
  FreePhysicalMemory: count,
  TotalVirtualMemorySize: count,
  FreeVirtualMemory: count,
});
const computer = z.object({ AutomaticManagedPagefile: z.boolean().nullable() });
const pagefile = z.object({
  Name: z.string(),
  AllocatedBaseSize: count,
  CurrentUsage: count,
  PeakUsage: count,
});

/** Memory and what may be committed, in MiB. Windows nodes need a pagefile; `pagefiles` null could not be read, empty means none. */
export const memoryPagefile = defineProbe({
  id: 'memory-pagefile',
  code: 'P37',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    system: {
      kind: 'cim',
      class: 'Win32_OperatingSystem',
      select: ['TotalVisibleMemorySize', 'FreePhysicalMemory', 'TotalVirtualMemorySize', 'FreeVirtualMemory'],
    },
    computer: { kind: 'cim', class: 'Win32_ComputerSystem', select: ['AutomaticManagedPagefile'] },
    pagefiles: {
      kind: 'cim',
      class: 'Win32_PageFileUsage',
      select: ['Name', 'AllocatedBaseSize', 'CurrentUsage', 'PeakUsage'],
    },
  }),
  interpret: (answers) => {
    const [memory] = parseRows(system, must(answers.system), 'Win32_OperatingSystem');
    if (!memory) return badAnswer('Win32_OperatingSystem: no row');
    const own = maybe(answers.computer);
    const files = maybe(answers.pagefiles);
    return {
      total: mebibytes(memory.TotalVisibleMemorySize),
      free: mebibytes(memory.FreePhysicalMemory),
      commitLimit: mebibytes(memory.TotalVirtualMemorySize),
      commitFree: mebibytes(memory.FreeVirtualMemory),
      /** Windows chooses the size of the pagefile; null could not be read. */
      automatic: own ? (parseRows(computer, own, 'Win32_ComputerSystem')[0]?.AutomaticManagedPagefile ?? null) : null,
      pagefiles: files
        ? parseRows(pagefile, files, 'Win32_PageFileUsage').map(
            ({ Name, AllocatedBaseSize, CurrentUsage, PeakUsage }) => ({
              name: Name,
              allocated: AllocatedBaseSize,
              used: CurrentUsage,
              peak: PeakUsage,
            }),
          )
        : null,
    };
  },
});

function mebibytes(kibibytes: number): number {
  return Math.round(kibibytes / 1024);
}
