import type { Condition, DecisionCorrectionRequested, DecisionRecorded, PackageLine } from '@accord/panel/contracts';
import type { Recorded, Words as Vocabulary } from '@accord/shared/event-contracts';
import type { EventRow } from '@accord/shared/projections';
import { outcomesOf } from './provision-words';
import type { ProvisionInWords } from './provision-words';

/** Personal words: `null` where their key was destroyed, absent where they are withheld. */
export type Words = string | null;

/** A row with its data as the person who asks may see them. */
export interface Told {
  readonly row: EventRow;
  readonly data: Readonly<Record<string, unknown>>;
}

type RecordedData = Recorded<typeof DecisionRecorded>['data'];
type RequestedData = Recorded<typeof DecisionCorrectionRequested>['data'];

/** How a part of a decision reads: what can be put right by a correction. */
type ReadingData = {
  readonly decided?: Words;
  readonly reasons?: Words;
  readonly evidence?: Words;
  readonly principle?: Words;
  readonly notApproved?: Words;
  readonly missing?: Words;
  readonly urgency?: Words;
  readonly withoutPrejudice: boolean;
  readonly positions: RecordedData['positions'];
  readonly lines: readonly PackageLine[];
  readonly provisions?: readonly ProvisionInWords[] | null;
  readonly conditions: readonly Condition[];
  readonly conditionWords?: readonly { readonly conditionId: string; readonly words: string }[] | null;
}

/** A decision's own words and figures, as they read at some time. */
export interface DecisionReading {
  /** The three parts of the reasons: what was decided, why, on what evidence. */
  readonly decided?: Words;
  readonly reasons?: Words;
  readonly evidence?: Words;
  readonly principle?: Words;
  readonly notApproved?: Words;
  readonly missing?: Words;
  readonly urgency?: Words;
  readonly withoutPrejudice: boolean;
  readonly positions: readonly { readonly agencyId: string; readonly agency: string; readonly position: string }[];
  readonly lines: readonly (PackageLine & { readonly words?: Words; readonly outcomes?: readonly string[] | null; readonly sharesInWords: string })[];
  readonly conditions: readonly {
    readonly conditionId: string;
    readonly owner: { readonly agencyId: string; readonly agency: string; readonly post: string };
    readonly dueOn: string;
    readonly words?: Words;
  }[];
}

export interface CorrectionEntry {
  readonly correctionId: string;
  readonly is: 'requested' | 'approved' | 'refused';
  /** What reads wrong: the decision as first recorded, or an earlier correction. */
  readonly corrects: string;
  readonly requestedBy: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly on: string;
  readonly recordedAt: string;
  readonly because?: Words;
  /** How it should read; what is absent stays as it is. */
  readonly asks: Readonly<Record<string, unknown>>;
  readonly settled?: {
    readonly on: string;
    readonly recordedAt: string;
    readonly agency: string;
    readonly approvedBy?: string;
    readonly because?: Words;
  };
}

/** How the decision reads, how it first read, and what was asked to be put right. */
export interface DecisionReadings {
  readonly reads: DecisionReading;
  readonly firstRead: DecisionReading;
  readonly corrections: readonly CorrectionEntry[];
}

/** Both readings of a decision, from its recording and what was corrected since; nothing is ever overwritten. */
export function readingsOf(recorded: Told, told: readonly Told[], words: Vocabulary): DecisionReadings {
  // Here and below: the catalogue has validated the data by the event's contract; personal fields are as Words says.
  const first = recorded.data as ReadingData;
  const requests = new Map(told.filter(of('DecisionCorrectionRequested')).map((each) => [each.data['correctionId'], each]));
  const approved = told.filter(of('DecisionCorrected'));
  const now = approved.reduce((reading, { data }) => {
    // The words are sealed in the request: what was approved is exactly what was asked for.
    return { ...reading, ...readable(requests.get(data['correctionId'])?.data ?? {}), ...readable(data) };
  }, first);
  return {
    reads: shown(now, words),
    firstRead: shown(first, words),
    corrections: [...requests.values()].map((request) => correctionEntry(request, told, words)),
  };
}

const of =
  (type: string) =>
  ({ row }: Told): boolean =>
    row.type === type;

const wordFields = ['decided', 'reasons', 'evidence', 'principle', 'notApproved', 'missing', 'urgency'] as const;
const readableFields: readonly string[] = [...wordFields, 'withoutPrejudice', 'positions', 'lines', 'provisions', 'conditions', 'conditionWords'];

/** The fields of a correction that say how something reads. */
const readable = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(data).filter(([field, value]) => readableFields.includes(field) && value !== undefined));

function shown(reading: ReadingData, words: Vocabulary): DecisionReading {
  const { withoutPrejudice, positions, lines, provisions, conditions, conditionWords } = reading;
  return {
    ...Object.fromEntries(wordFields.flatMap((field) => (reading[field] === undefined ? [] : [[field, reading[field]]]))),
    withoutPrejudice,
    positions: positions.map(({ agencyId, position }) => ({ agencyId, agency: words.agency(agencyId), position })),
    lines: lines.map((line) => ({
      ...line,
      sharesInWords: words.shares(line.split),
      ...wordsOf(provisions, 'lineId', line.lineId),
      ...outcomesOf(provisions, line.lineId),
    })),
    conditions: conditions.map(({ conditionId, owner, dueOn }) => ({
      ...{ conditionId, dueOn, owner: { ...owner, agency: words.agency(owner.agencyId) } },
      ...wordsOf(conditionWords, 'conditionId', conditionId),
    })),
  };
}

/** What is said of one thing, where that may be read at all. */
function wordsOf<K extends string>(
  found: readonly ({ readonly words: string } & { readonly [key in K]: string })[] | null | undefined,
  key: K,
  id: string,
): { readonly words?: Words } {
  return found === undefined ? {} : { words: found?.find((each) => each[key] === id)?.words ?? null };
}

function correctionEntry({ row, data }: Told, told: readonly Told[], words: Vocabulary): CorrectionEntry {
  // The catalogue has validated the data by the event's contract; the reason is personal.
  const { correctionId, corrects, requestedBy, agencyId, on, because } = data as Omit<RequestedData, 'because'> & {
    readonly because?: Words;
  };
  const settled = told.find((each) => each.data['correctionId'] === correctionId && settles.has(each.row.type));
  return {
    ...{ correctionId, corrects, requestedBy, agencyId, agency: words.agency(agencyId), on, recordedAt: row.recorded_at },
    is: settled === undefined ? 'requested' : settled.row.type === 'DecisionCorrected' ? 'approved' : 'refused',
    ...(because === undefined ? {} : { because }),
    asks: readable(data),
    ...(settled === undefined ? {} : { settled: settlement(settled, words) }),
  };
}

const settles = new Set(['DecisionCorrected', 'DecisionCorrectionRefused']);

function settlement({ row, data }: Told, words: Vocabulary): NonNullable<CorrectionEntry['settled']> {
  // The catalogue has validated the data: an approval names who gave it, a refusal says why.
  const { on, agencyId, approvedBy, because } = data as {
    readonly on: string;
    readonly agencyId: string;
    readonly approvedBy?: string;
    readonly because?: Words;
  };
  return {
    ...{ on, recordedAt: row.recorded_at, agency: words.agency(agencyId) },
    ...(approvedBy === undefined ? {} : { approvedBy }),
    ...(because === undefined ? {} : { because }),
  };
}
