import type { Replayed, Totals } from '@accord/funding/application';
import type { EventApart } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import { formatPounds } from '@accord/shared/kernel';
import type { SignedPence } from '@accord/shared/kernel';
import type { ReplayReport } from './replay-report';

/** The verdict as a person reads it: the totals where both agree, the first event and the first amount where they part. */
export function verdictInWords({ verdict, totals }: Replayed, words: Words): string {
  if (verdict.agrees) return `Agrees: the record, replayed, and what is stored are the same: ${totalsSaid(totals, words)}.`;
  const { event, figure, stored } = verdict;
  const amount =
    figure === undefined
      ? recoveredSaid(totals, stored)
      : `The first amount that differs is of line ${figure.lineId} on ${words.date(figure.day)}: by the record ` +
        `${words.agency(figure.agencyId)} pays ${pounds(figure.recordedPence)} that day, by what is stored ${pounds(figure.storedPence)}.`;
  return `Disagrees, first at ${eventSaid(event)}. ${amount} By the record: ${totalsSaid(totals, words)}. By what is stored: ${totalsSaid(stored, words)}.`;
}

function eventSaid({ kind, type, eventId, stream, revision, position, at, recorded, stored }: EventApart): string {
  const event = `${type} (event ${eventId}, revision ${revision} of ${stream}, position ${position})`;
  switch (kind) {
    case 'missing':
      return `${event}, which is recorded and not stored`;
    case 'additional':
      return `${event}, which is stored and not recorded`;
    case 'altered':
      return `${event}, where ${at ?? 'something'} is recorded as ${JSON.stringify(recorded)} and stored as ${JSON.stringify(stored)}`;
  }
}

function totalsSaid({ cost, agencies, recovered }: Totals, words: Words): string {
  const amounts = agencies.map(({ agencyId, pence }) => `${words.agency(agencyId)} ${formatPounds(pence)}`);
  return `in all ${formatPounds(cost)}${amounts.length === 0 ? '' : `: ${amounts.join(', ')}`}${recovered === 0 ? '' : `; ${formatPounds(recovered)} came back unspent`}`;
}

/** Where no amount of any day differs, what came back may. */
const recoveredSaid = ({ recovered }: Totals, stored: Totals): string =>
  recovered === stored.recovered
    ? 'No amount of this question changes by it.'
    : `No amount of a day differs, but what was not spent and came back does: by the record ${formatPounds(recovered)}, by what is stored ${formatPounds(stored.recovered)}.`;

// The cast is the brand: a sum of whole pence.
const pounds = (pence: number): string => formatPounds(pence as SignedPence);

/** The whole report as text, each figure with its reason. */
export function replayInWords({ verdict, says, segments }: ReplayReport): string {
  const rows = segments.map(
    ({ childId, lineId, category, from, to, costPence, amounts, why, paidBy }) =>
      `${from} to ${to}  ${category}  ${formatPounds(costPence)}  ` +
      `${amounts.map(({ agency, pence }) => `${agency} ${formatPounds(pence)}`).join(', ')}\n` +
      `    ${why.says}\n${paidBy === undefined ? '' : `    ${paidBy.says}\n`}    line ${lineId} of child ${childId}`,
  );
  return [...rows, `${verdict.toUpperCase()}: ${says.replace(/^\w+[:,] /, '')}`].join('\n');
}
