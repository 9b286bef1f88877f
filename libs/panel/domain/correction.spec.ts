import type { DecisionCorrected, DecisionCorrectionRefused, DecisionCorrectionRequested } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification } from '@accord/shared/testing';
import { correctionDecider } from './correction';
import type { CorrectionCommand, CorrectionFacts, RequestCorrection } from './correction';
import { rulesOf, takenUrgently } from './sample-decided';
import { decisionAfter, five, nothingRecorded, panelWith, voteCast } from './sample-outcome';
import {
  agreedLine,
  childId,
  day,
  decisionId,
  decisionRecorded,
  health,
  lineId,
  numbered,
  percentages,
  pounds,
  proposedLine,
  registered,
  socialCare,
  stranger,
  termsOfEachMember,
} from './sample-panel';

const decision = specification(rulesOf(correctionDecider));
const correctionId = numbered<'correction'>(980);
const facts = (actor: string, changes: Partial<CorrectionFacts> = {}): CorrectionFacts => ({
  ...{ today: day('2025-10-06'), panel: panelWith(), registered, ofChild: [], actingAgency: health, actor },
  ...changes,
});
const byMinuteTaker = facts('the minute taker');
const byChair = facts('the chair', { actingAgency: socialCare, today: day('2025-10-07') });

/** The split was written down the wrong way round. */
const otherWay = proposedLine({ split: percentages(30, 70) });
const request = (changes: Partial<RequestCorrection> = {}): RequestCorrection => ({
  ...{ type: 'RequestCorrection', correctionId, because: 'The shares were swapped', lines: [otherWay] },
  ...changes,
});
const approve: CorrectionCommand = { type: 'ApproveCorrection', correctionId };
const refuse: CorrectionCommand = { type: 'RefuseCorrection', correctionId, because: 'It was agreed so' };

const about = { decisionId, childId, correctionId };
const lines = [agreedLine({ split: percentages(30, 70) })];
const corrects = numbered<'reading'>(700);
const asked = { ...about, on: day('2025-10-06'), corrects, requestedBy: 'the minute taker', agencyId: health };
const requested = (changes: Partial<New<typeof DecisionCorrectionRequested>['data']> = {}): New<typeof DecisionCorrectionRequested> => ({
  type: 'DecisionCorrectionRequested',
  data: {
    ...{ ...asked, because: 'The shares were swapped', lines, provisions: [{ lineId, words: 'Waking nights and morning care' }] },
    ...changes,
  },
});
const approved = { ...asked, on: day('2025-10-07'), approvedBy: 'the chair', agencyId: socialCare };
const corrected = (changes: Partial<New<typeof DecisionCorrected>['data']> = {}): New<typeof DecisionCorrected> => ({
  type: 'DecisionCorrected',
  data: { ...approved, lines, ...changes },
});
const notCorrected: New<typeof DecisionCorrectionRefused> = {
  type: 'DecisionCorrectionRefused',
  data: { ...about, on: day('2025-10-07'), agencyId: socialCare, because: 'It was agreed so' },
};

describe('A correction', () => {
  it('is asked for by one person, and approved by another', () => {
    decision.given(decisionRecorded()).when(request(), byMinuteTaker).then(requested());
    decision.given(decisionRecorded(), requested()).when(approve, byChair).then(corrected());
  });

  it('is not approved by the person who asked for it, whichever agency they act for', () => {
    decision.given(decisionRecorded(), requested()).when(approve, byMinuteTaker).thenRefused('corrected-by-requester');
    decision.given(decisionRecorded(), requested()).when(approve, facts('the minute taker', { actingAgency: socialCare })).thenRefused('corrected-by-requester');
  });

  it('may be refused, and taken back by whoever asked', () => {
    decision.given(decisionRecorded(), requested()).when(refuse, byChair).then(notCorrected);
    decision
      .given(decisionRecorded(), requested())
      .when(refuse, byMinuteTaker)
      .then({ ...notCorrected, data: { ...notCorrected.data, on: day('2025-10-06'), agencyId: health } });
  });

  it('changes what was asked and nothing else', () => {
    const before = decisionAfter(decisionRecorded());
    const meanwhile = decisionAfter(decisionRecorded(), requested());
    const after = decisionAfter(decisionRecorded(), requested(), corrected());
    if (before.status !== 'recorded' || meanwhile.status !== 'recorded' || after.status !== 'recorded') throw new Error('The decision is on record.');
    expect(meanwhile.lines).toEqual(before.lines);
    expect(after.corrections.map(({ is }) => is)).toEqual(['approved']);
    expect(after).toEqual({ ...before, corrections: after.corrections, lines });
  });

  it('of words alone leaves the figures as they are', () => {
    const words: New<typeof DecisionCorrectionRequested> = {
      type: 'DecisionCorrectionRequested',
      data: { ...asked, because: 'A word was missing', decided: 'Waking nights' },
    };
    decision
      .given(decisionRecorded())
      .when(request({ because: 'A word was missing', lines: undefined, decided: 'Waking nights', reasons: ' ' }), byMinuteTaker)
      .then(words);
    decision.given(decisionRecorded(), words).when(approve, byChair).then({ type: 'DecisionCorrected', data: approved });
  });

  it('corrects the reading that stands, which is that of the last correction', () => {
    const second = numbered<'correction'>(981);
    decision
      .given(decisionRecorded(), requested(), corrected())
      .when(request({ correctionId: second }), byMinuteTaker)
      .then(requested({ correctionId: second, corrects: numbered<'reading'>(980) }));
    const both = [decisionRecorded(), requested(), requested({ correctionId: second }), corrected()];
    decision.given(...both).when({ type: 'ApproveCorrection', correctionId: second }, byChair).thenRefused('correction-of-older-reading');
  });

  it('is settled once', () => {
    decision.given(decisionRecorded(), requested(), corrected()).when(refuse, byChair).thenRefused('correction-already-settled', 'approved');
    decision.given(decisionRecorded(), requested(), notCorrected).when(approve, byChair).thenRefused('correction-already-settled', 'refused');
    decision.given(decisionRecorded(), requested()).when(request(), byMinuteTaker).thenRefused('correction-already-requested');
    decision.given(decisionRecorded()).when(approve, byChair).thenRefused('correction-unknown');
  });

  it('says what should read otherwise, and why', () => {
    decision.given(decisionRecorded()).when(request({ lines: undefined }), byMinuteTaker).thenRefused('correction-of-nothing');
    decision.given(decisionRecorded()).when(request({ because: ' ' }), byMinuteTaker).thenRefused('correction-reasons-missing');
  });

  it('is for the agencies with a seat on the panel', () => {
    decision.given(decisionRecorded()).when(request(), facts('somebody', { actingAgency: stranger })).thenRefused('agency-without-seat');
    decision.given(decisionRecorded()).when(request(), facts('somebody', { panel: { status: 'unknown' } })).thenRefused('panel-unknown');
  });

  it('has nothing to correct in a matter that was never decided', () => {
    decision.when(request(), byMinuteTaker).thenRefused('decision-unknown', 'nothing to correct');
    decision.given(voteCast(five.health, 'for')).when(request(), byMinuteTaker).thenRefused('decision-unknown');
  });
});

describe('What a correction commits', () => {
  const ofEachMember = facts('the minute taker', { panel: panelWith(termsOfEachMember()) });
  const asking = (changes: Parameters<typeof proposedLine>[0]) =>
    decision.given(decisionRecorded()).when(request({ lines: [proposedLine(changes)] }), ofEachMember);

  it('is not more than was decided on the authority of those in the room', () => {
    asking({ split: percentages(30, 70) }).thenRefused('correction-commits-more', 'bring a variation');
    asking({ rates: [{ from: '2025-09-01', weeklyPence: 184_736 }] }).thenRefused('correction-commits-more');
    asking({ from: '2025-08-31', to: '2026-09-01', rates: [{ from: '2025-08-31', weeklyPence: 184_735 }] }).thenRefused('correction-commits-more');
  });

  it('may be less', () => {
    const rates = [{ from: day('2025-09-01'), weeklyPence: pounds(1_800) }];
    asking({ rates: [{ from: '2025-09-01', weeklyPence: 180_000 }] }).then(requested({ lines: [agreedLine({ rates })] }));
  });
});

describe('What a correction asks', () => {
  it('is checked like the lines of any decision', () => {
    const asking = (...asked: readonly ReturnType<typeof proposedLine>[]) => decision.given(decisionRecorded()).when(request({ lines: asked }), byMinuteTaker);
    asking(proposedLine({ split: percentages(33.33, 33.33, 33.33) })).thenRefused('shares-not-whole');
    asking(otherWay, otherWay).thenRefused('line-repeated');
    asking().thenRefused('decision-without-lines');
    asking(proposedLine({ split: { kind: 'ratio', parts: [{ agencyId: stranger, weight: 1 }] } })).thenRefused('agency-unknown');
    decision.given(nothingRecorded({ outcome: 'declined' })).when(request(), byMinuteTaker).thenRefused('lines-without-approval');
  });

  it('may leave the line that the decision replaced as it is', () => {
    const replaces = { decisionId: numbered<'decision'>(690), lineId: numbered<'package-line'>(590) };
    const earlier = decisionRecorded({ decisionId: replaces.decisionId, lines: [agreedLine({ lineId: replaces.lineId })] });
    const variation = decisionRecorded({ lines: [agreedLine({ replaces })] });
    const ofChild = [decisionAfter(earlier), decisionAfter(variation)];
    const [line] = lines;
    if (!line) throw new Error('There is a line.');
    decision
      .given(variation)
      .when(request({ lines: [{ ...otherWay, replaces }] }), { ...byMinuteTaker, ofChild })
      .then(requested({ lines: [{ ...line, replaces }] }));
    decision.given(variation).when(request({ lines: [{ ...otherWay, replaces }] }), byMinuteTaker).thenRefused('line-not-in-effect');
  });

  it('gives each agency one position, in a decision that has any', () => {
    const position = { agencyId: socialCare, position: 'opposes' as const };
    decision
      .given(decisionRecorded())
      .when(request({ lines: undefined, positions: [position, position] }), byMinuteTaker)
      .thenRefused('position-repeated');
    decision.given(decisionRecorded()).when(request({ positions: [{ ...position, agencyId: stranger }] }), byMinuteTaker).thenRefused('agency-unknown');
    decision.given(takenUrgently()).when(request({ positions: [position] }), byMinuteTaker).thenRefused('correction-of-other-matter');
    decision
      .given(decisionRecorded(), requested({ positions: [position] }))
      .when(approve, byChair)
      .then(corrected({ positions: [position] }));
  });

  it('gives each condition its owner and due date', () => {
    const conditionId = numbered<'condition'>(1);
    const owner = { agencyId: socialCare, post: 'Service manager' };
    const conditional = decisionRecorded({
      outcome: 'approved-with-conditions',
      conditions: [{ conditionId, owner, dueOn: day('2025-11-01') }],
      conditionWords: [{ conditionId, words: 'A night sitter is found' }],
    });
    const asking = { conditionId, words: 'A night sitter is found', owner, dueOn: '2025-12-01' };
    const reading = { conditions: [{ conditionId, owner, dueOn: day('2025-12-01') }], conditionWords: [{ conditionId, words: 'A night sitter is found' }] };
    decision.given(conditional).when(request({ conditions: [asking] }), byMinuteTaker).then(requested(reading));
    decision.given(conditional).when(request({ conditions: [{ ...asking, owner: undefined }] }), byMinuteTaker).thenRefused('condition-without-owner');
    const after = decisionAfter(conditional, requested(reading), corrected({ conditions: reading.conditions }));
    expect(after.status === 'recorded' && after.conditions).toEqual([{ conditionId, ...owner, dueOn: '2025-12-01', is: 'open' }]);
  });
});
