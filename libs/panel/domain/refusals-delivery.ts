import { defineRefusals } from '@accord/shared/kernel';

/** Refusals about conditions, delivery and breaches. Codes are stable for ever. */
export const deliveryRefusals = defineRefusals({
  'delivery-in-future': { kind: 'conflict', title: 'What is reported has not happened yet' },
  'delivery-before-decision': { kind: 'invalid', title: 'What is reported lies before the decision' },
  'condition-unknown': { kind: 'unknown', title: 'The decision has no such condition' },
  'condition-already-settled': { kind: 'conflict', title: 'The condition is already met or waived' },
  'decision-without-effect': {
    kind: 'conflict',
    title: 'The decision is not in effect',
    source: 'Terms of reference, authority',
    kept: true,
  },
  'line-unknown': { kind: 'unknown', title: 'The decision has no such package line' },
  'delivery-outside-line': { kind: 'conflict', title: 'The line is not in effect on that day' },
  'delivery-out-of-order': { kind: 'conflict', title: 'Something later is already reported of the line' },
  'provision-already-started': { kind: 'conflict', title: 'The provision has already started' },
  'provision-not-started': { kind: 'conflict', title: 'The provision is not being given' },
  'provision-already-ended': { kind: 'conflict', title: 'The provision has already ended' },
  'expected-in-past': { kind: 'invalid', title: 'A late provision is expected on a day that has passed' },
  'breach-already-recorded': { kind: 'conflict', title: 'The breach is already on record' },
  'breach-in-future': { kind: 'conflict', title: 'The breach has not happened yet' },
  'breach-rule-unknown': { kind: 'invalid', title: 'There is no such rule of the panel room' },
  'breach-of-another-panel': { kind: 'conflict', title: 'What the breach names belongs to another panel or child' },
});
