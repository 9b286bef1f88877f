import { TermsOfReferenceRead, TermsQuestionAnswered } from '@accord/panel/contracts';
import { termsDraftDecider } from '@accord/panel/domain';
import type { ConstitutePanel, TermsWithoutSeats } from '@accord/panel/domain';
import type { CommandRequest, CommandRunner, RequestContext } from '@accord/shared/commands';
import { idFrom, londonDate } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { stateAfter } from '@accord/shared/testing';
import { Panels, termsDraftStream } from './panels';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
const today = londonDate('2025-10-01');
if (!today.ok) throw new Error(today.because);
const on = today.value;
const context: RequestContext = {
  ...{ commandId: 'command-1', fingerprint: 'body', correlationId: 'request-1', actor: 'person-1', agency: id<'agency'>(104) },
  ...{ role: 'panel-administrator', lawfulBasis: 'public-task', now: '2025-10-01T09:31:00.000Z', today: on },
};

const [health, education, council] = [101, 102, 103].map((number) => id<'agency'>(number));
if (health === undefined || education === undefined || council === undefined) throw new Error('Three agencies are of this spec.');
const draftId = id<'terms-draft'>(350);
const meetingId = id<'meeting'>(400);
/** A composition of one row, whose seat a person said to be of the council. */
const draft = stateAfter(
  { decider: termsDraftDecider, definitions: [TermsOfReferenceRead, TermsQuestionAnswered] },
  {
    type: 'TermsOfReferenceRead',
    data: {
      ...{ draftId, on, title: 'Composition', sha256: 'ab'.repeat(32), notes: [] },
      rows: [{ row: 2, role: 'Director', number: '1', voting: 'Voting' }],
      questions: [{ row: 2, about: 'seat-agency', asks: 'Of which agency is “Director”?' }],
    },
  },
  {
    type: 'TermsQuestionAnswered',
    data: { draftId, on, row: 2, answer: { about: 'seat-agency', agencyId: council }, because: 'The paper' },
  },
);

/** The facts that are loaded for a command, and the streams that are read for it, where only that draft is on record. */
async function factsOf(ask: (panels: Panels) => Promise<unknown>) {
  const read: string[] = [];
  let facts: unknown;
  const runner: CommandRunner = {
    async run<C extends { readonly type: string }, S, N extends { readonly type: string; readonly data: object }, R, F>(
      request: CommandRequest<C, S, N, R, F>,
    ) {
      facts = await request.facts({
        load: ({ category, decider }, key) => {
          read.push(`${category}-${key}`);
          // The cast is true: the state of a terms-draft stream is that of its decider, from which the draft comes.
          const state = category === termsDraftStream.category ? (draft as typeof decider.initial) : decider.initial;
          return Promise.resolve({ state, revision: undefined });
        },
      });
      return { ok: true, stream: 'panel-1', revision: 0, position: 0, events: [] };
    },
  };
  const since: string[] = [];
  const openedSince = (panelId: string, day: string) => {
    since.push(`${panelId} ${day}`);
    return Promise.resolve([meetingId]);
  };
  await ask(new Panels({ runner, meetings: { openedSince } }));
  return { facts, read: read.toSorted(), since };
}

const terms: TermsWithoutSeats = {
  ...{ quorum: { members: 1, agencies: [health] }, decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [id<'seat'>(201)] },
  commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: ['nursing'] },
  ...{ ratifiers: [{ agencyId: education, post: 'Director' }], papersNotice: 5, urgent: null },
};
const constitute = (seats: ConstitutePanel['seats']): ConstitutePanel => ({
  ...{ type: 'ConstitutePanel', panelId: id<'panel'>(300), name: 'Panel', kind: 'send', from: '2025-04-01', seats, terms },
});
const seat = { agencyId: health, post: 'Chair', standing: 'voting', deputies: 'none', deputyPosts: [] } as const;

describe('What the rules of panels are told', () => {
  it('of terms with seats: which of the agencies named are registered, each read once, and no draft', async () => {
    const seats = [201, 202].map((number) => ({ ...seat, deputyPosts: [], seatId: id<'seat'>(number) }));
    const { facts, read } = await factsOf((panels) => panels.panel(id(300), constitute(seats), context));
    expect(facts).toEqual({ draft: { status: 'unknown' }, meetings: [], registered: new Set() });
    expect(read).toEqual([`agency-${health}`, `agency-${education}`]);
  });

  it('of a constitution from a composition: the composition, and the agencies that were answered', async () => {
    const command = constitute({ draftId, seatIds: [id<'seat'>(201)] });
    const { facts, read } = await factsOf((panels) => panels.panel(id(300), command, context));
    expect(facts).toMatchObject({ draft: { status: 'read', draftId } });
    expect(read).toEqual([health, education, council].map((agency) => `agency-${agency}`).concat(`terms-draft-${draftId}`));
  });

  it('of a revision: the agencies that the new terms name, and the meetings that sat since their first day', async () => {
    const seats = [{ ...seat, deputyPosts: [], seatId: id<'seat'>(201) }];
    const command = { type: 'ReviseTermsOfReference' as const, from: '2026-01-01', terms: { ...terms, seats }, because: 'Review' };
    const { facts, read, since } = await factsOf((panels) => panels.panel(id(300), command, context));
    expect(read).toEqual([`agency-${health}`, `agency-${education}`, `meeting-${meetingId}`]);
    expect(since).toEqual([`${id(300)} 2026-01-01`]);
    expect(facts).toMatchObject({ meetings: [{ status: 'unknown' }] });
    const never = await factsOf((panels) => panels.panel(id(300), { ...command, from: 'soon' }, context));
    expect(never.facts).toMatchObject({ meetings: [] });
  });

  it('of an answer: the agency that it names, if it names one', async () => {
    const answering = { type: 'AnswerTermsQuestion' as const, on: '2025-10-01', row: 2, because: 'The paper' };
    const ofAgency = { ...answering, answer: { about: 'seat-agency' as const, agencyId: council } };
    expect((await factsOf((panels) => panels.termsDraft(draftId, ofAgency, context))).read).toEqual([`agency-${council}`]);
    const ofCount = { ...answering, answer: { about: 'seat-count' as const, count: 2 } };
    expect((await factsOf((panels) => panels.termsDraft(draftId, ofCount, context))).read).toEqual([]);
  });
});
