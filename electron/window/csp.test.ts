import { expect, it } from 'vitest';
import { contentSecurityPolicy } from './csp';

it('allows nothing but its own files and styles with the nonce', () => {
  const policy = contentSecurityPolicy('MTIzNDU2Nzg5MDEyMzQ1Ng==');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("'nonce-MTIzNDU2Nzg5MDEyMzQ1Ng=='");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

it('refuses a nonce that could end its quotes', () => {
  expect(() => contentSecurityPolicy("x'; script-src *")).toThrow('not a nonce');
});
