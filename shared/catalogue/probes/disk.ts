import { z } from 'zod';
import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { parseRows } from './parse/json';
import { count } from './parse/number';

const LOCAL = 3;
const row = z.object({
  DeviceID: z.string(),
  FileSystem: z.string().nullable(),
  Size: count.nullable(),
  FreeSpace: count.nullable(),
  VolumeDirty: z.boolean().nullable(),
});

/**
 * Local disks. The kubelet deletes images from 85 % in use on and evicts pods below 10 % free (its defaults
 * imageGCHighThresholdPercent and nodefs.available). A null field was not told, as that of a volume that is not formatted.
 */
export const disk = defineProbe({
  id: 'disk',
  code: 'P36',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    disks: {
      kind: 'cim',
      class: 'Win32_LogicalDisk',
      where: { DriveType: [LOCAL] },
      select: ['DeviceID', 'FileSystem', 'Size', 'FreeSpace', 'VolumeDirty'],
    },
  }),
  interpret: (answers) => ({
    disks: parseRows(row, must(answers.disks), 'Win32_LogicalDisk').map(
      ({ DeviceID, FileSystem, Size, FreeSpace, VolumeDirty }) => ({
        drive: DeviceID,
        fileSystem: FileSystem,
        /** Bytes. */
        size: Size,
        free: FreeSpace,
        freePercent:
          Size === null || Size === 0 || FreeSpace === null ? null : Math.round((FreeSpace / Size) * 1000) / 10,
        dirty: VolumeDirty,
      }),
    ),
  }),
});
