import type { AccountsAsRecorded, Closing } from '@accord/funding/application';
import { fundingPicture, fundsKnown, nothingClosed, sideBySide } from '@accord/funding/domain';
import type { FundingEvent } from '@accord/funding/domain';
import { idFrom, londonDate } from '@accord/shared/kernel';
import type { Id, LondonDate, Pence } from '@accord/shared/kernel';
import { ClosedRecharges } from './closed-recharges';

function numbered<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
function day(text: string): LondonDate {
  const date = londonDate(text);
  if (!date.ok) throw new Error(date.because);
  return date.value;
}
const [health, care, childId] = [numbered<'agency'>(101), numbered<'agency'>(102), numbered<'child'>(800)];
// The cast is the brand: whole pence.
const weeklyPence = 70_000 as Pence;
const sealed = 'sealed:test:';
const split = { kind: 'basis-points', parts: [{ agencyId: health, weight: 6_000 }, { agencyId: care, weight: 4_000 }] };
/** Nursing at £700 a week from 1 September 2025, 60/40; health pays Home Care Limited. The cast: the shape of the contracts. */
const events = [
  {
    type: 'DecisionRecorded',
    data: {
      ...{ decisionId: numbered(700), panelId: numbered(300), meetingId: numbered(400), matterId: null, childId, on: '2025-08-27', at: null },
      ...{ outcome: 'approved', effect: 'at-once', withoutPrejudice: false, needs: [], returnsOn: null, referredTo: null, urgent: null, sitting: null },
      ...{ positions: [], contributionsDeclined: [], papers: [], ends: [], commitments: [], conditions: [], reasons: sealed, provisions: sealed },
      lines: [{ lineId: numbered(600), category: 'nursing', split, replaces: null, period: { from: '2025-09-01', to: null }, rates: [{ from: '2025-09-01', weeklyPence }] }],
    },
  },
  {
    type: 'PackageLineArranged',
    data: {
      ...{ entryId: numbered(1), lineId: numbered(600), decisionId: numbered(700), childId, agencyId: health, from: '2025-09-01' },
      ...{ providerId: numbered(4100), provider: 'Home Care Limited', commissionedBy: health, vat: 'exempt' },
    },
  },
] as unknown as readonly FundingEvent[];
const picture = fundingPicture(
  events.map((body, place) => ({ body, origin: { eventId: numbered(2000 + place), stream: `sample-${place}`, revision: 0, recordedAt: '2025-09-01T09:00:00.000Z' } })),
);

const closing = (month: string, on: string, upTo: number): Closing => ({
  event: { type: 'AccountingMonthClosed', data: { month: day(month), ledgerFrom: day('2025-09-01'), upTo, previousUpTo: null, agencies: [], on: day(on) } },
  ...{ actor: 'one', agency: health, role: 'finance-officer', recordedAt: `${on}T09:00:00.000Z`, position: upTo + 1 },
});
const accounts = (...closings: readonly Closing[]): Pick<ConstructorParameters<typeof ClosedRecharges>[0], 'read'> => ({
  read: (): Promise<AccountsAsRecorded> => Promise.resolve({ state: nothingClosed, closings, revision: undefined }),
});
const recharges = (...closings: readonly Closing[]) => new ClosedRecharges(accounts(...closings), { facts: () => Promise.resolve([]) });
const both = [closing('2025-09-01', '2025-10-08', 40), closing('2025-10-01', '2025-11-07', 60)] as const;

const figuresOf = (agencyId: string, from: string, to: string) => {
  const closed = { months: { from: day('2025-09-01'), to: day('2025-11-01') }, upTo: 60, funds: fundsKnown([]) };
  const entries = recharges(...both).of({ childId, picture, closed, window: { from: day(from), to: day(to) }, cuts: [] });
  const { recharged, 'counter-recharged': receivable } = sideBySide(entries.filter((entry) => entry.agencyId === agencyId));
  return [recharged, receivable];
};

describe('What closed statements recharge', () => {
  it('reaches over the months closed by then, and counts what the last closing counted', async () => {
    expect(await recharges().closed({})).toBeUndefined();
    expect(await recharges(...both).closed({})).toMatchObject({ months: { from: '2025-09-01', to: '2025-11-01' }, upTo: 60 });
    expect(await recharges(...both).closed({ knownAt: '2025-11-07T08:59:59.999Z' })).toMatchObject({ months: { from: '2025-09-01', to: '2025-10-01' }, upTo: 40 });
    expect(await recharges(...both).closed({ asAt: day('2025-11-06') })).toMatchObject({ upTo: 40 });
    expect(await recharges(...both).closed({ asAt: day('2025-10-07') })).toBeUndefined();
  });

  it('is payable by the agency that shares the line, and receivable by the one that commissions it', () => {
    expect(figuresOf(care, '2025-09-01', '2025-09-08')).toEqual([28_000, 0]);
    expect(figuresOf(health, '2025-09-01', '2025-09-08')).toEqual([0, 28_000]);
  });

  it('is nothing for days whose month is open, and adds up however the days are cut', () => {
    expect(figuresOf(care, '2025-11-01', '2025-12-01')).toEqual([0, 0]);
    const [whole = 0] = figuresOf(care, '2025-09-01', '2025-12-01');
    const parts = [figuresOf(care, '2025-09-01', '2025-09-17'), figuresOf(care, '2025-09-17', '2025-12-01')];
    expect(parts.reduce((sum, [part = 0]) => sum + part, 0)).toBe(whole);
  });
});
