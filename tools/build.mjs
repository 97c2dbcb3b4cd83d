/** `npm run build`: bundles the three sides into out/. */
import { build } from './lib/fresh-build.mjs';
import { ownNodeTool } from './lib/own-node.mjs';

await ownNodeTool(build, { install: true });
