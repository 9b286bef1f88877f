import { PooledFundEnded, PooledFundEstablished, fundEvents } from '@accord/funding/contracts';
import { apart } from '@accord/funding/domain';
import type { EventApart, FundFact, KeptFact } from '@accord/funding/domain';
import { isOneOf } from '@accord/shared/event-contracts';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { Position, RecordedEvent } from '@accord/shared/event-store';
import type { Id } from '@accord/shared/kernel';
import { recordedFact, storedFact } from '../recorded-facts';
import type { StoredFactRow } from '../stored-facts';
import { factsOfFunds, fundsAfter } from './funds-on-record';
import type { FundsAsOf, PlacedFundEvent } from './funds-on-record';

/** The read model of pooled funds, row by row, for whoever holds it against the record. */
export abstract class StoredFunds {
  abstract position(): Promise<Position>;
  /** The rows of every fund, just as they stand there, in order of position. */
  abstract rows(): Promise<readonly StoredFactRow[]>;
}

/** Funds as the record has them and as the read model does: one list while the two are the same. */
export interface FundSides {
  readonly recorded: readonly FundFact[];
  readonly stored: readonly FundFact[];
  /** The first event at which they part. */
  readonly apart: EventApart | undefined;
}

export interface FundSidesFrom {
  readonly catalogue: EventCatalogue;
  readonly storedFunds: StoredFunds;
}
export interface FundSidesAsked extends Omit<FundsAsOf, 'upTo'> {
  /** Events of funds as the record has them, in order of position. */
  readonly recorded: readonly RecordedEvent[];
  /** The one fund that is asked about, with its accounts; left out: of every fund, only what decides for which days it pays. */
  readonly id?: Id<'fund'> | undefined;
  readonly upTo: Position;
}

/** Holds events of funds against their rows in the read model: of one that is asked about also those that decide no payment, for they are its accounts. */
export async function fundSides({ catalogue, storedFunds }: FundSidesFrom, asked: FundSidesAsked): Promise<FundSides> {
  const counts = counting(asked);
  const recorded = asked.recorded.map((event) => ofFund(event, catalogue)).filter(counts);
  const stored = (await storedFunds.rows()).map((row) => storedFact(row, { catalogue, definitions: fundEvents })).filter(counts);
  const [ofRecord, ofStored] = [byPosition(recorded), byPosition(stored)];
  const positions = [...new Set([...ofRecord.keys(), ...ofStored.keys()])].sort((one, two) => one - two);
  let first: EventApart | undefined;
  for (const position of positions) {
    const [one, two] = [ofRecord.get(position), ofStored.get(position)];
    first ??= apart(one, two, catalogue.definition(one?.type ?? two?.type ?? ''));
  }
  const known = foldedFrom(recorded);
  return { recorded: known, stored: first ? foldedFrom(stored) : known, apart: first };
}

function ofFund(event: RecordedEvent, catalogue: EventCatalogue): KeptFact {
  const fact = recordedFact(event, catalogue);
  return { ...fact, about: 'fund', subject: String(fact.data['fundId']) };
}

const decidesPayment: ReadonlySet<string> = new Set([PooledFundEstablished.type, PooledFundEnded.type]);

const counting =
  ({ id, asAt, knownAt, upTo }: Omit<FundSidesAsked, 'recorded'>) =>
  ({ position, subject, type, effective_on, recorded_at }: KeptFact): boolean =>
    (id === undefined ? decidesPayment.has(type) : subject === id) &&
    position <= upTo && (asAt === undefined || effective_on <= asAt) &&
    (knownAt === undefined || recorded_at <= knownAt);

const byPosition = (facts: readonly KeptFact[]): ReadonlyMap<Position, KeptFact> => new Map(facts.map((fact) => [fact.position, fact]));

const isOfFund = isOneOf(fundEvents);

/** The fund that these rows give; one that cannot be read gives nothing. */
function foldedFrom(facts: readonly KeptFact[]): readonly FundFact[] {
  const placed = facts.flatMap(({ subject, event_id: eventId, stream, revision, recorded_at: recordedAt, type, data }): PlacedFundEvent[] => {
    if (data === undefined) return [];
    const event = { type, data };
    return !isOfFund(event) ? [] : [{ fundId: subject, origin: { eventId, stream, revision, recordedAt }, event }];
  });
  return factsOfFunds(fundsAfter(placed));
}
