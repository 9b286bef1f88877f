import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { projected, type GivenEvent } from '@accord/shared/testing';
import { directory } from './directory';

const id = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [health, panelId, seatId, draftId] = [101, 300, 201, 350].map(id);
const { given } = projected(directory, catalogueOf(panelEvents));

const terms = (members: number) => ({
  seats: [{ seatId, agencyId: health, post: 'Head of continuing care', standing: 'voting', deputies: 'none', deputyPosts: [] }],
  quorum: { members, agencies: [health] },
  ...{ decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [seatId], ratifiers: [], papersNotice: 5, urgent: null },
  commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: ['nursing'] },
});
const panelConstituted: GivenEvent = {
  type: 'PanelConstituted',
  data: {
    ...{ panelId, name: 'Continuing care panel', kind: 'continuing-care', from: '2025-04-01' },
    ...{ termsOfReference: terms(1), draftId },
  },
};
const termsRevised: GivenEvent = {
  type: 'TermsOfReferenceRevised',
  data: { panelId, version: 2, from: '2026-01-01', termsOfReference: terms(2), because: 'Yearly review' },
};
const rows = [{ row: 2, role: 'VCSE', number: '', voting: 'Non-Voting' }];
const questions = [{ row: 2, about: 'seat-count', asks: 'How many seats has “VCSE”? Printed is nothing.' }];
const termsRead: GivenEvent = {
  type: 'TermsOfReferenceRead',
  data: { draftId, on: '2025-03-01', title: 'Composition', sha256: 'ab'.repeat(32), notes: ['As printed'], rows, questions },
};
const answered = (count: number): GivenEvent => ({
  type: 'TermsQuestionAnswered',
  data: { draftId, on: '2025-03-02', row: 2, answer: { about: 'seat-count', count }, because: 'The next slide' },
});
const answerRow = (count: number, recorded_at: string) => ({
  ...{ draft_id: draftId, row_number: 2, about: 'seat-count', answer: { about: 'seat-count', count } },
  ...{ because: 'The next slide', answered_on: '2025-03-02', recorded_at },
});

describe('The directory of panels', () => {
  it('lists a panel and the composition from which its seats came', () => {
    expect(given(panelConstituted)['panels']).toEqual([
      {
        ...{ panel_id: panelId, name: 'Continuing care panel', kind: 'continuing-care', valid_from: '2025-04-01' },
        ...{ draft_id: draftId, recorded_at: '2025-01-06T09:00:00.000Z' },
      },
    ]);
  });

  it('keeps each version of its terms of reference, with its day and why it was made', () => {
    expect(given(panelConstituted, termsRevised)['panel_terms']).toEqual([
      {
        ...{ panel_id: panelId, version: 1, valid_from: '2025-04-01', terms: terms(1), because: null },
        recorded_at: '2025-01-06T09:00:00.000Z',
      },
      {
        ...{ panel_id: panelId, version: 2, valid_from: '2026-01-01', terms: terms(2), because: 'Yearly review' },
        recorded_at: '2025-01-06T09:01:00.000Z',
      },
    ]);
  });

  it('keeps a composition as it was read, with its questions', () => {
    expect(given(termsRead)['terms_drafts']).toEqual([
      {
        ...{ draft_id: draftId, title: 'Composition', read_on: '2025-03-01', sha256: 'ab'.repeat(32), notes: ['As printed'] },
        ...{ printed_rows: rows, questions, recorded_at: '2025-01-06T09:00:00.000Z' },
      },
    ]);
  });

  it('shows of the answers to one question the one that stands', () => {
    expect(given(termsRead, answered(1))['terms_answers']).toEqual([answerRow(1, '2025-01-06T09:01:00.000Z')]);
    expect(given(termsRead, answered(1), answered(3))['terms_answers']).toEqual([answerRow(3, '2025-01-06T09:02:00.000Z')]);
  });

  it('is the same however often an event is delivered', () => {
    const events = [panelConstituted, termsRevised, termsRead, answered(3)].map((event, place) => ({
      ...event,
      ...{ position: place, revision: 0, recordedAt: `2025-01-06T09:0${place}:00.000Z` },
    }));
    expect(given(...events.flatMap((event) => [event, event]))).toEqual(given(...events));
  });
});
