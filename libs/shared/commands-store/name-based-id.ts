import { createHash } from 'node:crypto';
import type { NameBasedId } from '@accord/shared/commands';

/**
 * A UUID of version 8 (RFC 9562 section 5.8) from the first 128 bits of SHA-256 over the parts, framed
 * as a JSON array so that `['ab', 'c']` and `['a', 'bc']` differ. Never change it: ids of stored events
 * and of things made by commands follow from it.
 */
export const nameBasedId: NameBasedId = (...parts) => {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
