import { childEvents } from '@accord/child/contracts';
import { fundingEvents } from '@accord/funding/contracts';
import { panelEvents } from '@accord/panel/contracts';
import { commandRunner } from '@accord/shared/commands';
import type { RequestContext } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import { idFrom, londonDate } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { FakeCommandAnswers, FakePersonalData, InMemoryEventStore, RecordInMemory } from '@accord/shared/testing';
import { Agreements } from './agreements';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
const today = londonDate('2025-10-01');
if (!today.ok) throw new Error(today.because);
const context: RequestContext = {
  ...{ commandId: 'command-1', fingerprint: 'body', correlationId: 'request-1', actor: 'person-1', agency: 'agency-1', role: 'commissioner' },
  ...{ lawfulBasis: 'public-task', now: '2025-10-01T09:30:00.000Z', today: today.value },
};
const group = id<'agency'>(101);
const board = id<'agency'>(102);
const care = id<'agency'>(103);

describe('An agreement', () => {
  it('can name a party whose functions have passed to another: it agreed under its own name', async () => {
    const catalogue = catalogueOf(panelEvents, childEvents, fundingEvents);
    const record = new RecordInMemory(() => '2025-10-01T09:30:00.000Z');
    const events = new InMemoryEventStore(record);
    let place = 900;
    const runner = commandRunner({
      ...{ events, catalogue, personalData: new FakePersonalData(), answers: new FakeCommandAnswers(), keyedHash: (text: string) => text },
      ...{ nameBasedId: () => id(place++), keepRefused: () => Promise.resolve(0) },
    });
    const metadata = { actor: 'a', agency: 'a', role: 'r', lawfulBasis: 'l', correlationId: 'c', causationId: 'c', commandId: 'c' };
    const registered = (agencyId: string) => ({
      type: 'AgencyRegistered',
      data: { agencyId, name: 'An agency', kind: 'integrated-care-board', validFrom: '2013-04-01' },
    });
    const succeeded = {
      type: 'AgencySucceeded',
      data: { agencyId: group, on: '2022-07-01', successors: [{ agencyId: board, functions: 'All' }], basis: 'Health and Care Act 2022' },
    };
    const history = [[group, registered(group), succeeded], [care, registered(care)]] as const;
    for (const [agencyId, ...ofAgency] of history) {
      const stored = ofAgency.map(({ type, data }) => ({ id: id(place++), type, schemaVersion: catalogue.check(type, data).version, data, metadata }));
      await events.append(`agency-${agencyId}`, 'no-stream', stored);
    }
    const agreementId = id<'agreement'>(1000);
    const parties = [group, care];
    const split = { kind: 'basis-points' as const, parts: parties.map((agencyId) => ({ agencyId, weight: 5_000 })) };
    const clause = {
      ...{ clauseId: id<'clause'>(1001), trigger: { event: 'surgery' as const, criterion: 'complex-healthcare' as const } },
      ...{ categories: ['personal-care' as const], split, duration: { unit: 'weeks' as const, count: 6 } },
      ...{ dayOne: 'day-of-event' as const, cost: 'regardless-of-cost' as const, atEnd: 'falls-back' as const },
    };
    const text = { title: 'After surgery', kind: 'local-memorandum' as const, parties, clauses: [clause], from: '2021-04-01', to: '2022-07-01', on: '2021-03-01' };
    const outcome = await new Agreements(runner, { agreed: () => Promise.resolve([]) }).agreement(agreementId, { type: 'RecordAgreement', agreementId, ...text, agencyId: board, today: context.today }, context);
    expect(outcome).toMatchObject({ ok: true });
  });
});
