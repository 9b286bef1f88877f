import type { DelegationLimit } from '@accord/panel/contracts';
import type { ReadStore } from '@accord/shared/read-store';
import type { AsOf } from './panel-directory';

interface SchemeTables {
  delegations: {
    delegation_id: string;
    agency_id: string;
    practitioner_id: string | null;
    post: string | null;
    limits: string;
    from_day: string;
    until_day: string | null;
    reference: string;
    position: number;
    recorded_at: string;
  };
  delegation_revocations: {
    position: number;
    delegation_id: string;
    agency_id: string;
    revoked_on: string;
    because: string;
    recorded_at: string;
  };
}

export interface DelegationEntry {
  readonly delegationId: string;
  /** A person or a post: one of the two. */
  readonly to: { readonly practitionerId?: string; readonly post?: string };
  /** Amounts in pence. */
  readonly limits: readonly DelegationLimit[];
  readonly from: string;
  /** First day on which it no longer holds, as granted or as revoked; `null` while it has no end. */
  readonly until: string | null;
  /** Where it stands in the agency's scheme. */
  readonly reference: string;
  readonly revoked?: { readonly on: string; readonly because: string };
}

/** Answers who may commit how much of an agency's money. */
export class SchemeList {
  constructor(private readonly store: ReadStore) {}

  /** With a day: the delegations in force on it. Without one: all that ever were, in the order in which they were granted. */
  async delegations(agencyId: string, { asAt, knownAt }: AsOf = {}): Promise<readonly DelegationEntry[]> {
    const tables = this.store.withTables<SchemeTables>();
    let granted = tables.selectFrom('delegations').selectAll().where('agency_id', '=', agencyId);
    let revoked = tables.selectFrom('delegation_revocations').selectAll().where('agency_id', '=', agencyId);
    if (knownAt !== undefined) {
      granted = granted.where('recorded_at', '<=', knownAt);
      revoked = revoked.where('recorded_at', '<=', knownAt);
    }
    if (asAt !== undefined) {
      granted = granted.where('from_day', '<=', asAt);
      revoked = revoked.where('revoked_on', '<=', asAt);
    }
    const [rows, revocations] = await Promise.all([granted.orderBy('position').execute(), revoked.orderBy('position').execute()]);
    // In order, so that of several the last recorded stays.
    const revocationOf = new Map(revocations.map((revocation) => [revocation.delegation_id, revocation]));
    const entries = rows.map((row) => entryOf(row, revocationOf.get(row.delegation_id)));
    return asAt === undefined ? entries : entries.filter(({ until }) => until === null || asAt < until);
  }
}

function entryOf(row: SchemeTables['delegations'], revocation: SchemeTables['delegation_revocations'] | undefined): DelegationEntry {
  return {
    delegationId: row.delegation_id,
    to: {
      ...(row.practitioner_id === null ? {} : { practitionerId: row.practitioner_id }),
      ...(row.post === null ? {} : { post: row.post }),
    },
    // The projection wrote this text from the validated event.
    limits: JSON.parse(row.limits) as readonly DelegationLimit[],
    ...{ from: row.from_day, until: revocation?.revoked_on ?? row.until_day, reference: row.reference },
    ...(revocation ? { revoked: { on: revocation.revoked_on, because: revocation.because } } : {}),
  };
}
