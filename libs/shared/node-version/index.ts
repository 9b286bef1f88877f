import { refusalOf } from './refusal';

/*
 * To be imported before anything else: what follows loads `node:sqlite`, and an older Node would end there
 * with a stack that says nothing to whoever started it.
 */

/** sysexits EX_CONFIG, as for any other configuration that cannot be used. */
const MISCONFIGURED = 78;

const refusal = refusalOf(process.versions.node);
if (refusal !== undefined) {
  process.stderr.write(`${refusal}\n`);
  process.exit(MISCONFIGURED);
}
