import { z } from 'zod';

/** A number that CIM gives as one, or as text where it has 64 bits. */
export const count = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]);
