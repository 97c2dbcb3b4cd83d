import { z } from 'zod';
import { badAnswer, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { hnsObjects } from './parse/hns';

const version = z.object({ Major: z.number(), Minor: z.number() });

/** The version of HNS's interface: what it can do (9.2: version 2 of the interface, which today's kube-proxy needs). */
export const hnsVersion = defineProbe({
  id: 'hns-version',
  code: 'P15',
  rights: 'administrator',
  limit: seconds(10),
  reads: () => ({ version: { kind: 'hns', path: '/globals/version' } }),
  interpret: ({ version: answer }) => {
    const [found] = hnsObjects(version, must(answer).json);
    return found ? { major: found.Major, minor: found.Minor } : badAnswer('HNS: no version');
  },
});
