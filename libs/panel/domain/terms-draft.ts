import type { Seat, SeatStanding, TermsOfReferenceRead, TermsQuestionAnswered, TermsQuestionKind } from '@accord/panel/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept, londonDate, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, Refusal, Result } from '@accord/shared/kernel';
import { printedCount, printedStanding, questionsOf } from './printed-composition';
import type { PrintedRow, TermsQuestion } from './printed-composition';
import { refusePanel } from './refusals';
import { mostSeats } from './terms-of-reference';

/** Reads a printed composition of a panel, word for word. */
export interface ReadTermsOfReference {
  readonly type: 'ReadTermsOfReference';
  /** Name-based on the SHA-256 of the file, so that the same file is one draft however often it is read. */
  readonly draftId: Id<'terms-draft'>;
  readonly on: string;
  readonly title: string;
  readonly sha256: string;
  readonly notes: readonly string[];
  readonly rows: readonly PrintedRow[];
}

/** Says what a printed composition leaves open. A later answer to the same question takes the place of an earlier one. */
export interface AnswerTermsQuestion {
  readonly type: 'AnswerTermsQuestion';
  readonly on: string;
  readonly row: number;
  readonly answer: TermsAnswer;
  /** Who said so, or where it stands. */
  readonly because: string;
}
export type TermsDraftCommand = ReadTermsOfReference | AnswerTermsQuestion;
export type TermsAnswer = New<typeof TermsQuestionAnswered>['data']['answer'];

export interface TermsDraft {
  readonly status: 'read';
  readonly draftId: Id<'terms-draft'>;
  readonly rows: readonly PrintedRow[];
  readonly questions: readonly TermsQuestion[];
  /** In the order in which they were given; of two about the same, the later stands. */
  readonly answers: readonly { readonly row: number; readonly answer: TermsAnswer }[];
}
export type TermsDraftState = { readonly status: 'unknown' } | TermsDraft;

type NewDraftEvent = New<typeof TermsOfReferenceRead> | New<typeof TermsQuestionAnswered>;
type RecordedDraftEvent = Recorded<typeof TermsOfReferenceRead> | Recorded<typeof TermsQuestionAnswered>;

export const termsDraftDecider: Decider<TermsDraftCommand, TermsDraftState, NewDraftEvent, RecordedDraftEvent, TermsDraftFacts> = {
  initial: { status: 'unknown' },
  evolve: evolveDraft,
  decide(command, state, facts) {
    switch (command.type) {
      case 'ReadTermsOfReference':
        return readComposition(command, state);
      case 'AnswerTermsQuestion':
        return answerQuestion(command, state, facts);
    }
  },
};

/** Of the agencies that an answer names, those that are registered in this area. */
export interface TermsDraftFacts {
  readonly registered: ReadonlySet<string>;
}

function evolveDraft(state: TermsDraftState, event: RecordedDraftEvent): TermsDraftState {
  switch (event.type) {
    case 'TermsOfReferenceRead': {
      const { draftId, rows, questions } = event.data;
      return { status: 'read', draftId, rows, questions, answers: [] };
    }
    case 'TermsQuestionAnswered': {
      if (state.status === 'unknown') return state;
      const { row, answer } = event.data;
      return { ...state, answers: [...state.answers, { row, answer }] };
    }
  }
}

function readComposition(command: ReadTermsOfReference, state: TermsDraftState): Decision<NewDraftEvent> {
  if (state.status === 'read') {
    return refusePanel(
      'terms-draft-already-read',
      `This very file was read before, as ${state.draftId}: answer its open questions there; an answer can be given anew.`,
    );
  }
  const on = londonDate(command.on);
  if (!on.ok) return on;
  const { draftId, title, sha256, notes, rows } = command;
  if (rows.length === 0) return refusePanel('terms-draft-empty', 'There is no row below the header: hand in the whole table.');
  const refusal = refuseUnreadable(rows);
  if (refusal) return refusal;
  return accept({
    type: 'TermsOfReferenceRead',
    data: { draftId, on: on.value, title, sha256, notes: [...notes], rows: [...rows], questions: questionsOf(rows) },
  });
}

/** Roles, numbers and standings are words of a table, not texts. */
const longestCell = 200;

function refuseUnreadable(rows: readonly PrintedRow[]): Refusal | undefined {
  const unreadable = rows.find(
    ({ role, number, voting }) => role === '' || [role, number, voting].some((cell) => cell.length > longestCell),
  );
  return (
    unreadable &&
    refusePanel(
      'terms-draft-row-unreadable',
      `Row ${unreadable.row} names no role, or has a cell of more than ${longestCell} characters: mend the file and hand it in again.`,
    )
  );
}

function answerQuestion(command: AnswerTermsQuestion, state: TermsDraftState, { registered }: TermsDraftFacts): Decision<NewDraftEvent> {
  if (state.status === 'unknown') return refuseUnknownDraft();
  const on = londonDate(command.on);
  if (!on.ok) return on;
  const { row, answer, because } = command;
  if (!state.questions.some((question) => question.row === row && question.about === answer.about)) {
    return refusePanel('terms-question-unknown', `Nothing of the kind was asked about row ${row}: answer what was asked; the rest is as printed.`);
  }
  if (answer.about === 'seat-agency' && !registered.has(answer.agencyId)) {
    return refusePanel('agency-unknown', `No agency with the id ${answer.agencyId} is registered in this area; register it first.`);
  }
  if (answer.about === 'seat-count' && !(Number.isSafeInteger(answer.count) && answer.count >= 0 && answer.count <= mostSeats)) {
    return refusePanel('terms-answer-unfit', `Give how many seats the row has: a whole number from 0 to ${mostSeats}.`);
  }
  return accept({ type: 'TermsQuestionAnswered', data: { draftId: state.draftId, on: on.value, row, answer, because } });
}

export const refuseUnknownDraft = (): Refusal =>
  refusePanel('terms-draft-unknown', 'There is no such reading of a composition: hand the table in first.');

/** The answer that stands, or `undefined` where that is still open. */
function answerTo<About extends TermsQuestionKind>(
  { answers }: Pick<TermsDraft, 'answers'>,
  row: number,
  about: About,
): Extract<TermsAnswer, { about: About }> | undefined {
  const given = answers.findLast((each) => each.row === row && each.answer.about === about);
  // The cast is true: `about` tells the kinds of answer apart, and this answer is about that.
  return given?.answer as Extract<TermsAnswer, { about: About }> | undefined;
}

/** How many seats a row has and with which standing: as printed, or as answered. */
function rowOf(draft: TermsDraft, printed: PrintedRow) {
  const count = printedCount(printed.number) ?? answerTo(draft, printed.row, 'seat-count')?.count;
  const standing: SeatStanding | undefined = printedStanding(printed.voting) ?? answerTo(draft, printed.row, 'seat-standing')?.standing;
  return { count, standing, agencyId: answerTo(draft, printed.row, 'seat-agency')?.agencyId };
}

/** The questions that are still open. Of a row without seats nothing more needs to be said. */
export function openQuestions(draft: TermsDraft): readonly TermsQuestion[] {
  const without = new Set(draft.rows.filter((row) => rowOf(draft, row).count === 0).map(({ row }) => row));
  return draft.questions.filter(({ row, about }) => !without.has(row) && answerTo(draft, row, about) === undefined);
}

/**
 * The seats of a composition all of whose questions are answered: row by row, as many as the row says, each with the
 * printed role as its post, none with a deputy, because a composition names none. Refuses
 * `terms-draft-unknown`, `terms-questions-open`, `seats-too-many` (more than there are ids).
 */
export function seatsFromDraft(draft: TermsDraftState, seatIds: readonly Id<'seat'>[]): Result<Seat[]> {
  if (draft.status === 'unknown') return refuseUnknownDraft();
  const open = openQuestions(draft);
  if (open.length > 0) {
    const asked = open.length === 1 ? '1 question is' : `${open.length} questions are`;
    return refusePanel('terms-questions-open', `${asked} open, the first about row ${open[0]?.row}: answer before the panel is constituted.`);
  }
  const seats: Seat[] = [];
  for (const printed of draft.rows) {
    const { count, standing, agencyId } = rowOf(draft, printed);
    for (let filled = 0; filled < (count ?? 0); filled += 1) {
      const seatId = seatIds[seats.length];
      if (seatId === undefined) return refusePanel('seats-too-many', `A panel has ${seatIds.length} seats at most; check the composition.`);
      // Neither is missing where no question is open and the row has seats.
      if (standing === undefined || agencyId === undefined) return refusePanel('terms-questions-open', `Row ${printed.row} leaves a question open.`);
      seats.push({ seatId, agencyId, post: printed.role, standing, deputies: 'none', deputyPosts: [] });
    }
  }
  return succeed(seats);
}
