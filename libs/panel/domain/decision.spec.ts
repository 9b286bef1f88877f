import { panelEvents } from '@accord/panel/contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { decisionDecider } from './decision';
import type { DecisionFacts, RecordDecision } from './decision';
import { meetingDecider } from './meeting';
import { panelDecider } from './panel';
import type { Seat } from './panel';
import {
  agreedLine,
  allSeats,
  decisionRecorded,
  education,
  filling,
  fivePresent,
  health,
  meetingClosed,
  meetingOpened,
  meetingScheduled,
  numbered,
  panelConstituted,
  percentages,
  proposedLine,
  recordDecision,
  registered,
  seats,
  socialCare,
  stranger,
} from './sample-panel';

const decision = specification({ decider: decisionDecider, definitions: panelEvents });
const panel = stateAfter({ decider: panelDecider, definitions: panelEvents }, panelConstituted());
const meetings = { decider: meetingDecider, definitions: panelEvents };

/** A meeting with these seats filled, of a panel and about a child that are known. */
const attendedBy = (...present: readonly Seat[]): DecisionFacts => ({
  meeting: stateAfter(meetings, meetingScheduled, meetingOpened({ present: filling(...present) })),
  panel,
  childIsKnown: true,
  registered,
  actingAgency: health,
});
const quorate = attendedBy(...fivePresent);
const deferral: Partial<RecordDecision> = { outcome: 'deferred', lines: [], positions: [] };
const declining: Partial<RecordDecision> = { outcome: 'declined', lines: [], positions: [] };

describe('A decision about a child', () => {
  it('is recorded with its reasons, positions, and each package line with its split', () => {
    decision.when(recordDecision(), quorate).then(decisionRecorded());
  });

  it('says of each line in words what is provided, apart from its figures', () => {
    const transport = { lineId: numbered<'package-line'>(601), category: 'transport' as const };
    const lines = [proposedLine(), proposedLine({ ...transport, provision: 'A trained escort' })];
    decision.when(recordDecision({ lines }), quorate).then(
      decisionRecorded({
        lines: [agreedLine(), agreedLine(transport)],
        provisions: lines.map(({ lineId, provision }) => ({ lineId, words: provision })),
      }),
    );
  });

  it('may be to decline or to defer, without lines', () => {
    const nothing = { lines: [], provisions: [], positions: [] };
    decision.when(recordDecision(declining), quorate).then(decisionRecorded({ outcome: 'declined', ...nothing }));
    decision.when(recordDecision(deferral), quorate).then(decisionRecorded({ outcome: 'deferred', ...nothing }));
  });

  it('is recorded once', () => {
    decision.given(decisionRecorded()).when(recordDecision(), quorate).thenRefused('decision-already-recorded', 'audit trail');
  });

  it('is recorded by somebody whose agency has a seat on the panel, with a vote or without', () => {
    decision.when(recordDecision(), { ...quorate, actingAgency: education }).then(decisionRecorded());
    const parents = numbered<'agency'>(104);
    const withParents = panelConstituted({ seats: [...allSeats, { ...seats.parent, seatId: numbered<'seat'>(234), agencyId: parents }] });
    const seated = stateAfter({ decider: panelDecider, definitions: panelEvents }, withParents);
    decision.when(recordDecision(), { ...quorate, panel: seated, actingAgency: parents }).then(decisionRecorded());
  });

  it('is not recorded by an agency without a seat, not even a deferral', () => {
    const facts = { ...quorate, actingAgency: stranger };
    decision.when(recordDecision(), facts).thenRefused('agency-without-seat', 'no seat on this panel');
    decision.when(recordDecision(deferral), facts).thenRefused('agency-without-seat');
  });

  it('is about a child whose record is open', () => {
    decision.when(recordDecision(), { ...quorate, childIsKnown: false }).thenRefused('child-unknown');
  });
});

describe('A decision is taken in a meeting', () => {
  const meeting = (...events: Parameters<typeof stateAfter<typeof meetingDecider.initial, Held, never>>[1][]) => ({
    ...quorate,
    meeting: stateAfter(meetings, ...events),
  });
  type Held = typeof meetingScheduled | ReturnType<typeof meetingOpened> | typeof meetingClosed;

  it('that is planned', () => {
    decision.when(recordDecision(), meeting()).thenRefused('meeting-unknown');
    decision.when(recordDecision(), { ...quorate, panel: panelDecider.initial }).thenRefused('meeting-unknown');
  });

  it('that was held', () => {
    decision.when(recordDecision(), meeting(meetingScheduled)).thenRefused('meeting-not-held', 'never held');
  });

  it('that is still open', () => {
    const closed = meeting(meetingScheduled, meetingOpened(), meetingClosed);
    decision.when(recordDecision(), closed).thenRefused('meeting-not-open', 'next meeting');
  });
});

describe('The package lines of a decision', () => {
  const refused = (changes: Partial<RecordDecision>, code: string, because?: string) =>
    decision.when(recordDecision(changes), quorate).thenRefused(code, because);

  it('are named by an approval', () => {
    refused({ lines: [] }, 'decision-without-lines');
  });

  it('are given by an approval alone', () => {
    refused({ outcome: 'declined' }, 'lines-without-approval');
    refused({ outcome: 'deferred' }, 'lines-without-approval');
  });

  it('have each an id of its own', () => {
    refused({ lines: [proposedLine(), proposedLine({ category: 'transport' })] }, 'line-repeated');
  });

  it('are paid by agencies that are registered in the area', () => {
    const split = { kind: 'ratio', parts: [{ agencyId: stranger, weight: 1 }] } as const;
    refused({ lines: [proposedLine({ split })] }, 'agency-unknown', stranger);
  });

  it('are shared as a whole: 99.99 % is refused', () => {
    refused({ lines: [proposedLine({ split: percentages(50, 49.99) })] }, 'shares-not-whole', '99.99 %');
  });
});

describe('A position on a decision', () => {
  const supports = (agencyId: typeof health) => ({ agencyId, position: 'supports' as const });

  it('is taken once by each agency', () => {
    const positions = [supports(health), { agencyId: health, position: 'opposes' as const }];
    decision.when(recordDecision({ positions }), quorate).thenRefused('position-repeated');
  });

  it('is taken only by an agency with a voting member present: an observer has none to take', () => {
    const withObserver = attendedBy(...seats.health, ...seats.socialCare, seats.observer);
    const changes = { ...deferral, positions: [supports(education)] };
    decision.when(recordDecision(changes), withObserver).thenRefused('position-of-absent-agency');
    decision.when(recordDecision({ positions: [supports(stranger)] }), quorate).thenRefused('position-of-absent-agency');
  });

  it('is recorded as dissent where an agency opposes', () => {
    const positions = [supports(socialCare), supports(education), { agencyId: health, position: 'opposes' as const }];
    decision.when(recordDecision({ positions }), quorate).then(decisionRecorded({ positions }));
  });
});

describe('A meeting without its quorum (worked example 7)', () => {
  const withoutHealth = attendedBy(...seats.socialCare, ...seats.education, seats.facilitator);
  const positions = [{ agencyId: socialCare, position: 'supports' as const }];

  it('cannot approve', () => {
    decision
      .when(recordDecision({ positions }), withoutHealth)
      .thenRefused('meeting-inquorate', 'No voting member is present of 1 of the agencies');
  });

  it('cannot decline either: that is a decision as well', () => {
    decision.when(recordDecision(declining), withoutHealth).thenRefused('meeting-inquorate', 'can be deferred');
  });

  it('can defer the matter', () => {
    decision
      .when(recordDecision(deferral), withoutHealth)
      .then(decisionRecorded({ outcome: 'deferred', lines: [], provisions: [], positions: [] }));
  });
});
