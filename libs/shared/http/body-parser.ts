import { scanJson } from './json-scan';
import { problem } from './problem';

/** The largest body, in bytes: 1 MB, the largest append of any event store. */
export const BODY_LIMIT = 1_048_576;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Parses a JSON body strictly: UTF-8 without a byte order mark, one meaning for every reader (no key
 * twice), nothing that reaches into JavaScript's own objects, bounded depth and number of values.
 * @throws Problem body-not-utf8, body-not-json, body-too-deep, body-has-too-many-values,
 *   body-key-repeated, body-key-forbidden
 */
export function parseBody(bytes: Uint8Array): unknown {
  const text = decoded(bytes);
  const value = parsed(text);
  scanJson(text);
  return value;
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw problem('body-not-utf8', 'Send the body as JSON in UTF-8.');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw problem('body-not-json', 'Send the body as JSON (RFC 8259); what was sent is empty or breaks off or has a stray character.');
  }
}
