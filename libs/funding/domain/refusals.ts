import { defineRefusals, refuser } from '@accord/shared/kernel';
import { ledgerRefusals } from './ledger/refusals-ledger';
import { fundRefusals } from './fund/refusals-funds';
import { moneyRefusals } from './money/refusals-money';
import { lineRefusals } from './line/refusals-line';
import { scheduleRefusals } from './refusals-schedule';
import { whatIfRefusals } from './what-if/refusals-what-if';

/** Every refusal about agreements and money. Codes are stable for ever. */
export const fundingRefusals = defineRefusals({
  ...scheduleRefusals,
  ...lineRefusals,
  ...ledgerRefusals,
  ...fundRefusals,
  ...whatIfRefusals,
  ...moneyRefusals,
  'agreement-already-recorded': { kind: 'conflict', title: 'The agreement is already recorded' },
  'agreement-in-future': { kind: 'conflict', title: 'The text of the agreement is not agreed yet' },
  'agreed-before-drafted': { kind: 'conflict', title: 'The text was agreed before it was drafted' },
  'agreement-not-agreed': { kind: 'conflict', title: 'The agreement is a draft' },
  'agreement-terms-missing': {
    kind: 'invalid',
    title: 'The agreement leaves out what the law asks for',
    source: 'SI 2000/617 reg 7(3)',
    kept: true,
  },
  'agreement-ended': { kind: 'conflict', title: 'The agreement has ended' },
  'agreement-act-in-future': { kind: 'conflict', title: 'It has not happened yet' },
  'act-by-stranger': { kind: 'forbidden', title: 'Only a party acts on an agreement', kept: true },
  'act-before-agreement': { kind: 'conflict', title: 'The agreement was not in force on that day' },
  'agreement-unknown': { kind: 'unknown', title: 'There is no such agreement' },
  'party-unknown': { kind: 'unknown', title: 'A party is not registered in this area' },
  'party-repeated': { kind: 'invalid', title: 'A party is named twice' },
  'clause-repeated': { kind: 'invalid', title: 'A clause is named twice' },
  'clause-category-repeated': { kind: 'invalid', title: 'A clause names a category twice' },
  'clause-of-no-days': { kind: 'invalid', title: 'A clause lasts at least a week' },
  'clause-of-two-lengths': { kind: 'invalid', title: 'A clause has one length' },
  'clause-length-without-event': { kind: 'invalid', title: 'A clause that always rules has no length of its own' },
  'clause-cap-unclear': { kind: 'invalid', title: 'A clause rules at any cost, or up to a stated one' },
  'day-one-missing': { kind: 'invalid', title: 'A clause says which day is day 1' },
  'clauses-overlap': { kind: 'conflict', title: 'Two clauses could rule the same line on the same day', kept: true },
  'precedence-clause-unknown': { kind: 'unknown', title: 'A precedence names a clause that it cannot be about' },
  'precedence-circular': { kind: 'invalid', title: 'Precedences go round in a circle' },
  'review-day-outside': { kind: 'invalid', title: 'The review is due outside the agreement' },
  'clause-too-long': { kind: 'invalid', title: 'A clause lasts at most 25 years' },
  'payer-no-party': {
    kind: 'conflict',
    title: 'A payer is no party to the agreement',
    source: 'SI 2000/617 reg 7(3)',
    kept: true,
  },
  'signature-by-stranger': {
    kind: 'forbidden',
    title: 'Only a party signs an agreement',
    source: 'SI 2000/617 reg 7(3)',
    kept: true,
  },
  'text-not-to-sign': { kind: 'conflict', title: 'That version is not the one to sign' },
  'text-unknown': { kind: 'unknown', title: 'The agreement has no such version' },
  'text-in-force': { kind: 'conflict', title: 'A text that every party has signed is not withdrawn', kept: true },
  'text-withdrawn': { kind: 'conflict', title: 'The text was withdrawn' },
  'withdrawal-before-text': { kind: 'conflict', title: 'The withdrawal is older than the text' },
  'variation-before-text': { kind: 'conflict', title: 'The variation is older than the text that it varies' },
  'notice-not-agreed': { kind: 'conflict', title: 'The agreement knows no notice' },
  'notice-already-given': { kind: 'conflict', title: 'That party has already given notice' },
  'notice-unknown': { kind: 'unknown', title: 'There is no such notice' },
  'notice-has-run': { kind: 'conflict', title: 'A notice is withdrawn while it runs' },
  'notice-not-run': {
    kind: 'conflict',
    title: 'The agreement binds until notice has run',
    source: 'The text of the agreement; SI 2000/617 reg 7(3)',
    kept: true,
  },
  'ending-before-agreed': { kind: 'conflict', title: 'An agreement is not ended for days gone by' },
  'ending-not-due': { kind: 'conflict', title: 'The agreement has not come to its end' },
  'next-review-past': { kind: 'invalid', title: 'The next review lies before this one' },
  'review-already-recorded': { kind: 'conflict', title: 'That review is already recorded' },
  'agreement-already-signed': { kind: 'conflict', title: 'That party has already signed' },
  'signature-in-future': { kind: 'conflict', title: 'A signature has not been given yet' },
  'signature-before-text': { kind: 'conflict', title: 'The signature is older than the text' },
  'agreement-not-signed': {
    kind: 'conflict',
    title: 'The agreement is not signed by every party',
    source: 'SI 2000/617 reg 7(3)',
    kept: true,
  },
  'clause-does-not-apply': { kind: 'conflict', title: 'The clause does not apply to that event', kept: true },
  'clause-already-applied': { kind: 'conflict', title: 'The clause was already applied to that event' },
  'window-too-long': { kind: 'invalid', title: 'The window asked for is too long' },
});

export const refuseFunding = refuser(fundingRefusals);
