import { panelEvents } from '@accord/panel/contracts';
import type { TermsQuestionAnswered } from '@accord/panel/contracts';
import { openQuestions, seatsFromDraft, termsDraftDecider } from '@accord/panel/domain';
import type { TermsAnswer } from '@accord/panel/domain';
import type { New } from '@accord/shared/event-contracts';
import { idFrom, londonDate } from '@accord/shared/kernel';
import type { Id, Result } from '@accord/shared/kernel';
import { stateAfter } from '@accord/shared/testing';
import { printedComposition } from './printed-composition';
import { somersetComposition } from './sample-composition';

function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The spec took this for granted: ${result.because}`);
  return result.value;
}
function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}

const [draftId, agencyId] = [id<'terms-draft'>(350), id<'agency'>(101)];
const on = granted(londonDate('2022-03-31'));
const composition = granted(printedComposition(somersetComposition));
const reading = { type: 'ReadTermsOfReference' as const, draftId, on, title: 'Somerset ICB', ...composition };

/** The composition of Somerset as it is read, and after answers to it. */
function afterAnswers(...answers: readonly { readonly row: number; readonly answer: TermsAnswer }[]) {
  const read = termsDraftDecider.decide(reading, { status: 'unknown' }, { registered: new Set() });
  if (!read.ok) throw new Error(read.because);
  const answered = answers.map(({ row, answer }): New<typeof TermsQuestionAnswered> => ({
    type: 'TermsQuestionAnswered',
    data: { draftId, on, row, answer, because: 'The next slide' },
  }));
  const state = stateAfter({ decider: termsDraftDecider, definitions: panelEvents }, ...read.events, ...answered);
  if (state.status === 'unknown') throw new Error('The composition of this spec was read.');
  return state;
}
const everyAgency = composition.rows.map(({ row }) => ({ row, answer: { about: 'seat-agency' as const, agencyId } }));
const ids = Array.from({ length: 100 }, (_, place) => id<'seat'>(200 + place));

describe('The composition of the Somerset Integrated Care Board', () => {
  it('is read as printed, with its note and the line of every row', () => {
    expect(composition.notes).toEqual([expect.stringContaining('as printed')]);
    expect(composition.rows).toHaveLength(13);
    expect(composition.rows[6]).toEqual({
      ...{ row: 9, role: 'Additional Executive Directors', number: 'See next slide', voting: 'Non-Voting' },
    });
  });

  it('leaves one number open, and of every row the agency', () => {
    const open = openQuestions(afterAnswers());
    expect(open.filter(({ about }) => about !== 'seat-agency')).toEqual([
      { row: 9, about: 'seat-count', asks: 'How many seats has “Additional Executive Directors”? Printed is “See next slide”.' },
    ]);
    expect(open.filter(({ about }) => about === 'seat-agency').map(({ row }) => row)).toEqual(composition.rows.map(({ row }) => row));
  });

  it('has thirteen voting seats, and without a vote two and those of the next slide', () => {
    const draft = afterAnswers(...everyAgency, { row: 9, answer: { about: 'seat-count', count: 3 } });
    const seats = granted(seatsFromDraft(draft, ids));
    expect(seats.filter(({ standing }) => standing === 'voting')).toHaveLength(13);
    const others = seats.filter(({ standing }) => standing !== 'voting').map(({ post, standing }) => `${post}, ${standing}`);
    expect(others).toEqual([
      ...Array.from({ length: 3 }, () => 'Additional Executive Directors, non-voting'),
      ...['VCSE, non-voting', 'Healthwatch, non-voting'],
    ]);
    expect(seats.slice(1, 5).map(({ post }) => post)).toEqual(Array.from({ length: 4 }, () => 'Non-Executive Directors'));
  });

  it('has no seats while the number on the next slide is open', () => {
    expect(seatsFromDraft(afterAnswers(...everyAgency), ids)).toMatchObject({ refusal: 'terms-questions-open' });
  });

  it('is known again by the same file alone', () => {
    expect(granted(printedComposition(somersetComposition)).sha256).toBe(composition.sha256);
    expect(granted(printedComposition(`${somersetComposition}\n`)).sha256).not.toBe(composition.sha256);
  });
});

describe('A table that is no composition', () => {
  const header = 'role,number,voting\r\n';

  it('is refused where its columns are others', () => {
    expect(printedComposition('role,number\r\nChair,1\r\n')).toMatchObject({ refusal: 'table-columns-differ' });
  });

  it.each([`${header}Ch\u0007air,1,Voting\r\n`, `# No\u202ete\r\n${header}Chair,1,Voting\r\n`])('is refused with control characters', (text) => {
    expect(printedComposition(text)).toMatchObject({ refusal: 'terms-draft-row-unreadable' });
  });

  it('may break a cell across lines, as a page does', () => {
    expect(granted(printedComposition(`${header}"Non-Executive\r\nDirectors",4,"Voting\r\nVoting"\r\n`)).rows).toEqual([
      { row: 2, role: 'Non-Executive\nDirectors', number: '4', voting: 'Voting\nVoting' },
    ]);
  });
});
