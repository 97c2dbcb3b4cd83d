import { expect, it } from 'vitest';
import { checkViewSchema } from '../shared/ipc/check-view';
import { answered } from '../shared/node/outcome';
import { checkViewOf } from './check-view-of';

/** A check with more, and longer, findings than any node has. */
function longCheck(count: number) {
  const citations = (value: unknown) => [{ probe: 'lamp', pointer: '/on', value }];
  const findings = Array.from({ length: count }, (_, index) => ({
    symptom: 'lamp',
    cause: `cause-${index}`,
    verdict: 'confirmed' as const,
    by: 'machine' as const,
    byDesign: false,
    follows: false,
    remediations: [],
    citations: citations('遅'.repeat(1000)),
  }));
  return {
    node: 'live',
    running: null,
    checked: {
      at: new Date(0),
      evidence: { lamp: answered({ on: '遅'.repeat(1000) }) },
      answers: {},
      result: { findings, ruledOut: [], notChecked: [], needsAnswer: [], clean: false },
      cancelled: false,
      complete: true,
    },
    questions: [],
    earlier: [],
    unreadable: [],
    comparedWith: {
      id: 'then',
      at: new Date(0).toISOString(),
      findings: findings.map((finding) => ({ ...finding, citations: citations('早'.repeat(1000)) })),
    },
    outdated: false,
    trouble: null,
  };
}

it('cuts its lists until they fit into a message, and says how many more there are', () => {
  const view = checkViewOf(longCheck(150));
  expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThanOrEqual(64_000);
  expect(view.findings.more).toBeGreaterThan(0);
  expect(view.findings.items.length + view.findings.more).toBe(150);
  expect(checkViewSchema.safeParse(view).success).toBe(true);
});

it('shows of a changed cause what stood there before and what stands there now', () => {
  const { compared } = checkViewOf(longCheck(1));
  const [changed] = compared?.changed.items ?? [];
  expect(changed?.values.items[0]?.before?.value).toMatch(/^早+…$/);
  expect(changed?.values.items[0]?.after?.value).toMatch(/^遅+…$/);
});
