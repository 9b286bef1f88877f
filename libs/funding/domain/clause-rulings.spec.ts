import type { Clause } from '@accord/funding/contracts';
import type { FundingEvent } from './funding-picture';
import { liabilities } from './liability';
import { clause, numbered, percentages, pounds, weeks } from './sample-agreement';
import {
  agreementInForce,
  complexHealthcareFrom,
  days,
  decided,
  dischargeOn,
  endedByAll,
  line,
  noticeGiven,
  noticeWithdrawn,
  operationOn,
  pictureOf,
  placementOn,
  reviewed,
  variationInForce,
} from './sample-facts';

const met = complexHealthcareFrom('2025-07-14');
const surgery = operationOn('2025-10-06');
const always = (changes: Partial<Clause> = {}): Clause =>
  clause({
    ...{ clauseId: numbered<'clause'>(1002), trigger: { event: 'always', criterion: null }, dayOne: null },
    ...{ duration: { unit: 'until-the-agreement-ends' }, split: percentages(80, 20) },
    ...changes,
  });

/** `2025-10-06 2025-11-17 50`: the days of personal care, health's per cent, from 1 September 2025 until 1 January 2026. */
function ruled(events: readonly FundingEvent[], agreed = line()): string[] {
  const found = liabilities(pictureOf(decided(agreed), met, ...events), days('2025-09-01', '2026-01-01'));
  for (const { amounts, cost } of found) expect(amounts.reduce((sum, { pence }) => sum + pence, 0)).toBe(cost);
  return found.map(({ period, split }) => `${period.from} ${period.to} ${(split.parts[0]?.weight ?? 0) / 100}`);
}
const after = (from: string, to: string) => [`2025-09-01 ${from} 70`, `${from} ${to} 50`, `${to} 2026-01-01 70`];

describe('A clause is set going', () => {
  const text = (changes: Partial<Clause>) => agreementInForce({ clauses: [clause(changes)] });

  it('by a discharge or a placement, where it names one, and by no other event', () => {
    const discharged = text({ trigger: { event: 'discharge', criterion: 'complex-healthcare' } });
    expect(ruled([...discharged, surgery, dischargeOn('2025-10-20')])).toEqual(after('2025-10-20', '2025-12-01'));
    const placed = text({ trigger: { event: 'placement', criterion: null }, duration: { unit: 'days', count: 10 }, dayOne: 'day-after-event' });
    expect(ruled([...placed, surgery, dischargeOn('2025-10-20'), placementOn('2025-11-03')])).toEqual(after('2025-11-04', '2025-11-14'));
  });

  it('for as long as the agreement is in force, where it says so', () => {
    const open = agreementInForce({ clauses: [clause({ duration: { unit: 'until-the-agreement-ends' } })], to: '2025-12-01' });
    expect(ruled([...open, surgery])).toEqual(after('2025-10-06', '2025-12-01'));
  });

  it('by nothing, where it always rules: from the coming into force, or from the finding that it asks for', () => {
    expect(ruled(agreementInForce({ clauses: [always()], from: '2025-10-01', to: '2025-12-01' }))).toEqual([
      ...['2025-09-01 2025-10-01 70', '2025-10-01 2025-12-01 80', '2025-12-01 2026-01-01 70'],
    ]);
    const criterion = agreementInForce({ clauses: [always({ trigger: { event: 'always', criterion: 'complex-healthcare' } })] });
    const found = liabilities(pictureOf(decided(line()), complexHealthcareFrom('2025-10-13'), ...criterion), days('2025-10-01', '2025-10-20'));
    expect(found.map(({ period, source }) => [period.from, source.kind])).toEqual([['2025-10-01', 'panel-decision'], ['2025-10-13', 'standing-agreement']]);
  });
});

describe('A clause with a cap', () => {
  const capped = agreementInForce({ clauses: [clause({ cost: { upToWeeklyPence: pounds(2_000) } })] });

  it('rules a line at its cap and below, and leaves the days above it to the panel', () => {
    const rising = line({ rates: { '2025-09-01': 2_000, '2025-10-20': 2_000.01, '2025-11-03': 1_999.99 } });
    expect(ruled([...capped, surgery], rising)).toEqual([
      ...['2025-09-01 2025-10-06 70', '2025-10-06 2025-10-20 50', '2025-10-20 2025-11-03 70', '2025-11-03 2025-11-17 50'],
      '2025-11-17 2026-01-01 70',
    ]);
  });

  it('rules one line and not the dearer one beside it', () => {
    const picture = pictureOf(decided(line({ number: 601 }), line({ number: 602, rates: { '2025-09-01': 3_000 } })), met, ...capped, surgery);
    const found = liabilities(picture, days('2025-10-06', '2025-10-13')).map(({ line: fact, source }) => [fact.line.lineId.slice(-3), source.kind]);
    expect(found).toEqual([['601', 'standing-agreement'], ['602', 'panel-decision']]);
  });
});

describe('A stated precedence', () => {
  const six = agreementInForce({ number: 1001, clauses: [clause({ clauseId: numbered<'clause'>(1) })], inForceFrom: '2025-04-01' });
  const stated = { first: numbered<'clause'>(1), over: numbered<'clause'>(2) };
  const later = (precedences: readonly (typeof stated)[]) =>
    agreementInForce({ number: 1002, clauses: [always({ clauseId: numbered<'clause'>(2) })], precedences, inForceFrom: '2025-06-01' });
  const whole = ['2025-09-01 2026-01-01 80'];
  const within = ['2025-09-01 2025-10-06 80', '2025-10-06 2025-11-17 50', '2025-11-17 2026-01-01 80'];

  it('goes before the text that came into force later', () => {
    expect(ruled([...six, ...later([]), surgery])).toEqual(whole);
    expect(ruled([...six, ...later([stated]), surgery])).toEqual(within);
    expect(ruled([...later([stated]), surgery, ...six])).toEqual(within);
  });

  it('counts in whichever of the two texts it stands, and while that text is in force', () => {
    const inFirst = agreementInForce({ number: 1001, clauses: [clause({ clauseId: numbered<'clause'>(1) })], precedences: [stated] });
    expect(ruled([...inFirst, ...later([]), surgery])).toEqual(within);
    const dropped = variationInForce({ number: 1002, since: '2025-10-20', clauses: [always({ clauseId: numbered<'clause'>(2) })] });
    expect(ruled([...six, ...later([stated]), ...dropped, surgery])).toEqual([
      ...['2025-09-01 2025-10-06 80', '2025-10-06 2025-10-20 50', '2025-10-20 2026-01-01 80'],
    ]);
  });

  it('that contradicts another leaves the days to the text in force last', () => {
    expect(ruled([...six, ...later([stated, { first: stated.over, over: stated.first }]), surgery])).toEqual(whole);
  });

  it('changes nothing between a third and either of them', () => {
    const third = agreementInForce({ number: 1003, clauses: [clause({ clauseId: numbered<'clause'>(3), split: percentages(10, 90), duration: weeks(1) })], inForceFrom: '2025-07-01' });
    expect(ruled([...six, ...later([stated]), ...third, surgery])).toEqual([
      ...['2025-09-01 2025-10-06 80', '2025-10-06 2025-10-13 10', '2025-10-13 2025-11-17 50', '2025-11-17 2026-01-01 80'],
    ]);
  });
});

describe('An agreement that is varied or ends', () => {
  const sixty = clause({ split: percentages(60, 40) });

  it('rules by the new text from its day, in a window that began before', () => {
    expect(ruled([...agreementInForce(), ...variationInForce({ since: '2025-10-20', clauses: [sixty] }), surgery])).toEqual([
      ...['2025-09-01 2025-10-06 70', '2025-10-06 2025-10-20 50', '2025-10-20 2025-11-17 60', '2025-11-17 2026-01-01 70'],
    ]);
  });

  it('begins no window for a clause that the text of the day of the event did not have', () => {
    const added = variationInForce({ since: '2025-10-20', clauses: [clause({ ...sixty, clauseId: numbered<'clause'>(1009) })] });
    expect(ruled([...agreementInForce(), ...added, surgery])).toEqual(after('2025-10-06', '2025-10-20'));
  });

  it('goes on with its rounding where the variation leaves the split as it was', () => {
    const penny = line({ rates: { '2025-09-01': 0.01 } });
    const amounts = (...events: FundingEvent[]) =>
      liabilities(pictureOf(decided(penny), met, ...agreementInForce(), surgery, ...events), days('2025-10-06', '2025-10-20'), []).map((each) => each.amounts[0]?.pence);
    expect(amounts()).toEqual([1]);
    expect(amounts(...variationInForce({ since: '2025-10-13' }))).toEqual([1, 0]);
    expect(amounts(...variationInForce({ since: '2025-10-13', clauses: [sixty] }))).toEqual([1, 1]);
  });

  it('rules nothing after its notice, its review day or its end, even within a window', () => {
    const cut = after('2025-10-06', '2025-11-01');
    const reviewBy = agreementInForce({ reviewBy: '2025-10-31' });
    expect(ruled([...agreementInForce(), surgery, noticeGiven('2025-07-31', '2025-10-31')])).toEqual(cut);
    expect(ruled([...agreementInForce(), surgery, endedByAll('2025-11-01')])).toEqual(cut);
    expect(ruled([...reviewBy, surgery])).toEqual(cut);
    expect(ruled([...reviewBy, surgery, reviewed('2025-10-31', '2026-10-31')])).toEqual(after('2025-10-06', '2025-11-17'));
    expect(ruled([...agreementInForce(), surgery, noticeGiven('2025-07-31', '2025-10-31'), noticeWithdrawn('2025-07-31', '2025-10-31')])).toEqual(after('2025-10-06', '2025-11-17'));
  });

  it('begins no window after its end', () => {
    expect(ruled([...agreementInForce(), surgery, endedByAll('2025-10-06')])).toEqual(['2025-09-01 2026-01-01 70']);
  });
});
