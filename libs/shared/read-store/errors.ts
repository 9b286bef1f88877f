/** The read store cannot be opened or used as configured; the message says what to change. */
export class ReadStoreMisconfigured extends Error {
  override readonly name = 'ReadStoreMisconfigured';
}

/** The database holds migrations that this build does not know: it was last used by a newer one. */
export class DatabaseIsNewer extends Error {
  override readonly name = 'DatabaseIsNewer';
}

/**
 * A projection asked for a change that its own table does not allow: an unknown column, a missing key,
 * a value of the wrong type. Its message names table and column, never a value.
 */
export class RowRefused extends Error {
  override readonly name = 'RowRefused';
}

/** There is no projection of that name, or none of this version is live yet. */
export class ProjectionNotLive extends Error {
  override readonly name = 'ProjectionNotLive';
}
