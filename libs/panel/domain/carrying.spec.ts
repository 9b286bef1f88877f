import type { DecisionMode } from '@accord/panel/contracts';
import { specification } from '@accord/shared/testing';
import { matterRaised, childsViews, familysViewsNotObtained, paperCirculated, putOnAgenda, requestedLine } from './sample-matter';
import { left, recused } from './sample-meeting';
import {
  declining,
  five,
  matterAfter,
  meetingAfter,
  nothingRecorded,
  outcomeFacts,
  outcomeRecorded,
  outcomeRules,
  panelWith,
  positionTaken,
  recordOutcome,
  sittingWith,
} from './sample-outcome';
import { agreedLine, education, health, percentages, pounds, proposedLine, socialCare } from './sample-panel';

const outcome = specification(outcomeRules);
/** What a panel that decides in this way makes of the positions, and keeps of the sitting. */
const decidingBy = (decisionMode: DecisionMode, ...positions: ReturnType<typeof positionTaken>[]) => {
  const facts = outcomeFacts({ panel: panelWith({ decisionMode }) });
  const held = {
    positions: positions.map(({ data: { agencyId, position } }) => ({ agencyId, position })),
    sitting: sittingWith({ decisionMode, votes: null }),
  };
  return {
    approving: outcome.given(...positions).when(recordOutcome(), facts),
    approved: outcomeRecorded(held),
    declining: outcome.given(...positions).when(recordOutcome(declining), facts),
    declined: nothingRecorded({ outcome: 'declined', ...held }),
  };
};
const committed = (agencyId: typeof health, weekly: number) => ({
  ...{ agencyId, weeklyOwnPence: pounds(weekly), weeklyGrossPence: pounds(weekly), delegationId: null, withinAuthority: true },
});
const healthSupports = positionTaken(five.chair, 'supports');
const careSupports = positionTaken(five.care, 'supports');
const careAbstains = positionTaken(five.care, 'abstains');
const educationSupports = positionTaken(five.education, 'supports');
const educationOpposes = positionTaken(five.education, 'opposes');

describe('A panel that decides by consensus', () => {
  it('approves what somebody supports and nobody opposes', () => {
    const { approving, approved } = decidingBy('consensus', healthSupports, careAbstains, positionTaken(five.education, 'abstains'));
    approving.then(approved);
  });

  it('hears every agency that has a voting member in the room before it approves or declines: silence is no consent', () => {
    for (const { approving, declining: refusing } of [decidingBy('consensus', healthSupports, careSupports), decidingBy('consensus', careSupports, educationOpposes)]) {
      approving.thenRefused('positions-missing', 'the position of 1 agency is missing');
      refusing.thenRefused('positions-missing', 'the position of 1 agency is missing');
    }
    decidingBy('consensus', healthSupports).approving.thenRefused('positions-missing', 'the positions of 2 agencies are missing');
  });

  it('does not approve what one agency opposes, however many support it', () => {
    const { approving, declining: refusing, declined } = decidingBy('consensus', healthSupports, careSupports, educationOpposes);
    approving.thenRefused('no-consensus', '1 agency opposes');
    refusing.then(declined);
  });

  it('does not approve what every agency abstains from, or nobody took a position on', () => {
    const nobody = [positionTaken(five.chair, 'abstains'), careAbstains, positionTaken(five.education, 'abstains')];
    decidingBy('consensus', ...nobody).approving.thenRefused('no-consensus', 'No agency supports');
    const { declining: refusing, declined } = decidingBy('consensus', ...nobody);
    refusing.then(declined);
    decidingBy('consensus').approving.thenRefused('positions-missing', 'consensus');
  });

  it('does not decline what every position supports', () => {
    decidingBy('consensus', healthSupports, careSupports, educationSupports).declining.thenRefused('outcome-contradicts-votes', 'supports the request');
    decidingBy('consensus').declining.thenRefused('positions-missing', 'consensus');
  });

  it('hears only agencies that still have a voting member in the room for the matter', () => {
    const panel = panelWith({ decisionMode: 'consensus', quorum: { members: 3, agencies: [] } });
    for (const gone of [left, recused]) {
      const meeting = meetingAfter(gone('10:50', five.education.seat.seatId, 504));
      const { present } = sittingWith();
      outcome.given(healthSupports, careAbstains, educationOpposes).when(recordOutcome(), outcomeFacts({ panel, meeting })).then(
        outcomeRecorded({
          positions: [
            { agencyId: health, position: 'supports' },
            { agencyId: socialCare, position: 'abstains' },
          ],
          sitting: sittingWith({
            ...{ decisionMode: 'consensus', votes: null, present: present.filter(({ agencyId }) => agencyId !== education) },
            recused: gone === recused ? [five.education.seat.seatId] : [],
          }),
        }),
      );
    }
  });

  it('does not hear what a member said who withdrew afterwards, though the agency has another in the room', () => {
    const panel = panelWith({ decisionMode: 'consensus', quorum: { members: 3, agencies: [] } });
    const meeting = meetingAfter(recused('10:50', five.otherCare.seat.seatId, 503));
    const said = positionTaken(five.otherCare, 'supports');
    outcome.given(said, healthSupports, educationSupports).when(recordOutcome(), outcomeFacts({ panel, meeting })).thenRefused('positions-missing', '1 agency');
  });
});

describe('A panel that needs every payer', () => {
  it('approves what those who pay support, whatever an agency thinks that pays nothing', () => {
    const { approving, approved } = decidingBy('unanimity-of-payers', healthSupports, careSupports, educationOpposes);
    approving.then(approved);
  });

  it.each([
    ['opposes', [healthSupports, positionTaken(five.care, 'opposes'), educationSupports]],
    ['abstains', [healthSupports, careAbstains, educationSupports]],
  ])('does not approve where a payer %s, and may decline', (_what, positions) => {
    const { approving, declining: refusing, declined } = decidingBy('unanimity-of-payers', ...positions);
    approving.thenRefused('payer-does-not-support', '1 of the agencies that would pay');
    refusing.then(declined);
  });

  it('neither approves nor declines while an agency in the room is silent, whether it pays or not', () => {
    const { approving, declining: refusing } = decidingBy('unanimity-of-payers', healthSupports, careSupports);
    approving.thenRefused('positions-missing', '1 agency');
    refusing.thenRefused('positions-missing', '1 agency');
  });

  it('does not ask an agency whose share is nothing', () => {
    const split = percentages(100, 0);
    const facts = outcomeFacts({ panel: panelWith({ decisionMode: 'unanimity-of-payers' }) });
    outcome
      .given(careAbstains, healthSupports, educationOpposes)
      .when(recordOutcome({ lines: [proposedLine({ split })] }), facts)
      .then(
        outcomeRecorded({
          positions: [
            { agencyId: socialCare, position: 'abstains' },
            { agencyId: health, position: 'supports' },
            { agencyId: education, position: 'opposes' },
          ],
          ...{ sitting: sittingWith({ decisionMode: 'unanimity-of-payers', votes: null }), lines: [agreedLine({ split })] },
          commitments: [committed(health, 1_847.35)],
        }),
      );
  });

  it('does not decline what everybody supports who was asked to pay', () => {
    const matter = matterAfter(
      matterRaised({ lines: [requestedLine({ split: percentages(70, 30) })] }),
      ...[childsViews, familysViewsNotObtained, paperCirculated(), putOnAgenda()],
    );
    const facts = outcomeFacts({ matter, panel: panelWith({ decisionMode: 'unanimity-of-payers' }) });
    outcome.given(healthSupports, careSupports, educationOpposes).when(recordOutcome(declining), facts).thenRefused('outcome-contradicts-votes', 'would pay');
  });
});

describe('A panel that advises a decision-maker', () => {
  const decisionMakerSeatId = five.care.seat.seatId;
  const decisionMode = 'decision-maker-advised';
  const facts = outcomeFacts({ panel: panelWith({ decisionMode, decisionMakerSeatId }) });
  const sitting = sittingWith({ decisionMode, votes: null });

  it('may see approved what it opposes, and declined what it supports', () => {
    const opposed = [{ agencyId: education, position: 'opposes' as const }];
    outcome.given(educationOpposes).when(recordOutcome(), facts).then(outcomeRecorded({ positions: opposed, sitting }));
    const supported = [{ agencyId: health, position: 'supports' as const }];
    outcome.given(healthSupports).when(recordOutcome(declining), facts).then(nothingRecorded({ outcome: 'declined', positions: supported, sitting }));
  });

  it('decides nothing without any advice on record', () => {
    outcome.when(recordOutcome(), facts).thenRefused('positions-missing', 'advice');
    outcome.when(recordOutcome(declining), facts).thenRefused('positions-missing', 'advice');
  });

  it('decides nothing while the decision-maker is away, or has withdrawn from the matter', () => {
    const panel = panelWith({ decisionMode, decisionMakerSeatId, quorum: { members: 3, agencies: [] } });
    for (const gone of [left, recused]) {
      const without = outcomeFacts({ panel, meeting: meetingAfter(gone('10:50', decisionMakerSeatId, 502)) });
      outcome.when(recordOutcome(), without).thenRefused('decision-maker-absent');
      outcome.when(recordOutcome(declining), without).thenRefused('decision-maker-absent');
    }
  });
});
