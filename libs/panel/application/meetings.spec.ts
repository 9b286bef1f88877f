import { createHash } from 'node:crypto';
import { panelEvents } from '@accord/panel/contracts';
import type { MeetingCommand } from '@accord/panel/domain';
import { commandRunner } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import { idFrom, londonDate } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { FakeCommandAnswers, FakePersonalData, InMemoryEventStore, anEvent, appended, sealedData } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import { decisionIdOf } from './decision-facts';
import { Meetings } from './meetings';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
const read = londonDate('2025-10-01');
if (!read.ok) throw new Error(read.because);
const today = read.value;
const now = '2025-10-01T18:00:00.000Z';
const nameBasedId = (...parts: readonly string[]) => {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const [agencyId, panelId, childId, meetingId] = [id<'agency'>(101), id<'panel'>(301), id<'child'>(801), id<'meeting'>(401)];
const [chairSeat, otherSeat] = [id<'seat'>(201), id<'seat'>(202)];
const [chair, other] = [id<'practitioner'>(501), id<'practitioner'>(502)];
const [matterId, urgentMatter] = [id<'matter'>(901), id<'matter'>(902)];
const ofMeeting = { meetingId, panelId, on: today };

const seat = (seatId: string) => ({ seatId, agencyId, post: 'Member', standing: 'voting', deputies: 'none', deputyPosts: [] });
const constituted: ClearEvent = {
  type: 'PanelConstituted',
  data: {
    ...{ panelId, name: 'Continuing care panel', kind: 'continuing-care', from: '2025-04-01', draftId: null },
    termsOfReference: {
      seats: [seat(chairSeat), seat(otherSeat)],
      ...{ quorum: { members: 1, agencies: [] }, decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [chairSeat] },
      commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: ['nursing'] },
      ...{ ratifiers: [], papersNotice: 5, urgent: null },
    },
  },
};
const person = (practitionerId: string): ClearEvent[] => [
  { type: 'PractitionerRegistered', data: { practitionerId, on: '2020-04-01', name: 'A member' } },
  {
    type: 'PractitionerEmployed',
    data: { practitionerId, employmentId: id(Number(practitionerId.slice(-3))), agencyId, post: 'Member', roles: ['panel-member'], from: '2020-04-01' },
  },
];
const raised = (matter: string): ClearEvent[] => [
  {
    type: 'MatterRaised',
    data: {
      ...{ matterId: matter, childId, on: '2025-09-08', panelId, agencyId, kind: 'new-package', needs: ['seizures'], asks: 'Waking nights' },
      ...{ outcomesWanted: [], lines: [], provisions: [] },
    },
  },
  { type: 'MatterPutOnAgenda', data: { matterId: matter, childId, on: '2025-09-15', meetingId, panelId, place: 1, startsAt: null } },
];
const position = (decisionId: string, matter: string, at: string): ClearEvent => ({
  type: 'PositionTaken',
  data: {
    ...{ decisionId, matterId: matter, childId, ...ofMeeting, at, agencyId, seatId: chairSeat, practitionerId: chair },
    ...{ position: 'supports', reasons: 'Assessed needs' },
  },
});

/** An area with a panel, its planned meeting, two members and two matters on the agenda. */
async function anArea() {
  const catalogue = catalogueOf(panelEvents);
  const events = new InMemoryEventStore();
  const append = async (stream: string, ...recorded: readonly ClearEvent[]) => {
    for (const { type, data } of recorded) {
      const definition = catalogue.check(type, data);
      await appended(events, stream, [anEvent({ type, data: sealedData(definition, data), schemaVersion: definition.version })]);
    }
  };
  await append(`panel-${panelId}`, constituted);
  for (const each of [chair, other]) await append(`practitioner-${each}`, ...person(each));
  for (const each of [matterId, urgentMatter]) await append(`matter-${each}`, ...raised(each));
  const runner = commandRunner({
    ...{ events, catalogue, nameBasedId, personalData: new FakePersonalData(), answers: new FakeCommandAnswers() },
    ...{ keyedHash: (text) => text, keepRefused: () => Promise.resolve(0) },
  });
  const meetings = new Meetings({ runner, nameBasedId, agendas: { on: () => Promise.resolve([matterId, urgentMatter]) } });
  let commands = 0;
  const ask = (command: MeetingCommand, agency: string = agencyId) =>
    meetings.meeting(meetingId, command, {
      ...{ commandId: nameBasedId('command', String(commands++)), fingerprint: 'body', correlationId: 'request-1', actor: 'person-1' },
      ...{ agency, role: 'panel-chair', lawfulBasis: 'public-task', now, today },
    });
  const restsOn = async () =>
    ((await events.readStream(`meeting-${meetingId}`)) ?? []).at(-1)?.metadata.restsOn?.map(({ stream }) => stream) ?? [];
  return { append, ask, restsOn };
}

const schedule: MeetingCommand = { type: 'ScheduleMeeting', meetingId, panelId, on: today };
const open: MeetingCommand = {
  ...{ type: 'OpenMeeting', openedAt: '2025-10-01T09:30:00.000Z', chairSeatId: chairSeat, now },
  present: [{ seatId: chairSeat, practitionerId: chair, as: 'member' }],
};
const arrive = (at: string, practitionerId = other): MeetingCommand => ({
  ...{ type: 'RecordArrival', seatId: otherSeat, practitionerId, as: 'member', at, now },
});

describe('A meeting rests on what its streams say', () => {
  it('of the panel whose it is, and of the people who fill its seats, each named in what is recorded', async () => {
    const { ask, restsOn } = await anArea();
    expect(await ask(schedule)).toMatchObject({ ok: true });
    expect(await restsOn()).toEqual([`panel-${panelId}`]);
    expect(await ask(open)).toMatchObject({ ok: true });
    expect(await restsOn()).toEqual(expect.arrayContaining([`panel-${panelId}`, `practitioner-${chair}`]));
    expect(await ask(arrive('2025-10-01T09:40:00.000Z', id<'practitioner'>(599)))).toMatchObject({ refusal: 'practitioner-unknown' });
    expect(await ask(arrive('2025-10-01T09:40:00.000Z'))).toMatchObject({ ok: true });
  });

  it('of the agencies of the seats that are filled: nobody sits for one that has ended by that day', async () => {
    const { append, ask, restsOn } = await anArea();
    await ask(schedule);
    const successor = id<'agency'>(102);
    const registered = (agency: string, name: string): ClearEvent => ({
      type: 'AgencyRegistered',
      data: { agencyId: agency, name, kind: 'integrated-care-board', validFrom: '2013-04-01' },
    });
    await append(`agency-${agencyId}`, registered(agencyId, 'Somerset ICB'));
    await append(`agency-${successor}`, registered(successor, 'Wessex ICB'));
    const passed = { agencyId, on: '2025-10-01', successors: [{ agencyId: successor, functions: 'All' }], basis: 'Order' };
    await append(`agency-${agencyId}`, { type: 'AgencySucceeded', data: passed });
    expect(await ask(open)).toMatchObject({ refusal: 'agency-ended', because: expect.stringContaining('passed to Wessex ICB') as unknown });
    expect(await restsOn()).toEqual([`panel-${panelId}`]);
  });

  it('of the agency for which the person acts who asks', async () => {
    const { ask } = await anArea();
    await ask(schedule);
    expect(await ask(open, id(199))).toMatchObject({ refusal: 'agency-without-seat' });
  });

  it('of the matter from which somebody withdraws', async () => {
    const { ask, restsOn } = await anArea();
    await ask(schedule);
    await ask(open);
    const recuse = (matter: Id<'matter'>): MeetingCommand => ({
      ...{ type: 'RecuseMember', matterId: matter, seatId: chairSeat, at: '2025-10-01T09:45:00.000Z', now },
    });
    expect(await ask(recuse(id(999)))).toMatchObject({ refusal: 'matter-unknown' });
    expect(await ask(recuse(matterId))).toMatchObject({ ok: true });
    expect(await restsOn()).toContain(`matter-${matterId}`);
  });

  it('of what was said there: nobody comes or goes before the last position taken on one of its matters', async () => {
    const { append, ask, restsOn } = await anArea();
    await ask(schedule);
    await ask(open);
    const decisionId = decisionIdOf(nameBasedId, matterId, meetingId);
    await append(`decision-${decisionId}`, position(decisionId, matterId, '2025-10-01T10:00:00.000Z'));
    expect(await ask(arrive('2025-10-01T09:59:00.000Z'))).toMatchObject({ refusal: 'meeting-moment-out-of-order' });
    expect(await ask(arrive('2025-10-01T10:00:00.000Z'))).toMatchObject({ ok: true });
    expect(await restsOn()).toContain(`decision-${decisionId}`);
  });

  it('of what was said there on the ratification of an urgent decision', async () => {
    const { append, ask } = await anArea();
    await ask(schedule);
    await ask(open);
    const urgent = decisionIdOf(nameBasedId, urgentMatter, 'urgent');
    await append(`decision-${urgent}`, position(urgent, urgentMatter, '2025-10-01T10:20:00.000Z'));
    expect(await ask({ type: 'CloseMeeting', closedAt: '2025-10-01T10:19:00.000Z', now })).toMatchObject({ refusal: 'meeting-moment-out-of-order' });
    expect(await ask({ type: 'CloseMeeting', closedAt: '2025-10-01T10:20:00.000Z', now })).toMatchObject({ ok: true });
  });
});
