import type { CommandRequest, CommandRunner, RequestContext } from '@accord/shared/commands';
import { idFrom } from '@accord/shared/kernel';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { PanelRoom } from './panel-room';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}

const now = '2025-10-01T09:31:00.000Z';
const context: RequestContext = {
  ...{ commandId: 'command-1', fingerprint: 'body', correlationId: 'request-1', actor: 'person-1', agency: id<'agency'>(104) },
  // A day that exists.
  ...{ role: 'panel-chair', lawfulBasis: 'public-task', now, today: '2025-10-01' as LondonDate },
};

/** The facts that the room loads for a command, in an area where nothing is on record yet, and the streams it reads. */
async function factsOf(ask: (room: PanelRoom) => Promise<unknown>) {
  const read: string[] = [];
  let facts: unknown;
  const runner: CommandRunner = {
    async run<C extends { readonly type: string }, S, N extends { readonly type: string; readonly data: object }, R, F>(
      request: CommandRequest<C, S, N, R, F>,
    ) {
      facts = await request.facts({
        load: ({ category, decider }, key) => {
          read.push(`${category}-${key}`);
          return Promise.resolve({ state: decider.initial, revision: undefined });
        },
      });
      return { ok: true, stream: 'meeting-1', revision: 0, position: 0, events: [] };
    },
  };
  await ask(new PanelRoom(runner));
  return { facts, read };
}

describe('What the panel room tells the rules', () => {
  const meetingId = id<'meeting'>(400);

  it('of an opening and a closing: for which agency the person acts', async () => {
    const present = [{ seatId: id<'seat'>(201), practitionerId: id<'practitioner'>(501) }];
    const opening = { type: 'OpenMeeting' as const, openedAt: now, chairSeatId: id<'seat'>(201), present, now };
    const closing = { type: 'CloseMeeting' as const, closedAt: now, now };
    for (const command of [opening, closing]) {
      const { facts } = await factsOf((room) => room.meeting(meetingId, command, context));
      expect(facts).toEqual({ panel: { status: 'unknown' }, actingAgency: context.agency });
    }
  });

  it('of a decision: for which agency the person acts, and which payers are registered, each read once', async () => {
    const split = { kind: 'ratio' as const, parts: [{ agencyId: id<'agency'>(101), weight: 1 }] };
    const line = { category: 'nursing' as const, provision: 'Nights', from: '2025-09-01', to: null, rates: [], split };
    const command = {
      ...{ type: 'RecordDecision' as const, decisionId: id<'decision'>(700), meetingId, childId: id<'child'>(800) },
      ...{ outcome: 'approved' as const, reasons: 'Nights', positions: [] },
      lines: [{ ...line, lineId: id<'package-line'>(601) }, { ...line, lineId: id<'package-line'>(602) }],
    };
    const { facts, read } = await factsOf((room) => room.decision(command.decisionId, command, context));
    expect(facts).toMatchObject({ actingAgency: context.agency, childIsKnown: false, registered: new Set() });
    expect(read.filter((stream) => stream.startsWith('agency-'))).toEqual([`agency-${id(101)}`]);
  });
});
