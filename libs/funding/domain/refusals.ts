import { defineRefusals, refuser } from '@accord/shared/kernel';
import { scheduleRefusals } from './refusals-schedule';

/** Every refusal about agreements and money. Codes are stable for ever. */
export const fundingRefusals = defineRefusals({
  ...scheduleRefusals,
  'agreement-already-recorded': { kind: 'conflict', title: 'The agreement is already recorded' },
  'agreement-in-future': { kind: 'conflict', title: 'The text of the agreement is not agreed yet' },
  'agreement-unknown': { kind: 'unknown', title: 'There is no such agreement' },
  'party-unknown': { kind: 'unknown', title: 'A party is not registered in this area' },
  'party-repeated': { kind: 'invalid', title: 'A party is named twice' },
  'clause-repeated': { kind: 'invalid', title: 'A clause is named twice' },
  'clause-of-no-days': { kind: 'invalid', title: 'A clause lasts at least a week' },
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
  'agreement-already-signed': { kind: 'conflict', title: 'That party has already signed' },
  'signature-in-future': { kind: 'conflict', title: 'A signature has not been given yet' },
  'signature-before-text': { kind: 'conflict', title: 'The signature is older than the text' },
  'agreement-not-signed': {
    kind: 'conflict',
    title: 'The agreement is not signed by every party',
    source: 'SI 2000/617 reg 7(3)',
    kept: true,
  },
  'clause-does-not-apply': { kind: 'conflict', title: 'The clause does not apply to that operation', kept: true },
  'clause-already-applied': { kind: 'conflict', title: 'The clause was already applied to that operation' },
  'window-too-long': { kind: 'invalid', title: 'The window asked for is too long' },
});

export const refuseFunding = refuser(fundingRefusals);
