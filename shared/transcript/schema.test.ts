import { expect, it } from 'vitest';
import { z } from 'zod';
import { FORMAT, recordSchema } from './record';

it('is published as it is: `npx vitest run shared/transcript -u` publishes it anew', async () => {
  const schema = { title: FORMAT, ...z.toJSONSchema(recordSchema) };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../docs/transcript.schema.json');
});
