import { AgenciesOnRecord } from '@accord/funding/application';
import type { BillingParty, Payee } from '@accord/funding/contracts';
import { AgencyRegistered, AgencySucceeded } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { EventStore, RecordedEvent } from '@accord/shared/event-store';
import { idFrom, londonDate } from '@accord/shared/kernel';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { OwnMoney } from './own-money';

function agency(number: number): Id<'agency'> {
  const made = idFrom<'agency'>(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
function day(text: string): LondonDate {
  const date = londonDate(text);
  if (!date.ok) throw new Error(date.because);
  return date.value;
}
const [group, board, council, stranger] = [agency(1), agency(2), agency(3), agency(4)];

/** The group’s functions passed to the board on 1 July 2022. */
const succeeded = { type: 'AgencySucceeded', schemaVersion: 1, data: { agencyId: group, on: '2022-07-01', successors: [{ agencyId: board, functions: 'All of them' }], basis: 'Health and Care Act 2022 s.14' } };
const events: Pick<EventStore, 'readStream'> = {
  // The cast: nothing else of an event is read.
  readStream: (stream) => Promise.resolve(stream === `agency-${group}` ? [succeeded as unknown as RecordedEvent] : undefined),
};
const own = new OwnMoney(new AgenciesOnRecord(events, catalogueOf([AgencyRegistered, AgencySucceeded])));

const asked = (reader: Id<'agency'>, today: string, { other = { kind: 'agency', agencyId: council }, role = 'finance-officer' }: { other?: BillingParty | Payee; role?: string } = {}) =>
  own.betweenOnly({ agencyId: group, other }, { agency: reader, role, today: day(today) });

const sums = (reader: Id<'agency'>, today: string, role = 'finance-officer') => own.sumsOnly(group, { agency: reader, role, today: day(today) });

describe('Sums of an agency over all children', () => {
  it('are told to itself, to whoever has its functions by the day, and to those who audit', async () => {
    await expect(sums(group, '2022-06-30')).resolves.toBeUndefined();
    await expect(sums(board, '2022-07-01')).resolves.toBeUndefined();
    await expect(sums(council, '2022-07-01', 'auditor')).resolves.toBeUndefined();
    for (const refused of [sums(council, '2022-07-01'), sums(board, '2022-06-30')]) await expect(refused).rejects.toMatchObject({ code: 'statement-of-another' });
  });
});

describe('An invoice or a payment', () => {
  it('is told to either party, and to whoever has the functions of one', async () => {
    await expect(asked(group, '2022-06-30')).resolves.toBeUndefined();
    await expect(asked(council, '2022-06-30')).resolves.toBeUndefined();
    await expect(asked(board, '2022-07-01')).resolves.toBeUndefined();
  });

  it('is told to no other agency, nor to a successor before its day', async () => {
    for (const refused of [asked(stranger, '2022-07-01'), asked(board, '2022-06-30'), asked(council, '2022-07-01', { other: { kind: 'family' } })]) {
      await expect(refused).rejects.toMatchObject({ code: 'money-of-another' });
    }
  });

  it('is told to those who audit, whichever agency they are of', async () => {
    await expect(asked(stranger, '2022-07-01', { role: 'auditor' })).resolves.toBeUndefined();
  });
});
