import type { DecisionCorrected, DecisionCorrectionRequested, DecisionRecorded } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import type { RequestCorrection } from './correction';
import { takenUrgently } from './sample-decided';
import { decisionAfter, five, nothingRecorded, voteCast } from './sample-outcome';
import { agreedLine, day, decisionRecorded, health, lineId, numbered, percentages, proposedLine, socialCare, stranger } from './sample-panel';
import { decision, facts, byMinuteTaker, byChair, otherWay, request, approve, refuse, lines, asked, requested, approved, corrected, notCorrected } from './sample-correction';

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

  it('of each kind of words is of a decision that says them', () => {
    const asking = (words: Partial<RequestCorrection>, ...recorded: readonly New<typeof DecisionRecorded>[]) =>
      decision.given(...recorded).when(request({ because: 'A slip', lines: undefined, ...words }), byMinuteTaker);
    const told = (words: Partial<New<typeof DecisionCorrectionRequested>['data']>): New<typeof DecisionCorrectionRequested> => ({
      type: 'DecisionCorrectionRequested',
      data: { ...asked, because: 'A slip', ...words },
    });
    asking({ principle: 'Nights are awake' }, decisionRecorded()).then(told({ principle: 'Nights are awake' }));
    asking({ principle: 'As for 943 476 5919' }, decisionRecorded()).thenRefused('principle-names-somebody');
    asking({ notApproved: 'Days' }, decisionRecorded({ outcome: 'part-approved', notApproved: 'Day' })).then(told({ notApproved: 'Days' }));
    asking({ missing: 'Costs' }, nothingRecorded({ outcome: 'deferred', missing: 'Cost' })).then(told({ missing: 'Costs' }));
    asking({ urgency: 'Discharge' }, takenUrgently()).then(told({ urgency: 'Discharge' }));
    asking({ notApproved: 'Days' }, decisionRecorded()).thenRefused('correction-of-other-matter');
    asking({ missing: 'Costs' }, decisionRecorded()).thenRefused('correction-of-other-matter');
    asking({ urgency: 'Discharge' }, decisionRecorded()).thenRefused('correction-of-other-matter', 'could not wait');
  });

  it('says that a decision is without prejudice where that was forgotten, or that it is not', () => {
    const flagged = (withoutPrejudice: boolean) => request({ because: 'A slip', lines: undefined, withoutPrejudice });
    const told: New<typeof DecisionCorrectionRequested> = { type: 'DecisionCorrectionRequested', data: { ...asked, because: 'A slip', withoutPrejudice: true } };
    const approval: New<typeof DecisionCorrected> = { type: 'DecisionCorrected', data: { ...approved, withoutPrejudice: true } };
    decision.given(decisionRecorded()).when(flagged(true), byMinuteTaker).then(told);
    decision.given(decisionRecorded(), told).when(approve, byChair).then(approval);
    decision.given(decisionRecorded()).when(flagged(false), byMinuteTaker).thenRefused('correction-of-nothing');
    decision.given(decisionRecorded({ withoutPrejudice: true })).when(flagged(false), byMinuteTaker).then({ ...told, data: { ...told.data, withoutPrejudice: false } });
    const after = decisionAfter(decisionRecorded(), told, approval);
    expect(after).toMatchObject({ withoutPrejudice: true });
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

describe('What a correction asks', () => {
  it('is checked like the lines of any decision', () => {
    const asking = (...asked: readonly ReturnType<typeof proposedLine>[]) => decision.given(decisionRecorded()).when(request({ lines: asked }), byMinuteTaker);
    asking(proposedLine({ split: percentages(33.33, 33.33, 33.33) })).thenRefused('shares-not-whole');
    asking(otherWay, otherWay).thenRefused('line-repeated');
    asking(proposedLine({ split: { kind: 'ratio', parts: [{ agencyId: stranger, weight: 1 }] } })).thenRefused('agency-unknown');
  });

  it('names each line of the decision and no other: a line that gave way to a later decision never comes back', () => {
    const second = numbered<'package-line'>(601);
    const ofTwo = decisionRecorded({ lines: [agreedLine(), agreedLine({ lineId: second, category: 'therapy' })] });
    const asking = (...asked: readonly ReturnType<typeof proposedLine>[]) => decision.given(ofTwo).when(request({ lines: asked }), byMinuteTaker);
    const therapy = proposedLine({ lineId: second, category: 'therapy' });
    asking(otherWay).thenRefused('correction-of-other-lines', 'bring a variation');
    asking(otherWay, { ...therapy, lineId: numbered<'package-line'>(602) }).thenRefused('correction-of-other-lines');
    asking(otherWay, therapy, { ...therapy, lineId: numbered<'package-line'>(602) }).thenRefused('correction-of-other-lines');
    asking().thenRefused('correction-of-other-lines');
    decision.given(nothingRecorded({ outcome: 'declined' })).when(request(), byMinuteTaker).thenRefused('correction-of-other-lines');
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
    // Left out, it stays: else the line that was replaced would be paid for again.
    decision.given(variation).when(request(), { ...byMinuteTaker, ofChild }).then(requested({ lines: [{ ...line, replaces }] }));
  });

  it('never changes which earlier line a line replaces', () => {
    const replaces = { decisionId: numbered<'decision'>(690), lineId: numbered<'package-line'>(590) };
    decision.given(decisionRecorded()).when(request({ lines: [{ ...otherWay, replaces }] }), byMinuteTaker).thenRefused('correction-of-other-lines', 'replaces');
    decision
      .given(decisionRecorded({ lines: [agreedLine({ replaces })] }))
      .when(request({ lines: [{ ...otherWay, replaces: { ...replaces, lineId } }] }), byMinuteTaker)
      .thenRefused('correction-of-other-lines');
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
