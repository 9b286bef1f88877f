import type { SeatStanding, TermsOfReferenceRead } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';

type Reading = New<typeof TermsOfReferenceRead>['data'];
/** One row of a printed composition: its number in the file and its cells as printed. */
export type PrintedRow = Reading['rows'][number];
/** What a person must say about a row, because it is not printed or cannot be read. */
export type TermsQuestion = Reading['questions'][number];

/**
 * How many seats a cell says: digits alone, below 100. `undefined` for anything else ("See next slide", "4 or 5", a
 * blank, two numbers run together): that is asked.
 */
export const printedCount = (cell: string): number | undefined => (/^\d{1,2}$/.test(cell.trim()) ? Number(cell.trim()) : undefined);

const standings: Readonly<Record<string, SeatStanding>> = { 'voting': 'voting', 'non-voting': 'non-voting' };

/** The standing that a cell says, in these words alone, small or capital. `undefined` for "Voting Voting" and the like: that is asked. */
export const printedStanding = (cell: string): SeatStanding | undefined => standings[cell.trim().toLowerCase()];

/**
 * What a printed composition leaves open, row by row: a number and a standing where they cannot be read, and always
 * of which agency the seats are, because compositions name roles. Of a row with a printed nought nothing is asked.
 */
export function questionsOf(rows: readonly PrintedRow[]): TermsQuestion[] {
  return rows.flatMap(({ row, role, number, voting }) => {
    const count = printedCount(number);
    if (count === 0) return [];
    const which = count === 1 ? 'the seat' : 'the seats';
    const questions: TermsQuestion[] = [];
    if (count === undefined) {
      questions.push({ row, about: 'seat-count', asks: `How many seats has “${role}”? Printed is ${quoted(number)}.` });
    }
    if (printedStanding(voting) === undefined) {
      questions.push({ row, about: 'seat-standing', asks: `With which standing has “${role}” ${which}? Printed is ${quoted(voting)}.` });
    }
    questions.push({ row, about: 'seat-agency', asks: `Of which agency is “${role}”?` });
    return questions;
  });
}

const quoted = (cell: string): string => (cell === '' ? 'nothing' : `“${cell}”`);
