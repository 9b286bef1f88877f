import { panelEvents, matterEvents } from '@accord/panel/contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { evolveDecision } from './decision-evolution';
import type { DecisionOnRecord, DecisionState } from './decision-state';
import { matterAgendaDecider } from './matter-agenda';
import type { MatterAgendaFacts, MeetingOfAgenda, PutOnAgenda, TakeOffAgenda, WithdrawMatter } from './matter-agenda';
import { agendaEntryOf } from './matter-state';
import { panelDecider } from './panel';
import { matterRaised, matterWithdrawn, putOnAgenda, takenOffAgenda } from './sample-matter';
import { day, decisionRecorded, education, health, meetingId, numbered, panelConstituted, panelId, socialCare, stranger } from './sample-panel';

const definitions = matterEvents;
const matter = specification({ decider: matterAgendaDecider, definitions });
const today = day('2025-10-06');
const nextId = numbered<'meeting'>(401);

const planned = (id: typeof meetingId, changes: Partial<Extract<MeetingOfAgenda, { panelId: unknown }>> = {}): MeetingOfAgenda => ({
  ...{ status: 'scheduled', meetingId: id, panelId, on: day('2025-10-01') },
  ...changes,
});
const facts = (changes: Partial<MatterAgendaFacts> = {}): MatterAgendaFacts => ({
  actingAgency: socialCare,
  panel: stateAfter({ decider: panelDecider, definitions: panelEvents }, panelConstituted()),
  meeting: planned(meetingId),
  ...{ elsewhere: [], taken: [], decisions: [] },
  ...changes,
});
/** The decision of the meeting on the matter, as it stands on record. */
function decided(changes: Partial<DecisionOnRecord>): DecisionState {
  const view = { initial: { status: 'unknown' } as DecisionState, evolve: evolveDecision, decide: () => ({ ok: true as const, events: [] }) };
  const state = stateAfter({ decider: view, definitions: panelEvents }, decisionRecorded());
  if (state.status !== 'recorded') throw new Error('The sample decision is on record.');
  return { ...state, ...changes };
}
const onto = (changes: Partial<PutOnAgenda> = {}): PutOnAgenda => ({
  ...{ type: 'PutOnAgenda', meetingId, place: 1, startsAt: '10:30', on: '2025-09-15', today },
  ...changes,
});
const off: TakeOffAgenda = { type: 'TakeOffAgenda', meetingId, because: 'Another assessment is needed', on: '2025-09-16', today };
const withdrawal: WithdrawMatter = { type: 'WithdrawMatter', because: 'The family moves away', on: '2025-09-20', today };

describe('A matter on an agenda', () => {
  it('has its place and time at a meeting of the panel to which it was brought', () => {
    matter.given(matterRaised()).when(onto(), facts()).then(putOnAgenda());
    matter.given(matterRaised()).when(onto({ startsAt: null }), facts()).then(putOnAgenda({ startsAt: null }));
  });

  it('may be put there while the meeting sits, or is adjourned', () => {
    for (const status of ['open', 'adjourned'] as const) {
      matter.given(matterRaised()).when(onto(), facts({ meeting: planned(meetingId, { status }) })).then(putOnAgenda());
    }
  });

  it('is given another place or time by the same step again, and by the same place and time nothing changes', () => {
    const given = matter.given(matterRaised(), putOnAgenda());
    given.when(onto({ place: 3 }), facts()).then(putOnAgenda({ place: 3 }));
    given.when(onto({ startsAt: '11:15' }), facts()).then(putOnAgenda({ startsAt: '11:15' }));
    given.when(onto(), facts()).thenNothing();
    const state = stateAfter({ decider: matterAgendaDecider, definitions }, matterRaised(), putOnAgenda(), putOnAgenda({ place: 3 }));
    expect(state).toMatchObject({ agenda: [{ meetingId, place: 3, startsAt: '10:30' }], meetings: [meetingId] });
  });

  it('does not share its place with another matter', () => {
    matter.given(matterRaised()).when(onto(), facts({ taken: [2, 1] })).thenRefused('agenda-place-taken', 'item 1');
    matter.given(matterRaised()).when(onto({ place: 3 }), facts({ taken: [2, 1] })).then(putOnAgenda({ place: 3 }));
  });

  it('waits for one meeting at a time', () => {
    const given = matter.given(matterRaised(), putOnAgenda({ meetingId: nextId }));
    for (const status of ['scheduled', 'open', 'adjourned'] as const) {
      const elsewhere = [planned(nextId, { status, on: day('2025-11-05') })];
      given.when(onto(), facts({ elsewhere })).thenRefused('matter-on-another-agenda', '5 November 2025');
    }
    for (const status of ['closed', 'cancelled'] as const) {
      given.when(onto(), facts({ elsewhere: [planned(nextId, { status })] })).then(putOnAgenda());
    }
  });

  it('that was deferred goes to the next meeting, even while the one that deferred it still sits', () => {
    const elsewhere = [planned(meetingId, { status: 'open' })];
    const decisions = [decided({ outcome: 'deferred', standing: 'without-effect' })];
    matter
      .given(matterRaised(), putOnAgenda())
      .when(onto({ meetingId: nextId }), facts({ meeting: planned(nextId), elsewhere, decisions }))
      .then(putOnAgenda({ meetingId: nextId }));
  });

  it('that is decided stays as it is, but one whose ratification was refused or that lapsed may come again', () => {
    const meeting = planned(nextId);
    const given = matter.given(matterRaised(), putOnAgenda());
    const again = (standing: DecisionOnRecord['standing']) =>
      given.when(onto({ meetingId: nextId }), facts({ meeting, elsewhere: [planned(meetingId, { status: 'closed' })], decisions: [decided({ standing })] }));
    for (const standing of ['in-effect', 'awaiting-ratification', 'without-effect'] as const) {
      again(standing).thenRefused('matter-already-decided', 'variation or a review');
    }
    for (const standing of ['ratification-refused', 'lapsed'] as const) again(standing).then(putOnAgenda({ meetingId: nextId }));
  });

  const urgent = (standing: DecisionOnRecord['standing'], ratifiedIn?: typeof meetingId) => {
    const onRecord = decided({ meetingId: null, standing, urgent: { officers: [], ratifyBy: day('2025-10-15') } });
    if (onRecord.status !== 'recorded') throw new Error('The sample decision is on record.');
    return { ...onRecord, consideration: { ...onRecord.consideration, meetingId: ratifiedIn } };
  };

  it('comes to the next meeting where officers decided it urgently, to be ratified', () => {
    matter.given(matterRaised()).when(onto(), facts({ decisions: [urgent('urgent-until-ratified')] })).then(putOnAgenda());
  });

  it('keeps its place once the meeting has come to an outcome', () => {
    const given = matter.given(matterRaised(), putOnAgenda());
    const meeting = planned(meetingId, { status: 'open' });
    for (const outcome of [decided({}), decided({ outcome: 'deferred', standing: 'without-effect' }), urgent('in-effect', meetingId)]) {
      given.when(onto({ place: 2 }), facts({ meeting, decisions: [outcome] })).thenRefused('matter-taken-in-meeting');
      given.when(off, facts({ meeting, decisions: [outcome] })).thenRefused('matter-taken-in-meeting');
    }
  });

  it('that was referred goes to a meeting of the panel to which it was referred, and no longer to the first', () => {
    const [other, otherPanel] = [numbered<'panel'>(301), panelConstituted({}, { panelId: numbered<'panel'>(301) })];
    const panel = stateAfter({ decider: panelDecider, definitions: panelEvents }, otherPanel);
    const decisions = [decided({ meetingId: numbered<'meeting'>(399), outcome: 'referred', standing: 'without-effect', referredTo: other })];
    const given = matter.given(matterRaised());
    given.when(onto(), facts({ panel, meeting: planned(meetingId, { panelId: other }), decisions })).then(putOnAgenda({ panelId: other }));
    given.when(onto(), facts({ decisions })).thenRefused('matter-already-decided');
  });

  it.each<[string, Partial<PutOnAgenda>, Partial<MatterAgendaFacts>, string]>([
    ['of a meeting that is not planned', {}, { meeting: { status: 'unknown' } }, 'meeting-unknown'],
    ['of another panel', {}, { meeting: planned(meetingId, { panelId: numbered<'panel'>(301) }) }, 'meeting-of-another-panel'],
    ['of a meeting that is closed', {}, { meeting: planned(meetingId, { status: 'closed' }) }, 'agenda-closed'],
    ['of a meeting that was cancelled', {}, { meeting: planned(meetingId, { status: 'cancelled' }) }, 'agenda-closed'],
    ['by an agency without a seat', {}, { actingAgency: stranger }, 'agency-without-seat'],
    ['in a place before the first', { place: 0 }, {}, 'agenda-place-malformed'],
    ['in half a place', { place: 1.5 }, {}, 'agenda-place-malformed'],
    ['at a time that is none', { startsAt: '24:00' }, {}, 'agenda-time-malformed'],
    ['on a day to come', { on: '2025-10-07' }, {}, 'matter-date-in-future'],
    ['before it was brought', { on: '2025-09-07' }, {}, 'matter-date-before-raised'],
  ])('cannot be put on that %s', (_case, changes, known, refusal) => {
    matter.given(matterRaised()).when(onto(changes), facts(known)).thenRefused(refusal);
  });

  it('is a matter that was brought and not withdrawn', () => {
    matter.when(onto(), facts()).thenRefused('matter-unknown');
    matter.given(matterRaised(), matterWithdrawn).when(onto(), facts()).thenRefused('matter-withdrawn');
  });
});

describe('A matter is taken off an agenda', () => {
  it('on which it stands', () => {
    matter.given(matterRaised(), putOnAgenda()).when(off, facts()).then(takenOffAgenda);
    matter.given(matterRaised()).when(off, facts()).thenRefused('matter-not-on-agenda');
    matter.given(matterRaised(), putOnAgenda(), takenOffAgenda).when(off, facts()).thenRefused('matter-not-on-agenda');
  });

  it('while the agenda can still change', () => {
    const meeting = planned(meetingId, { status: 'closed' });
    matter.given(matterRaised(), putOnAgenda()).when(off, facts({ meeting })).thenRefused('agenda-closed', 'stays as it was');
  });

  it('by an agency with a seat on the panel', () => {
    matter.given(matterRaised(), putOnAgenda()).when(off, facts({ actingAgency: education })).then(takenOffAgenda);
    matter.given(matterRaised(), putOnAgenda()).when(off, facts({ actingAgency: stranger })).thenRefused('agency-without-seat');
  });

  it('and has been on it all the same', () => {
    const state = stateAfter({ decider: matterAgendaDecider, definitions }, matterRaised(), putOnAgenda(), takenOffAgenda);
    expect(state).toMatchObject({ agenda: [], meetings: [meetingId] });
  });
});

describe('A matter is withdrawn', () => {
  const mine = { actingAgency: health, meeting: { status: 'unknown' } } as const;

  it('by the agency that brought it, and then stands on no agenda', () => {
    matter.given(matterRaised(), putOnAgenda()).when(withdrawal, facts(mine)).then(matterWithdrawn);
    const state = stateAfter({ decider: matterAgendaDecider, definitions }, matterRaised(), putOnAgenda(), matterWithdrawn);
    if (state.status === 'unknown') throw new Error('The matter was brought.');
    expect([state.status, agendaEntryOf(state, meetingId)]).toEqual(['withdrawn', undefined]);
  });

  it('not by another agency, though it has a seat', () => {
    matter.given(matterRaised()).when(withdrawal, facts({ ...mine, actingAgency: socialCare })).thenRefused('matter-of-another-agency');
  });

  it('before a panel has concluded it; a deferral does not conclude it', () => {
    const deferred = decided({ outcome: 'deferred', standing: 'without-effect' });
    matter.given(matterRaised()).when(withdrawal, facts({ ...mine, decisions: [deferred] })).then(matterWithdrawn);
    matter.given(matterRaised()).when(withdrawal, facts({ ...mine, decisions: [deferred, decided({})] })).thenRefused('matter-already-decided');
  });

  it('though one panel referred it to another, which has not concluded it', () => {
    const decisions = [decided({ outcome: 'referred', standing: 'without-effect', referredTo: numbered<'panel'>(301) })];
    matter.given(matterRaised()).when(withdrawal, facts({ ...mine, decisions })).then(matterWithdrawn);
  });

  it('once', () => {
    matter.given(matterRaised(), matterWithdrawn).when(withdrawal, facts(mine)).thenRefused('matter-withdrawn');
  });
});
