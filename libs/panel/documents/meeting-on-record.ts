import { DecisionCorrected, DecisionCorrectionRequested, DecisionRecorded, MatterRaised, MeetingClosed } from '@accord/panel/contracts';
import { evolveMatter, evolveMeeting } from '@accord/panel/domain';
import type { Matter, MatterEvent, MatterState, MeetingEvent, MeetingState, Sat } from '@accord/panel/domain';
import type { Id, Instant } from '@accord/shared/kernel';
import { Names } from './names';
import type { NamesOnRecord, TermsOfSitting } from './names';
import { inOrder, told } from './told';
import type { Personal, Told, ToldEvent } from './told';

/** The stream of a decision on a matter: the one of this meeting, or the one that officers took urgently. */
export interface DecisionEvents {
  readonly matterId: string;
  readonly urgent: boolean;
  readonly events: readonly ToldEvent[];
}

/** Everything on record from which minutes are written, in whatever order it was read. */
export interface MeetingOnRecord {
  readonly meetingId: Id<'meeting'>;
  readonly meeting: readonly ToldEvent[];
  /** Events of every matter that was ever on the agenda. */
  readonly matters: readonly ToldEvent[];
  readonly decisions: readonly DecisionEvents[];
  /** What was put on record as irregular about the meeting, its matters or their decisions. */
  readonly breaches: readonly ToldEvent[];
  /** One for each sitting, in order. */
  readonly seats: readonly TermsOfSitting[];
  readonly personal: Personal;
}

/** A matter on the agenda with what the minutes say of it; events in the order of the record. */
export interface Item {
  readonly place: number;
  readonly startsAt: string | null;
  readonly matter: Matter;
  readonly raised: Told<typeof MatterRaised>;
  readonly events: readonly ToldEvent[];
  /** What was said and decided in this meeting, and what became of it. */
  readonly own: readonly ToldEvent[];
  /** What officers had decided between meetings, what the panel said of it, and what became of it. */
  readonly urgent: readonly ToldEvent[];
}

/** What the parts of the minutes are written from. */
export interface Scene {
  readonly meetingId: Id<'meeting'>;
  readonly meeting: readonly ToldEvent[];
  readonly state: Extract<MeetingState, Sat>;
  readonly items: readonly Item[];
  readonly breaches: readonly ToldEvent[];
  readonly seats: readonly TermsOfSitting[];
  readonly names: Names;
  readonly personal: Personal;
  /** The last event taken in. */
  readonly last: { readonly position: number; readonly recordedAt: Instant };
}

/** Puts what is on record in order; `undefined` where the meeting has not sat. */
export function sceneOf(record: MeetingOnRecord, known: NamesOnRecord): Scene | undefined {
  const { meetingId, seats, personal } = record;
  const meeting = inOrder(record.meeting);
  const state = meetingState(meeting);
  if (!hasSat(state)) return undefined;
  const items = itemsOf(record, closingOf(meeting));
  const breaches = inOrder(record.breaches).filter((breach) => concernsMeeting(breach, { meetingId, items }));
  const taken = inOrder([...meeting, ...breaches, ...items.flatMap(({ events, own, urgent }) => [...events, ...own, ...urgent])]);
  const last = taken.at(-1);
  if (last === undefined) return undefined;
  return { ...{ meetingId, meeting, state, items, breaches, seats, personal }, names: new Names(known, seats), last };
}

function meetingState(events: readonly ToldEvent[]): MeetingState {
  // The catalogue validated them; of a meeting, nothing personal is folded.
  return events.reduce<MeetingState>((state, { type, data }) => evolveMeeting(state, { type, data } as unknown as MeetingEvent), { status: 'unknown' });
}

/** A breach of a matter that has left the agenda is no business of this meeting, unless it names the meeting. */
const concernsMeeting = ({ data }: ToldEvent, { meetingId, items }: Pick<Scene, 'meetingId' | 'items'>): boolean =>
  data['meetingId'] === meetingId ||
  items.some(({ matter, own, urgent }) => matter.matterId === data['matterId'] || (data['decisionId'] !== null && [...own, ...urgent].some((event) => event.data['decisionId'] === data['decisionId'])));

const hasSat = (state: MeetingState): state is Scene['state'] => 'sittings' in state;

/** The position of the close; what matters say after it is for another meeting. */
const closingOf = (meeting: readonly ToldEvent[]): number => told(meeting, MeetingClosed).at(-1)?.position ?? Number.POSITIVE_INFINITY;

function itemsOf({ meetingId, matters, decisions }: MeetingOnRecord, closing: number): readonly Item[] {
  const byMatter = grouped(inOrder(matters));
  const items = [...byMatter].flatMap(([matterId, all]): readonly Item[] => {
    const events = all.filter((event) => event.position < closing && concerns(event, meetingId));
    const matter = matterState(events);
    const [raised] = told(events, MatterRaised);
    const entry = matter.status === 'unknown' ? undefined : matter.agenda.find((each) => each.meetingId === meetingId);
    if (matter.status === 'unknown' || raised === undefined || entry === undefined) return [];
    const eventsOf = (urgent: boolean) => inOrder(decisions.filter((each) => each.matterId === matterId && each.urgent === urgent).flatMap((each) => each.events));
    const own = eventsOf(false).filter(belongs);
    const urgent = eventsOf(true).filter(belongs);
    const before = told(urgent, DecisionRecorded).some(({ position }) => position < closing);
    return [{ place: entry.place, startsAt: entry.startsAt, matter, raised, events, own: approvedCorrections(own), urgent: before ? approvedCorrections(urgent) : [] }];
  });
  return items.toSorted(byPlace);
}

function grouped(events: readonly ToldEvent[]): ReadonlyMap<string, readonly ToldEvent[]> {
  const byMatter = new Map<string, ToldEvent[]>();
  for (const event of events) {
    const matterId = String(event.data['matterId']);
    byMatter.set(matterId, [...(byMatter.get(matterId) ?? []), event]);
  }
  return byMatter;
}

function matterState(events: readonly ToldEvent[]): MatterState {
  // The catalogue validated them; of a matter, nothing personal is folded.
  return events.reduce<MatterState>((state, { type, data }) => evolveMatter(state, { type, data } as unknown as MatterEvent), { status: 'unknown' });
}

const LAST_OF_DAY = '99:99';
function byPlace(one: Item, two: Item): number {
  if (one.place !== two.place) return one.place - two.place;
  const key = ({ startsAt, raised }: Item) => `${startsAt ?? LAST_OF_DAY} ${String(raised.position).padStart(20, '0')}`;
  return key(one) < key(two) ? -1 : 1;
}

/** Its place on the agenda of another meeting is no business of this one. */
const concerns = ({ data }: ToldEvent, meetingId: string): boolean => data['meetingId'] === undefined || data['meetingId'] === meetingId;

/** Whether it was delivered is not for the minutes. */
const belongs = ({ type }: ToldEvent): boolean => !delivery.has(type);
const delivery = new Set(['ConditionMet', 'ConditionWaived', 'ProvisionStarted', 'ProvisionDelayed', 'ProvisionNotAvailable', 'ProvisionEnded']);

/** What somebody asked to correct is not said before another person approved it. */
function approvedCorrections(events: readonly ToldEvent[]): readonly ToldEvent[] {
  const approved = new Set(told(events, DecisionCorrected).map(({ data }) => data.correctionId));
  const open = new Set(
    told(events, DecisionCorrectionRequested)
      .filter(({ data }) => !approved.has(data.correctionId))
      .map(({ position }) => position),
  );
  return events.filter(({ type, position }) => type !== 'DecisionCorrectionRefused' && !open.has(position));
}
