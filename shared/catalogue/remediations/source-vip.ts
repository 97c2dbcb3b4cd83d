import { quote } from '../../node/powershell';
import type { Write } from '../../node/write';
import { ASIDE, movedAside } from '../aside';
import type { EvidenceOf } from '../define';
import { SOURCE_VIP } from '../leaks';
import { addressNumber, addressText, prefixLength } from '../node-range';
import type { probes } from '../probes';
import type { KeptVip } from '../source-vip';
import { addressesOf, within } from '../subnets';

type Ipam = EvidenceOf<(typeof probes)['ipam']>;
type Endpoints = ReadonlyArray<{ readonly ip: string }>;
type FileWrite = Extract<Write, { kind: 'file' }>;

/** The folder for files of another subnet. */
const FOLDER = 'source-vip';
/** Where the SDN scripts keep the source VIP. */
const KEPT = 'C:\\k\\sourceVip.json';
/** What the scripts call themselves to host-local, as its store keeps it: the container and its interface. */
const LEASE = `${SOURCE_VIP}\r\n${SOURCE_VIP}`;
/** Network and gateway; what pods and the source VIP may have comes after these. */
const FIRST = 2;

/** The lowest address of a subnet that has neither a lease nor an endpoint; null: there is none. */
function freeAddress(subnet: string, { leases }: Ipam, endpoints: Endpoints): string | null {
  const all = addressesOf(subnet);
  if (!all) return null;
  const taken = new Set([...leases, ...endpoints].map(({ ip }) => addressNumber(ip)));
  for (let at = all.first + FIRST; at < all.last; at++) if (!taken.has(at)) return addressText(at);
  return null;
}

function aside(path: string, modified: string): FileWrite {
  return movedAside(path, FOLDER, modified);
}

/** Has a script's file tell this source VIP, in place of the one that it kept. */
function keep(ip: string, subnet: string, kept: KeptVip | undefined): readonly FileWrite[] {
  if (kept?.ip === ip) return [];
  const text = JSON.stringify({ cniVersion: '0.2.0', ip4: { ip: `${ip}/${prefixLength(subnet) ?? ''}` }, dns: {} });
  const path = kept?.path ?? KEPT;
  return [...(kept ? [aside(kept.path, kept.modified)] : []), { kind: 'file', path, change: { kind: 'create', text } }];
}

/** Reserves an address with host-local, so that no pod is given it, unless it has been. */
function reserve(ip: string, { path, leases }: Ipam): readonly FileWrite[] {
  const there = leases.some((lease) => lease.ip === ip);
  return there ? [] : [{ kind: 'file', path: `${path}\\${ip}`, change: { kind: 'create', text: LEASE } }];
}

function dummies({ path, leases }: Ipam, subnet: string | null): readonly FileWrite[] {
  return leases
    .filter(({ ip, holder }) => holder === SOURCE_VIP && (subnet === null || within(ip, subnet) === false))
    .map(({ ip, modified }) => aside(`${path}\\${ip}`, modified));
}

/** A source VIP of a subnet, and what has to be written for host-local and the start scripts to go by it. */
export interface Renewal {
  readonly ip: string;
  readonly writes: readonly FileWrite[];
}

/** The source VIP that is reserved in a subnet, else a free address; leases of other subnets are moved aside. Null: none is free. */
export function renewal(subnet: string, ipam: Ipam, endpoints: Endpoints, kept: readonly KeptVip[]): Renewal | null {
  const reserved = ipam.leases.find(({ ip, holder }) => holder === SOURCE_VIP && within(ip, subnet) === true);
  const ip = reserved?.ip ?? freeAddress(subnet, ipam, endpoints);
  if (ip === null) return null;
  return { ip, writes: [...dummies(ipam, subnet), ...reserve(ip, ipam), ...keep(ip, subnet, kept[0])] };
}

/** Has host-local and the start script go by the source VIP that kube-proxy runs with. */
export function corrected(ip: string, subnet: string, ipam: Ipam | undefined, kept: KeptVip): readonly FileWrite[] {
  return [...(ipam ? reserve(ip, ipam) : []), ...keep(ip, subnet, kept)];
}

/** Moves aside what keeps a start script from reserving a new source VIP: the one that it kept, and every lease of it. */
export function forgotten(ipam: Ipam, kept: readonly KeptVip[]): readonly FileWrite[] {
  return [...kept.map(({ path, modified }) => aside(path, modified)), ...dummies(ipam, null)];
}

/** Writes of files as lines for PowerShell. */
export function fileLines(writes: readonly FileWrite[]): readonly string[] {
  if (writes.length === 0) return [];
  const lines = writes.map(({ path, change }) => {
    if (change.kind === 'move') return `Move-Item -LiteralPath ${quote(path)} -Destination ${quote(change.to)}`;
    const text = change.kind === 'create' ? change.text.replaceAll('\r\n', '`r`n').replaceAll('"', '`"') : '';
    return `Set-Content -LiteralPath ${quote(path)} -NoNewline -Encoding Ascii -Value "${text}"`;
  });
  const moves = writes.some(({ change }) => change.kind === 'move');
  return [...(moves ? [`New-Item -ItemType Directory -Force -Path ${quote(`${ASIDE}\\${FOLDER}`)}`] : []), ...lines];
}
