import type { Commitment, PackageLine } from '@accord/panel/contracts';
import { commitmentsOf, delegatedAuthority } from './authority';
import type { CommitmentsAsked } from './authority';
import { asked, commitment, delegation, delegationId, healthMember, limit, lineOf, members, schemes } from './sample-people';
import { day, health, numbered, pounds, socialCare } from './sample-panel';

const ofHealth = (changes: Partial<CommitmentsAsked> = {}): Commitment | undefined =>
  commitmentsOf(asked(changes)).find(({ agencyId }) => agencyId === health);
const within = (changes: Partial<CommitmentsAsked> = {}): boolean | undefined => ofHealth(changes)?.withinAuthority;
const limited = (changes: Parameters<typeof limit>[0]) => ({ schemes: schemes(delegation({ limits: [limit(changes)] })) });

describe("Health's representative may commit £1,500 a week of health's own share (worked example 8)", () => {
  it('so half of £1,620 is committed in the room: £810', () => {
    expect(ofHealth()).toEqual({
      ...{ agencyId: health, weeklyOwnPence: pounds(810), weeklyGrossPence: pounds(1_620) },
      ...{ delegationId: delegationId(900), withinAuthority: true },
    });
  });

  it('but the whole of £1,620 awaits ratification', () => {
    expect(ofHealth({ lines: [lineOf(100)] })).toEqual({
      ...{ agencyId: health, weeklyOwnPence: pounds(1_620), weeklyGrossPence: pounds(1_620) },
      ...{ delegationId: null, withinAuthority: false },
    });
  });

  it('and with the same limit on the gross cost half of it is beyond authority as well', () => {
    expect(within({ ...limited({ measuredOn: 'gross' }), lines: [lineOf(50)] })).toBe(false);
  });

  it('to the penny: £1,500.00 is within it, £1,500.01 is not', () => {
    const at = (amount: number) => lineOf(100, { rates: [{ from: day('2025-09-01'), weeklyPence: pounds(amount) }] });
    expect(within({ lines: [at(1_500)] })).toBe(true);
    expect(within({ lines: [at(1_500.01)] })).toBe(false);
    // Half of £3,000.01 is £1,500.005: the odd half penny counts as one.
    const half = lineOf(50, { rates: [{ from: day('2025-09-01'), weeklyPence: pounds(3_000.01) }] });
    expect(ofHealth({ lines: [half] })).toMatchObject({ weeklyOwnPence: pounds(1_500.01), withinAuthority: false });
  });
});

describe('What a decision commits', () => {
  it('is told for each agency that pays, in the order in which the lines name them; a share of nothing is none', () => {
    const payers = (...lines: PackageLine[]) => commitmentsOf(asked({ lines })).map(({ agencyId }) => agencyId);
    expect(payers(lineOf(50))).toEqual([health, socialCare]);
    expect(payers(lineOf(0), lineOf(50))).toEqual([socialCare, health]);
    expect(payers()).toEqual([]);
  });

  it('a week is the highest week: lines that run together add up, lines that follow each other do not', () => {
    const autumn = { from: day('2025-09-01'), to: day('2025-12-01') };
    const winter = { from: day('2025-12-01'), to: null };
    const spring = { from: day('2025-11-01'), to: null };
    const own = (...periods: PackageLine['period'][]) =>
      ofHealth({ lines: periods.map((period) => lineOf(50, { period })) })?.weeklyOwnPence;
    expect(own(autumn, winter)).toBe(pounds(810));
    expect(own(autumn, spring)).toBe(pounds(1_620));
  });

  it('a week counts the highest rate that is ever reached, not one of before the line begins', () => {
    const rates = [
      { from: day('2025-01-01'), weeklyPence: pounds(9_000) },
      { from: day('2025-09-01'), weeklyPence: pounds(100) },
      { from: day('2026-04-01'), weeklyPence: pounds(300) },
    ];
    expect(ofHealth({ lines: [lineOf(100, { rates })] })?.weeklyOwnPence).toBe(pounds(300));
  });

  it('of a third is rounded up to a penny', () => {
    const parts = [health, socialCare, numbered<'agency'>(103)].map((agencyId) => ({ agencyId, weight: 1 }));
    const lines = [lineOf(50, { split: { kind: 'ratio', parts }, rates: [{ from: day('2025-09-01'), weeklyPence: pounds(100) }] })];
    expect(ofHealth({ lines })?.weeklyOwnPence).toBe(pounds(33.34));
  });

  it('of an agency holds only the lines in which it pays', () => {
    expect(ofHealth({ lines: [lineOf(50), lineOf(0)] })).toMatchObject({ weeklyOwnPence: pounds(810), weeklyGrossPence: pounds(1_620) });
  });
});

describe('A line that is not paid by the week', () => {
  const from = day('2025-09-01');
  const own = (...rates: PackageLine['rates']) => ofHealth({ lines: [lineOf(50, { rates })] });

  it.each<[string, PackageLine['rates'][number], number, boolean]>([
    ['£428.57 a day is £2,999.99, of which half is within £1,500', { from, dailyPence: pounds(428.57) }, 1_500, true],
    ['£428.58 a day is £3,000.06', { from, dailyPence: pounds(428.58) }, 1_500.03, false],
    ['£80 an hour for 37 hours and a half is £3,000', { from, hourlyPence: pounds(80), weeklyMinutes: 2_250 }, 1_500, true],
    ['a minute more is £3,001.34, rounded up', { from, hourlyPence: pounds(80), weeklyMinutes: 2_251 }, 1_500.67, false],
    ['£12,000 every four weeks is £3,000', { from, fourWeeklyPence: pounds(12_000) }, 1_500, true],
    ['a penny more every four weeks counts as one a week', { from, fourWeeklyPence: pounds(12_000.01) }, 1_500.01, false],
    ['£3,000 once counts in its week', { from, oncePence: pounds(3_000) }, 1_500, true],
    ['£3,000.01 once is beyond it', { from, oncePence: pounds(3_000.01) }, 1_500.01, false],
  ])('is measured by what a week of it costs: %s', (_what, rate, weeklyOwn, withinAuthority) => {
    expect(own(rate)).toMatchObject({ weeklyOwnPence: pounds(weeklyOwn), withinAuthority });
  });

  it('counts what is paid once beside what runs in the same seven days, and no longer', () => {
    const bed = lineOf(100, { category: 'equipment', period: { from, to: day('2025-09-02') }, rates: [{ from, oncePence: pounds(1_000) }] });
    const nightsFrom = (begins: string) => lineOf(100, { period: { from: day(begins), to: null }, rates: [{ from: day(begins), weeklyPence: pounds(600) }] });
    expect(ofHealth({ lines: [bed, nightsFrom('2025-09-07')] })).toMatchObject({ weeklyOwnPence: pounds(1_600), withinAuthority: false });
    expect(ofHealth({ lines: [bed, nightsFrom('2025-09-08')] })).toMatchObject({ weeklyOwnPence: pounds(1_000), withinAuthority: true });
  });

  it('of £2,000 once counts for limits per decision and per case, in whichever year it is paid', () => {
    const [inTheYear, later] = ['2025-12-01', '2027-12-01'].map((on) => lineOf(100, { rates: [{ from, weeklyPence: pounds(0) }, { from: day(on), oncePence: pounds(2_000) }] }));
    const [enough, short] = [2_000, 1_999.99].map((amount) => limited({ per: 'decision', amountPence: pounds(amount) }));
    for (const lines of [[inTheYear], [later]].map((each) => each.flatMap((given) => given ?? []))) {
      expect(within({ ...enough, lines })).toBe(true);
      expect(within({ ...short, lines })).toBe(false);
    }
    const alsoInForce = [inTheYear ?? lineOf(100)];
    const perCase = (amount: number) => within({ ...limited({ per: 'case', amountPence: pounds(amount) }), lines: [lineOf(100, { rates: [{ from, oncePence: pounds(500) }] })], alsoInForce });
    expect([perCase(2_499.99), perCase(2_500)]).toEqual([false, true]);
  });
});

describe('A limit per decision', () => {
  const year = { from: day('2025-09-01'), to: day('2026-09-01') };
  it('is measured on the whole cost of the lines; one without an end counts its first year', () => {
    // 365 days at £810 a week, in sevenths: £42,235.71.
    const [enough, short] = [42_235.72, 42_235.71].map((amount) => limited({ per: 'decision', amountPence: pounds(amount) }));
    for (const lines of [[lineOf(50)], [lineOf(50, { period: year })]]) {
      expect(within({ ...enough, lines })).toBe(true);
      expect(within({ ...short, lines })).toBe(false);
    }
  });

  it('leaves out what else is in force for the child, which a limit per case counts', () => {
    const alsoInForce = [lineOf(50)];
    expect(within({ ...limited({ per: 'decision', amountPence: pounds(43_000) }), alsoInForce })).toBe(true);
    expect(within({ ...limited({ per: 'case', amountPence: pounds(43_000) }), alsoInForce })).toBe(false);
    expect(within({ ...limited({ per: 'case', amountPence: pounds(85_000) }), alsoInForce })).toBe(true);
  });
});

describe('A limit per week', () => {
  it('counts what else was decided about the child on the same day: two matters do not get round it', () => {
    const half = { lines: [lineOf(50)] };
    expect(within({ ...half, decidedSameDay: [lineOf(40)] })).toBe(true);
    expect(within({ ...half, decidedSameDay: [lineOf(50)] })).toBe(false);
    // What another agency pays is not health's, and what no limit covers is not limited.
    expect(within({ ...half, decidedSameDay: [lineOf(0)] })).toBe(true);
    expect(within({ ...limited({ categories: ['personal-care'] }), ...half, decidedSameDay: [lineOf(50, { category: 'education' })] })).toBe(true);
    expect(within({ ...limited({ per: 'decision', amountPence: pounds(43_000) }), ...half, decidedSameDay: [lineOf(50)] })).toBe(true);
  });

  it('of the panel as a body counts it too', () => {
    const ofThePanel = { terms: { commitment: commitment({ authority: 'of-the-panel', weeklyLimitPence: pounds(3_000) }) }, schemes: new Map() };
    expect(within({ ...ofThePanel, decidedSameDay: [lineOf(50, { rates: [{ from: day('2025-09-01'), weeklyPence: pounds(1_380) }] })] })).toBe(true);
    expect(within({ ...ofThePanel, decidedSameDay: [lineOf(50)] })).toBe(false);
  });
});

describe('A delegation counts', () => {
  it('only if each category in which the agency pays is delegated', () => {
    expect(within(limited({ categories: ['personal-care', 'nursing'] }))).toBe(true);
    expect(within(limited({ categories: ['nursing'] }))).toBe(false);
    expect(within({ ...limited({ categories: ['personal-care'] }), lines: [lineOf(50), lineOf(10, { category: 'education' })] })).toBe(false);
    // Education is not health's to pay here.
    expect(within({ ...limited({ categories: ['personal-care'] }), lines: [lineOf(50), lineOf(0, { category: 'education' })] })).toBe(true);
  });

  it('only if every limit of it that touches the lines holds, each over its own categories', () => {
    const both = (second: Parameters<typeof limit>[0]) => ({ schemes: schemes(delegation({ limits: [limit(), limit(second)] })) });
    expect(within(both({ per: 'decision', amountPence: pounds(50_000) }))).toBe(true);
    expect(within(both({ per: 'decision', amountPence: pounds(40_000) }))).toBe(false);
    expect(within(both({ amountPence: pounds(1), categories: ['education'] }))).toBe(true);
  });

  it('if it is to the person, or to a post that the person has, however it is written', () => {
    const to = (post: string) => ({ schemes: schemes(delegation({ to: { kind: 'post', post } })) });
    expect(within(to(' head of Continuing Care '))).toBe(true);
    expect(within(to('Chief nursing officer'))).toBe(false);
    expect(within({ members: members.map((member) => ({ ...member, practitionerId: numbered<'practitioner'>(599) })) })).toBe(false);
  });

  it('only of a member who is in the room', () => {
    expect(within({ members: members.slice(1) })).toBe(false);
  });

  it('from its first day until the day on which it ends', () => {
    const from = (text: string, until: string | null) =>
      within({ schemes: schemes(delegation({ from: day(text), until: until === null ? null : day(until) })) });
    expect(from('2025-10-01', '2025-10-02')).toBe(true);
    expect(from('2025-10-02', null)).toBe(false);
    expect(from('2025-04-01', '2025-10-01')).toBe(false);
  });

  it('as the most generous of those that cover it', () => {
    const narrow = delegation({ limits: [limit({ amountPence: pounds(900) })] });
    const wide = delegation({ delegationId: delegationId(901), limits: [limit({ amountPence: pounds(2_000) })] });
    const ended = delegation({ delegationId: delegationId(902), until: day('2025-09-01'), limits: [limit({ amountPence: pounds(9_000) })] });
    expect(ofHealth({ schemes: schemes(narrow, wide, ended) })?.delegationId).toBe(delegationId(901));
    expect(ofHealth({ schemes: schemes(wide, narrow), lines: [lineOf(100)] })?.delegationId).toBe(delegationId(901));
  });
});

describe("The panel's own authority", () => {
  const panel = (changes: Parameters<typeof commitment>[0], more: Partial<CommitmentsAsked> = {}) =>
    ofHealth({ terms: { commitment: commitment(changes) }, ...more });

  it('is enough where it is delegated to the panel as a body', () => {
    const none = { schemes: new Map(), members: [] };
    expect(panel({ authority: 'of-the-panel' }, none)).toMatchObject({ delegationId: null, withinAuthority: true });
    expect(panel({ authority: 'of-the-panel', weeklyLimitPence: pounds(1_620) }, none)?.withinAuthority).toBe(true);
    expect(panel({ authority: 'of-the-panel', weeklyLimitPence: pounds(1_619.99) }, none)?.withinAuthority).toBe(false);
    expect(panel({ authority: 'of-the-panel', categories: ['education'] }, none)?.withinAuthority).toBe(false);
  });

  it("beyond which a member's own delegation may cover the member's agency", () => {
    const beyond = { authority: 'of-the-panel' as const, weeklyLimitPence: pounds(1_000) };
    expect(panel(beyond)).toMatchObject({ delegationId: delegationId(900), withinAuthority: true });
    expect(panel(beyond, { lines: [lineOf(100)] })).toMatchObject({ delegationId: null, withinAuthority: false });
  });

  it('is not enough where each member needs authority, and still bounds what members may commit', () => {
    expect(panel({}, { schemes: new Map() })?.withinAuthority).toBe(false);
    expect(panel({ weeklyLimitPence: pounds(1_000) })?.withinAuthority).toBe(false);
    expect(panel({ categories: ['education'] })?.withinAuthority).toBe(false);
  });
});

describe('One person who commits for an agency alone', () => {
  const holder = { practitionerId: healthMember, posts: [] };
  const alone = (...held: ReturnType<typeof delegation>[]) =>
    delegatedAuthority({ agencyId: health, holder, scheme: { delegations: held }, lines: [lineOf(50)], alsoInForce: [], decidedSameDay: [], on: day('2025-10-01') });

  it('does so by the delegation that covers it', () => {
    expect(alone(delegation())).toEqual({ ok: true, value: delegation() });
  });

  it('cannot by a delegation that has ended: the refusal names the day', () => {
    const ended = [day('2025-06-01'), day('2025-09-01')].map((until) => delegation({ until }));
    expect(alone(...ended)).toMatchObject({ refusal: 'delegation-ended', because: expect.stringContaining('1 September 2025'), kept: true });
  });

  it('cannot beyond the limits of the delegation', () => {
    expect(alone(delegation({ limits: [limit({ amountPence: pounds(809.99) })] }), delegation({ until: day('2025-09-01') }))).toMatchObject({
      refusal: 'authority-exceeded',
      kept: true,
    });
  });

  it('cannot without a delegation, or before it begins', () => {
    expect(alone()).toMatchObject({ refusal: 'authority-not-delegated', kept: true });
    expect(alone(delegation({ to: { kind: 'post', post: 'Chief executive' } }))).toMatchObject({ refusal: 'authority-not-delegated' });
    const later = delegation({ from: day('2025-10-02') });
    expect(alone(later)).toMatchObject({ refusal: 'authority-not-delegated', because: expect.stringContaining('2 October 2025') });
    expect(alone(delegation({ from: day('2026-04-01') }), later)).toMatchObject({ because: expect.stringContaining('2 October 2025') });
  });
});
