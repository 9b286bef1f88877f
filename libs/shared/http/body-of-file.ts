import { BODY_LIMIT, parseBody } from './body-parser';
import { problem } from './problem';
import { checkedBody } from './validation-pipe';

/**
 * What a file says that holds a body of that class: read as strictly as one that came over HTTP, and refused with the
 * same sentences. @throws Problem that names the first field at fault
 */
export function bodyOf<Body extends object>(bytes: Uint8Array, shape: new () => Body): Body {
  if (bytes.length > BODY_LIMIT) throw problem('body-too-large', 'Send at most 1 MB (1,048,576 bytes).');
  // Made from that class by the check.
  return checkedBody(parseBody(bytes), shape) as Body;
}
