import { agencies } from '@accord/composition';
import { lineCategories } from '@accord/panel/contracts';
import { startArea } from '../journeys/area-under-test';
import type { AreaUnderTest } from '../journeys/area-under-test';
import { outcomeBody, sittingPath, supportedMatter } from '../journeys/matter-story';
import { done } from '../journeys/person';
import * as story from '../journeys/story';

let area: AreaUnderTest;
afterAll(() => area.stop());

/** A line that costs £1,500 for as long as it lasts, all of it health's. */
const line = (place: number) => ({
  ...{ category: 'therapy', provision: `Block ${place}`, from: '2025-09-01', to: '2025-09-08' },
  rates: [{ from: '2025-09-01', weeklyPence: 150_000 }],
  split: story.split([agencies.icb, 10_000]),
});

describe('Two outcomes about one child at the same moment', () => {
  it('commit together no more than the delegation allows for the child', async () => {
    area = await startArea({ loaded: 'agencies' });
    const cast = await story.castOf(area);
    const terms = { ...story.panelBody, commitment: { authority: 'of-each-member', categories: lineCategories } };
    const panel = await story.constitutePanel(cast, terms);
    const [seat] = panel.seats;
    const limits = [{ per: 'case', amountPence: 200_000, measuredOn: 'own-share', categories: lineCategories }];
    const delegation = { to: { post: seat?.post }, limits, from: '2025-04-01', reference: 'Scheme of delegation, 4.2' };
    done(await cast.health.post(`/v1/agencies/${agencies.icb}/delegations`, delegation));
    const meetingId = await story.holdMeeting(cast, panel);
    for (let round = 0; round < 5; round++) {
      const childId = await story.openChild(cast);
      const taken = [await supportedMatter(cast, { panel, meetingId, childId }), await supportedMatter(cast, { panel, meetingId, childId })];
      const answers = await Promise.all(
        taken.map((each, place) => cast.administrator.post(`${sittingPath(each)}/outcome`, { ...outcomeBody, lines: [line(place)] })),
      );
      const last = Math.max(...answers.map((answer) => story.positionIn(done(answer))));
      const list = await cast.auditor.get(`/v1/decisions?child=${childId}&after=${last}`);
      const decisions = list.body['decisions'] as readonly { readonly standing: string }[];
      expect(decisions.map(({ standing }) => standing).sort()).toEqual(['awaiting-ratification', 'in-effect']);
    }
  }, 60_000);
});
