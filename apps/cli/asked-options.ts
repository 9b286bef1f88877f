import type { FactsAsOf } from '@accord/funding/application';
import type { ReplaySubject } from '@accord/funding/domain';
import { askedWindow } from '@accord/funding/http';
import { idFrom, instantOf, londonDate } from '@accord/shared/kernel';
import type { ClosedPeriod, Id, LondonDate, Result } from '@accord/shared/kernel';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { exitCodes } from './exit-codes';

const checked =
  <T>(parse: (text: string) => Result<T>) =>
  (text: string): T => {
    const parsed = parse(text);
    if (!parsed.ok) throw new InvalidArgumentError(parsed.because);
    return parsed.value;
  };
const dateOption = checked(londonDate);
const instantOption = checked(instantOf);

export function idOf<Kind extends ReplaySubject['about']>(about: Kind): (text: string) => Id<Kind> {
  return (text) => {
    const id = idFrom<Kind>(text);
    if (!id) throw new InvalidArgumentError(`Give the id of the ${about} as it was given to you: a lower-case UUID.`);
    return id;
  };
}

function positionOf(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give the position as the whole number that the earlier answer gave.');
}

/** What both questions about who pays take: the days, the two times and the place of the record, and how it is printed. */
export interface QuestionAsked extends FactsAsOf {
  readonly from: LondonDate;
  readonly to: LondonDate;
  /** Under either of its two spellings. */
  readonly asKnownAt?: FactsAsOf['knownAt'];
  readonly json: boolean;
  readonly csv: boolean;
}

/** Declares the options of {@link QuestionAsked}; `json` says what is printed as JSON. */
export const withQuestion = (about: Command, json: string): Command =>
  about
    .requiredOption('--from <date>', 'first day', dateOption)
    .requiredOption('--to <date>', 'first day no longer asked about', dateOption)
    .option('--as-at <date>', 'only what was true by that day', dateOption)
    .option('--known-at, --as-known-at <instant>', 'only what was recorded by then', instantOption)
    .option('--up-to <position>', 'only what stands in the record up to there, for an earlier answer again', positionOf)
    .option('--json', json, false)
    .option('--csv', 'print the same as CSV', false);

/** The window and the times that are asked about; `undefined` where the options were wrong, which is then told. */
export function questionOf({ from, to, asAt, asKnownAt: knownAt, upTo, json, csv }: QuestionAsked): (FactsAsOf & { readonly window: ClosedPeriod }) | undefined {
  const window = askedWindow({ from, to });
  if (window.ok && !(json && csv)) return { window: window.value, asAt, knownAt, upTo };
  misused(window.ok ? 'Give --json or --csv, not both.' : window.because);
  return undefined;
}

/** Nothing was done, and why: ends with the code for a wrong command line. */
export function misused(says: string): void {
  process.stderr.write(`${says}\n`);
  process.exitCode = exitCodes.usage;
}
