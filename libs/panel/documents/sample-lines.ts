import type { PackageLine } from '@accord/panel/contracts';
import { lineOfMinutes } from './sample-minutes';
import { care, icb, on, pounds, schools, shares } from './sample-record';

// Lines that are paid otherwise than by the week, and budgets that a family directs; not exported by the index of this folder.

const ended = { from: on('2025-10-06'), to: on('2025-12-20') };
const shared = shares([icb, 50], [care, 50]);

export const linesOfEveryKind: readonly PackageLine[] = [
  lineOfMinutes(61, { category: 'transport', period: ended, rates: [{ from: on('2025-10-06'), dailyPence: pounds(42.5) }], split: shares([schools, 100]) }),
  lineOfMinutes(62, {
    ...{ needs: ['mobility', 'continence'], budget: { kind: 'personal-health-budget', heldAs: 'direct-payment' }, split: shared },
    rates: [
      { from: on('2025-10-06'), fourWeeklyPence: pounds(1_472.01) },
      { from: on('2026-04-01'), fourWeeklyPence: pounds(1_516) },
    ],
  }),
  lineOfMinutes(63, { category: 'nursing', rates: [{ from: on('2025-10-06'), hourlyPence: pounds(24.5), weeklyMinutes: 2_250 }], split: shares([icb, 100]) }),
  lineOfMinutes(64, {
    ...{ category: 'equipment', period: { from: on('2025-11-03'), to: on('2025-11-04') } },
    ...{ rates: [{ from: on('2025-11-03'), oncePence: pounds(4_200) }], budget: { kind: 'integrated-budget', heldAs: 'notional' }, split: shared },
  }),
  lineOfMinutes(65, {
    ...{ category: 'short-breaks', budget: { kind: 'personal-budget', heldAs: 'third-party' }, split: shares([care, 100]) },
    rates: [{ from: on('2025-10-06'), hourlyPence: pounds(20), weeklyMinutes: 95 }],
  }),
];

const words: readonly { readonly said: string; readonly outcomes?: readonly string[] }[] = [
  { said: 'a trained escort to school and back', outcomes: ['Goes to school each day'] },
  { said: 'carers whom the family chooses.', outcomes: ['Sleeps through the night.', 'Goes out with her sister'] },
  { said: 'a nurse during lessons' },
  { said: 'a powered wheelchair', outcomes: ['Moves about by herself'] },
  { said: 'an afternoon with a befriender', outcomes: [] },
];
export const provisionsOfEveryKind = linesOfEveryKind.map(({ lineId }, place) => {
  const { said, outcomes } = words[place] ?? { said: '' };
  return { lineId, words: said, ...(outcomes === undefined ? {} : { outcomes: [...outcomes] }) };
});
