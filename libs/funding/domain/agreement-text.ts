import type { AgreementKind, Clause, Precedence } from '@accord/funding/contracts';
import { formatLondonDate, londonDate, period, shares, succeed } from '@accord/shared/kernel';
import type { Id, LondonDate, Period, Refusal, Result } from '@accord/shared/kernel';
import type { AgreementTerms } from './agreement-state';
import { refuseFunding } from './refusals';

/** What a text may leave unsaid, unless its kind asks for it. */
export interface FurtherTerms {
  readonly aims?: string | null;
  readonly functions?: string | null;
  readonly clientGroup?: string | null;
  readonly precedences?: readonly Precedence[];
  /** Whole calendar months; left out: no right to leave by notice. */
  readonly noticeMonths?: number | null;
  /** Last day on which the parties may review it before it lapses. */
  readonly reviewBy?: string | null;
}
/** A text as somebody gives it, before it is checked. */
export interface TextGiven extends FurtherTerms {
  readonly kind: AgreementKind;
  readonly parties: readonly Id<'agency'>[];
  /** Agencies that may pay besides the parties: they have agreed to that. */
  readonly alsoPaying?: readonly string[];
  readonly clauses: readonly Clause[];
  readonly from: string;
  /** First day no longer covered; `null` for open-ended. */
  readonly to: string | null;
}

/** The agencies named that are registered in this area. */
export interface RegisteredAgencies {
  readonly registered: ReadonlySet<string>;
}

/** Checks all that a text says by itself, other agreements apart. */
export function checkedTerms(text: TextGiven, facts: RegisteredAgencies): Result<AgreementTerms> {
  const days = periodOf(text);
  if (!days.ok) return days;
  const refusal = refuseParties(text, facts) ?? refuseMissingTerms(text);
  if (refusal) return refusal;
  const clauses = clausesOf(text);
  if (!clauses.ok) return clauses;
  const reviewBy = reviewDay(text.reviewBy ?? null, days.value);
  if (!reviewBy.ok) return reviewBy;
  const { aims = null, functions = null, clientGroup = null, precedences = [], noticeMonths = null } = text;
  const said = { aims, functions, clientGroup, precedences, noticeMonths };
  return succeed({ ...said, clauses: clauses.value, period: days.value, reviewBy: reviewBy.value });
}

function periodOf(text: TextGiven): Result<Period> {
  const from = londonDate(text.from);
  if (!from.ok) return from;
  const to = text.to === null ? succeed(null) : londonDate(text.to);
  return to.ok ? period(from.value, to.value) : to;
}

function refuseParties({ parties }: TextGiven, { registered }: RegisteredAgencies): Refusal | undefined {
  if (new Set(parties).size < parties.length) return refuseFunding('party-repeated', 'Name each party once.');
  const stranger = parties.find((party) => !registered.has(party));
  return stranger === undefined
    ? undefined
    : refuseFunding('party-unknown', `No agency with the id ${stranger} is registered in this area; register it first.`);
}

/** SI 2000/617 reg 7(3): what an agreement under section 75 says in writing. Other kinds may be briefer. */
function refuseMissingTerms({ kind, aims, functions, clientGroup, noticeMonths }: TextGiven): Refusal | undefined {
  if (!kind.startsWith('section-75')) return undefined;
  const asked = { 'its aims': aims, 'the functions that it is about': functions, 'its client group and services': clientGroup, 'how many months of notice end it': noticeMonths };
  const missing = Object.entries(asked).flatMap(([what, said]) => (said === undefined || said === null ? [what] : []));
  if (missing.length === 0) return undefined;
  const list = new Intl.ListFormat('en-GB').format(missing);
  return refuseFunding('agreement-terms-missing', `An agreement under section 75 has to say more in writing. Add ${list}.`);
}

function reviewDay(text: string | null, { from, to }: Period): Result<LondonDate | null> {
  if (text === null) return succeed(null);
  const day = londonDate(text);
  if (!day.ok || (day.value >= from && (to === null || day.value < to))) return day;
  return refuseFunding(
    'review-day-outside',
    `A review is due on a day of the agreement, which begins on ${formatLondonDate(from)}${to === null ? '' : ` and ends before ${formatLondonDate(to)}`}.`,
  );
}

function clausesOf({ clauses, parties, alsoPaying = [] }: TextGiven): Result<Clause[]> {
  if (new Set(clauses.map((clause) => clause.clauseId)).size < clauses.length) {
    return refuseFunding('clause-repeated', 'Two clauses have the same id; give each clause its own.');
  }
  const payers = new Set<string>([...parties, ...alsoPaying]);
  const checked: Clause[] = [];
  for (const clause of clauses) {
    const refusal = refuseLength(clause) ?? refuseDayOne(clause) ?? refuseCategories(clause);
    if (refusal) return refusal;
    const split = shares(clause.split);
    if (!split.ok) return split;
    if (split.value.parts.some((part) => !payers.has(part.agencyId))) {
      return refuseFunding('payer-no-party', 'A clause makes an agency pay that is no party: add it as a party or change the split. An agency that has the functions of a party records the variation that makes it pay.');
    }
    checked.push({ ...clause, split: split.value });
  }
  return succeed(checked);
}

/** 25 years, to which an education, health and care plan may run; a slip of the keyboard must not rule for ever. */
export const LONGEST_CLAUSE = { weeks: 1_304, days: 1_304 * 7 };

/** Refuses a length of no days, of more than 25 years, or of a clause that no event sets going. */
export function refuseLength({ duration, trigger }: Clause): Refusal | undefined {
  if (duration.unit === 'until-the-agreement-ends') return undefined;
  const { unit, count } = duration;
  if (!Number.isInteger(count) || count < 1) {
    return refuseFunding('clause-of-no-days', `Say for how many whole ${unit} the clause rules: one or more.`);
  }
  if (count > LONGEST_CLAUSE[unit]) {
    return refuseFunding('clause-too-long', `A clause rules for at most ${LONGEST_CLAUSE[unit]} ${unit}, which is 25 years.`);
  }
  return trigger.event === 'always'
    ? refuseFunding('clause-length-without-event', 'A clause that always rules is not counted from any event: leave its length out, or say which event sets it going.')
    : undefined;
}

const refuseCategories = ({ categories }: Clause): Refusal | undefined =>
  new Set(categories).size < categories.length
    ? refuseFunding('clause-category-repeated', 'A clause names a category of line twice; name each once.')
    : undefined;

const refuseDayOne = ({ trigger, dayOne }: Clause): Refusal | undefined =>
  trigger.event !== 'always' && dayOne === null
    ? refuseFunding('day-one-missing', 'Say whether day 1 is the day of the event or the day after; agreements differ.')
    : undefined;
