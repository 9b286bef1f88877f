import { lineCategories, needCategories, panelKinds } from '@accord/panel/contracts';
import type { LineCategory, NeedCategory, PanelKind } from '@accord/panel/contracts';
import { IsText, OneOf, Optional, PagedQuery, fault, field, oneOfRule } from '@accord/shared/http';
import { precedentOutcomes } from './precedent';
import type { Month, PrecedentOutcome } from './precedent';
import type { PrecedentQuestion } from './precedent-search';

/** Several values of one list, with commas between. Refuses `not-one-of`. */
const SomeOf = (values: readonly string[], description: string): PropertyDecorator => {
  const rule = oneOfRule(values);
  return field(
    (given) => (typeof given === 'string' ? given.split(',').map(rule).find((fault) => fault !== undefined) : rule(given)),
    { type: 'string', description: `${description} Several with commas between: ${values.join(', ')}.`, example: values.slice(0, 2).join(',') },
  );
};

const WHOLE = /^\d{1,15}$/;
/** Whole pence in an address. Refuses `amount-not-whole-pence`. */
const IsPenceText = (description: string): PropertyDecorator =>
  field(
    (value) => (typeof value === 'string' && WHOLE.test(value) ? undefined : fault('amount-not-whole-pence', 'Give whole pence: £1,847.35 is 184735.')),
    { type: 'integer', minimum: 0, description },
  );

const MONTH = /^(19|2[01])\d{2}-(0[1-9]|1[0-2])$/;
/** A month `YYYY-MM`. Refuses `not-a-date`. */
const IsMonth = (description: string): PropertyDecorator =>
  field(
    (value) => (typeof value === 'string' && MONTH.test(value) ? undefined : fault('not-a-date', 'Give a month of the years 1900 to 2199 as YYYY-MM.')),
    { type: 'string', pattern: MONTH.source, description, example: '2025-10' },
  );

/** How was it decided before? Everything that is given must hold of each decision found. */
export class PrecedentsQuery extends PagedQuery {
  @Optional()
  @SomeOf(needCategories, 'All of these needs.')
  readonly needs?: string;
  @Optional()
  @SomeOf(lineCategories, 'All of these categories of provision.')
  readonly categories?: string;
  @Optional()
  @OneOf(precedentOutcomes)
  readonly outcome?: PrecedentOutcome;
  @Optional()
  @OneOf(panelKinds, 'The kind of panel that decided.')
  readonly panelKind?: PanelKind;
  @Optional()
  @IsPenceText('Lowest cost in pence of the highest week, all shares together; compared by bands of cost.')
  readonly fromPence?: string;
  @Optional()
  @IsPenceText('First cost in pence no longer asked about.')
  readonly toPence?: string;
  @Optional()
  @IsMonth('First month of deciding asked about.')
  readonly from?: Month;
  @Optional()
  @IsMonth('First month of deciding no longer asked about.')
  readonly to?: Month;
  @Optional()
  @IsText(200, 'All of these words, in whichever form, of what was decided, why, on what evidence, and what is provided.')
  readonly words?: string;
}

/** The question of a query that was found in order. */
export function precedentQuestion(query: PrecedentsQuery): PrecedentQuestion {
  const { needs, categories, outcome, panelKind, fromPence, toPence, from, to, words } = query;
  return {
    ...{ outcome, panelKind, from, to, words },
    // The rule of the field has looked at each value.
    needs: needs?.split(',') as readonly NeedCategory[] | undefined,
    // As of needs.
    categories: categories?.split(',') as readonly LineCategory[] | undefined,
    fromPence: fromPence === undefined ? undefined : Number(fromPence),
    toPence: toPence === undefined ? undefined : Number(toPence),
  };
}
