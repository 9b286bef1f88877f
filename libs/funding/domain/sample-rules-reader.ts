import type { Clause, LifeEventKind, Precedence } from '@accord/funding/contracts';
import { addDays, contains, daysBetween, weeklyPenceOf } from '@accord/shared/kernel';
import type { LondonDate, Period } from '@accord/shared/kernel';
import type { FundingEvent, LineFact } from './funding-picture';
import type { SplitSource } from './ruling-split';

// Who rules a day, read from the record as a person would, for the specs of properties; not exported by the index.

/** The text of an agreement that rules on a day, found as a reader of its file would; nothing once it has ended. */
function textRuling(recorded: readonly FundingEvent[], agreementId: string, on: LondonDate): TextRead | undefined {
  const file = recorded.filter(({ data }) => 'agreementId' in data && data.agreementId === agreementId);
  const texts = file.flatMap((event): TextRead[] => {
    if (event.type !== 'StandingAgreementRecorded' && event.type !== 'StandingAgreementVaried') return [];
    const version = event.type === 'StandingAgreementVaried' ? event.data.version : 1;
    const force = file.find(({ type, data }) =>
      version === 1 ? type === 'StandingAgreementCameIntoForce' : 'version' in data && type === 'StandingAgreementVariationCameIntoForce',
    );
    // Both have a day from which they hold.
    return force && 'from' in force.data ? [{ ...event.data, version, since: force.data.from }] : [];
  });
  // Day by day from the first: the newest text in force, the review due, and whether it has ended by then.
  let due: LondonDate | null = null;
  let ruling: TextRead | undefined;
  for (let today = texts.reduce((first, { since }) => (since < first ? since : first), on); today <= on; today = addDays(today, 1)) {
    if (due !== null && due < today) return undefined;
    const now: TextRead | undefined = texts.filter(({ since }) => since <= today).sort((one, two) => two.version - one.version)[0];
    if (ruling && (!now || !contains(now.period, today)) && ruling.period.from <= today) return undefined;
    const begun = now && contains(now.period, today) ? now : undefined;
    const steps = file.flatMap((event) => (event.type === 'StandingAgreementReviewed' && event.data.on === today ? [event.data.nextReviewBy] : []));
    if (begun && begun !== ruling && (begun.version === 1 || begun.reviewBy !== null)) steps.push(begun.reviewBy);
    if (steps.length > 0) due = steps.some((step) => step === null) ? null : steps.reduce((latest, step) => ((step ?? '') > (latest ?? '') ? step : latest));
    ruling = begun;
    if (begun && hasBeenEnded(file, today)) return undefined;
  }
  return ruling;
}
interface TextRead {
  readonly version: number;
  readonly since: LondonDate;
  readonly period: Period;
  readonly clauses: readonly Clause[];
  readonly precedences: readonly Precedence[];
  readonly reviewBy: LondonDate | null;
}

const hasBeenEnded = (file: readonly FundingEvent[], today: LondonDate): boolean =>
  file.some((event) => {
    if (event.type === 'StandingAgreementEnded') return event.data.from <= today;
    if (event.type !== 'StandingAgreementNoticeGiven') return false;
    const { on, lastDay } = event.data;
    const withdrawn = file.some(({ type, data }) => type === 'StandingAgreementNoticeWithdrawn' && data.givenOn === on && data.on <= lastDay);
    return today > lastDay && !withdrawn;
  });

const eventsOf: Readonly<Record<string, LifeEventKind>> = { OperationRecorded: 'surgery', DischargeRecorded: 'discharge', PlacementBegun: 'placement' };

/** The same reader, who remembers what was read. */
export function readerOf(recorded: readonly FundingEvent[]): (agreementId: string, on: LondonDate) => TextRead | undefined {
  const read = new Map<string, TextRead | undefined>();
  return (agreementId, on) => {
    const asked = `${agreementId} ${on}`;
    if (!read.has(asked)) read.set(asked, textRuling(recorded, agreementId, on));
    return read.get(asked);
  };
}
interface Reading {
  readonly recorded: readonly FundingEvent[];
  readonly textOn: ReturnType<typeof readerOf>;
}

/** Who rules a line on a day, found as a reader of the rules would: the clause, or nothing for the panel. */
export function clauseRuling({ recorded, textOn }: Reading, { line: { category }, rates }: LineFact, on: LondonDate): string | undefined {
  const findings = recorded.flatMap((event) => (event.type === 'CriterionMet' ? [event.data.from] : []));
  const ends = recorded.flatMap((event) => (event.type === 'CriterionNoLongerMet' ? [event.data.from] : []));
  const weekly = rates.filter(({ from }) => from <= on).at(-1);
  const ids = [...new Set(recorded.flatMap(({ data }) => ('agreementId' in data ? [data.agreementId] : [])))];
  const covering = ids.flatMap((agreementId) => {
    const text = textOn(agreementId, on);
    return (text?.clauses ?? []).flatMap((each) => {
      const met = (day: LondonDate) => each.trigger.criterion === null || findings.some((from) => from <= day && !ends.some((end) => end > from && end <= day));
      const windows = recorded.some(({ type, data }) => {
        if (eventsOf[type] !== each.trigger.event || !('on' in data) || !met(data.on)) return false;
        if (!textOn(agreementId, data.on)?.clauses.some(({ clauseId }) => clauseId === each.clauseId)) return false;
        const dayOne = each.dayOne === 'day-after-event' ? addDays(data.on, 1) : data.on;
        const { duration } = each;
        const length = duration.unit === 'until-the-agreement-ends' ? Infinity : duration.count * (duration.unit === 'weeks' ? 7 : 1);
        return on >= dayOne && daysBetween(dayOne, on) < length;
      });
      const rules =
        each.categories.includes(category) &&
        (each.cost === 'regardless-of-cost' || (weekly ? weeklyPenceOf(weekly) : 0) <= each.cost.upToWeeklyPence) &&
        (each.trigger.event === 'always' ? met(on) : windows);
      return rules && text ? [{ clauseId: each.clauseId, stated: text.precedences, name: nameOf({ ...text, agreementId }, each) }] : [];
    });
  });
  const stated = covering.flatMap((ruling) => ruling.stated);
  const first = covering.filter(({ clauseId }) => !stated.some(({ first: one, over }) => over === clauseId && covering.some((other) => other.clauseId === one)));
  return (first.length > 0 ? first : covering).map(({ name }) => name).sort().at(-1);
}
const nameOf = ({ since, agreementId, version }: { since: LondonDate; agreementId: string; version: number }, { clauseId }: Clause): string =>
  `${since} ${agreementId} ${clauseId} version ${version}`;

/** The same name of what the code says rules. */
export const whyOf = (source: SplitSource): string | undefined =>
  source.kind !== 'standing-agreement' ? undefined : nameOf({ ...source.agreement, since: source.agreement.inForceFrom }, source.clause);
