import type { Outcome, PaperKind, ViewHolder, ViewsGiven } from '@accord/panel/contracts';
import { matterEvents } from '@accord/panel/contracts';
import { evolveMatter } from '@accord/panel/domain';
import type { Matter, MatterState } from '@accord/panel/domain';
import { isOneOf } from '@accord/shared/event-contracts';
import type { EventRow } from '@accord/shared/projections';
import type { ProvisionInWords } from './provision-words';
import type { Personal, RecordedEvents } from './recorded-events';

const isOfMatter = isOneOf(matterEvents);

/** Personal words: `null` where their key was destroyed, absent where they are withheld. */
type Words = string | null;

export interface ViewsEntry {
  readonly of: ViewHolder;
  readonly is: 'recorded' | 'not-obtained';
  readonly on: string;
  readonly recordedAt: string;
  readonly how?: ViewsGiven;
  readonly views?: Words;
  /** Why there are none. */
  readonly because?: Words;
}

export interface PaperEntry {
  readonly paperId: string;
  readonly version: number;
  readonly kind: PaperKind;
  readonly title?: Words;
  readonly sha256: string;
  readonly bytes: number;
  readonly location?: Words;
  readonly circulatedAt: string;
  readonly recordedAt: string;
}

/** What a panel made of a matter, by name: the decision itself is read in its history. */
export interface DecisionEntry {
  readonly decisionId: string;
  /** `null` for an urgent decision between meetings. */
  readonly meetingId: string | null;
  readonly outcome: Outcome;
  readonly on: string;
  /** Of a deferral: the day on which it was to be back, where one was set. */
  readonly returnsOn?: string;
  /** Of a deferral: what was missing. */
  readonly missing?: Words;
}

/** A matter with its words, as far as they may be read. */
export interface MatterStory {
  readonly matter: Matter;
  readonly asks?: Words;
  readonly outcomesWanted?: readonly string[] | null;
  readonly provisions?: readonly ProvisionInWords[] | null;
  /** In the order of the record; of each holder the last one counts. */
  readonly views: readonly ViewsEntry[];
  /** Every version of every paper, in the order of the record. */
  readonly papers: readonly PaperEntry[];
  readonly decisions: readonly DecisionEntry[];
}

/** Folds the events of one matter into its story; `undefined` where it was not brought yet. */
export async function matterStory(
  rows: readonly EventRow[],
  { events, personal }: { readonly events: RecordedEvents; readonly personal: Personal },
): Promise<MatterStory | undefined> {
  let state: MatterState = { status: 'unknown' };
  for (const row of rows) {
    const event = events.sealed(row);
    // The read model keeps decisions of the matter too.
    if (isOfMatter(event)) state = evolveMatter(state, event);
  }
  if (state.status === 'unknown') return undefined;
  const told = await Promise.all(rows.map(async (row) => ({ row, data: await events.details(row, personal) })));
  const of = (...types: readonly string[]) => told.filter(({ row }) => types.includes(row.type));
  const [raised] = of('MatterRaised');
  // The catalogue validated it by its contract; the words are as MatterStory says.
  const { asks, outcomesWanted, provisions } = (raised?.data ?? {}) as Pick<MatterStory, 'asks' | 'outcomesWanted' | 'provisions'>;
  return {
    matter: state,
    ...(asks === undefined ? {} : { asks }),
    ...(outcomesWanted === undefined ? {} : { outcomesWanted }),
    ...(provisions === undefined ? {} : { provisions }),
    views: of('ViewsRecorded', 'ViewsNotObtained').map(viewsEntry),
    papers: of('PaperCirculated').map(paperEntry),
    decisions: of('DecisionRecorded').map(decisionEntry),
  };
}

interface Told {
  readonly row: EventRow;
  readonly data: Readonly<Record<string, unknown>>;
}

function viewsEntry({ row, data }: Told): ViewsEntry {
  // The catalogue validated it by its contract; the words are as ViewsEntry says.
  const { of, on, how, views, because } = data as Pick<ViewsEntry, 'of' | 'on' | 'how' | 'views' | 'because'>;
  const is = row.type === 'ViewsRecorded' ? 'recorded' : 'not-obtained';
  return {
    ...{ of, is, on, recordedAt: row.recorded_at },
    ...(how === undefined ? {} : { how }),
    ...(views === undefined ? {} : { views }),
    ...(because === undefined ? {} : { because }),
  };
}

function paperEntry({ row, data }: Told): PaperEntry {
  // The catalogue validated it by its contract; the words are as PaperEntry says.
  const { paperId, version, kind, title, sha256, bytes, location, circulatedAt } = data as Omit<PaperEntry, 'recordedAt'>;
  return {
    ...{ paperId, version, kind, sha256, bytes, circulatedAt, recordedAt: row.recorded_at },
    ...(title === undefined ? {} : { title }),
    ...(location === undefined ? {} : { location }),
  };
}

function decisionEntry({ data }: Told): DecisionEntry {
  // The catalogue validated it by its contract; only what is missing is personal, and then as DecisionEntry says.
  const { decisionId, meetingId, outcome, on, returnsOn, missing } = data as Omit<DecisionEntry, 'returnsOn'> & { readonly returnsOn: string | null };
  return {
    ...{ decisionId, meetingId, outcome, on },
    ...(returnsOn === null || returnsOn === undefined ? {} : { returnsOn }),
    ...(missing === undefined ? {} : { missing }),
  };
}
