/** The registry that an image comes from, as containerd reads a reference; null where it is none that can be asked. */
export function registryHost(image: string | null): string | null {
  const [first = '', ...rest] = (image ?? '').split('/');
  if (rest.length === 0) return null;
  const host = /^[a-z0-9.-]+(?::\d{1,5})?$/i.test(first) ? first.replace(/:\d+$/, '') : '';
  return host.includes('.') ? host : null;
}
