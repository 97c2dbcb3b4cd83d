import type { CimClass } from './types';

const DEFENDER = 'root/Microsoft/Windows/Defender';

/** What Windows gives in place of exclusions to somebody who is no administrator, in its language. */
const NOT_SHOWN = {
  en: 'N/A: Must be an administrator to view exclusions',
  ja: 'N/A: 除外を表示するには管理者である必要があります',
};

/** Microsoft Defender as nodes usually have it: on, and kept away from what containers stand on. */
export const DEFENDER_CLASSES: Readonly<Record<string, CimClass>> = {
  MSFT_MpComputerStatus: {
    namespace: DEFENDER,
    rows: () => [{ RealTimeProtectionEnabled: true, AMRunningMode: 'Normal', AntivirusEnabled: true }],
  },
  MSFT_MpPreference: {
    namespace: DEFENDER,
    rows: ({ shell, windows }) => [
      shell.elevated
        ? { ExclusionPath: 'C:\\ProgramData\\containerd,C:\\k', ExclusionProcess: 'containerd.exe,kubelet.exe' }
        : { ExclusionPath: NOT_SHOWN[windows.language], ExclusionProcess: NOT_SHOWN[windows.language] },
    ],
  },
  MSFT_MpThreat: { namespace: DEFENDER, rows: () => [] },
};
