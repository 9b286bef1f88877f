import { panelEvents } from '@accord/panel/contracts';
import type { TermsOfReferenceRead, TermsQuestionAnswered } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { questionsOf } from './printed-composition';
import type { PrintedRow } from './printed-composition';
import { day, education, health, numbered, registered, stranger } from './sample-panel';
import { openQuestions, seatsFromDraft, termsDraftDecider } from './terms-draft';
import type { AnswerTermsQuestion, ReadTermsOfReference, TermsAnswer } from './terms-draft';

const stream = { decider: termsDraftDecider, definitions: panelEvents };
const draft = specification(stream);
const facts = { registered };
const draftId = numbered<'terms-draft'>(350);
const sha256 = 'ab'.repeat(32);

const directors: PrintedRow = { row: 3, role: 'Director', number: '2', voting: 'Voting' };
const additional: PrintedRow = { row: 4, role: 'Additional Executive Directors', number: 'See next slide', voting: 'Voting Voting' };
const rows = [directors, additional];

const readTerms = (changes: Partial<ReadTermsOfReference> = {}): ReadTermsOfReference => ({
  ...{ type: 'ReadTermsOfReference', draftId, on: '2025-03-01', title: 'Composition', sha256, notes: ['As printed'], rows },
  ...changes,
});
const termsRead: New<typeof TermsOfReferenceRead> = {
  type: 'TermsOfReferenceRead',
  data: {
    ...{ draftId, on: day('2025-03-01'), title: 'Composition', sha256, notes: ['As printed'], rows },
    questions: [
      { row: 3, about: 'seat-agency', asks: 'Of which agency is “Director”?' },
      { row: 4, about: 'seat-count', asks: 'How many seats has “Additional Executive Directors”? Printed is “See next slide”.' },
      { row: 4, about: 'seat-standing', asks: 'With which standing has “Additional Executive Directors” the seats? Printed is “Voting Voting”.' },
      { row: 4, about: 'seat-agency', asks: 'Of which agency is “Additional Executive Directors”?' },
    ],
  },
};
const answering = (row: number, answer: TermsAnswer): AnswerTermsQuestion => ({
  ...{ type: 'AnswerTermsQuestion', on: '2025-03-02', row, answer, because: 'The governance lead says so' },
});
const answered = (row: number, answer: TermsAnswer): New<typeof TermsQuestionAnswered> => ({
  type: 'TermsQuestionAnswered',
  data: { draftId, on: day('2025-03-02'), row, answer, because: 'The governance lead says so' },
});
const ofHealth: TermsAnswer = { about: 'seat-agency', agencyId: health };

describe('A printed composition', () => {
  it('is read as printed, and what it does not say is asked', () => {
    draft.when(readTerms(), facts).then(termsRead);
  });

  it('is read once: the same file has the same draft', () => {
    draft.given(termsRead).when(readTerms({ title: 'Again' }), facts).thenRefused('terms-draft-already-read', draftId);
  });

  it('cannot be read on a day that is none, or without a row', () => {
    draft.when(readTerms({ on: '2025-02-30' }), facts).thenRefused('not-a-date');
    draft.when(readTerms({ rows: [] }), facts).thenRefused('terms-draft-empty');
  });

  it.each<Partial<PrintedRow>>([{ role: '' }, { role: 'r'.repeat(201) }, { number: '4'.repeat(201) }, { voting: 'v'.repeat(201) }])(
    'names a role in each row, in words of a table',
    (changes) => {
      draft.when(readTerms({ rows: [directors, { ...additional, ...changes }] }), facts).thenRefused('terms-draft-row-unreadable', 'Row 4');
    },
  );
});

describe('What is asked about a row', () => {
  const asked = (changes: Partial<PrintedRow>) => questionsOf([{ ...directors, ...changes }]).map(({ about }) => about);

  it.each(['', 'See next slide', '4 or 5', '1 1', '1-2', '1,200', '100', 'four', '-1', '1.5'])('is how many seats, where “%s” is printed', (number) => {
    expect(asked({ number })).toEqual(['seat-count', 'seat-agency']);
  });

  it.each(['', 'Voting Voting', 'Voting / Non-Voting', 'Yes', 'Non Voting'])('is the standing, where “%s” is printed', (voting) => {
    expect(asked({ voting })).toEqual(['seat-standing', 'seat-agency']);
  });

  it.each(['Voting', 'voting', 'Non-Voting', 'Non-voting'])('is only the agency, where a number and “%s” are printed', (voting) => {
    expect(asked({ voting })).toEqual(['seat-agency']);
  });

  it('is nothing where no seat is printed', () => {
    expect(asked({ number: '0' })).toEqual([]);
  });
});

describe('A question about a printed composition', () => {
  it.each<[number, TermsAnswer]>([
    [3, ofHealth],
    [4, { about: 'seat-count', count: 3 }],
    [4, { about: 'seat-standing', standing: 'non-voting' }],
  ])('about row %s is answered by a person, with the reason', (row, answer) => {
    draft.given(termsRead).when(answering(row, answer), facts).then(answered(row, answer));
  });

  it('is answered anew where the answer was wrong; both stay on record, and the later stands', () => {
    const anew = answered(3, { about: 'seat-agency', agencyId: education });
    draft.given(termsRead, answered(3, ofHealth)).when(answering(3, anew.data.answer), facts).then(anew);
    const state = stateAfter(stream, termsRead, answered(3, ofHealth), answered(4, { about: 'seat-count', count: 0 }), anew);
    const taken = seatsFromDraft(state, [numbered<'seat'>(201), numbered<'seat'>(202)]);
    expect(taken.ok && taken.value.map(({ agencyId }) => agencyId)).toEqual([education, education]);
  });

  it.each<[number, TermsAnswer]>([
    [9, ofHealth],
    [3, { about: 'seat-count', count: 3 }],
    [3, { about: 'seat-standing', standing: 'observer' }],
  ])('about row %s that was not asked is not answered: what is printed stays', (row, answer) => {
    draft.given(termsRead).when(answering(row, answer), facts).thenRefused('terms-question-unknown', `row ${row}`);
  });

  it('is not answered with an agency that nobody registered, a number that is none, or on a day that is none', () => {
    draft.given(termsRead).when(answering(3, { about: 'seat-agency', agencyId: stranger }), facts).thenRefused('agency-unknown');
    for (const count of [-1, 1.5, 101]) {
      draft.given(termsRead).when(answering(4, { about: 'seat-count', count }), facts).thenRefused('terms-answer-unfit');
    }
    draft.given(termsRead).when({ ...answering(3, ofHealth), on: 'today' }, facts).thenRefused('not-a-date');
  });

  it('is not answered about a composition that nobody read', () => {
    draft.when(answering(3, ofHealth), facts).thenRefused('terms-draft-unknown');
  });
});

describe('The seats of a printed composition', () => {
  const seatIds = [201, 202, 203, 204, 205].map((number) => numbered<'seat'>(number));
  const all = [
    ...[answered(3, ofHealth), answered(4, { about: 'seat-count', count: 3 })],
    ...[answered(4, { about: 'seat-standing', standing: 'observer' }), answered(4, { about: 'seat-agency', agencyId: education })],
  ];
  const stateWith = (...answers: typeof all) => stateAfter(stream, termsRead, ...answers);
  const open = (...answers: typeof all) => {
    const state = stateWith(...answers);
    return state.status === 'unknown' ? [] : openQuestions(state).map(({ row, about }) => `${row} ${about}`);
  };

  it('follow its rows, as many as each says, under the printed role', () => {
    const taken = seatsFromDraft(stateWith(...all), seatIds);
    const seat = (place: number, post: string) => ({ seatId: seatIds[place], post, deputies: 'none', deputyPosts: [] });
    const director = { agencyId: health, standing: 'voting' };
    const other = { agencyId: education, standing: 'observer' };
    expect(taken).toEqual({
      ok: true,
      value: [
        ...[0, 1].map((place) => ({ ...seat(place, 'Director'), ...director })),
        ...[2, 3, 4].map((place) => ({ ...seat(place, 'Additional Executive Directors'), ...other })),
      ],
    });
  });

  it('are not known while a question is open', () => {
    expect(open()).toEqual(['3 seat-agency', '4 seat-count', '4 seat-standing', '4 seat-agency']);
    expect(open(...all.slice(0, 2))).toEqual(['4 seat-standing', '4 seat-agency']);
    expect(seatsFromDraft(stateWith(...all.slice(0, 3)), seatIds)).toMatchObject({ refusal: 'terms-questions-open' });
    expect(open(...all)).toEqual([]);
  });

  it('are none of a row that turns out to have none, of which nothing more is asked', () => {
    expect(open(...all.slice(0, 1), answered(4, { about: 'seat-count', count: 0 }))).toEqual([]);
  });

  it('are no more than there are ids', () => {
    expect(seatsFromDraft(stateWith(...all), seatIds.slice(1))).toMatchObject({ refusal: 'seats-too-many' });
  });
});
