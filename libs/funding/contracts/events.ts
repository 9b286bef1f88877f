import { lineCategories } from '@accord/panel/contracts';
import { addDays } from '@accord/shared/kernel';
import { defineEvent, idOf, londonDateField, penceField, sharesField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { agreementEndings } from './agreement-endings';
import { agreementEvents } from './agreement-events';
import { triggerEvents } from './agreement-text';
import { accountsEvents } from './ledger/accounts-events';
import { fundEvents } from './fund/all-fund-events';
import { lineLifeEvents } from './line/events';
import { providerEvents } from './line/provider-events';
import { moneyEvents } from './money/money-events';
import { scheduleEvents } from './schedule-events';

/** `personal care`, `personal care and nursing`, `personal care, nursing and therapy`. */
const listed = (categories: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(categories.map((category) => category.replaceAll('-', ' ')));

export const StandingAgreementApplied = defineEvent({
  type: 'StandingAgreementApplied',
  version: 2,
  stream: 'clause-application',
  meaning: "A clause of a standing agreement took over a child's package lines for its window; no panel voted on it.",
  data: z.strictObject({
    childId: idOf('child'),
    agreementId: idOf('agreement'),
    /** Version of the text that ruled on the first day. */
    version: z.int().min(1),
    clauseId: idOf('clause'),
    /** The operation, discharge or placement that set the clause going; `null` for a clause that always rules. */
    trigger: z.strictObject({ event: z.enum(triggerEvents), eventId: idOf('life-event').nullable() }),
    /** The window is `[from, to)`; `to: null`: until the agreement ends, which is not known yet. */
    from: londonDateField(),
    to: londonDateField().nullable(),
    categories: z.array(z.enum(lineCategories)).min(1),
    split: sharesField(),
    cost: z.union([z.literal('regardless-of-cost'), z.strictObject({ upToWeeklyPence: penceField() })]),
    atEnd: z.enum(['falls-back', 'must-be-reviewed']),
  }),
  effective: 'from',
  sentence: ({ agreementId, categories, split, from, to, cost }, words) =>
    `Under “${words.agreement(agreementId)}”, ${listed(categories)} ${categories.length === 1 ? 'is' : 'are'} shared ` +
    `${words.shares(split)} from ${words.date(from)}${to === null ? '' : ` to ${words.date(addDays(to, -1))}`}, ` +
    `${cost === 'regardless-of-cost' ? 'whatever the cost' : `for a line of up to ${words.money(cost.upToWeeklyPence)} a week`}.`,
  upcasts: {
    1: ({ operationId, ...kept }) => ({
      ...kept,
      ...{ version: 1, trigger: { event: 'surgery', eventId: operationId }, cost: 'regardless-of-cost', atEnd: 'falls-back' },
    }),
  },
});

export const fundingEvents = [
  ...agreementEvents,
  ...agreementEndings,
  StandingAgreementApplied,
  ...scheduleEvents,
  ...accountsEvents,
  ...fundEvents,
  ...providerEvents,
  ...lineLifeEvents,
  ...moneyEvents,
] as const;
