import { expect, it } from 'vitest';
import { contentSecurityPolicy, PRINT_POLICY } from './csp';

it('allows nothing but its own files and styles with the nonce', () => {
  const policy = contentSecurityPolicy('MTIzNDU2Nzg5MDEyMzQ1Ng==');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("'nonce-MTIzNDU2Nzg5MDEyMzQ1Ng=='");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

it('names each directive once', () => {
  const names = contentSecurityPolicy('MTIzNDU2Nzg5MDEyMzQ1Ng==')
    .split('; ')
    .map((directive) => directive.split(' ')[0]);
  expect(new Set(names).size).toBe(names.length);
});

it.each(["x'; script-src *", '', 'short', "MTIzNDU2Nzg5MDEyMzQ1Ng=='", 'MTIzNDU2Nzg5MDEyMzQ1Ng==\n'])(
  'refuses the nonce %j',
  (nonce) => {
    expect(() => contentSecurityPolicy(nonce)).toThrow('not a nonce');
  },
);

it('lets a printed document run nothing and reach nothing', () => {
  expect(PRINT_POLICY).toContain("default-src 'none'");
  expect(PRINT_POLICY).not.toMatch(/script-src|connect-src|\*|https?:/);
});
