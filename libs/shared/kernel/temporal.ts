// The one place that names the polyfill: where Node carries Temporal itself, only this file changes.
import type { Temporal as TemporalNamespace } from 'temporal-polyfill';

let loaded: typeof TemporalNamespace | undefined;

/**
 * `Temporal`, loaded when first asked for: reading it takes some 20 ms, and most processes and specs
 * never meet a moment that needs the time zone database.
 */
export function temporal(): typeof TemporalNamespace {
  // A plain require, because an import would load it at once. The cast is what the package declares.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  loaded ??= (require('temporal-polyfill') as { Temporal: typeof TemporalNamespace }).Temporal;
  return loaded;
}
