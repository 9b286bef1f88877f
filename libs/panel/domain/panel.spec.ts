import { panelEvents } from '@accord/panel/contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { meetingDecider } from './meeting';
import { panelDecider, refuseSeatless, termsOn } from './panel';
import type { PanelFacts, ReviseTermsOfReference } from './panel';
import { panelRefusals } from './refusals';
import { adjourned, resumed } from './sample-meeting';
import {
  allSeats,
  constitutePanel,
  day,
  education,
  health,
  meetingClosed,
  meetingOpened,
  meetingScheduled,
  numbered,
  panelConstituted,
  panelId,
  registered,
  seats,
  socialCare,
  stranger,
  terms,
  termsRevised,
} from './sample-panel';

const stream = { decider: panelDecider, definitions: panelEvents };
const panel = specification(stream);
const facts: PanelFacts = { registered, draft: { status: 'unknown' }, meetings: [] };
const having = (...meetings: PanelFacts['meetings']): PanelFacts => ({ ...facts, meetings });
/** The meeting of 1 October 2025, after these events of it. */
const meetingWith = (...events: Parameters<typeof stateAfter>[1][]) => stateAfter({ decider: meetingDecider, definitions: panelEvents }, meetingScheduled, ...events);
const revise = (changes: Partial<ReviseTermsOfReference> = {}): ReviseTermsOfReference => ({
  ...{ type: 'ReviseTermsOfReference', from: '2026-01-01', terms: terms(), because: 'Yearly review' },
  ...changes,
});

describe('A panel', () => {
  it('is constituted under its terms of reference', () => {
    panel.when(constitutePanel(), facts).then(panelConstituted());
  });

  it('is constituted once', () => {
    panel.given(panelConstituted()).when(constitutePanel(), facts).thenRefused('panel-already-constituted');
  });

  it('cannot be constituted from a day that is none', () => {
    panel.when(constitutePanel({ from: '2025-13-01' }), facts).thenRefused('not-a-date');
  });

  it('seats only agencies that are registered in the area', () => {
    const [first, ...others] = allSeats;
    const withStranger = [...others, { ...(first ?? seats.observer), agencyId: stranger }];
    panel.when(constitutePanel({ seats: withStranger }), facts).thenRefused('agency-unknown', stranger);
  });
});

describe('A panel whose seats come from a printed composition', () => {
  const draftId = numbered<'terms-draft'>(350);
  const seatIds = [201, 202, 203].map((number) => numbered<'seat'>(number));
  const draft: PanelFacts['draft'] = {
    ...{ status: 'read', draftId, questions: [{ row: 2, about: 'seat-agency', asks: 'Of which agency is “Director”?' }] },
    rows: [{ row: 2, role: 'Director', number: '2', voting: 'Voting' }],
    answers: [{ row: 2, answer: { about: 'seat-agency', agencyId: health } }],
  };
  const seatOfDirector = { agencyId: health, post: 'Director', standing: 'voting' as const, deputies: 'none' as const, deputyPosts: [] };
  const given = {
    quorum: { members: 2, agencies: [health] },
    chairs: seatIds.slice(0, 1),
  };
  const { seats: _seats, ...rules } = terms(given);
  const command = constitutePanel({ seats: { draftId, seatIds }, terms: rules });

  it('has as many of each role as printed, and names the reading from which they come', () => {
    const termsOfReference = { seats: seatIds.slice(0, 2).map((seatId) => ({ seatId, ...seatOfDirector })), ...given };
    panel.when(command, { ...facts, draft }).then(panelConstituted(termsOfReference, { draftId }));
  });

  it('waits until every question is answered', () => {
    panel.when(command, { ...facts, draft: { ...draft, answers: [] } }).thenRefused('terms-questions-open', '1 question is open');
  });

  it('cannot come from a reading that nobody made', () => {
    panel.when(command, facts).thenRefused('terms-draft-unknown');
  });
});

describe('The terms of reference of a panel', () => {
  it('are revised from a later day, as the next version', () => {
    panel.given(panelConstituted()).when(revise(), facts).then(termsRevised());
    panel
      .given(panelConstituted(), termsRevised())
      .when(revise({ from: '2027-01-01' }), facts)
      .then(termsRevised({}, { version: 3, from: day('2027-01-01') }));
  });

  it.each(['2025-04-01', '2025-03-31'])('cannot be revised from %s, which is not after the day of those before', (from) => {
    panel.given(panelConstituted()).when(revise({ from }), facts).thenRefused('terms-not-after-those-before', '1 April 2025');
  });

  it.each(['2025-05-01', '2025-09-30', '2025-10-01'])(
    'cannot be revised from %s, when the panel met on 1 October: what was refused there stays refused',
    (from) => {
      for (const met of [meetingWith(meetingOpened()), meetingWith(meetingOpened(), adjourned('11:00')), meetingWith(meetingOpened(), meetingClosed)]) {
        const revising = panel.given(panelConstituted()).when(revise({ from }), having(met));
        revising.thenRefused('terms-after-meeting', '1 October 2025');
        expect(panelRefusals['terms-after-meeting'].kept).toBe(true);
      }
    },
  );

  it('can be revised from the day after the panel met, and from before a meeting that never sat', () => {
    const from = '2025-10-02';
    const revised = termsRevised({}, { from: day(from) });
    panel.given(panelConstituted()).when(revise({ from }), having(meetingWith(meetingOpened(), meetingClosed))).then(revised);
    const before = termsRevised({}, { from: day('2025-09-01') });
    panel.given(panelConstituted()).when(revise({ from: '2025-09-01' }), having(meetingWith())).then(before);
  });

  it('cannot be revised from before a later sitting of a meeting that was adjourned', () => {
    const met = meetingWith(meetingOpened(), adjourned('11:00'), resumed('2025-10-08', '09:30'));
    panel.given(panelConstituted()).when(revise({ from: '2025-10-02' }), having(met)).thenRefused('terms-after-meeting', '8 October 2025');
  });

  it('cannot be revised for a panel that there is not', () => {
    panel.when(revise(), facts).thenRefused('panel-unknown');
  });

  it('cannot be revised from a day that is none, or into terms under which nobody could sit', () => {
    panel.given(panelConstituted()).when(revise({ from: 'soon' }), facts).thenRefused('not-a-date');
    panel.given(panelConstituted()).when(revise({ terms: terms({ chairs: [] }) }), facts).thenRefused('chairs-missing');
  });
});

describe('The terms in force on a day', () => {
  const onlyHealth = seats.health.map((seat) => ({ ...seat }));
  const state = stateAfter(stream, panelConstituted(), termsRevised({ seats: onlyHealth }));
  if (state.status === 'unknown') throw new Error('The panel of this spec is constituted.');

  it.each<[string, number | undefined]>([
    ['2025-03-31', undefined],
    ['2025-04-01', 1],
    ['2025-12-31', 1],
    ['2026-01-01', 2],
    ['2030-01-01', 2],
  ])('on %s are version %s', (on, version) => {
    expect(termsOn(state, day(on))?.version).toBe(version);
  });

  it('say whose agency has a seat, with a vote or without', () => {
    expect(refuseSeatless(state, education, day('2025-12-31'))).toBeUndefined();
    expect(refuseSeatless(state, education, day('2026-01-01'))).toMatchObject({ refusal: 'agency-without-seat', kept: true });
    expect(refuseSeatless(state, socialCare, day('2025-03-31'))).toMatchObject({ refusal: 'agency-without-seat' });
  });

  it('are of the panel that was constituted', () => {
    expect(state).toMatchObject({ panelId, name: 'Continuing care panel', from: '2025-04-01' });
  });
});
