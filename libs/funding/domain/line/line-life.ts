import { lineLifeEvents } from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { contains } from '@accord/shared/kernel';
import type { Id, LineRate, LondonDate, Pause, RateTable } from '@accord/shared/kernel';

/** What happens to a package line after its decision. */
export type LineLifeEvent = Recorded<(typeof lineLifeEvents)[number]>;

const types: ReadonlySet<string> = new Set(lineLifeEvents.map(({ type }) => type));
export const isLineLifeEvent = <Other extends { readonly type: string }>(body: Other | LineLifeEvent): body is LineLifeEvent => types.has(body.type);

/** An event of a line's stream and its place there. */
export interface LineEntry {
  readonly body: LineLifeEvent;
  readonly origin: { readonly revision: number };
}
type OfType<E extends LineEntry, T extends LineLifeEvent['type']> = E & { readonly body: Extract<LineLifeEvent, { type: T }> };

/** Other rates of a line, and how far the agencies have agreed to them. */
export interface RateVariation<E extends LineEntry> {
  readonly proposal: OfType<E, 'LineRatesVariationProposed'>;
  readonly agreements: readonly OfType<E, 'LineRatesVariationAgreed'>[];
  /** Only one in force changes what the line costs. */
  readonly standing: 'open' | 'in-force' | 'refused';
  /** The agencies that have still to agree; of one that is settled, none. */
  readonly stillAwaited: readonly Id<'agency'>[];
  /** What settled it, or else was said last. */
  readonly last: E;
}

/** A line's life after its decision: what counts of it, whatever the order in which it was recorded. */
export interface LineLife<E extends LineEntry> {
  /** In order of their first days: each holds until the next. */
  readonly arrangements: readonly OfType<E, 'PackageLineArranged'>[];
  /** Days on which it is suspended, in order and apart; where another part is payable from a day on, another begins there. */
  readonly pauses: readonly Pause[];
  /** First day on which it is no longer provided; `null` where it was not ended. */
  readonly endsFrom: LondonDate | null;
  /** In the order in which they were proposed. */
  readonly variations: readonly RateVariation<E>[];
  /** In order of the days on which they came back. */
  readonly recoveries: readonly OfType<E, 'UnspentSumRecovered'>[];
  /** What changed the line's cost or its days, in order of recording. */
  readonly changes: readonly E[];
}

/** The id by which an entry is withdrawn; `undefined` for what cannot be: an agreement, a refusal, a withdrawal. */
export function nameOfEntry({ type, data }: LineLifeEvent): string | undefined {
  switch (type) {
    case 'PackageLineArranged':
    case 'PackageLineSuspended':
    case 'RetainedPartChanged':
    case 'PackageLineResumed':
    case 'PackageLineEnded':
      return data.entryId;
    case 'LineRatesVariationProposed':
      return data.variationId;
    case 'UnspentSumRecovered':
      return data.recoveryId;
    case 'LineRatesVariationAgreed':
    case 'LineRatesVariationRefused':
    case 'LineEntryWithdrawn':
      return undefined;
  }
}

/** Folds what happened to one line. The order in which the entries come changes nothing: their places in the stream do. */
export function lineLife<E extends LineEntry>(entries: readonly E[]): LineLife<E> {
  const inOrder = entries.toSorted(byRevision);
  const withdrawn = new Set(of(inOrder, 'LineEntryWithdrawn').map(({ body }) => String(body.data.withdraws)));
  const counting = inOrder.filter(({ body }) => !withdrawn.has(nameOfEntry(body) ?? ''));
  const variations = variationsIn(counting);
  const endings = of(counting, 'PackageLineEnded').toSorted(byFirstDay);
  const [ending] = endings;
  const turns = [...of(counting, 'PackageLineSuspended'), ...of(counting, 'PackageLineResumed')];
  const parts = of(counting, 'RetainedPartChanged').toSorted(byFirstDay);
  const varied = inForce(variations).flatMap(({ proposal, agreements }): readonly E[] => [proposal, ...agreements]);
  return {
    arrangements: of(counting, 'PackageLineArranged').toSorted(byFirstDay),
    pauses: pausesOf(turns.map(({ body, origin }) => ({ body, origin }))).flatMap((pause) => cutAt(pause, parts.map(({ body }) => body.data))),
    endsFrom: ending?.body.data.from ?? null,
    variations,
    recoveries: of(counting, 'UnspentSumRecovered').toSorted((one, two) => (one.body.data.on < two.body.data.on ? -1 : one.body.data.on > two.body.data.on ? 1 : 0)),
    changes: [...turns, ...parts, ...endings, ...varied].sort(byRevision),
  };
}

const byRevision = (one: LineEntry, two: LineEntry): number => one.origin.revision - two.origin.revision;

function of<E extends LineEntry, T extends LineLifeEvent['type']>(entries: readonly E[], type: T): OfType<E, T>[] {
  // The filter has just checked the type.
  return entries.filter(({ body }) => body.type === type) as OfType<E, T>[];
}

type FromDay = { readonly body: { readonly data: { readonly from: LondonDate } } };
/** Sorting is stable: of two from one day, the one recorded later comes later. */
const byFirstDay = (one: FromDay, two: FromDay): number => (one.body.data.from < two.body.data.from ? -1 : one.body.data.from > two.body.data.from ? 1 : 0);

type Turn = LineEntry & { readonly body: Extract<LineLifeEvent, { type: 'PackageLineSuspended' | 'PackageLineResumed' }> };

/**
 * Each suspension lasts until the next resumption or suspension. On one day, what resumes comes before what suspends
 * anew; of two suspensions, the one recorded later holds.
 */
function pausesOf(turns: readonly Turn[]): Pause[] {
  const rank = ({ body: { type, data } }: Turn): string => `${data.from} ${type === 'PackageLineResumed' ? 0 : 1}`;
  const inTime = turns.toSorted((one, two) => (rank(one) < rank(two) ? -1 : rank(one) > rank(two) ? 1 : byRevision(one, two)));
  return inTime.flatMap(({ body: { type, data } }, place): Pause[] => {
    const to = inTime[place + 1]?.body.data.from ?? null;
    return type === 'PackageLineResumed' || to === data.from ? [] : [{ from: data.from, to, retainedBasisPoints: data.retainedBasisPoints }];
  });
}

/** A pause, cut where another part stays payable from a day on. Of two parts from one day, the one said later holds. */
function cutAt(pause: Pause, changed: readonly Part[]): Pause[] {
  const parts: readonly Part[] = [pause, ...changed.filter(({ from }) => contains(pause, from))];
  return parts.flatMap(({ from, retainedBasisPoints }, place): Pause[] => {
    const to = parts[place + 1]?.from ?? pause.to;
    return to === from ? [] : [{ from, to, retainedBasisPoints }];
  });
}
type Part = Pick<Pause, 'from' | 'retainedBasisPoints'>;

function variationsIn<E extends LineEntry>(counting: readonly E[]): RateVariation<E>[] {
  const [agreed, refused] = [of(counting, 'LineRatesVariationAgreed'), of(counting, 'LineRatesVariationRefused')];
  return of(counting, 'LineRatesVariationProposed').map((proposal): RateVariation<E> => {
    const isOfIt = ({ body }: { readonly body: { readonly data: { readonly variationId: string } } }) => body.data.variationId === proposal.body.data.variationId;
    const agreements = agreed.filter(isOfIt);
    const last = agreements.at(-1) ?? proposal;
    const { stillAwaited } = last.body.data;
    const refusal = refused.find(isOfIt);
    if (stillAwaited.length === 0) return { proposal, agreements, standing: 'in-force', stillAwaited: [], last };
    return refusal ? { proposal, agreements, standing: 'refused', stillAwaited: [], last: refusal } : { proposal, agreements, standing: 'open', stillAwaited, last };
  });
}

/** The variations that hold, in the order of the days on which the last agency agreed: a later one goes before. */
function inForce<E extends LineEntry>(variations: readonly RateVariation<E>[]): RateVariation<E>[] {
  // What puts one in force is a proposal or an agreement: both have their day.
  const agreedOn = ({ last }: RateVariation<E>): string => ('on' in last.body.data ? last.body.data.on : '');
  return variations
    .filter(({ standing }) => standing === 'in-force')
    .sort((one, two) => (agreedOn(one) < agreedOn(two) ? -1 : agreedOn(one) > agreedOn(two) ? 1 : byRevision(one.last, two.last)));
}

/** The rates that hold: from its first day on, each variation that all have agreed takes the place of every rate before it. */
export const ratesAsVaried = <E extends LineEntry>(decided: RateTable, { variations }: Pick<LineLife<E>, 'variations'>): RateTable =>
  inForce(variations).reduce<RateTable>((rates, { proposal }) => {
    const { rates: varied } = proposal.body.data;
    const first = varied[0]?.from;
    return first === undefined ? rates : [...rates.filter((rate: LineRate) => rate.from < first), ...varied];
  }, decided);
