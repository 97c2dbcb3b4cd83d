import { couldNotCheck, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { kubeTools } from './kube-tools';

/** The API server as this node meets it: name, connection, certificate, status and clock. */
export const apiReach = defineProbe({
  id: 'api-reach',
  code: 'P26',
  rights: 'none',
  limit: seconds(10),
  needs: { tools: kubeTools },
  reads: ({ tools: { chosen } }) => {
    if (!chosen) return couldNotCheck('missing', 'kubeconfig');
    if (chosen.host === null || chosen.port === null) return couldNotCheck('bad-answer', `server: ${chosen.server}`);
    return { tls: { kind: 'tls', target: `${chosen.host}:${chosen.port}`, path: '/livez', ca: chosen.path } };
  },
  interpret: ({ tls }, { tools }) => {
    const { addresses, connection, handshake, http, utc, error } = must(tls);
    const server = handshake?.chain[0];
    return {
      host: tools.chosen?.host ?? '',
      port: tools.chosen?.port ?? 0,
      addresses,
      connection,
      error,
      certificate: server
        ? {
            subject: server.subject,
            issuer: server.issuer,
            names: server.names,
            notBefore: server.notBefore,
            notAfter: server.notAfter,
          }
        : null,
      trustedBy: handshake?.trustedBy ?? null,
      nameMatches: handshake?.nameMatches ?? null,
      problems: handshake?.problems ?? [],
      status: http?.status ?? null,
      /** The node's clock minus the server's, in seconds; null where the server told no date. */
      skewSeconds: secondsBetween(http?.date ?? null, utc),
      utc,
    };
  },
});

function secondsBetween(from: string | null, to: string): number | null {
  const difference = from === null ? Number.NaN : Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  return Number.isNaN(difference) ? null : difference;
}
