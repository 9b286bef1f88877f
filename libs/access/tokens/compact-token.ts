import { scanJson } from '@accord/shared/http';

/** Longer than any honest token; longer ones would only cost time. */
const LONGEST_TOKEN = 8_192;
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/**
 * Whether the text can be a signed token at all: three parts, and a header and claims that name nothing
 * twice. Of a claim given twice one reader believes the first and another the last (RFC 7519 section 4
 * lets a verifier refuse it).
 */
export function isCompactToken(token: string): boolean {
  if (token.length > LONGEST_TOKEN || !COMPACT.test(token)) return false;
  return token
    .split('.')
    .slice(0, 2)
    .every((part) => isPlainJson(Buffer.from(part, 'base64url').toString('utf8')));
}

function isPlainJson(text: string): boolean {
  try {
    JSON.parse(text);
    scanJson(text);
    return true;
  } catch {
    return false;
  }
}
