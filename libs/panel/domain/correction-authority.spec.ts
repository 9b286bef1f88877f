import type { DecisionCorrectionRequested, LineCategory, PackageLine } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import type { CorrectionFacts } from './correction';
import { panelWith } from './sample-outcome';
import { agreedLine, day, decisionRecorded, education, health, percentages, pounds, proposedLine, termsOfEachMember } from './sample-panel';
import { decision, facts, byMinuteTaker, byChair, request, approve, asked, requested, approved, corrected } from './sample-correction';

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

describe('Money in a correction', () => {
  const asking = (changes: Parameters<typeof proposedLine>[0], by = byMinuteTaker) => decision.given(decisionRecorded()).when(request({ lines: [proposedLine(changes)] }), by);
  const approving = (changes: Partial<PackageLine>, by: CorrectionFacts) =>
    decision.given(decisionRecorded(), requested({ lines: [agreedLine(changes)] })).when(approve, by);
  const ofHealth = facts('somebody else of health');
  const ofHealthToo = { agencyId: health, approvedBy: 'somebody else of health', on: day('2025-10-06') };

  it('concerns more than one agency: a person of another one approves', () => {
    approving({ split: percentages(80, 20) }, ofHealth).thenRefused('correction-within-one-agency', 'another agency');
    approving({ rates: [{ from: day('2025-09-01'), weeklyPence: pounds(1_800) }] }, ofHealth).thenRefused('correction-within-one-agency');
    approving({ period: { from: day('2025-09-01'), to: day('2026-09-01') } }, ofHealth).thenRefused('correction-within-one-agency');
  });

  it('is none where every share stays as it is, in words or in the kind of provision', () => {
    const same = [agreedLine({ category: 'nursing' })];
    decision.given(decisionRecorded(), requested({ lines: same })).when(approve, ofHealth).then(corrected({ ...ofHealthToo, lines: same }));
    const words: New<typeof DecisionCorrectionRequested> = { type: 'DecisionCorrectionRequested', data: { ...asked, because: 'A slip', decided: 'Nights' } };
    decision.given(decisionRecorded(), words).when(approve, ofHealth).then({ type: 'DecisionCorrected', data: { ...approved, ...ofHealthToo } });
  });

  it('lets no agency pay more that neither asked nor approved', () => {
    const byEducation = facts('the school', { actingAgency: education, today: day('2025-10-07') });
    approving({ split: percentages(60, 40) }, byEducation).thenRefused('correction-commits-more', 'may begin on the same day');
    approving({ split: percentages(60, 40) }, byChair).then(corrected({ lines: [agreedLine({ split: percentages(60, 40) })] }));
    approving({ split: percentages(80, 20) }, byEducation).then(corrected({ agencyId: education, approvedBy: 'the school', lines: [agreedLine({ split: percentages(80, 20) })] }));
  });

  it('is refused when it is asked for, where no one other agency could answer for what it adds', () => {
    const more = { rates: [{ from: '2025-09-01', weeklyPence: 200_000 }] };
    asking(more, facts('the school', { actingAgency: education })).thenRefused('correction-commits-more');
    asking({ ...more, split: percentages(60, 35, 5) }).thenRefused('correction-commits-more');
    asking(more).then(requested({ lines: [agreedLine({ rates: [{ from: day('2025-09-01'), weeklyPence: pounds(2_000) }] })] }));
  });

  it('counts what an end that is moved, or left out, costs after the first year', () => {
    const ended = decisionRecorded({ lines: [agreedLine({ period: { from: day('2025-09-01'), to: day('2026-09-01') } })] });
    const byEducation = facts('the school', { actingAgency: education });
    decision.given(ended).when(request({ lines: [proposedLine()] }), byEducation).thenRefused('correction-commits-more');
    decision.given(ended, requested({ lines: [agreedLine()] })).when(approve, ofHealth).thenRefused('correction-within-one-agency');
  });

  it('is no more than the panel may commit of its own authority, whoever approves', () => {
    const withLimit = (weeklyLimitPence: number, categories: readonly LineCategory[] = ['personal-care']) =>
      facts('the minute taker', { panel: panelWith({ commitment: { authority: 'of-the-panel', weeklyLimitPence: pounds(weeklyLimitPence / 100), categories: [...categories] } }) });
    const more = { rates: [{ from: '2025-09-01', weeklyPence: 200_000 }] };
    asking(more, withLimit(199_999)).thenRefused('correction-commits-more');
    asking(more, withLimit(300_000, ['nursing'])).thenRefused('correction-commits-more');
    asking(more, withLimit(200_000)).then(requested({ lines: [agreedLine({ rates: [{ from: day('2025-09-01'), weeklyPence: pounds(2_000) }] })] }));
  });
});
