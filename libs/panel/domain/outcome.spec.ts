import { specification } from '@accord/shared/testing';
import type { RecordOutcome } from './outcome';
import { panelDecider } from './panel';
import { familysViewsNotObtained, childsViews, hash, matterRaised, matterWithdrawn, paperCirculated, paperId, putOnAgenda } from './sample-matter';
import { at, left, recused } from './sample-meeting';
import { allFor, castingVoteGiven, decisionAfter, declining, deferral, five, matterAfter, meetingAfter, nothingRecorded, outcomeFacts, outcomeRecorded, outcomeRules, panelWith, positionTaken, recordOutcome, sittingWith, votesCast } from './sample-outcome';
import { day, education, meetingClosed, numbered, stranger } from './sample-panel';

const outcome = specification(outcomeRules);
const facts = outcomeFacts();

describe('An outcome of a matter', () => {
  it('is recorded with who was in the room, what carried it, on which papers, what it provides and on whose authority', () => {
    outcome.given(...allFor).when(recordOutcome(), facts).then(outcomeRecorded());
  });

  it('is recorded once', () => {
    outcome.given(...allFor, outcomeRecorded()).when(recordOutcome(), facts).thenRefused('decision-already-recorded', 'audit trail');
  });

  it('is recorded by somebody whose agency has a seat on the panel, with a vote or without', () => {
    outcome.given(...allFor).when(recordOutcome(), { ...facts, actingAgency: education }).then(outcomeRecorded());
    outcome.given(...allFor).when(recordOutcome(), { ...facts, actingAgency: stranger }).thenRefused('agency-without-seat');
    outcome.when(recordOutcome(deferral), { ...facts, actingAgency: stranger }).thenRefused('agency-without-seat');
  });

  it('is not of a minute before the last vote', () => {
    outcome.given(...allFor).when(recordOutcome({ at: at('10:40') }), facts).thenRefused('said-out-of-order');
  });

  it('is not recorded in a meeting that is closed, nor is anything approved while nobody chairs', () => {
    const closed = outcomeFacts({ meeting: meetingAfter(meetingClosed) });
    outcome.given(...allFor).when(recordOutcome(), closed).thenRefused('meeting-not-open', 'closed');
    const leaderless = outcomeFacts({ meeting: meetingAfter(recused('10:40', five.chair.seat.seatId, 500)) });
    outcome.given(...allFor).when(recordOutcome(), leaderless).thenRefused('chair-not-present');
  });

  it('keeps the point that could guide a later decision, and that it was made without prejudice', () => {
    const principle = 'Nights with seizures need somebody awake';
    outcome
      .given(...allFor)
      .when(recordOutcome({ withoutPrejudice: true, principle }), facts)
      .then(outcomeRecorded({ withoutPrejudice: true, principle }));
  });
});

describe('A matter that was decided', () => {
  const earlier = (changes: Parameters<typeof outcomeRecorded>[0]) =>
    outcomeFacts({ earlier: [decisionAfter(outcomeRecorded({ meetingId: numbered<'meeting'>(399), ...changes }))] });

  it('in another meeting, or urgently, is not decided again', () => {
    const urgent = { officers: [{ agencyId: education, practitionerId: numbered<'practitioner'>(520), post: 'SEND manager' }] };
    for (const before of [
      earlier({}),
      earlier({ outcome: 'declined', effect: 'none', lines: [] }),
      earlier({ effect: 'awaiting-ratification' }),
      earlier({ effect: 'urgent-until-ratified', urgent: { ...urgent, ratifyBy: day('2025-10-10') } }),
    ]) {
      outcome.given(...allFor).when(recordOutcome(), before).thenRefused('matter-already-decided', 'matter of its own');
    }
    const lapsed = earlier({ effect: 'urgent-until-ratified', urgent: { ...urgent, ratifyBy: day('2025-09-30') } });
    outcome.given(...allFor).when(recordOutcome(), lapsed).then(outcomeRecorded());
  });

  it('is not one that was deferred, or that another panel referred to this one', () => {
    for (const before of [
      earlier({ outcome: 'deferred', effect: 'none', lines: [] }),
      earlier({ outcome: 'referred', effect: 'none', lines: [], panelId: numbered<'panel'>(301) }),
    ]) {
      outcome.given(...allFor).when(recordOutcome(), before).then(outcomeRecorded());
    }
    outcome.given(...allFor).when(recordOutcome(), earlier({ outcome: 'referred', effect: 'none', lines: [] })).thenRefused('matter-already-decided');
  });
});

describe('A matter that was withdrawn', () => {
  const matter = matterAfter(matterRaised(), paperCirculated(), putOnAgenda(), matterWithdrawn);

  it('is recorded as withdrawn, and nothing else', () => {
    const withdrawal: Partial<RecordOutcome> = { ...declining, outcome: 'withdrawn', evidence: undefined };
    const { evidence: _none, ...data } = nothingRecorded({ outcome: 'withdrawn', sitting: sittingWith({ votes: null }) }).data;
    outcome.when(recordOutcome(withdrawal), outcomeFacts({ matter })).then({ type: 'DecisionRecorded', data });
    outcome.given(...allFor).when(recordOutcome(), outcomeFacts({ matter })).thenRefused('matter-withdrawn');
  });
});

describe("The child's and the family's views", () => {
  const unheard = [putOnAgenda(), paperCirculated()];

  it.each([
    ["the child's views and the family's views", []],
    ["the family's views", [childsViews]],
    ["the child's views", [familysViewsNotObtained]],
  ])('are needed before anything is decided: %s', (whose, heard) => {
    const without = outcomeFacts({ matter: matterAfter(matterRaised(), ...unheard, ...heard) });
    outcome.given(...allFor).when(recordOutcome(), without).thenRefused('views-missing', whose);
    outcome.given(...votesCast('against', 'against', 'against', 'for', 'for')).when(recordOutcome(declining), without).thenRefused('views-missing');
  });

  it('need not have been heard to put the matter off', () => {
    const without = outcomeFacts({ matter: matterAfter(matterRaised(), ...unheard) });
    outcome
      .when(recordOutcome(deferral), without)
      .then(nothingRecorded({ outcome: 'deferred', missing: 'The costing', returnsOn: day('2025-10-15'), sitting: sittingWith({ votes: null }) }));
  });
});

describe('The papers of an outcome', () => {
  const second = paperCirculated({ version: 2, sha256: hash('b'), circulatedAt: '2025-09-30T08:00:00.000Z' });
  const afterwards = paperCirculated({ paperId: numbered<'paper'>(951), sha256: hash('c'), circulatedAt: at('11:30') });
  const matter = matterAfter(matterRaised(), childsViews, familysViewsNotObtained, paperCirculated(), putOnAgenda(), second, afterwards);
  const citing = (version: number, sha256: string, cited = paperId) =>
    outcome.given(...allFor).when(recordOutcome({ papers: [{ paperId: cited, version, sha256 }] }), outcomeFacts({ matter }));
  const before = { paperId, version: 2, sha256: hash('b'), late: true, cited: false };
  const papers = [{ ...before, cited: true }];

  it('are all that were before the panel by then, in the newest version, late ones marked', () => {
    outcome.given(...allFor).when(recordOutcome(), outcomeFacts({ matter })).then(outcomeRecorded({ papers: [before] }));
  });

  it('are cited by what was circulated, the hash in capitals or not', () => {
    citing(2, hash('b')).then(outcomeRecorded({ papers }));
    citing(2, hash('B')).then(outcomeRecorded({ papers }));
  });

  it('are refused where the hash differs from that of the circulated paper', () => {
    citing(2, hash('d')).thenRefused('paper-differs', 'another one before it');
  });

  it('are refused where they were circulated later, never, or replaced by then', () => {
    citing(1, hash('c'), numbered<'paper'>(951)).thenRefused('paper-unknown');
    citing(3, hash('b')).thenRefused('paper-unknown');
    citing(1, hash('a')).thenRefused('paper-superseded');
  });
});

describe('An outcome never contradicts what was voted', () => {
  const majority = votesCast('for', 'for', 'for', 'against', 'against');
  const minority = votesCast('for', 'for', 'against', 'against', 'against');
  const tie = votesCast('for', 'for', 'against', 'against', 'abstains');

  it('approves what more vote for than against, and keeps the counts', () => {
    const votes = { for: 3, against: 2, abstained: 0, casting: null };
    outcome.given(...majority).when(recordOutcome(), facts).then(outcomeRecorded({ sitting: sittingWith({ votes }) }));
    outcome.given(...majority).when(recordOutcome(declining), facts).thenRefused('outcome-contradicts-votes', '3 for and 2 against');
  });

  it('declines what more vote against, and does not approve it', () => {
    const votes = { for: 2, against: 3, abstained: 0, casting: null };
    outcome.given(...minority).when(recordOutcome(declining), facts).then(nothingRecorded({ outcome: 'declined', sitting: sittingWith({ votes }) }));
    outcome.given(...minority).when(recordOutcome(), facts).thenRefused('outcome-contradicts-votes');
  });

  it('passes a tie only with the casting vote', () => {
    outcome.given(...tie).when(recordOutcome(), facts).thenRefused('casting-vote-missing', '2 for and 2 against');
    outcome.given(...tie).when(recordOutcome(declining), facts).thenRefused('casting-vote-missing');
    const votes = { for: 2, against: 2, abstained: 1, casting: 'for' as const };
    outcome.given(...tie, castingVoteGiven('for')).when(recordOutcome(), facts).then(outcomeRecorded({ sitting: sittingWith({ votes }) }));
    outcome.given(...tie, castingVoteGiven('against')).when(recordOutcome(), facts).thenRefused('outcome-contradicts-votes', 'casting vote');
  });

  it('neither approves nor declines what all abstained from, also where those who tied have left since', () => {
    const nobody = votesCast('abstains', 'abstains', 'abstains', 'abstains', 'abstains');
    outcome.given(...nobody).when(recordOutcome(), facts).thenRefused('tie-of-nobody', 'defer the matter');
    outcome.given(...nobody).when(recordOutcome(declining), facts).thenRefused('tie-of-nobody');
    const panel = panelWith({ quorum: { members: 3, agencies: [] } });
    const meeting = meetingAfter(left('10:55', five.health.seat.seatId, 501), left('10:55', five.care.seat.seatId, 502));
    const wasTied = [...votesCast('abstains', 'for', 'against', 'abstains', 'abstains'), castingVoteGiven('for')];
    outcome.given(...wasTied).when(recordOutcome(), outcomeFacts({ panel, meeting })).thenRefused('tie-of-nobody');
    const sitting = sittingWith({
      present: sittingWith().present.filter(({ seatId }) => seatId !== five.health.seat.seatId && seatId !== five.care.seat.seatId),
      votes: { for: 0, against: 0, abstained: 3, casting: null },
    });
    outcome
      .given(...wasTied)
      .when(recordOutcome(deferral), outcomeFacts({ panel, meeting }))
      .then(nothingRecorded({ outcome: 'deferred', missing: 'The costing', returnsOn: day('2025-10-15'), sitting }));
  });

  it('waits for every voting member in the room', () => {
    outcome.given(...allFor.slice(1)).when(recordOutcome(), facts).thenRefused('votes-missing');
    outcome.given(...allFor.slice(1)).when(recordOutcome(declining), facts).thenRefused('votes-missing');
  });

  it('counts nobody who left or withdrew since, though they voted', () => {
    const panel = panelWith({ quorum: { members: 3, agencies: [] } });
    for (const gone of [left, recused]) {
      const meeting = meetingAfter(gone('10:50', five.health.seat.seatId, 501));
      const now = outcomeFacts({ panel, meeting });
      outcome.given(...votesCast('for', 'for', 'against', 'against', 'for')).when(recordOutcome(declining), now).thenRefused('casting-vote-missing');
    }
  });

  it('may put the matter off, whatever was voted', () => {
    const changes = { outcome: 'deferred' as const, missing: 'The costing', returnsOn: day('2025-10-15') };
    outcome.given(...allFor).when(recordOutcome(deferral), facts).then(nothingRecorded(changes));
  });
});

describe('A referral', () => {
  const otherPanel = numbered<'panel'>(301);
  const referral = (referredTo?: RecordOutcome['referredTo']) => recordOutcome({ ...declining, outcome: 'referred', referredTo });

  it('is to another panel that exists', () => {
    const { evidence: _none, ...sent } = nothingRecorded({ outcome: 'referred', referredTo: otherPanel, sitting: sittingWith({ votes: null }) }).data;
    const known = outcomeFacts({ referredTo: panelWith() });
    outcome.when({ ...referral(otherPanel), evidence: undefined }, known).then({ type: 'DecisionRecorded', data: sent });
    outcome.when(referral(otherPanel), outcomeFacts({ referredTo: panelDecider.initial })).thenRefused('panel-unknown');
    outcome.when(referral(numbered<'panel'>(300)), known).thenRefused('referred-to-itself');
    outcome.when(referral(), known).thenRefused('referral-without-panel');
  });
});

describe('Positions of the agencies', () => {
  it('are kept with the outcome, dissent too', () => {
    const positions = [
      { agencyId: education, position: 'opposes' as const },
      { agencyId: five.care.seat.agencyId, position: 'supports' as const },
    ];
    outcome
      .given(...allFor, positionTaken(five.education, 'opposes'), positionTaken(five.care, 'supports'))
      .when(recordOutcome(), facts)
      .then(outcomeRecorded({ positions }));
  });
});
