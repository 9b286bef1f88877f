import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agencies } from '@accord/composition';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { done, problemIn } from './person';
import type { Answer } from './person';
import * as story from './story';
import type { Cast } from './story';

const { icb, socialCare, trust } = agencies;

interface Question {
  readonly row: number;
  readonly about: string;
  readonly asks: string;
  readonly answer?: object;
}

let area: AreaUnderTest;
let cast: Cast;
/** The proposed composition of the Somerset Integrated Care Board (board paper of 31 March 2022), as printed. */
let table: string;
let draftId: string;
let panelId: string;

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await story.castOf(area);
  table = await readFile(join(__dirname, 'somerset-icb-composition.csv'), 'utf8');
});
afterAll(() => area.stop());

const draft = async (): Promise<Answer['body']> =>
  done(await cast.inspector.get(`/v1/terms-drafts/${draftId}?after=${await area.stores.events.head()}`)).body;
// What a client reads of a draft.
const questions = async (): Promise<readonly Question[]> => (await draft())['questions'] as readonly Question[];
const answer = (row: number, said: object) => cast.administrator.post(`/v1/terms-drafts/${draftId}/answers`, { row, because: 'The company secretary, by telephone on 4 April 2022.', ...said });
const constitute = () =>
  cast.administrator.post('/v1/panels', {
    ...{ name: 'Somerset Integrated Care Board', kind: 'complex-needs', from: '2022-07-01', draftId },
    ...{ quorum: { members: 7, agencies: [icb] }, decisionMode: 'majority-with-casting-vote', chairs: [1, 2] },
    commitment: { authority: 'of-the-panel', categories: ['nursing', 'personal-care'] },
    ...{ ratifiers: [], papersNotice: 5 },
  });

describe('The printed composition of a real board', () => {
  it('is read word for word, and asks what it does not say', async () => {
    draftId = story.idIn(done(await cast.administrator.post('/v1/terms-drafts', { title: 'Somerset ICB, proposed composition', table })));
    const read = await draft();
    expect(read['rows']).toHaveLength(13);
    expect(read['notes']).toEqual([expect.stringContaining('Proposed composition of the Somerset Integrated Care Board')]);
    const asked = await questions();
    expect(asked.filter(({ about }) => about !== 'seat-agency')).toEqual([
      { row: 9, about: 'seat-count', asks: 'How many seats has “Additional Executive Directors”? Printed is “See next slide”.' },
    ]);
    expect(asked.filter(({ about }) => about === 'seat-agency')).toHaveLength(13);
    expect(read).toMatchObject({ open: 14, seats: [] });
  });

  it('is read once, however often the same file is handed in', async () => {
    const again = await cast.administrator.post('/v1/terms-drafts', { title: 'The same once more', table });
    expect(problemIn(again)).toEqual({ status: 409, code: 'terms-draft-already-read' });
    expect(again.body['detail']).toContain(draftId);
  });

  it('makes no panel while a question is open, and takes no answer to what nobody asked', async () => {
    expect(problemIn(await constitute())).toEqual({ status: 409, code: 'terms-questions-open' });
    expect(problemIn(await answer(3, { count: 5 }))).toEqual({ status: 404, code: 'terms-question-unknown' });
  });

  it('is answered question by question', async () => {
    done(await answer(9, { count: 3 }));
    const ofTrust = ['Foundation Trust Partner Member', 'Primary Care Partner Member'];
    const ofCouncil = ['Local Authority Partner Member', 'Director of Public Health'];
    for (const { row, about, asks } of await questions()) {
      const agencyId = ofTrust.some((role) => asks.includes(role)) ? trust : ofCouncil.some((role) => asks.includes(role)) ? socialCare : icb;
      if (about === 'seat-agency') done(await answer(row, { agencyId }));
    }
    expect(await draft()).toMatchObject({ open: 0 });
    expect((await questions()).every((question) => question.answer !== undefined)).toBe(true);
  });

  it('then constitutes the panel: thirteen seats vote and five do not, none of which anybody may deputise in', async () => {
    const constituted = done(await constitute());
    panelId = story.idIn(constituted);
    const { body } = done(await cast.inspector.get(`/v1/panels/${panelId}?after=${story.positionIn(constituted)}`));
    const { seats } = body['termsOfReference'] as { readonly seats: readonly { readonly post: string; readonly standing: string; readonly deputies: string; readonly agencyId: string }[] };
    expect(seats.filter(({ standing }) => standing === 'voting')).toHaveLength(13);
    expect(seats.filter(({ standing }) => standing === 'non-voting').map(({ post }) => post)).toEqual([
      ...Array<string>(3).fill('Additional Executive Directors'),
      ...['VCSE', 'Healthwatch'],
    ]);
    expect(new Set(seats.map(({ deputies }) => deputies))).toEqual(new Set(['none']));
    expect(seats.filter(({ agencyId }) => agencyId === socialCare).map(({ post }) => post)).toEqual(['Local Authority Partner Member', 'Director of Public Health']);
  });

  it('stays on the trail: what was printed, what was asked and who said what', async () => {
    const trail = done(await cast.inspector.get(`/v1/terms-drafts/${draftId}/audit-trail`)).body['entries'] as readonly { readonly type: string }[];
    expect(trail.map(({ type }) => type)).toEqual(['TermsOfReferenceRead', ...Array<string>(14).fill('TermsQuestionAnswered')]);
    expect(await draft()).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});
