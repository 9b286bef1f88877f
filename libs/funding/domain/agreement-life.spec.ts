import { endingOf, noLife, reviewDueBy, rulingTexts } from './agreement-life';
import type { AgreementLife, SignedText } from './agreement-life';
import { day, health, socialCare } from './sample-agreement';

const text = (version: number, from: string, { to = null as string | null, reviewBy = null as string | null } = {}): SignedText => ({
  ...{ version, from: day(from), period: { from: day('2025-04-01'), to: to === null ? null : day(to) } },
  reviewBy: reviewBy === null ? null : day(reviewBy),
});
const life = (changes: Partial<AgreementLife> = {}): AgreementLife => ({ ...noLife, texts: [text(1, '2025-04-01')], ...changes });
const rules = (of: AgreementLife): string[] => rulingTexts(of).map(({ version, days }) => `${version}: ${days.from} ${days.to ?? 'on'}`);
const notice = { agencyId: health, on: day('2025-11-30'), lastDay: day('2026-02-28') };
const review = (on: string, next: string | null) => ({ on: day(on), nextReviewBy: next === null ? null : day(next) });

describe('The text that rules on a day', () => {
  it('is the first from its coming into force, and a variation from its own', () => {
    expect(rules(life())).toEqual(['1: 2025-04-01 on']);
    expect(rules(life({ texts: [text(1, '2025-04-01'), text(2, '2025-10-20')] }))).toEqual(['1: 2025-04-01 2025-10-20', '2: 2025-10-20 on']);
  });

  it('is the newest of those in force: a text that one agreed later overtakes never rules', () => {
    const texts = [text(1, '2025-04-01'), text(2, '2026-01-01'), text(3, '2025-12-01')];
    expect(rules(life({ texts }))).toEqual(['1: 2025-04-01 2025-12-01', '3: 2025-12-01 on']);
    expect(rules(life({ texts: texts.toReversed() }))).toEqual(rules(life({ texts })));
  });

  it('rules to its own end, which a variation may put off', () => {
    expect(rules(life({ texts: [text(1, '2025-04-01', { to: '2026-04-01' })] }))).toEqual(['1: 2025-04-01 2026-04-01']);
    const extended = [text(1, '2025-04-01', { to: '2026-04-01' }), text(2, '2025-10-20', { to: '2027-04-01' })];
    expect(rules(life({ texts: extended }))).toEqual(['1: 2025-04-01 2025-10-20', '2: 2025-10-20 2027-04-01']);
    expect(endingOf(life({ texts: extended }))).toEqual({ from: '2027-04-01', reason: 'term' });
  });

  it('is none before any is in force, and there is no end of what never began', () => {
    expect(rules(noLife)).toEqual([]);
    expect(endingOf({ ...noLife, notices: [notice] })).toBeUndefined();
  });
});

describe('An agreement ends', () => {
  it('the day after its notice has run, unless it was taken back in time', () => {
    expect(endingOf(life({ notices: [notice] }))).toEqual({ from: '2026-03-01', reason: 'notice' });
    const withdrawn = (on: string, agencyId: string = health) => life({ notices: [notice], withdrawals: [{ agencyId, givenOn: notice.on, on: day(on) }] });
    expect(endingOf(withdrawn('2026-02-28'))).toBeUndefined();
    expect(endingOf(withdrawn('2026-03-01'))).toEqual({ from: '2026-03-01', reason: 'notice' });
    expect(endingOf(withdrawn('2025-12-08', socialCare))).toEqual({ from: '2026-03-01', reason: 'notice' });
  });

  it('with the first notice to run, where two parties gave one', () => {
    const later = { agencyId: socialCare, on: day('2025-12-08'), lastDay: day('2026-03-08') };
    expect(endingOf(life({ notices: [later, notice] }))).toEqual({ from: '2026-03-01', reason: 'notice' });
  });

  it('the day after its last day for a review, where nobody reviewed it by then', () => {
    const due = life({ texts: [text(1, '2025-04-01', { reviewBy: '2026-03-31' })] });
    expect(endingOf(due)).toEqual({ from: '2026-04-01', reason: 'not-reviewed' });
    expect(endingOf({ ...due, reviews: [review('2026-03-31', '2027-03-31')] })).toEqual({ from: '2027-04-01', reason: 'not-reviewed' });
    expect(endingOf({ ...due, reviews: [review('2026-04-01', '2027-03-31')] })).toEqual({ from: '2026-04-01', reason: 'not-reviewed' });
    expect(endingOf({ ...due, reviews: [review('2026-03-02', null)] })).toBeUndefined();
    expect(reviewDueBy({ ...due, reviews: [review('2026-03-02', '2027-03-31')] })).toBe('2027-03-31');
  });

  it('not by a review of before it came into force', () => {
    const due = life({ texts: [text(1, '2025-04-01', { reviewBy: '2026-03-31' })], reviews: [review('2025-03-01', '2025-03-15')] });
    expect(endingOf(due)).toEqual({ from: '2026-04-01', reason: 'not-reviewed' });
  });

  it('by the review day of a variation that states one; one that states none leaves it as it was', () => {
    const first = text(1, '2025-04-01', { reviewBy: '2026-03-31' });
    expect(endingOf(life({ texts: [first, text(2, '2025-10-20')] }))).toEqual({ from: '2026-04-01', reason: 'not-reviewed' });
    const restated = life({ texts: [first, text(2, '2025-10-20', { reviewBy: '2026-12-31' })] });
    expect(endingOf(restated)).toEqual({ from: '2027-01-01', reason: 'not-reviewed' });
    expect(endingOf({ ...restated, reviews: [review('2025-06-02', '2025-09-30')] })).toEqual({ from: '2025-10-01', reason: 'not-reviewed' });
  });

  it('as all agreed, at its term, by notice or for want of a review: whichever comes first', () => {
    const all = life({
      texts: [text(1, '2025-04-01', { to: '2026-04-01', reviewBy: '2026-01-31' })],
      ...{ notices: [notice], endedByAll: [day('2025-12-01')] },
    });
    expect(endingOf(all)).toEqual({ from: '2025-12-01', reason: 'agreement-of-all' });
    expect(endingOf({ ...all, endedByAll: [] })).toEqual({ from: '2026-02-01', reason: 'not-reviewed' });
    expect(rules(all)).toEqual(['1: 2025-04-01 2025-12-01']);
  });
});
