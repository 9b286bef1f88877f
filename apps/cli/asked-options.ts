import type { ReplaySubject } from '@accord/funding/domain';
import { idFrom, instantOf, londonDate } from '@accord/shared/kernel';
import type { Id, Result } from '@accord/shared/kernel';
import { InvalidArgumentError } from 'commander';
import { exitCodes } from './exit-codes';

const checked =
  <T>(parse: (text: string) => Result<T>) =>
  (text: string): T => {
    const parsed = parse(text);
    if (!parsed.ok) throw new InvalidArgumentError(parsed.because);
    return parsed.value;
  };
export const dateOption = checked(londonDate);
export const instantOption = checked(instantOf);

export function idOf<Kind extends ReplaySubject['about']>(about: Kind): (text: string) => Id<Kind> {
  return (text) => {
    const id = idFrom<Kind>(text);
    if (!id) throw new InvalidArgumentError(`Give the id of the ${about} as it was given to you: a lower-case UUID.`);
    return id;
  };
}

export function positionOf(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give the position as the whole number that the earlier answer gave.');
}

/** Nothing was done, and why: ends with the code for a wrong command line. */
export function misused(says: string): void {
  process.stderr.write(`${says}\n`);
  process.exitCode = exitCodes.usage;
}
