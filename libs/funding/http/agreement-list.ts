import type { AgreementsOnRecord, FactsAsOf } from '@accord/funding/application';
import { agreementEndings, agreementEvents } from '@accord/funding/contracts';
import { agreementDecider, endingOf } from '@accord/funding/domain';
import type { AgreementState, RecordedAgreementEvent } from '@accord/funding/domain';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import type { ReadStore } from '@accord/shared/read-store';
import { agreementEntry } from './agreement-entry';
import type { AgreementEntry } from './agreement-entry';
import { factReader } from './fact-of-row';

interface AgreementTables {
  agreement_events: EventRow & { agreement_id: string };
}

/** An agreement folded from its events, with the revision of the last of them. */
export interface AgreementRead {
  readonly agreementId: Id<'agreement'>;
  readonly state: Exclude<AgreementState, { status: 'unknown' }>;
  readonly revision: number;
}

/** The day that `asAt` leaves open. */
export interface AsOfDay extends FactsAsOf {
  readonly today: LondonDate;
}

/** Answers which standing agreements the area has, and where each stands. */
export class AgreementList implements AgreementsOnRecord {
  private readonly factOf: (row: EventRow) => { readonly body: RecordedAgreementEvent };

  constructor(
    private readonly store: ReadStore,
    catalogue: EventCatalogue,
  ) {
    this.factOf = factReader(catalogue, [...agreementEvents, ...agreementEndings]);
  }

  /** By title, as at a day and as known at an instant. */
  async all({ today, ...asOf }: AsOfDay): Promise<readonly AgreementEntry[]> {
    const entries = (await this.read(asOf)).map((agreement) => agreementEntry(agreement, asOf.asAt ?? today));
    const order = ({ title, agreementId }: AgreementEntry): string => `${title} ${agreementId}`;
    return entries.sort((one, two) => (order(one) < order(two) ? -1 : 1));
  }

  async one(agreementId: Id<'agreement'>, { today, ...asOf }: AsOfDay): Promise<AgreementEntry | undefined> {
    const [agreement] = await this.read(asOf, agreementId);
    return agreement && agreementEntry(agreement, asOf.asAt ?? today);
  }

  async agreed(): Promise<readonly Id<'agreement'>[]> {
    return (await this.read({})).filter(({ state }) => state.status !== 'drafted').map(({ agreementId }) => agreementId);
  }

  async endedBy(day: LondonDate): Promise<readonly Id<'agreement'>[]> {
    return (await this.read({})).filter(({ state }) => hasEndedUnwritten(state, day)).map(({ agreementId }) => agreementId);
  }

  /** Each agreement as its events have it, in the order in which they were first recorded. */
  async read({ asAt, knownAt }: FactsAsOf, agreementId?: string): Promise<readonly AgreementRead[]> {
    let query = this.store.withTables<AgreementTables>().selectFrom('agreement_events').selectAll();
    if (agreementId !== undefined) query = query.where('agreement_id', '=', agreementId);
    if (asAt !== undefined) query = query.where('effective_on', '<=', asAt);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    const folded = new Map<string, { state: AgreementState; revision: number }>();
    for (const row of await query.orderBy('position').execute()) {
      const before = folded.get(row.agreement_id)?.state ?? agreementDecider.initial;
      folded.set(row.agreement_id, { state: agreementDecider.evolve(before, this.factOf(row).body), revision: row.revision });
    }
    return [...folded].flatMap(([id, { state, revision }]) =>
      // The column holds `agreementId` of validated events.
      state.status === 'unknown' ? [] : [{ agreementId: id as Id<'agreement'>, state, revision }],
    );
  }
}

function hasEndedUnwritten(state: AgreementRead['state'], day: LondonDate): boolean {
  if (state.status !== 'in-force') return false;
  const ending = endingOf(state.life);
  const isWritten = state.endings.some(({ from, reason }) => from === ending?.from && reason === ending.reason);
  return ending !== undefined && ending.from <= day && !isWritten;
}
