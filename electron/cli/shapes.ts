import { z } from 'zod';

/**
 * What `--json` prints. Scripts rely on these shapes: a test freezes them.
 */
const both = z.strictObject({ en: z.string(), ja: z.string() });
const citation = z.strictObject({ probe: z.string(), pointer: z.string(), value: z.unknown() });
const notChecked = z.strictObject({ probe: z.string(), reason: z.string(), detail: z.string() });
const ruledOut = z.strictObject({ symptom: z.string(), cause: z.string(), citations: z.array(citation) });
const finding = z.strictObject({
  cause: z.string(),
  verdict: z.enum(['confirmed', 'likely']),
  citations: z.array(citation),
  remediations: z.array(z.string()),
});

const foundCause = z.strictObject({ symptom: z.string(), ...finding.shape });

const remediation = z.strictObject({
  id: z.string(),
  /** What verification says, or why nothing was changed. */
  result: z.string(),
  values: z.array(z.strictObject({ probe: z.string(), pointer: z.string(), before: z.unknown(), after: z.unknown() })),
  steps: z.array(z.strictObject({ line: z.string(), status: z.string(), detail: z.string() })),
});

export const shapes = {
  symptoms: z.array(
    z.strictObject({ id: z.string(), code: z.string(), anchor: z.string(), group: z.string(), title: both }),
  ),
  practice: z.array(
    z.strictObject({
      id: z.string(),
      symptom: z.string().nullable(),
      cause: z.string().nullable(),
      flavour: z.string(),
      language: z.string(),
      build: z.string(),
      answers: z.record(z.string(), z.string()).exactOptional(),
    }),
  ),
  diagnose: z.strictObject({
    symptom: z.string(),
    path: z.array(
      z.strictObject({
        step: z.string(),
        answer: z.string().nullable(),
        by: z.enum(['machine', 'person', 'file']).nullable(),
        citations: z.array(citation),
      }),
    ),
    finding: finding.nullable(),
    ruledOut: z.array(ruledOut),
    notChecked: z.array(notChecked),
    remediation: remediation.nullable(),
  }),
  check: z.strictObject({
    findings: z.array(foundCause),
    ruledOut: z.array(ruledOut),
    notChecked: z.array(notChecked),
    /** Steps at which a person was missing: what an answer file can hold. */
    needsAnswer: z.array(z.string()),
    /** Only with `--compare`. */
    compared: z
      .strictObject({
        fresh: z.array(foundCause),
        gone: z.array(foundCause),
        changed: z.array(z.strictObject({ before: foundCause, after: foundCause })),
      })
      .exactOptional(),
  }),
  lines: z.strictObject({
    id: z.string(),
    node: z.string(),
    /** `of`: the probe; of a remediation `backup`, `change`, `undo` or `copy`. */
    lines: z.array(z.strictObject({ of: z.string(), line: z.string() })),
  }),
  recognise: z.strictObject({
    symptoms: z.array(z.strictObject({ symptom: z.string(), score: z.number(), matched: z.array(z.string()) })),
    codes: z.array(z.strictObject({ code: z.string(), name: z.string(), meaning: both })),
  }),
} as const;

export type Cited = z.infer<typeof citation>;
export type Applied = z.infer<typeof remediation>;
export type Diagnosis = z.infer<typeof shapes.diagnose>;
export type Lines = z.infer<typeof shapes.lines>;
export type Check = z.infer<typeof shapes.check>;
