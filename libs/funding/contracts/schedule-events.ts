import { defineEvent, idOf, londonDateField, signedPenceField, textField } from '@accord/shared/event-contracts';
import { formatPounds } from '@accord/shared/kernel';
import { z } from 'zod';

const sha256Field = () => z.string().regex(/^[0-9a-f]{64}$/);
/** The line of the file on which a row begins, from 1. */
const rowField = () => z.int().min(1);
/** The name of a column, as the header prints it. */
const columnField = () => textField(200);

const cell = z.strictObject({
  column: columnField(),
  /** The whole cell as printed, empty where it is blank. */
  printed: z.string().max(1_000),
  /** Pounds as pence; `null` where the cell is blank, which is not nought. */
  pence: signedPenceField().nullable(),
  /** A second figure, as printed with its brackets and in pence. What it means is asked, never guessed. */
  bracketed: z.strictObject({ printed: textField(1_000), pence: signedPenceField() }).nullable(),
});
const row = z.strictObject({
  row: rowField(),
  role: textField(2_000),
  resource: z.string().max(2_000),
  cells: z.array(cell).min(1),
});
/** A stated total beside the figures that it should be the sum of. */
const difference = z.strictObject({
  /** The row in which the total is stated; `null` where none is stated for the column. */
  row: rowField().nullable(),
  column: columnField(),
  statedPence: signedPenceField().nullable(),
  summedPence: signedPenceField(),
});

export const FundingScheduleRead = defineEvent({
  type: 'FundingScheduleRead',
  version: 1,
  stream: 'funding-schedule',
  meaning:
    "A printed schedule of a team's jointly funded posts was read word for word, held against its own totals, and what it leaves open was asked; it counts at once only where its totals agree and nothing is open.",
  data: z.strictObject({
    scheduleId: idOf('funding-schedule'),
    on: londonDateField(),
    title: textField(400),
    /** Where it was published or who sent it, in the words of whoever handed it in. */
    source: textField(1_000),
    /** Of the file as it was handed in. */
    sha256: sha256Field(),
    /** Of the cells alone, so that the same figures are known again whatever surrounds them. */
    rowsSha256: sha256Field(),
    notes: z.array(textField(2_000)),
    /** The days that it covers, half-open; its figures are pounds a year. */
    period: z.strictObject({ from: londonDateField(), to: londonDateField() }),
    /** Which agency pays what stands in which column, as stated by whoever handed it in. */
    payers: z.array(z.strictObject({ column: columnField(), agencyId: idOf('agency') })).min(1),
    /** The column that states the total of each row, where there is one. */
    totalColumn: columnField().nullable(),
    rows: z.array(row).min(1),
    /** The row that states the totals of the columns; `null` where none does. */
    stated: row.nullable(),
    differences: z.array(difference),
    questions: z.array(z.strictObject({ row: rowField(), column: columnField(), asks: textField(4_000) })),
  }),
  effective: 'on',
  sentence({ title, differences: [first, ...others], questions }) {
    const open = questions.length === 1 ? '1 question is open' : `${questions.length} questions are open`;
    const asked = questions.length === 0 ? '' : `; ${open}`;
    if (first === undefined) return `The funding schedule “${title}” was read: its totals agree${asked}.`;
    const more = others.length === 0 ? '' : `, and ${others.length} more ${others.length === 1 ? 'differs' : 'differ'}`;
    return `The funding schedule “${title}” was read and is held back: ${inWords(first)}${more}${asked}.`;
  },
});

function inWords({ row: line, column, statedPence, summedPence }: z.infer<typeof difference>): string {
  const where = line === null ? `column ${column}` : `row ${line}, column ${column}`;
  const stated = statedPence === null ? 'no total' : formatPounds(statedPence);
  return `in ${where} ${stated} is stated and the figures make ${formatPounds(summedPence)}`;
}

/** What a person says of a cell with two figures: which of them counts, or that the question is set aside and the first one counts. */
export const figureRulings = ['printed-counts', 'bracketed-counts', 'set-aside'] as const;
export type FigureRuling = (typeof figureRulings)[number];

export const FundingScheduleQuestionAnswered = defineEvent({
  type: 'FundingScheduleQuestionAnswered',
  version: 1,
  stream: 'funding-schedule',
  meaning: 'A person said what a second figure in brackets means and which of the two counts, or set the question aside with a reason; both stay as printed.',
  data: z.strictObject({
    scheduleId: idOf('funding-schedule'),
    on: londonDateField(),
    row: rowField(),
    column: columnField(),
    ruling: z.enum(figureRulings),
    /** The answer in words; where the question is set aside, the reason. */
    answer: textField(2_000),
  }),
  effective: 'on',
  sentence({ row: line, column, ruling, answer }) {
    const says = { 'printed-counts': 'the first counts', 'bracketed-counts': 'the one in brackets counts', 'set-aside': 'the question is set aside' };
    return `Of the two figures in row ${line}, column ${column} of the funding schedule, ${says[ruling]}: ${answer}`;
  },
});

export const FundingScheduleReleased = defineEvent({
  type: 'FundingScheduleReleased',
  version: 1,
  stream: 'funding-schedule',
  meaning: 'A payer decided, with a reason, that a schedule which was held back counts: its rows as printed, whatever its totals say. No figure was changed.',
  data: z.strictObject({
    scheduleId: idOf('funding-schedule'),
    on: londonDateField(),
    /** The payer, or the agency that has its functions, for which the person decided. */
    agencyId: idOf('agency'),
    because: textField(2_000),
    /** The totals that differed still, both figures, so that the decision shows what it was taken over. */
    differences: z.array(difference),
  }),
  effective: 'on',
  sentence: ({ agencyId, differences, because }, words) =>
    `${words.agency(agencyId)} released the funding schedule, whose rows count as printed${
      differences.length === 0 ? '' : `, although ${differences.map(inWords).join('; ')}`
    }: ${because}`,
});

export const FundingScheduleWithdrawn = defineEvent({
  type: 'FundingScheduleWithdrawn',
  version: 1,
  stream: 'funding-schedule',
  meaning: 'A funding schedule was withdrawn with a reason: it counts for nothing from this day on, and can be read anew.',
  data: z.strictObject({ scheduleId: idOf('funding-schedule'), on: londonDateField(), because: textField(2_000) }),
  effective: 'on',
  sentence: ({ because }) => `The funding schedule was withdrawn: ${because}`,
});

export const scheduleEvents = [
  FundingScheduleRead,
  FundingScheduleQuestionAnswered,
  FundingScheduleReleased,
  FundingScheduleWithdrawn,
] as const;
