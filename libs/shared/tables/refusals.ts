import { defineRefusals, refuser } from '@accord/shared/kernel';
import type { Refusal } from '@accord/shared/kernel';

/** Why a table that a person hands in, or one of its cells, cannot be read. */
export const tableRefusals = defineRefusals({
  'table-malformed': {
    kind: 'invalid',
    title: 'The file is not a table of comma-separated values',
    source: 'RFC 4180',
  },
  'table-columns-differ': { kind: 'invalid', title: 'The columns of the table are not the expected ones' },
  'table-row-uneven': {
    kind: 'invalid',
    title: 'A row of the table has another number of cells than its header',
    source: 'RFC 4180',
  },
  'table-too-large': { kind: 'invalid', title: 'The table is larger than can be taken' },
  'money-unreadable': { kind: 'invalid', title: 'A cell cannot be read as an amount of money' },
  'count-unreadable': { kind: 'invalid', title: 'A cell cannot be read as a whole number' },
});

export type TableRefusalCode = keyof typeof tableRefusals;

/** Builds one of these refusals. Its sentence names lines and columns, never what a cell holds. */
export const refuseTable = refuser(tableRefusals);

/** The refusal of one cell, with the place where the reader finds it: its line in the file and its column. */
export const atCell = (refusal: Refusal, line: number, column: string): Refusal => ({
  ...refusal,
  because: `Line ${line}, column ${column}: ${refusal.because}`,
});
