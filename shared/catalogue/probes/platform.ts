import { z } from 'zod';
import { badAnswer, maybe, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { parseRows } from './parse/json';

const text = z.string().nullable();
const computer = z.object({ Manufacturer: text, Model: text, PartOfDomain: z.boolean().nullable() });
const firmware = z.object({ Manufacturer: text, SMBIOSBIOSVersion: text });
const enclosure = z.object({ SMBIOSAssetTag: text });

/** The chassis asset tag that every virtual machine of Azure has (Microsoft's documentation of its guest agent). */
const AZURE = '7783-7084-3265-9085-8269-3286-77';

/** What machine this is, by what its firmware says. A null field was not told or could not be read. */
export const platform = defineProbe({
  id: 'platform',
  code: 'P40',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    computer: { kind: 'cim', class: 'Win32_ComputerSystem', select: ['Manufacturer', 'Model', 'PartOfDomain'] },
    firmware: { kind: 'cim', class: 'Win32_BIOS', select: ['Manufacturer', 'SMBIOSBIOSVersion'] },
    enclosure: { kind: 'cim', class: 'Win32_SystemEnclosure', select: ['SMBIOSAssetTag'] },
  }),
  interpret: (answers) => {
    const [own] = parseRows(computer, must(answers.computer), 'Win32_ComputerSystem');
    if (!own) return badAnswer('Win32_ComputerSystem: no row');
    const bios = maybe(answers.firmware);
    const chassis = maybe(answers.enclosure);
    const [written] = bios ? parseRows(firmware, bios, 'Win32_BIOS') : [];
    const tag = chassis
      ? (parseRows(enclosure, chassis, 'Win32_SystemEnclosure')[0]?.SMBIOSAssetTag?.trim() ?? null)
      : null;
    const maker = own.Manufacturer?.trim() ?? null;
    return {
      maker,
      model: own.Model?.trim() ?? null,
      firmwareMaker: written?.Manufacturer?.trim() ?? null,
      firmware: written?.SMBIOSBIOSVersion?.trim() ?? null,
      assetTag: tag,
      domainMember: own.PartOfDomain,
      azure: tag === null ? null : tag === AZURE,
      vmware: says(/vmware/i, maker),
      aws: says(/amazon|\bxen\b/i, maker, written?.Manufacturer),
      gce: says(/google/i, maker),
    };
  },
});

/** Null where nothing is known that could say it. */
function says(pattern: RegExp, ...texts: ReadonlyArray<string | null | undefined>): boolean | null {
  const known = texts.filter((each) => typeof each === 'string');
  return known.length === 0 ? null : known.some((each) => pattern.test(each));
}
