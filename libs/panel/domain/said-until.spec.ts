import { panelEvents } from '@accord/panel/contracts';
import { stateAfter } from '@accord/shared/testing';
import type { Decider } from '@accord/shared/kernel';
import type { ClearEvent } from '@accord/shared/testing';
import type { DecisionEvent } from './decision-state';
import { evolveSaidUntil, lastSaidIn } from './said-until';
import type { SaidUntil } from './said-until';
import { at } from './sample-meeting';
import { childId, day, decisionId, decisionRecorded, health, matterId, meetingId, meetingOfPanel, numbered, seats } from './sample-panel';

const view: Decider<never, SaidUntil, ClearEvent, DecisionEvent> = {
  initial: {},
  evolve: evolveSaidUntil,
  decide: () => ({ ok: true, events: [] }),
};
const reached = (...events: readonly ClearEvent[]) => stateAfter({ decider: view, definitions: panelEvents }, ...events);
const position = (time: string, meeting: string = meetingId): ClearEvent => ({
  type: 'PositionTaken',
  data: {
    ...{ ...meetingOfPanel, decisionId, matterId, childId, meetingId: meeting, at: at(time), agencyId: health },
    ...{ seatId: seats.health[0].seatId, practitionerId: numbered<'practitioner'>(500), position: 'supports' },
  },
});
const november = numbered<'meeting'>(401);

describe('How far a meeting has got with its matters', () => {
  it('is the last moment of which something was said or decided there', () => {
    expect(reached(position('10:40'), position('10:50'))).toEqual({ [meetingId]: at('10:50') });
    expect(reached(position('10:40'), decisionRecorded({ at: at('11:00') }))).toEqual({ [meetingId]: at('11:00') });
  });

  it('does not go back where an earlier moment is recorded later', () => {
    expect(reached(position('10:50'), position('10:40'))).toEqual({ [meetingId]: at('10:50') });
  });

  it('is kept for each meeting by itself', () => {
    expect(reached(position('10:40'), position('12:00', november))).toEqual({ [meetingId]: at('10:40'), [november]: at('12:00') });
  });

  it('is nowhere where officers decided between meetings, and is not moved by what follows a decision', () => {
    expect(reached(decisionRecorded({ meetingId: null, at: null }))).toEqual({});
    const met: ClearEvent = {
      type: 'ConditionMet',
      data: { decisionId, childId, conditionId: numbered<'condition'>(1), on: day('2025-10-20'), evidence: 'Seen' },
    };
    expect(reached(decisionRecorded({ at: at('11:00') }), met)).toEqual({ [meetingId]: at('11:00') });
  });

  it('is that of the matter with which it has got furthest', () => {
    const matters = [reached(position('10:40')), reached(position('11:10'), position('12:00', november)), {}];
    expect(lastSaidIn(meetingId, matters)).toBe(at('11:10'));
    expect(lastSaidIn(numbered<'meeting'>(402), matters)).toBeUndefined();
  });
});
