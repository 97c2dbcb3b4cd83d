import { nodeTime } from '../../derive/api';
import type { NodeState } from '../../state';
import { CIMV2, type CimClass, type CimRow } from './types';

function operatingSystem({ windows, memory }: NodeState, now: string): CimRow {
  const japanese = windows.language === 'ja';
  const limit = memory.totalKb + memory.pagefileMb * 1024;
  return {
    Caption: `Microsoft ${windows.product}`,
    Version: `10.0.${windows.build}`,
    BuildNumber: String(windows.build),
    OperatingSystemSKU: windows.core ? 12 : 8,
    OSLanguage: japanese ? 1041 : 1033,
    Locale: japanese ? '0411' : '0409',
    CodeSet: japanese ? '932' : '1252',
    CurrentTimeZone: japanese ? 540 : 0,
    LastBootUpTime: windows.boot,
    LocalDateTime: now,
    TotalVisibleMemorySize: memory.totalKb,
    FreePhysicalMemory: memory.freeKb,
    TotalVirtualMemorySize: limit,
    FreeVirtualMemory: memory.freeKb + memory.pagefileMb * 900,
    CSName: windows.hostname.toUpperCase().slice(0, 15),
    ProductType: 3,
  };
}

function one(row: (state: NodeState) => CimRow): CimClass {
  return { namespace: CIMV2, rows: (state) => [row(state)] };
}

export const MACHINE_CLASSES: Readonly<Record<string, CimClass>> = {
  Win32_OperatingSystem: one((state) => operatingSystem(state, nodeTime(state))),
  Win32_ComputerSystem: one(({ windows, memory }) => ({
    Name: windows.hostname.toUpperCase().slice(0, 15),
    DNSHostName: windows.hostname,
    Manufacturer: windows.maker,
    Model: windows.model,
    PartOfDomain: false,
    Domain: 'WORKGROUP',
    AutomaticManagedPagefile: false,
    TotalPhysicalMemory: memory.totalKb * 1024,
    HypervisorPresent: true,
    NumberOfLogicalProcessors: 4,
  })),
  Win32_OptionalFeature: {
    namespace: CIMV2,
    rows: ({ features }) => Object.entries(features).map(([name, state]) => ({ Name: name, InstallState: state })),
  },
  Win32_LogicalDisk: one(({ disk }) => ({
    DeviceID: 'C:',
    DriveType: 3,
    FileSystem: 'NTFS',
    Size: disk.size,
    FreeSpace: disk.free,
    VolumeDirty: false,
  })),
  Win32_PageFileUsage: {
    namespace: CIMV2,
    rows: ({ memory }) =>
      memory.pagefileMb === 0
        ? []
        : [{ Name: 'C:\\pagefile.sys', AllocatedBaseSize: memory.pagefileMb, CurrentUsage: 412, PeakUsage: 870 }],
  },
  Win32_BIOS: one(({ windows }) => ({
    Manufacturer: windows.maker,
    SMBIOSBIOSVersion: windows.maker.startsWith('VMware')
      ? 'VMW71.00V.21100432.B64.2301110304'
      : 'Hyper-V UEFI Release v4.1',
    SerialNumber: '0000-0000-0000-0000',
  })),
  Win32_SystemEnclosure: one(({ windows }) => ({ Manufacturer: windows.maker, SMBIOSAssetTag: windows.assetTag })),
};
