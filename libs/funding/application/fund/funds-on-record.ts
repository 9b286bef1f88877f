import { fundDecider, fundFactOf } from '@accord/funding/domain';
import type { FactOrigin, FundFact, FundOnRecord, FundState, RecordedFundEvent } from '@accord/funding/domain';
import type { Position } from '@accord/shared/event-store';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';

/** Which events of funds count: those true by a day, recorded by an instant, and up to a position. Absent: all. */
export interface FundsAsOf {
  readonly asAt?: LondonDate | undefined;
  readonly knownAt?: Instant | undefined;
  readonly upTo?: Position | undefined;
}

/** A fund as it stands, and where it came from. */
export interface FundAsKnown {
  readonly fund: FundOnRecord;
  /** That it was established. */
  readonly origin: FactOrigin;
  /** For `If-Match`. */
  readonly revision: number;
  /** When the last of its events that count was recorded. */
  readonly lastRecordedAt: Instant;
}

/** Reads the pooled funds, as they were known at any place in the record. */
export abstract class FundsOnRecord {
  /** Up to where in the record the read model of funds has come. */
  abstract position(): Promise<Position>;
  /** Every fund, in order of when it was established. */
  abstract all(asOf?: FundsAsOf): Promise<readonly FundAsKnown[]>;
  /** One fund; `undefined` where none was known by that id. */
  abstract one(fundId: Id<'fund'>, asOf?: FundsAsOf): Promise<FundAsKnown | undefined>;

  /** What decides which fund pays, as known at a position: for {@link fundsPaying}. */
  async facts(asOf: FundsAsOf = {}): Promise<readonly FundFact[]> {
    return factsOfFunds(await this.all(asOf));
  }
}

export const factsOfFunds = (funds: readonly FundAsKnown[]): FundFact[] => funds.map(({ fund, origin }) => fundFactOf(fund, origin));

/** An event of a fund, with the place in the record where it came from. */
export interface PlacedFundEvent {
  readonly fundId: string;
  readonly origin: FactOrigin;
  readonly event: RecordedFundEvent;
}

/** Folds events of funds, in order of position, into the funds that they give. */
export function fundsAfter(events: Iterable<PlacedFundEvent>): FundAsKnown[] {
  const folded = new Map<string, { readonly state: FundState; readonly origin: FactOrigin; readonly last: FactOrigin }>();
  for (const { fundId, origin, event } of events) {
    const before = folded.get(fundId);
    folded.set(fundId, { state: fundDecider.evolve(before?.state ?? fundDecider.initial, event), origin: before?.origin ?? origin, last: origin });
  }
  return [...folded.values()].flatMap(({ state, origin, last }) =>
    state.status === 'unknown' ? [] : [{ fund: state, origin, revision: last.revision, lastRecordedAt: last.recordedAt }],
  );
}
