import { idFrom, instantOf, londonDate, nhsNumber, pence } from '@accord/shared/kernel';
import { fault, field, parsedField, telling } from './field-rule';
import type { FieldRule } from './field-rule';
import type { ProblemCode } from './problem-catalogue';

const UUID_PATTERN = '^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';

/** £1,000,000,000.00: more than any one sum between agencies; the sums of many such stay exact. */
export const MOST_PENCE = 100_000_000_000;

/**
 * Whole pence, nothing or more. Refuses `amount-not-whole-pence`, `amount-negative`; and `number-out-of-range` beyond £1
 * billion: an amount that no sum with others could hold would, once recorded, leave every total that counts it without an
 * answer.
 */
export const IsPence = (description = 'Whole pence: £1,847.35 is 184735.'): PropertyDecorator =>
  field(penceRule, { type: 'integer', minimum: 0, maximum: MOST_PENCE, description });

const penceRule: FieldRule = (value) => {
  const amount = pence(value);
  // The cast holds: the problem catalogue lists the codes of the kernel's parser of pence.
  if (!amount.ok) return fault(amount.refusal as ProblemCode, amount.because);
  return amount.value > MOST_PENCE ? fault('number-out-of-range', `Give at most ${MOST_PENCE} pence, which is £1 billion.`) : undefined;
};

/** A London date `YYYY-MM-DD` that exists. Refuses `not-a-date`. */
export const IsLondonDate = (description = 'A day in London, YYYY-MM-DD.'): PropertyDecorator =>
  parsedField(londonDate, { type: 'string', format: 'date', description, example: '2025-10-06' });

/** A moment with its offset; the handler gets it in UTC with milliseconds. Refuses `not-an-instant`. */
export const IsInstantText = (description = 'A moment, RFC 3339 with its offset.'): PropertyDecorator =>
  parsedField(instantOf, { type: 'string', format: 'date-time', description, example: '2025-10-06T08:30:00.000Z' });

/** An NHS number with a right check digit. Refuses `nhs-number-malformed`, `nhs-number-check-digit`. */
export const IsNhsNumber = (description = 'An NHS number, ten digits.'): PropertyDecorator =>
  parsedField(nhsNumber, { type: 'string', pattern: '^ *[0-9]([ -]?[0-9]){9} *$', description });

/** The id of a thing of that kind. Refuses `not-an-id`. */
export const IsIdOf = (kind: string, description = `The id of the ${kind.replaceAll('-', ' ')}.`): PropertyDecorator =>
  field(idRule(kind), { ...ID_TOLD, description });

const ID_TOLD = { type: 'string' as const, format: 'uuid', pattern: UUID_PATTERN };

export const idRule = (kind: string): FieldRule =>
  telling(ID_TOLD, (value) =>
    idFrom(value) === undefined
      ? fault('not-an-id', `Give the id of the ${kind.replaceAll('-', ' ')} as it was given to you: a lower-case UUID.`)
      : undefined,
  );

/** One of the values, exactly as written. Refuses `not-one-of`. */
export function OneOf(values: readonly string[], description?: string): PropertyDecorator {
  const rule = oneOfRule(values);
  return field(rule, { ...rule.told, ...(description === undefined ? {} : { description }) });
}

export const oneOfRule = (values: readonly string[]) =>
  telling({ type: 'string', enum: [...values] }, (value) =>
    typeof value === 'string' && values.includes(value)
      ? undefined
      : fault('not-one-of', `Give one of: ${values.join(', ')}.`),
  );

/** Yes or no, as JSON `true` or `false`. Refuses `field-wrong-type`. */
export const IsFlag = (description?: string): PropertyDecorator =>
  field((value) => (typeof value === 'boolean' ? undefined : fault('field-wrong-type', 'Give true or false.')), {
    type: 'boolean',
    ...(description === undefined ? {} : { description }),
  });

/**
 * An agency's part in a split: basis points (33.33 % is 3333) or a weight in a ratio. Refuses
 * `shares-not-whole-numbers`, `share-negative`. That the parts make the whole is the kernel's to say.
 */
export const IsWeight = (description = 'Basis points (33.33 % is 3333) or a weight in a ratio.'): PropertyDecorator =>
  field(
    (value) => {
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
        return fault(
          'shares-not-whole-numbers',
          'Give each share as a whole number: of basis points (33.33 % is 3333), or of parts in a ratio such as 1:1:1.',
        );
      }
      return value < 0 ? fault('share-negative', 'No agency can bear less than none of a cost.') : undefined;
    },
    { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description },
  );

export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface CountRange extends Range {
  /** The most that the rules take, where they and not the field refuse more, in a sentence of their own. */
  readonly most?: number;
}

/** A whole number within a range, ends included. Refuses `number-not-whole`, `number-out-of-range`. */
export const IsCount = ({ min, max, most = max }: CountRange, description?: string): PropertyDecorator =>
  field(
    (value) => {
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
        return fault('number-not-whole', 'Give a whole number, without quotes or a decimal point.');
      }
      return value < min || value > max
        ? fault('number-out-of-range', `Give a whole number from ${min} to ${most}.`)
        : undefined;
    },
    { type: 'integer', minimum: min, maximum: most, ...(description === undefined ? {} : { description }) },
  );
