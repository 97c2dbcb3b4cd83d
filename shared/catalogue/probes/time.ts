import { maybe, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';

const SERVICE = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\W32Time';

/**
 * Where the node's clock takes its time from. How far it is off is told by `api-reach`. A null field is not set;
 * `hyperVSync` undefined could not be read.
 */
export const time = defineProbe({
  id: 'time',
  code: 'P28',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    parameters: { kind: 'registry', path: `${SERVICE}\\Parameters`, names: ['Type', 'NtpServer'] },
    provider: { kind: 'registry', path: `${SERVICE}\\TimeProviders\\VMICTimeProvider`, names: ['Enabled'] },
    shell: { kind: 'shell' },
  }),
  interpret: ({ parameters, provider, shell }) => {
    const key = must(parameters);
    const vmic = maybe(provider);
    const text = (name: string): string | null => {
      const value = key.exists ? key.values[name] : undefined;
      return typeof value === 'string' ? value : null;
    };
    return {
      /** NTP, NT5DS (the domain), AllSync or NoSync. */
      type: text('Type'),
      ntpServer: text('NtpServer'),
      hyperVSync: vmic
        ? vmic.exists && typeof vmic.values.Enabled === 'number'
          ? vmic.values.Enabled !== 0
          : null
        : undefined,
      utc: must(shell).utc,
      timeZone: must(shell).timeZone,
    };
  },
});
