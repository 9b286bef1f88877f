import { createHash } from 'node:crypto';
import { childEvents } from '@accord/child/contracts';
import { panelEvents } from '@accord/panel/contracts';
import type { PutOnAgenda } from '@accord/panel/domain';
import { commandRunner } from '@accord/shared/commands';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import { idFrom, londonDate } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { FakeCommandAnswers, FakePersonalData, InMemoryEventStore, anEvent, appended, sealedData } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import { decisionIdOf } from './decision-facts';
import { Matters } from './matters';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
const read = londonDate('2025-09-30');
if (!read.ok) throw new Error(read.because);
const today = read.value;
const now = '2025-09-30T09:00:00.000Z';
const nameBasedId = (...parts: readonly string[]) => {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const [agencyId, payerId, panelId, childId] = [id<'agency'>(101), id<'agency'>(102), id<'panel'>(301), id<'child'>(801)];
const [meetingId, laterId] = [id<'meeting'>(401), id<'meeting'>(402)];
const [first, second] = [id<'matter'>(901), id<'matter'>(902)];

const registered = (agency: string): ClearEvent => ({
  type: 'AgencyRegistered',
  data: { agencyId: agency, name: 'An agency', kind: 'integrated-care-board', validFrom: '2022-07-01' },
});
const constituted: ClearEvent = {
  type: 'PanelConstituted',
  data: {
    ...{ panelId, name: 'Continuing care panel', kind: 'continuing-care', from: '2025-04-01', draftId: null },
    termsOfReference: {
      seats: [{ seatId: id(201), agencyId, post: 'Chair', standing: 'voting', deputies: 'none', deputyPosts: [] }],
      ...{ quorum: { members: 1, agencies: [] }, decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [id(201)] },
      commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: ['nursing'] },
      ...{ ratifiers: [], papersNotice: 5, urgent: null },
    },
  },
};
const planned = (meeting: string, on: string): ClearEvent => ({
  type: 'MeetingScheduled',
  data: { meetingId: meeting, panelId, on, startsAt: null, place: null },
});
const opened: ClearEvent = { type: 'ChildRecordOpened', data: { childId, openedOn: '2025-06-02', name: 'Robin', dateOfBirth: '2016-05-09' } };

/** An area with two agencies, a panel, its two meetings and a child, and which matters the read model says to be on an agenda. */
async function anArea({ onAgenda = [] }: { readonly onAgenda?: readonly Id<'matter'>[] } = {}) {
  const catalogue = catalogueOf(panelEvents, childEvents);
  const events = new InMemoryEventStore();
  const append = async (stream: string, { type, data }: ClearEvent) => {
    const definition = catalogue.check(type, data);
    await appended(events, stream, [anEvent({ type, data: sealedData(definition, data), schemaVersion: definition.version })]);
  };
  for (const agency of [agencyId, payerId]) await append(`agency-${agency}`, registered(agency));
  await append(`panel-${panelId}`, constituted);
  await append(`meeting-${meetingId}`, planned(meetingId, '2025-10-01'));
  await append(`meeting-${laterId}`, planned(laterId, '2025-11-05'));
  await append(`child-${childId}`, opened);
  const runner = commandRunner({
    ...{ events, catalogue, nameBasedId, personalData: new FakePersonalData(), answers: new FakeCommandAnswers() },
    ...{ keyedHash: (text) => text, keepRefused: () => Promise.resolve(0) },
  });
  const matters = new Matters({ runner, nameBasedId, agendas: { on: () => Promise.resolve(onAgenda) } });
  const restsOn = async (matterId: string) =>
    ((await events.readStream(`matter-${matterId}`)) ?? []).at(-1)?.metadata.restsOn?.map(({ stream }) => stream);
  return { matters, append, restsOn };
}

let commands = 0;
const by = (agency: string): RequestContext => ({
  ...{ commandId: nameBasedId('command', String(commands++)), fingerprint: 'body', correlationId: 'request-1', actor: 'person-1', agency },
  ...{ role: 'panel-administrator', lawfulBasis: 'public-task', now, today },
});
const split = { kind: 'ratio' as const, parts: [{ agencyId: payerId, weight: 1 }] };
const line = {
  ...{ lineId: id<'package-line'>(601), category: 'nursing' as const, provision: 'Nights', from: '2025-10-06', to: null, replaces: null, needs: [], budget: null, outcomes: [] },
  ...{ rates: [{ from: '2025-10-06', weeklyPence: 100 }], split },
};
const raise = (matterId: Id<'matter'>) => ({
  ...{ type: 'RaiseMatter' as const, matterId, childId, panelId, kind: 'new-package' as const, on: '2025-09-08' },
  ...{ needs: ['seizures' as const], asks: 'Nights', outcomesWanted: [], lines: [line], today },
});
const onto = (meeting: Id<'meeting'>, place = 1): PutOnAgenda => ({ type: 'PutOnAgenda', meetingId: meeting, place, startsAt: null, on: '2025-09-15', today });
const refusalOf = (outcome: CommandOutcome) => (outcome.ok ? 'accepted' : outcome.refusal);

describe('What is loaded for a matter', () => {
  it('that is brought: the child, the panel, who asks and who would pay', async () => {
    const { matters, restsOn } = await anArea();
    expect(await matters.raise(first, raise(first), by(agencyId))).toMatchObject({ ok: true });
    expect(await restsOn(first)).toEqual([`agency-${agencyId}`, `agency-${payerId}`, `child-${childId}`, `panel-${panelId}`]);
    expect(refusalOf(await matters.raise(second, raise(second), by(id(199))))).toBe('agency-unknown');
  });

  it('that is put on an agenda: the meeting and its panel', async () => {
    const { matters, restsOn } = await anArea();
    await matters.raise(first, raise(first), by(agencyId));
    expect(await matters.agenda(first, onto(meetingId), by(agencyId))).toMatchObject({ ok: true });
    expect(await restsOn(first)).toEqual(expect.arrayContaining([`meeting-${meetingId}`, `panel-${panelId}`]));
    expect(refusalOf(await matters.agenda(first, onto(meetingId, 2), by(payerId)))).toBe('agency-without-seat');
  });

  it('that is on another agenda: that meeting too', async () => {
    const { matters } = await anArea();
    await matters.raise(first, raise(first), by(agencyId));
    await matters.agenda(first, onto(meetingId), by(agencyId));
    expect(refusalOf(await matters.agenda(first, onto(laterId), by(agencyId)))).toBe('matter-on-another-agenda');
  });

  it('whose place may be taken: the other matters that the read model knows on that agenda, each from its own stream', async () => {
    const { matters } = await anArea({ onAgenda: [first, second] });
    for (const matter of [first, second]) await matters.raise(matter, raise(matter), by(agencyId));
    await matters.agenda(first, onto(meetingId), by(agencyId));
    expect(refusalOf(await matters.agenda(second, onto(meetingId), by(agencyId)))).toBe('agenda-place-taken');
    expect(refusalOf(await matters.agenda(second, onto(meetingId, 2), by(agencyId)))).toBe('accepted');
    const off = { type: 'TakeOffAgenda' as const, meetingId, because: 'Not ready', on: '2025-09-16', today };
    await matters.agenda(first, off, by(agencyId));
    expect(refusalOf(await matters.agenda(second, onto(meetingId), by(agencyId)))).toBe('accepted');
  });

  it('that is withdrawn: what every meeting made of it, under the name that follows from matter and meeting', async () => {
    const { matters, append } = await anArea();
    await matters.raise(first, raise(first), by(agencyId));
    await matters.agenda(first, onto(meetingId), by(agencyId));
    const decisionId = decisionIdOf(nameBasedId, first, meetingId);
    await append(`decision-${decisionId}`, declined(decisionId));
    const withdrawal = { type: 'WithdrawMatter' as const, because: 'Moves away', on: '2025-09-20', today };
    expect(refusalOf(await matters.agenda(first, withdrawal, by(agencyId)))).toBe('matter-already-decided');
  });

  it('to which views and papers are added: nothing but the matter itself', async () => {
    const { matters, restsOn } = await anArea();
    await matters.raise(first, raise(first), by(agencyId));
    const views = { type: 'RecordViews' as const, of: 'child' as const, how: 'in-person' as const, views: 'To sleep', on: '2025-09-10', today };
    expect(await matters.record(first, views, by(agencyId))).toMatchObject({ ok: true });
    expect(await restsOn(first)).toBeUndefined();
  });
});

function declined(decisionId: string): ClearEvent {
  return {
    type: 'DecisionRecorded',
    data: {
      ...{ decisionId, panelId, matterId: first, meetingId, childId, on: '2025-10-01', at: '2025-10-01T09:50:00.000Z' },
      ...{ outcome: 'declined', effect: 'none', withoutPrejudice: false, needs: [], decided: 'No', reasons: 'Met', evidence: 'The papers' },
      ...{ returnsOn: null, referredTo: null, urgent: null, sitting: null, positions: [], contributionsDeclined: [], papers: [], lines: [] },
      ...{ provisions: [], ends: [], commitments: [], conditions: [], conditionWords: [] },
    },
  };
}
