import { nameBasedId } from '@accord/shared/commands-store';
import { forEach, openClearRecord } from './clear-record';
import type { Happened } from './clear-record';

/** Events on each child's record: a long childhood. */
const EVENTS_A_CHILD = 100;
/** Children of one bench run are the first of these, so that a fuller record holds the emptier one. */
const childId = (place: number) => nameBasedId('bench', 'child', String(place));

/** Fills the record with children's operations up to about so many events, sealed as they are in use. */
export async function fillRecord(folder: string, events: number): Promise<readonly string[]> {
  const record = await openClearRecord(folder);
  const children = Array.from({ length: Math.ceil(events / EVENTS_A_CHILD) }, (_none, place) => childId(place));
  await forEach(children, 16, async (child) => {
    const stream = `child-${child}` as const;
    if (await record.holds(stream)) return;
    const opening = { childId: child, openedOn: '2016-01-04', name: 'Bench Example', dateOfBirth: '2015-06-01' };
    const operations = Array.from({ length: EVENTS_A_CHILD - 1 }, (_none, place) => operation(child, place + 1));
    await record.start(stream, [{ type: 'ChildRecordOpened', data: opening }, ...operations]);
  });
  await record.close();
  return children;
}

const operation = (child: string, count: number): Happened => ({
  type: 'OperationRecorded',
  data: {
    childId: child,
    operationId: nameBasedId('bench', child, String(count)),
    on: `20${String(16 + (count % 9))}-0${1 + (count % 9)}-1${count % 10}`,
    procedure: 'Change of gastrostomy under general anaesthetic, day case, no complications recorded.',
  },
});
