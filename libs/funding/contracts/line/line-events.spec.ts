import { catalogueOf } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import { sealedForTests } from '@accord/shared/testing';
import { lineLifeEvents } from './events';
import { providerEvents } from './provider-events';

const catalogue = catalogueOf([...lineLifeEvents, ...providerEvents]);
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [health, care] = [id(101), id(102)];
const line = { lineId: id(600), decisionId: id(700), childId: id(800), agencyId: health };
const entry = { ...line, entryId: id(1), from: '2025-10-06' };
const variation = { ...line, variationId: id(11), on: '2025-10-01' };
const rates = [{ from: '2025-11-03', weeklyPence: 84_000 }];
const examples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ProviderRegistered: { providerId: id(41), name: 'Home Care Limited', kind: 'care-agency', on: '2025-04-01' },
  PackageLineArranged: { ...entry, providerId: id(41), provider: 'Home Care Limited', commissionedBy: health, vat: 'exempt' },
  PackageLineSuspended: { ...entry, retainedBasisPoints: 5_000, reason: 'hospital-stay', because: 'Fell ill' },
  RetainedPartChanged: { ...entry, retainedBasisPoints: 2_500, because: 'The provider keeps the place' },
  PackageLineResumed: entry,
  PackageLineEnded: { ...entry, reason: 'need-ended', because: 'Stands by herself' },
  LineRatesVariationProposed: { ...variation, rates, stillAwaited: [care], because: 'A third carer' },
  LineRatesVariationAgreed: { ...variation, stillAwaited: [] },
  LineRatesVariationRefused: { ...variation, because: 'Too dear' },
  UnspentSumRecovered: { ...line, recoveryId: id(31), of: { from: '2025-09-01', to: '2025-10-01' }, pence: 10_001, on: '2025-11-10' },
  LineEntryWithdrawn: { ...line, withdraws: id(1), because: 'Another child', on: '2025-11-10' },
};
const words: Words = {
  ...{ agency: (agencyId) => (agencyId === health ? 'Northshire ICB' : 'Northshire Council'), panel: String, line: () => 'package line', agreement: String },
  ...{ personal: String, shares: String, date: (date) => `<${date}>`, money: (pence) => `${pence}p` },
};

/** The example as it is stored and read back. */
function storedExample(type: string, changes: object) {
  const definition = catalogue.check(type, { ...examples[type], ...changes });
  const sealed = Object.fromEntries(Object.keys(definition.personal).map((field) => [field, sealedForTests(examples[type]?.[field])]));
  const data = catalogue.read({ type, schemaVersion: definition.version, data: { ...examples[type], ...changes, ...sealed } });
  return { definition, data };
}

describe('The timeline says what happened to a package line', () => {
  const rated = (rate: object) => ({ rates: [{ from: '2025-11-03', ...rate }] });
  it.each<[string, object, string]>([
    ['ProviderRegistered', {}, 'Home Care Limited was registered as a provider (care agency).'],
    ['PackageLineArranged', {}, 'From <2025-10-06> the package line is provided by Home Care Limited, whom Northshire ICB pays.'],
    ['PackageLineSuspended', {}, 'The package line pauses from <2025-10-06> (a stay in hospital); 50 % of what it costs stays payable.'],
    ['PackageLineSuspended', { retainedBasisPoints: 0, reason: 'away' }, 'The package line pauses from <2025-10-06> (the child is away); nothing of what it costs stays payable.'],
    ['RetainedPartChanged', {}, 'Northshire ICB said that from <2025-10-06> on, while the package line pauses, 25 % of what it costs stays payable.'],
    ['RetainedPartChanged', { agencyId: care, retainedBasisPoints: 0 }, 'Northshire Council said that from <2025-10-06> on, while the package line pauses, nothing of what it costs stays payable.'],
    ['PackageLineSuspended', { retainedBasisPoints: 10_000, reason: 'other' }, 'The package line pauses from <2025-10-06> (another reason); all of what it costs stays payable.'],
    ['PackageLineResumed', {}, 'The package line goes on from <2025-10-06>.'],
    ['PackageLineEnded', {}, 'The package line ended, <2025-10-05> being its last day (need ended).'],
    ['LineRatesVariationProposed', {}, 'Northshire ICB proposed other rates of the package line: 84000p a week from <2025-11-03>. Still to agree: Northshire Council.'],
    ['LineRatesVariationProposed', { ...rated({ dailyPence: 9 }), stillAwaited: [] }, 'Northshire ICB proposed other rates of the package line: 9p a day from <2025-11-03>. All have agreed: they hold.'],
    ['LineRatesVariationProposed', rated({ fourWeeklyPence: 9 }), 'Northshire ICB proposed other rates of the package line: 9p every four weeks from <2025-11-03>. Still to agree: Northshire Council.'],
    ['LineRatesVariationProposed', rated({ oncePence: 9 }), 'Northshire ICB proposed other rates of the package line: 9p once on <2025-11-03> and nothing from <2025-11-04> on. Still to agree: Northshire Council.'],
    ['LineRatesVariationProposed', { rates: [{ from: '2025-11-03', oncePence: 9 }, { from: '2025-11-04', dailyPence: 8 }] }, 'Northshire ICB proposed other rates of the package line: 9p once on <2025-11-03>; 8p a day from <2025-11-04>. Still to agree: Northshire Council.'],
    ['LineRatesVariationProposed', { rates: [{ from: '2025-11-03', oncePence: 9 }, { from: '2025-11-05', oncePence: 8 }] }, 'Northshire ICB proposed other rates of the package line: 9p once on <2025-11-03> and nothing from <2025-11-04> on; 8p once on <2025-11-05> and nothing from <2025-11-06> on. Still to agree: Northshire Council.'],
    ['LineRatesVariationProposed', rated({ hourlyPence: 9, weeklyMinutes: 90 }), 'Northshire ICB proposed other rates of the package line: 9p an hour for 90 minutes a week from <2025-11-03>. Still to agree: Northshire Council.'],
    ['LineRatesVariationAgreed', { agencyId: care }, 'Northshire Council agreed to the other rates of the package line. All have agreed: they hold.'],
    ['LineRatesVariationRefused', { agencyId: care }, 'Northshire Council did not agree to the other rates of the package line: those that held go on.'],
    ['UnspentSumRecovered', {}, 'Of what was paid for the package line from <2025-09-01> to <2025-09-30>, 10001p was not spent and came back on <2025-11-10>.'],
    ['LineEntryWithdrawn', {}, 'Northshire ICB withdrew something that had been recorded of the package line by mistake.'],
  ])('%s %j', (type, changes, sentence) => {
    const { definition, data } = storedExample(type, changes);
    // The catalogue has just validated the data against the contract whose sentence it is.
    expect(definition.sentence(data as never, words)).toBe(sentence);
  });
});

it.each(lineLifeEvents.map(({ type, personal }) => [type, Object.keys(personal)] as const))('%s says nothing in words about a child in the clear', (type, personal) => {
  expect(Object.keys(examples[type] ?? {}).filter((field) => field === 'because')).toEqual(personal);
  for (const field of personal) expect(() => catalogue.check(type, { ...examples[type], [field]: '' })).toThrow(type);
});
