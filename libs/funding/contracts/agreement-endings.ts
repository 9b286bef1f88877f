import { addDays } from '@accord/shared/kernel';
import { defineEvent, idOf, londonDateField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';

const agreementId = () => idOf('agreement');

export const StandingAgreementNoticeGiven = defineEvent({
  type: 'StandingAgreementNoticeGiven',
  version: 1,
  stream: 'agreement',
  meaning: 'A party gave notice that it leaves a standing agreement, which rules on until the period of notice has run.',
  data: z.strictObject({
    agreementId: agreementId(),
    agencyId: idOf('agency'),
    post: textField(200),
    reason: textField(),
    /** Day on which the notice was given; it is not counted. */
    on: londonDateField(),
    /** Whole calendar months of notice, as the text then in force has it. */
    months: z.int().min(1),
    /** The same day of the month so many months later, or that month's last: the last day on which it rules. */
    lastDay: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ agencyId, agreementId: id, months, lastDay }, words) =>
    `${words.agency(agencyId)} gave ${months === 1 ? 'one month' : `${months} months`} of notice of “${words.agreement(id)}”, which then rules until ${words.date(lastDay)}.`,
});

export const StandingAgreementNoticeWithdrawn = defineEvent({
  type: 'StandingAgreementNoticeWithdrawn',
  version: 1,
  stream: 'agreement',
  meaning: 'A party took its notice back before it had run: the agreement goes on.',
  data: z.strictObject({
    agreementId: agreementId(),
    agencyId: idOf('agency'),
    /** Day on which the notice was given. */
    givenOn: londonDateField(),
    reason: textField(),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ agencyId, agreementId: id, givenOn }, words) =>
    `${words.agency(agencyId)} withdrew its notice of ${words.date(givenOn)} of “${words.agreement(id)}”.`,
});

export const StandingAgreementReviewed = defineEvent({
  type: 'StandingAgreementReviewed',
  version: 1,
  stream: 'agreement',
  meaning: 'The parties reviewed a standing agreement and let it go on.',
  data: z.strictObject({
    agreementId: agreementId(),
    findings: textField(),
    /** Last day for the next review; `null`: it need not be reviewed again. */
    nextReviewBy: londonDateField().nullable(),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ agreementId: id, nextReviewBy }, words) =>
    `“${words.agreement(id)}” was reviewed${nextReviewBy === null ? '' : `; the next review is due by ${words.date(nextReviewBy)}`}.`,
});

export const StandingAgreementEndingAgreed = defineEvent({
  type: 'StandingAgreementEndingAgreed',
  version: 1,
  stream: 'agreement',
  meaning: 'A party agreed to end a standing agreement from a day; it ends once every party has agreed to the same day.',
  data: z.strictObject({
    agreementId: agreementId(),
    agencyId: idOf('agency'),
    post: textField(200),
    /** First day on which the agreement is to rule nothing. */
    from: londonDateField(),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ agencyId, agreementId: id, post, from }, words) =>
    `${words.agency(agencyId)} agreed through its ${post} that “${words.agreement(id)}” rules until ${words.date(addDays(from, -1))}.`,
});

/** Why a standing agreement ended. */
export const endingReasons = ['notice', 'term', 'not-reviewed', 'agreement-of-all'] as const;
export type EndingReason = (typeof endingReasons)[number];

const because: Readonly<Record<EndingReason, string>> = {
  notice: 'notice was given and has run',
  term: 'its term was over',
  'not-reviewed': 'it was not reviewed in time',
  'agreement-of-all': 'all its parties agreed to that',
};

export const StandingAgreementEnded = defineEvent({
  type: 'StandingAgreementEnded',
  version: 1,
  stream: 'agreement',
  meaning: 'A standing agreement ended: from this day it rules nothing.',
  data: z.strictObject({
    agreementId: agreementId(),
    reason: z.enum(endingReasons),
    /** First day on which it rules nothing. */
    from: londonDateField(),
    /** Day on which that was settled: of an end agreed by all the day of the last agreement, else the day itself. */
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ agreementId: id, reason, from }, words) =>
    `“${words.agreement(id)}” ended, ${words.date(addDays(from, -1))} being its last day: ${because[reason]}.`,
});

export const agreementEndings = [
  StandingAgreementNoticeGiven,
  StandingAgreementNoticeWithdrawn,
  StandingAgreementReviewed,
  StandingAgreementEndingAgreed,
  StandingAgreementEnded,
] as const;
