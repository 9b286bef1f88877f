import { createHash } from 'node:crypto';

/** JSON with the keys of every object in code unit order, so that equal bodies have equal texts. */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ''
  );
}

/**
 * SHA-256, in hexadecimal, of method, path and canonical body: tells a retry from another request. A body
 * can be guessed from it, so it is kept keyed alone (by the command runner). Never change it: events keep it.
 */
export function fingerprintOf(request: { readonly method: string; readonly path: string; readonly body: unknown }): string {
  const text = JSON.stringify([request.method, request.path, canonicalJson(request.body)]);
  return createHash('sha256').update(text).digest('hex');
}
