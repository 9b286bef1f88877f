import { fundEvents } from '@accord/funding/contracts';
import type { FundCommand } from '@accord/funding/domain';
import { panelEvents } from '@accord/panel/contracts';
import { commandRunner } from '@accord/shared/commands';
import type { RequestContext } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import { idFrom, londonDate, pence } from '@accord/shared/kernel';
import type { Id, LondonDate, Pence } from '@accord/shared/kernel';
import { FakeCommandAnswers, FakePersonalData, InMemoryEventStore, RecordInMemory, anEvent, appended, sealedData } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import type { FundSweep } from './fund-sweep';
import type { FundsOnRecord } from './funds-on-record';
import { PooledFunds } from './pooled-funds';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
function day(text: string): LondonDate {
  const date = londonDate(text);
  if (!date.ok) throw new Error(date.because);
  return date.value;
}
function sum(whole: number): Pence {
  const checked = pence(whole);
  if (!checked.ok) throw new Error(checked.because);
  return checked.value;
}
const [fundId, host, council, heir] = [id<'fund'>(1300), id<'agency'>(101), id<'agency'>(102), id<'agency'>(103)];
const registered = (agencyId: Id<'agency'>) => ({ agencyId, name: 'An agency', kind: 'integrated-care-board', validFrom: '2013-04-01' });
const streams: readonly (readonly [string, ClearEvent])[] = [
  ...[host, council, heir].map((agencyId) => [`agency-${agencyId}`, { type: 'AgencyRegistered', data: registered(agencyId) }] as const),
  [`agency-${host}`, { type: 'AgencySucceeded', data: { agencyId: host, on: '2026-04-01', successors: [{ agencyId: heir, functions: 'All' }], basis: 'An order.' } }],
  [
    `fund-${fundId}`,
    {
      type: 'PooledFundEstablished',
      data: {
        ...{ fundId, agreementId: id(1000), name: 'Care at home', hostAgencyId: host, managerPost: 'Head of joint commissioning' },
        ...{ partners: [host, council], clauses: [], from: '2025-04-01', alertAtBasisPoints: 9_000, on: '2025-03-20' },
      },
    },
  ],
];

/** What an agency is told that records, on a day, a sum which the fund spent. */
const spentBy = (agencyId: Id<'agency'>, today: LondonDate) =>
  told({ type: 'RecordFundSpending', spendingId: id<'fund-spending'>(1400), pence: sum(100), for: 'posts', because: 'A nurse.', agencyId, on: today, today });

/** What an agency is told that closes, on a day, the first year of the fund, to which nobody has agreed contributions. */
const closedBy = (agencyId: Id<'agency'>, today: LondonDate) => told({ type: 'CloseFundYear', year: '2025-04-01', agencyId, on: today, today });

async function told(command: FundCommand) {
  const { agencyId, today } = command;
  const catalogue = catalogueOf(fundEvents, panelEvents);
  const record = new RecordInMemory(() => '2026-05-05T09:30:00.000Z');
  const events = new InMemoryEventStore(record);
  for (const [stream, { type, data }] of streams) {
    const definition = catalogue.check(type, data);
    await appended(events, stream, [anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, data) })]);
  }
  let place = 5_000;
  const runner = commandRunner({
    ...{ events, catalogue, personalData: new FakePersonalData(), answers: new FakeCommandAnswers(), keyedHash: (text: string) => text },
    ...{ nameBasedId: () => id(place++), keepRefused: () => Promise.resolve(0) },
  });
  const nothing = () => Promise.resolve();
  // Neither is asked where a fund that is on record acts within a year, or a year is not to be closed.
  const [onRecord, sweep] = [{} as FundsOnRecord, {} as FundSweep];
  const context: RequestContext = {
    ...{ commandId: 'of-this-spec', fingerprint: 'body', correlationId: 'request-1', actor: 'person-1', agency: agencyId, role: 'finance-officer' },
    ...{ lawfulBasis: 'public-task', now: `${today}T09:30:00.000Z`, today },
  };
  const outcome = await new PooledFunds({ runner, onRecord, sweep, caughtUp: nothing, awaitFacts: nothing }).fund(fundId, command, context);
  return outcome.ok ? record.all.at(-1)?.data['agencyId'] : outcome.refusal;
}

describe('The accounts of a pooled fund', () => {
  it('are kept, in the name of its host, by the agency to which its functions have passed, from that day on and by no other', async () => {
    expect(await spentBy(host, day('2026-03-31'))).toBe(host);
    expect(await spentBy(heir, day('2026-03-31'))).toBe('fund-act-not-host');
    expect(await spentBy(heir, day('2026-04-01'))).toBe(host);
    expect(await spentBy(council, day('2026-04-01'))).toBe('fund-act-not-host');
  });

  it('have a year that is not to be closed refused at once, before the lines of the area are counted for it', async () => {
    expect(await closedBy(council, day('2026-03-31'))).toBe('fund-act-not-host');
    expect(await closedBy(host, day('2026-03-31'))).toBe('fund-year-not-over');
    expect(await closedBy(host, day('2026-04-01'))).toBe('fund-contributions-not-agreed');
  });
});
