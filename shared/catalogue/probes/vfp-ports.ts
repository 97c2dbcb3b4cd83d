import { CannotInterpret, couldNotCheck, maybe, type Outcome } from '../../node/outcome';
import type { Answer, Read } from '../../node/read';
import { defineProbe, seconds } from '../define';
import { hnsEndpoints } from './hns-endpoints';
import { mustSome } from './parse/some';

/** A process is started for each port. */
const MOST = 40;
const GUID = /^\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?$/;

interface Endpoint {
  readonly id: string;
  readonly ip: string;
  readonly remote: boolean;
  readonly ports: readonly string[];
}

/** Endpoints of other nodes have no port here. */
function portsOf(endpoints: readonly Endpoint[]) {
  return endpoints
    .filter(({ remote }) => !remote)
    .flatMap(({ id, ip, ports }) =>
      ports.filter((port) => GUID.test(port)).map((port) => ({ port, endpoint: id, ip })),
    );
}

/**
 * The ports of the virtual switch as VFP has them, for the first 40 endpoints. A null `blocked` could not be read or not be
 * understood; `left` ports were not asked for.
 */
export const vfpPorts = defineProbe({
  id: 'vfp-ports',
  code: 'P39',
  rights: 'administrator',
  limit: seconds(10),
  needs: { hns: hnsEndpoints },
  reads: ({ hns: { endpoints } }) => {
    const asked = portsOf(endpoints).slice(0, MOST);
    if (asked.length === 0) return couldNotCheck('not-applicable', 'no endpoint with a port');
    return Object.fromEntries(
      asked.map(({ port }): [string, Extract<Read, { kind: 'tool' }>] => [
        port,
        { kind: 'tool', tool: 'vfpctrl', args: ['/port', port, '/get-port-state'] },
      ]),
    );
  },
  interpret: (answers, { hns: { endpoints } }) => {
    const all = portsOf(endpoints);
    const asked = all.slice(0, MOST);
    const outcomes = asked.flatMap(({ port }) => answers[port] ?? []);
    mustSome(outcomes);
    if (outcomes.some((outcome) => maybe(outcome)?.found === false))
      throw new CannotInterpret(couldNotCheck('missing', 'vfpctrl'));
    return {
      ports: asked.map((each) => ({ ...each, blocked: isBlocked(answers[each.port]) })),
      left: all.length - asked.length,
    };
  },
});

/** vfpctrl is not translated. */
function isBlocked(outcome: Outcome<Answer<'tool'>> | undefined): boolean | null {
  const tool = outcome && maybe(outcome);
  if (!tool?.found || tool.exit !== 0) return null;
  const said = /\bBlocked\s*:\s*(TRUE|FALSE)\b/i.exec(tool.stdout)?.[1];
  return said === undefined ? null : said.toUpperCase() === 'TRUE';
}
