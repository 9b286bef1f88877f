import { fundingEvents } from '@accord/funding/contracts';
import type { LineCommand } from '@accord/funding/domain';
import { panelEvents } from '@accord/panel/contracts';
import { commandRunner } from '@accord/shared/commands';
import type { RequestContext } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { FakeCommandAnswers, FakePersonalData, InMemoryEventStore, RecordInMemory, anEvent, appended, sealedData } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import { PackageLines, ReplayedPictures } from '../index';

const id = <Kind extends string>(n: number): Id<Kind> => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id<Kind>;
const day = (text: string) => text as LondonDate;
const [health, care, schools] = [id<'agency'>(101), id<'agency'>(102), id<'agency'>(103)];
const [decisionId, lineId, agreementId, childId] = [id<'decision'>(700), id<'package-line'>(600), id<'agreement'>(1000), id<'child'>(800)];
const halves = (...parts: readonly Id<'agency'>[]) => ({ kind: 'basis-points', parts: parts.map((agencyId) => ({ agencyId, weight: 5_000 })) });

const decided: ClearEvent = {
  type: 'DecisionRecorded',
  data: {
    ...{ decisionId, panelId: id(300), meetingId: id(400), childId, on: '2025-09-01', outcome: 'approved', reasons: 'Needs' },
    ...{ matterId: null, at: null, effect: 'at-once', withoutPrejudice: false, needs: [], returnsOn: null, referredTo: null },
    ...{ urgent: null, sitting: null, contributionsDeclined: [], papers: [], ends: [], commitments: [], conditions: [], positions: [] },
    lines: [
      {
        ...{ lineId, category: 'personal-care', period: { from: '2025-09-01', to: null }, split: halves(health, care) },
        ...{ rates: [{ from: '2025-09-01', weeklyPence: 70_000 }], replaces: null, needs: [], budget: { kind: 'personal-budget', heldAs: 'direct-payment' } },
      },
    ],
    provisions: [{ lineId, words: 'Two carers' }],
  },
};
/** Signed by all: after surgery schools pay a half, so that they are asked wherever it matters who pays. */
const agreement: ClearEvent = {
  type: 'StandingAgreementRecorded',
  data: {
    ...{ agreementId, title: 'Personal care after surgery', kind: 'local-memorandum', parties: [health, schools] },
    ...{ aims: null, functions: null, clientGroup: null, precedences: [], noticeMonths: null, reviewBy: null },
    ...{ period: { from: '2025-04-01', to: null }, on: '2025-03-03' },
    clauses: [
      {
        ...{ clauseId: id(1001), trigger: { event: 'surgery', criterion: 'complex-healthcare' }, categories: ['personal-care'], split: halves(health, schools) },
        ...{ duration: { unit: 'weeks', count: 6 }, dayOne: 'day-of-event', cost: 'regardless-of-cost', atEnd: 'falls-back' },
      },
    ],
  },
};
const inForce: ClearEvent = { type: 'StandingAgreementCameIntoForce', data: { agreementId, from: '2025-04-01' } };
const of = { lineId, decisionId, childId, agencyId: health };
const provider: ClearEvent = { type: 'ProviderRegistered', data: { providerId: id(41), name: 'Home Care Limited', kind: 'care-agency', on: '2025-04-01' } };
const paused: ClearEvent = { type: 'PackageLineSuspended', data: { ...of, entryId: id(1), from: '2025-10-06', retainedBasisPoints: 10_000, reason: 'away' } };
const proposed: ClearEvent = {
  type: 'LineRatesVariationProposed',
  data: { ...of, variationId: id(11), on: '2025-10-01', rates: [{ from: '2025-11-03', weeklyPence: 84_000 }], stillAwaited: [care], because: 'A third carer' },
};
const streams = [
  ...([[`decision-${decisionId}`, decided], [`agreement-${agreementId}`, agreement], [`agreement-${agreementId}`, inForce]] as const),
  ...([[`provider-${id(41)}`, provider], [`package-line-${lineId}`, paused], [`package-line-${lineId}`, proposed]] as const),
];

const context: RequestContext = {
  ...{ commandId: 'of-this-spec', fingerprint: 'body', correlationId: 'request-1', actor: 'person-1', agency: health, role: 'commissioner' },
  ...{ lawfulBasis: 'public-task', now: '2026-01-05T09:30:00.000Z', today: day('2026-01-05') },
};

/** The facts that the event names of what the command decided, and how often the area was asked for its agreements. */
async function restingOn(command: LineCommand) {
  const catalogue = catalogueOf(panelEvents, fundingEvents);
  const record = new RecordInMemory(() => '2026-01-05T09:30:00.000Z');
  const events = new InMemoryEventStore(record);
  for (const [stream, { type, data }] of streams) {
    const definition = catalogue.check(type, data);
    await appended(events, stream, [anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, data) })]);
  }
  let [asked, place] = [0, 5_000];
  const runner = commandRunner({
    ...{ events, catalogue, personalData: new FakePersonalData(), answers: new FakeCommandAnswers(), keyedHash: (text: string) => text },
    ...{ nameBasedId: () => id(place++), keepRefused: () => Promise.resolve(0) },
  });
  const agreed = () => {
    asked += 1;
    return Promise.resolve([agreementId]);
  };
  const pictures = new ReplayedPictures(events, catalogue);
  const outcome = await new PackageLines(runner, { agreed }, { pictureNow: (child) => pictures.pictureAsOf(child, {}) }).line(command, context);
  if (!outcome.ok) throw new Error(outcome.because);
  return { asked, restsOn: record.all.at(-1)?.metadata.restsOn?.map(({ stream }) => stream) ?? [], decided: record.all.at(-1)?.data };
}

describe('What is decided about a package line', () => {
  const asking = { decisionId, lineId, agencyId: health, today: context.today };
  const [entryId, from, on, because] = [id<'line-entry'>(2), day('2025-10-13'), day('2025-12-01'), 'Words about the child'];
  const variation = { variationId: id<'rate-variation'>(12), rates: [{ from: day('2025-11-10'), weeklyPence: 90_000 }] };
  const sum = { recoveryId: id<'recovery'>(31), of: { from: day('2025-09-01'), to: day('2025-10-01') }, pence: 100 };

  it.each<LineCommand>([
    { type: 'ArrangeLine', ...asking, entryId, from, providerId: id<'provider'>(41), vat: 'exempt' },
    { type: 'ResumeLine', ...asking, entryId, from },
    { type: 'SuspendLine', ...asking, entryId, from: day('2025-09-15'), retainedBasisPoints: 10_000, reason: 'away', because: undefined, turnsOnly: false },
    { type: 'RefuseLineRates', ...asking, agencyId: care, variationId: id<'rate-variation'>(11), on, because },
    { type: 'AgreeLineRates', ...asking, agencyId: care, variationId: id<'rate-variation'>(11), on },
    { type: 'WithdrawLineEntry', ...asking, withdraws: id(1), turnsOnly: true, because, on },
  ])('rests on no agreement where it does not hang on who pays: $type', async (command) => {
    const { asked, restsOn } = await restingOn(command);
    expect(asked).toBe(0);
    expect(restsOn).toContain(`decision-${decisionId}`);
    expect(restsOn).not.toContain(`agreement-${agreementId}`);
  });

  it.each<LineCommand>([
    { type: 'SuspendLine', ...asking, entryId, from: day('2025-09-15'), retainedBasisPoints: 0, reason: 'away', because: undefined, turnsOnly: false },
    { type: 'ChangeRetainedPart', ...asking, entryId, from, retainedBasisPoints: 0, because },
    { type: 'EndLine', ...asking, entryId, from, reason: 'need-ended', because },
    { type: 'ProposeLineRates', ...asking, ...variation, on, because },
    { type: 'RecoverUnspentSum', ...asking, ...sum, on },
    { type: 'WithdrawLineEntry', ...asking, withdraws: id(1), turnsOnly: false, because, on },
  ])('rests on the agreements of the area where it does: $type', async (command) => {
    const { asked, restsOn } = await restingOn(command);
    expect([asked, restsOn]).toEqual([1, expect.arrayContaining([`agreement-${agreementId}`, `decision-${decisionId}`])]);
  });

  it('awaits those who pay under a clause', async () => {
    expect((await restingOn({ type: 'ProposeLineRates', ...asking, ...variation, on, because })).decided).toMatchObject({ stillAwaited: [care, schools] });
  });
});
