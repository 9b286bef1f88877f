import { addDays } from '@accord/shared/kernel';
import type { FundingPicture } from '../funding-picture';
import { liabilities } from '../liability';
import type { Liability } from '../liability';
import { recoveries } from '../line/recoveries';
import type { Recovery } from '../line/recoveries';
import { fundsPaying } from './funds-paying';
import type { FundDaysAsked, FundFact } from './funds-paying';

/**
 * The fund, if any, into which an unspent sum goes back: the one that paid for the line on the first of the days for
 * which the sum had been paid out. Statements and the accounts of funds both ask here, so that they reconcile.
 */
export function fundPaidBack(picture: FundingPicture, { line, recovery: { of } }: Pick<Recovery, 'line' | 'recovery'>, payerOf: (piece: Liability) => FundFact | undefined): FundFact | undefined {
  const [piece] = liabilities({ ...picture, lines: [line] }, { from: of.from, to: addDays(of.from, 1) });
  return piece && payerOf(piece);
}

/** What came back into funds of the lines of one child on a day of the window, each sum whole on its day, with its fund. */
export function recoveredByFunds(picture: FundingPicture, { funds, window }: Pick<FundDaysAsked, 'funds' | 'window'>): { readonly fund: FundFact; readonly recovery: Recovery }[] {
  if (funds.length === 0 || picture.lines.every((line) => line.recoveries.length === 0)) return [];
  const payerOf = fundsPaying(funds);
  return recoveries(picture, window).flatMap((recovery) => {
    const fund = fundPaidBack(picture, recovery, payerOf);
    return fund ? [{ fund, recovery }] : [];
  });
}
