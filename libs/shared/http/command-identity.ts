import { createHash } from 'node:crypto';

/**
 * A UUID of version 8 (RFC 9562 section 5.8) from the first 128 bits of SHA-256 over the parts: the same
 * parts give the same id, on any machine and for ever. The parts are framed as a JSON array, so that
 * `['ab', 'c']` and `['a', 'bc']` differ.
 */
export function nameBasedId(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

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

/** SHA-256, in hexadecimal, of method, path and canonical body: tells a retry from another request. */
export function fingerprintOf(request: { readonly method: string; readonly path: string; readonly body: unknown }): string {
  const text = JSON.stringify([request.method, request.path, canonicalJson(request.body)]);
  return createHash('sha256').update(text).digest('hex');
}
