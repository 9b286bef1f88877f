import { agencies } from '@accord/composition';
import { decidedIn } from './every-ground';
import type { Command, Ground } from './every-ground';
import * as story from './story';

const { icb, socialCare } = agencies;
const split = story.split([icb, 6_000], [socialCare, 4_000]);
const days = { from: '2025-10-01', to: '2026-04-01' };

/** The question "what if" in all its words: it is a query in a body, and is asked as often as one likes. */
export async function questionsOfWhatIf(ground: Ground): Promise<readonly Command[]> {
  const { cast, childId, panel: { panelId } } = ground;
  const { agreementId, clauseId } = await story.recordAgreement(cast, { ...story.agreementBody, from: '2003-04-01', to: '2004-04-01', on: '2003-03-18' });
  for (const party of [cast.health, cast.care]) await party.post(`/v1/agreements/${agreementId}/signatures`, { post: 'Director', on: '2003-03-25' });
  const { decisionId, lineIds: [lineId] } = await decidedIn(ground, await story.holdMeeting(cast, ground.panel));
  const clause = { agreementId, clauseId };
  const line = { decisionId, lineId };
  const rate = (from: string, of: object) => ({ from, ...of });
  const changes = [
    { ...days, clause: { ...clause, split, weeks: 8, dayOne: 'day-after-event', cost: 'up-to-weekly-rate', upToWeeklyPence: 250_000, categories: ['personal-care'] } },
    { clause: { ...clause, days: 40 } },
    { clause: { ...clause, lasts: 'until-the-agreement-ends' } },
    { clauseLeftOut: clause },
    { lineSplit: { ...line, split } },
    { categorySplit: { categories: ['nursing'], panelId, split } },
    {
      lineRates: {
        ...line,
        rates: [
          rate('2025-10-01', { weeklyPence: 190_000 }),
          rate('2025-10-08', { dailyPence: 27_000 }),
          rate('2025-10-15', { hourlyPence: 2_500, weeklyMinutes: 2_250 }),
          rate('2025-10-22', { fourWeeklyPence: 760_000 }),
          rate('2025-10-29', { oncePence: 10_000 }),
        ],
      },
    },
    { ratesRaised: { categories: ['education'], panelId, raisedBasisPoints: 250 } },
    { ratesRaised: { categories: ['education'], loweredBasisPoints: 250 } },
    { settlement: { ...line, split } },
  ];
  const asked = { from: '2025-09-01', to: '2026-04-01', asAt: '2026-04-01', knownAt: '2100-01-01T00:00:00Z', upTo: 1_000_000, changes };
  const question = { name: 'POST /v1/what-if', person: cast.health, path: '/v1/what-if' };
  return [
    { ...question, body: { ...asked, childId } },
    { ...question, body: { ...asked, agreementId, changes: changes.slice(0, 1) } },
  ];
}
