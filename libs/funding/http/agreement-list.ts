import type { Clause } from '@accord/funding/contracts';
import type { ReadStore } from '@accord/shared/read-store';

interface AgreementTables {
  agreements: {
    agreement_id: string;
    title: string;
    kind: string;
    parties: string;
    clauses: string;
    valid_from: string;
    valid_to: string | null;
    in_force_from: string | null;
    revision: number;
  };
  agreement_signatures: { agreement_id: string; agency_id: string; post: string; signed_on: string };
}

export interface AgreementEntry {
  readonly agreementId: string;
  readonly title: string;
  readonly kind: string;
  readonly parties: readonly string[];
  readonly clauses: readonly Clause[];
  /** Half-open; `to: null` is open-ended. */
  readonly period: { readonly from: string; readonly to: string | null };
  readonly signatures: readonly { readonly agencyId: string; readonly post: string; readonly on: string }[];
  /** `recorded` until every party has signed; it rules nothing before. */
  readonly status: 'recorded' | 'in-force';
  readonly inForceFrom?: string;
  /** For `If-Match`. */
  readonly revision: number;
}

/** Answers which standing agreements the area has, and where each stands. */
export class AgreementList {
  constructor(private readonly store: ReadStore) {}

  async all(): Promise<readonly AgreementEntry[]> {
    return this.entries();
  }

  async one(agreementId: string): Promise<AgreementEntry | undefined> {
    return (await this.entries(agreementId))[0];
  }

  private async entries(agreementId?: string): Promise<readonly AgreementEntry[]> {
    const tables = this.store.withTables<AgreementTables>();
    let agreements = tables.selectFrom('agreements').selectAll();
    let signatures = tables.selectFrom('agreement_signatures').selectAll();
    if (agreementId !== undefined) {
      agreements = agreements.where('agreement_id', '=', agreementId);
      signatures = signatures.where('agreement_id', '=', agreementId);
    }
    const [rows, signed] = await Promise.all([
      agreements.orderBy('title').orderBy('agreement_id').execute(),
      signatures.orderBy('signed_on').orderBy('agency_id').execute(),
    ]);
    return rows.map((row) => entryOf(row, signed.filter((signature) => signature.agreement_id === row.agreement_id)));
  }
}

function entryOf(
  row: AgreementTables['agreements'],
  signed: readonly AgreementTables['agreement_signatures'][],
): AgreementEntry {
  return {
    agreementId: row.agreement_id,
    ...{ title: row.title, kind: row.kind },
    // Each cast: the projection wrote these texts from the validated event.
    parties: JSON.parse(row.parties) as readonly string[],
    clauses: JSON.parse(row.clauses) as readonly Clause[],
    period: { from: row.valid_from, to: row.valid_to },
    signatures: signed.map(({ agency_id: agencyId, post, signed_on: on }) => ({ agencyId, post, on })),
    ...(row.in_force_from === null
      ? { status: 'recorded' as const }
      : { status: 'in-force' as const, inForceFrom: row.in_force_from }),
    revision: row.revision,
  };
}
