import type { lineLifeEvents } from '@accord/funding/contracts';
import type { PackageLine } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { contains, formatLondonDate, intersect } from '@accord/shared/kernel';
import type { Id, LondonDate, Period, Refusal } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';
import { rulingTexts } from '../agreement-life';
import type { AgreementState } from '../agreement-state';
import type { DecisionFundingView } from './decided-line';
import type { LineCommand } from './line-commands';
import type { LineEntry, LineLife } from './line-life';

export type NewLineEvent = New<(typeof lineLifeEvents)[number]>;

/** Everything that was recorded of a line, in order. */
export interface LineState {
  readonly entries: readonly LineEntry[];
}

/** What a command about a line rests on besides the line itself. */
export interface LineFacts {
  readonly decision: DecisionFundingView;
  /** Of the agencies concerned with the line, those for which the acting agency acts: itself, and any whose functions it has. */
  readonly actsFor: ReadonlySet<string>;
  /**
   * The agreements of the area: under a clause of one, others than those of the decision may pay. `undefined` for a
   * command that does not ask who pays (`asksWhoPays`): an area has many, and each is read from its own stream.
   */
  readonly agreements: readonly AgreementState[] | undefined;
  /**
   * The days that the line has by all decisions, those that a later one took from it left out. `undefined` for a command
   * that does not ask what days cost (`asksForCost`): who replaces what is known of the child as a whole.
   */
  readonly daysOfAll: readonly Period[] | undefined;
  /** What the provider named by the command is called; `undefined` where it is not registered, or none is named. */
  readonly provider: string | undefined;
}

/** A line that has effect, and everything that was recorded of it. */
export interface LineGround {
  readonly about: { readonly lineId: Id<'package-line'>; readonly decisionId: Id<'decision'>; readonly childId: Id<'child'>; readonly agencyId: Id<'agency'> };
  readonly line: PackageLine;
  /** Its days by its decision; what other decisions took from it is not looked at. */
  readonly decided: Period;
  readonly life: LineLife<LineEntry>;
  readonly state: LineState;
  readonly facts: LineFacts;
  readonly today: LondonDate;
}

/** The ground of a command that asks who pays for the line. */
interface PayersGround extends LineGround {
  readonly facts: LineFacts & { readonly agreements: readonly AgreementState[] };
}

/** All of the running cost, in basis points: what stays payable until one that pays says otherwise. */
export const ALL_PAYABLE = 10_000;

/** Whether a command asks who pays for the line, under a clause as well: only then are the agreements of the area loaded. */
export function asksWhoPays(command: LineCommand): boolean {
  switch (command.type) {
    case 'ChangeRetainedPart':
    case 'EndLine':
    case 'ProposeLineRates':
    case 'RecoverUnspentSum':
      return true;
    case 'SuspendLine':
      return !command.turnsOnly && command.retainedBasisPoints !== ALL_PAYABLE;
    case 'WithdrawLineEntry':
      return !command.turnsOnly;
    case 'ArrangeLine':
    case 'ResumeLine':
    case 'AgreeLineRates':
    case 'RefuseLineRates':
      return false;
  }
}

/** Whether what the days of the line cost decides the command. */
export const asksForCost = ({ type }: LineCommand): boolean => type === 'RecoverUnspentSum';

/** The ground with the agreements of the area: that they are missing is a fault of whoever loaded the facts. */
export function askingWhoPays(ground: LineGround): PayersGround {
  const { agreements, ...others } = ground.facts;
  if (agreements === undefined) throw new Error('The agreements of the area are read for each command that asks who pays.');
  return { ...ground, facts: { ...others, agreements } };
}

/** The days of the line, its ending taken into account; `undefined` where none is left. */
export const runningDays = ({ decided, life: { endsFrom } }: Pick<LineGround, 'decided' | 'life'>): Period | undefined =>
  endsFrom === null ? decided : endsFrom > decided.from ? intersect(decided, { from: decided.from, to: endsFrom }) : undefined;

/** Refuses a day on which the line does not run. */
export function refuseOutside(ground: LineGround, day: LondonDate): Refusal | undefined {
  const days = runningDays(ground);
  if (days && contains(days, day)) return undefined;
  return refuseFunding('line-day-outside', `Give a day of the line: it ${days ? inWords(days) : 'has none left'}.`);
}

export const inWords = ({ from, to }: Period): string =>
  to === null ? `runs from ${formatLondonDate(from)}` : `runs from ${formatLondonDate(from)} until just before ${formatLondonDate(to)}`;

/** What is recorded has happened. */
export const refuseFuture = (day: LondonDate, today: LondonDate): Refusal | undefined =>
  day <= today ? undefined : refuseFunding('line-day-in-future', `This is recorded once it has happened; today is ${formatLondonDate(today)}.`);

/** The agencies that pay a part of the line by its decision. */
export const payersOf = ({ split }: Pick<PackageLine, 'split'>): Id<'agency'>[] => split.parts.filter(({ weight }) => weight > 0).map(({ agencyId }) => agencyId);

const commissionersOf = ({ arrangements }: LineLife<LineEntry>): Id<'agency'>[] => arrangements.map(({ body }) => body.data.commissionedBy);

/**
 * The agencies that pay a part of a line of the category wherever a clause rules it on any of the days: whether one
 * will, hangs on what happens to the child, and no payer is found out only then. Texts that not all have signed rule nothing.
 */
export const payersUnderClauses = (agreements: readonly AgreementState[], category: PackageLine['category'], days: Period): Id<'agency'>[] =>
  agreements.flatMap((agreement) => {
    if (agreement.status !== 'in-force') return [];
    const ruling = new Set(rulingTexts(agreement.life).flatMap((text) => (intersect(text.days, days) ? [text.version] : [])));
    const clauses = agreement.versions.flatMap((text) => (ruling.has(text.version) ? text.clauses : []));
    return clauses.flatMap(({ categories, split }) => (categories.includes(category) ? payersOf({ split }) : []));
  });

/** Refuses an agency that neither pays a part of the line, by its decision or a clause that can rule it, nor pays its provider. */
export function refuseStranger(ground: PayersGround): Refusal | undefined {
  const { line, decided, life, facts: { actsFor, agreements } } = ground;
  const underClauses = payersUnderClauses(agreements, line.category, runningDays(ground) ?? decided);
  if ([...payersOf(line), ...underClauses, ...commissionersOf(life)].some((agencyId) => actsFor.has(agencyId))) return undefined;
  return refuseFunding('line-act-by-stranger', 'Your agency pays neither a part of this line nor its provider: ask one that does.');
}

/**
 * The agencies that have to agree to other rates from a day on: all that pay a part by the decision, all that pay one
 * where a clause can rule then or later, and those that pay the provider then or later.
 */
export function whoAgreesFrom(ground: PayersGround, day: LondonDate): Id<'agency'>[] {
  const { line, life: { arrangements }, facts: { agreements } } = ground;
  const days = intersect({ from: day, to: null }, runningDays(ground) ?? ground.decided);
  const holding = arrangements.filter((_, place) => (arrangements[place + 1]?.body.data.from ?? '9999-12-31') > day);
  return [...new Set([...payersOf(line), ...(days ? payersUnderClauses(agreements, line.category, days) : []), ...holding.map(({ body }) => body.data.commissionedBy)])];
}
