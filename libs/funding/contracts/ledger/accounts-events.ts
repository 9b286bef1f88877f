import { defineEvent, idOf, londonDateField, signedPenceField } from '@accord/shared/event-contracts';
import { formatMonth } from '@accord/shared/kernel';
import { z } from 'zod';
import { statementKinds } from './statement-kinds';

/** A position of the record; -1 is before its first event. */
const positionField = () => z.int().min(-1).describe('position of the record');

/** The sum of an agency's rows of one kind towards one counterparty or one fund. */
const total = z.strictObject({
  kind: z.enum(statementKinds),
  /** To whom it is payable, or from whom receivable; `null` where it concerns no other agency. */
  counterpartyId: idOf('agency').nullable(),
  /** The pooled fund that pays; `null` for every other kind of row. */
  fundId: idOf('fund').nullable(),
  pence: signedPenceField(),
});

export const AccountingMonthClosed = defineEvent({
  type: 'AccountingMonthClosed',
  version: 1,
  stream: 'accounts',
  meaning:
    'A month of the area was closed: each agency’s statement of it counts what the record held up to a position, and never changes; what becomes known later is adjusted in a later month.',
  data: z.strictObject({
    /** The first day of the month. */
    month: londonDateField(),
    /** The first day of the first month that was ever closed. */
    ledgerFrom: londonDateField(),
    /** Facts count up to and with this position of the record. */
    upTo: positionField(),
    /** The same of the closing before; `null` for the first one. */
    previousUpTo: positionField().nullable(),
    /** In order of agency id; an agency without a row is not among them. */
    agencies: z.array(
      z.strictObject({
        agencyId: idOf('agency'),
        rows: z.int().min(1),
        totals: z.array(total).min(1),
        /** Of the statement as CSV, by which it is known again. */
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    ),
    /** The day of the closing. */
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ month, agencies }) =>
    `The accounts of ${formatMonth(month)} were closed, with ${agencies.length === 1 ? 'one statement' : `${agencies.length} statements`}.`,
});

export const FinancialYearClosed = defineEvent({
  type: 'FinancialYearClosed',
  version: 1,
  stream: 'accounts',
  meaning: 'A financial year of the area was closed, all its months before it: later changes of its days are told as adjustments of a closed year, and what is billed or paid on its days but recorded later counts from its recording.',
  data: z.strictObject({
    /** Its first day, a 1 April. */
    year: londonDateField(),
    /** As people write it: `2025/26`. */
    name: z.string().regex(/^\d{4}\/\d{2}$/),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ name }) => `The financial year ${name} was closed.`,
});

export const accountsEvents = [AccountingMonthClosed, FinancialYearClosed] as const;
