import en from './error-codes.en.json';
import ja from './error-codes.ja.json';
import type { Both } from './texts';

/** A code that Windows, HCN or HCS prints, and the symptoms it leads to. */
export interface ErrorCode {
  readonly name: string;
  /** Codes of symptoms, such as S21, the likeliest first. */
  readonly leadsTo: readonly string[];
}

/** Codes by their number; 0xc037… and 0x8037… are the same, and so are a code and its decimal. */
export const ERROR_CODES: Readonly<Record<string, ErrorCode>> = {
  '0x2': { name: 'ERROR_FILE_NOT_FOUND', leadsTo: ['S20'] },
  '0x5': { name: 'ERROR_ACCESS_DENIED', leadsTo: [] },
  '0xe': { name: 'ERROR_OUTOFMEMORY', leadsTo: ['S03', 'S04'] },
  '0x22': { name: 'ERROR_WRONG_DISK', leadsTo: ['S05'] },
  '0x57': { name: 'ERROR_INVALID_PARAMETER', leadsTo: ['S12'] },
  '0xb7': { name: 'ERROR_ALREADY_EXISTS', leadsTo: [] },
  '0x490': { name: 'ERROR_NOT_FOUND', leadsTo: [] },
  '0x1392': { name: 'ERROR_OBJECT_ALREADY_EXISTS', leadsTo: ['S20'] },
  '0x80070005': { name: 'E_ACCESSDENIED', leadsTo: [] },
  '0x803b0001': { name: 'HCN_E_NETWORK_NOT_FOUND', leadsTo: ['S18', 'S05', 'S10'] },
  '0x803b0002': { name: 'HCN_E_ENDPOINT_NOT_FOUND', leadsTo: ['S10', 'S05'] },
  '0x803b0004': { name: 'HCN_E_SWITCH_NOT_FOUND', leadsTo: ['S05', 'S10'] },
  '0x803b0006': { name: 'HCN_E_ADAPTER_NOT_FOUND', leadsTo: ['S18'] },
  '0x803b0007': { name: 'HCN_E_PORT_NOT_FOUND', leadsTo: ['S05', 'S10'] },
  '0x803b0008': { name: 'HCN_E_POLICY_NOT_FOUND', leadsTo: ['S04', 'S07'] },
  '0x803b000d': { name: 'HCN_E_INVALID_POLICY', leadsTo: ['S04', 'S07'] },
  '0x803b0010': { name: 'HCN_E_NETWORK_ALREADY_EXISTS', leadsTo: ['S03'] },
  '0x803b0012': { name: 'HCN_E_POLICY_ALREADY_EXISTS', leadsTo: ['S04'] },
  '0x803b0013': { name: 'HCN_E_PORT_ALREADY_EXISTS', leadsTo: ['S03'] },
  '0x803b0014': { name: 'HCN_E_ENDPOINT_ALREADY_ATTACHED', leadsTo: ['S03'] },
  '0x803b0015': { name: 'HCN_E_REQUEST_UNSUPPORTED', leadsTo: ['S18'] },
  '0x803b001c': { name: 'HCN_E_INVALID_JSON_REFERENCE', leadsTo: [] },
  '0x803b001e': { name: 'HCN_E_INVALID_IP', leadsTo: ['S18'] },
  '0x803b0020': { name: 'HCN_E_MANAGER_STOPPED', leadsTo: ['S18'] },
  '0x803b002a': { name: 'HCN_E_ICS_DISABLED', leadsTo: ['S18'] },
  '0x803b002b': { name: 'HCN_E_ENDPOINT_NAMESPACE_ALREADY_EXISTS', leadsTo: ['S11', 'S16'] },
  '0x803b002c': { name: 'HCN_E_ENTITY_HAS_REFERENCES', leadsTo: ['S11', 'S16'] },
  '0x803b002e': { name: 'HCN_E_NAMESPACE_ATTACH_FAILED', leadsTo: ['S11', 'S16'] },
  '0x803b002f': { name: 'HCN_E_ADDR_INVALID_OR_RESERVED', leadsTo: ['S11', 'S16'] },
  '0x80370101': { name: 'HCS_E_IMAGE_MISMATCH', leadsTo: ['S21', 'S20'] },
  '0x80370102': { name: 'HCS_E_HYPERV_NOT_INSTALLED', leadsTo: ['S20'] },
  '0x80370106': { name: 'HCS_E_UNEXPECTED_EXIT', leadsTo: ['S21'] },
  '0x8037010e': { name: 'HCS_E_SYSTEM_NOT_FOUND', leadsTo: ['S20'] },
  '0x80370110': { name: 'HCS_E_SYSTEM_ALREADY_STOPPED', leadsTo: ['S20'] },
  '0x80370114': { name: 'HCS_E_SERVICE_NOT_AVAILABLE', leadsTo: ['S20'] },
  '0x80370118': { name: 'HCS_E_CONNECTION_TIMEOUT', leadsTo: ['S20'] },
};

/** What each code means. */
export const errorCodeTexts: Both<Readonly<Record<string, string>>> = { en, ja };

/** The known codes in a text, each once, in the order in which they stand there. */
export function decode(text: string): readonly string[] {
  const found = [...text.matchAll(/\b0x([0-9a-f]{1,8})\b|(?<![\w.-])(\d{10}|-\d{9,10})\b/gi)].map(([, hex, decimal]) =>
    normalised(hex === undefined ? Number(decimal) : parseInt(hex, 16)),
  );
  return [...new Set(found)].filter((code) => Object.hasOwn(ERROR_CODES, code));
}

/** A code as a key of the table; negative numbers are how some tools print those above 0x7fffffff. */
function normalised(printed: number): string {
  const code = printed < 0 ? printed + 0x1_0000_0000 : printed;
  // The two severities in which HCS prints one code.
  const same = code >= 0xc0370000 && code <= 0xc037ffff ? code - 0x40000000 : code;
  return `0x${same.toString(16)}`;
}
