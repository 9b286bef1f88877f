import type { PanelKind, TermsOfReference } from '@accord/panel/contracts';
import { nameBasedId } from '@accord/shared/http';
import type { Vocabulary } from '@accord/shared/http';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import { letterOf } from './letter';
import type { WrittenLetter } from './letter';
import type { DecisionEvents } from './meeting-on-record';
import { minutesOf } from './minutes';
import type { WrittenMinutes } from './minutes';
import type { NamesOnRecord, TermsOfSitting } from './names';
import type { Personal, ToldEvent } from './told';

type KnownAt = { readonly knownAt?: Instant | undefined };
type Rows = Promise<readonly EventRow[]>;

/** Where documents are read from; the read side of the panel room answers it. */
export interface DocumentSources {
  readonly matters: {
    ofMeeting(meetingId: string, knownAt: Instant | undefined): Rows;
    on(meetingId: Id<'meeting'>): Promise<readonly string[]>;
    ofMatters(matterIds: readonly string[], asOf: KnownAt): Promise<ReadonlyMap<string, readonly EventRow[]>>;
    ofChildren(childIds: readonly string[], knownAt: Instant | undefined): Promise<ReadonlyMap<string, EventRow>>;
  };
  readonly decisions: {
    ofDecision(decisionId: string, asOf: KnownAt): Rows;
    breachesAmong(meetingId: string, concerned: { readonly matterIds: readonly string[]; readonly decisionIds: readonly string[] }, asOf: KnownAt): Rows;
  };
  readonly events: { details(row: EventRow, personal: Personal): Promise<Readonly<Record<string, unknown>>> };
  readonly people: { namesOf(practitionerIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> };
  readonly panels: {
    panel(panelId: string, asOf: { readonly asAt?: LondonDate; readonly knownAt?: Instant }): Promise<{ readonly kind: string; readonly termsOfReference: TermsOfReference } | undefined>;
  };
  readonly vocabulary: Vocabulary;
}

export interface DocumentQuestion extends KnownAt {
  readonly personal: Personal;
}

export interface MinutesQuestion extends DocumentQuestion {
  /** Only events up to this position. */
  readonly upTo?: number | undefined;
  /** The text that was approved last, as it was approved. */
  readonly approved?: boolean;
}

/** Writes minutes and letters from what is on record, as known at an instant. */
export class PanelDocuments {
  constructor(private readonly sources: DocumentSources) {}

  /** The minutes; why there are none where there are none. */
  async minutes(meetingId: Id<'meeting'>, { knownAt, upTo, approved = false, personal }: MinutesQuestion): Promise<WrittenMinutes | 'unknown' | 'not-sat' | 'not-approved'> {
    const rows = (await this.sources.matters.ofMeeting(meetingId, knownAt)).filter(isUpTo(upTo));
    if (rows.length === 0) return 'unknown';
    const approval = rows.findLast(({ type }) => type === 'MinutesApproved');
    if (!approved) return this.writeMinutes(meetingId, rows, { personal, knownAt, taken: isUpTo(upTo) });
    if (approval === undefined) return 'not-approved';
    // The projection wrote this text from a validated event, whose `upTo` is not personal.
    const { upTo: approvedUpTo } = JSON.parse(approval.data) as { readonly upTo: number };
    const taken = isUpTo(approvedUpTo);
    return this.writeMinutes(meetingId, [...rows.filter(taken), approval], { personal, knownAt, taken });
  }

  private async writeMinutes(
    meetingId: Id<'meeting'>,
    rows: readonly EventRow[],
    { knownAt, personal, taken }: DocumentQuestion & { readonly taken: (row: EventRow) => boolean },
  ): Promise<WrittenMinutes | 'not-sat'> {
    const { matters } = this.sources;
    const matterIds = await matters.on(meetingId);
    const ofMatters = [...(await matters.ofMatters(matterIds, { knownAt })).values()].flat();
    const asked = { personal, taken, knownAt };
    const decisionIds = matterIds.flatMap((matterId) => decisionPlaces(meetingId).map((where) => nameBasedId('decision', matterId, where)));
    const [meeting, told, decisions, seats, breaches] = await Promise.all([
      this.told(rows, asked),
      this.told(ofMatters.filter(({ type }) => type !== 'DecisionRecorded').filter(taken), asked),
      Promise.all(matterIds.map((matterId) => this.decisionsOn(matterId, meetingId, asked))),
      this.seatsOf(rows),
      this.sources.decisions.breachesAmong(meetingId, { matterIds, decisionIds }, { knownAt }).then((found) => this.told(found.filter(taken), asked)),
    ]);
    const events = [...meeting, ...told, ...decisions.flat().flatMap((each) => each.events)];
    const names = await this.namesIn(events, asked);
    return minutesOf({ meetingId, meeting, matters: told, decisions: decisions.flat(), breaches, seats, personal }, names) ?? 'not-sat';
  }

  /** The letter about a decision; `undefined` where nothing was decided by then. */
  async letter(decisionId: Id<'decision'>, { knownAt, personal, contact = [] }: DocumentQuestion & { readonly contact?: readonly string[] }): Promise<(WrittenLetter & { readonly on: string }) | undefined> {
    const { decisions, matters, panels } = this.sources;
    const rows = await decisions.ofDecision(decisionId, { knownAt });
    const recorded = rows.find(({ type }) => type === 'DecisionRecorded');
    if (recorded === undefined) return undefined;
    const decision = await this.told(rows, { personal });
    // The catalogue validated the event by its contract; neither id is personal.
    const { matterId, panelId } = (decision.find(({ type }) => type === 'DecisionRecorded')?.data ?? {}) as { readonly matterId: string | null; readonly panelId: string };
    const ofMatter = matterId === null ? [] : ((await matters.ofMatters([matterId], { knownAt })).get(matterId) ?? []);
    const [matter, panel] = await Promise.all([
      this.told(ofMatter.filter(({ type }) => type !== 'DecisionRecorded'), { personal }),
      panels.panel(panelId, { knownAt: recorded.recorded_at }),
    ]);
    const [names, bornOn] = await Promise.all([
      this.namesIn([...decision, ...matter], { personal, knownAt }),
      personal === 'opened' ? this.bornOn(decision, knownAt) : undefined,
    ]);
    // The directory keeps the kind of a validated constitution.
    const panelKind = panel?.kind as PanelKind | undefined;
    const written = letterOf({ decision, matter, panelKind, personal, bornOn, contact }, names, []);
    return written === undefined ? undefined : { ...written, on: recorded.effective_on };
  }

  /** What was said and decided of a matter in the meeting, and what officers had decided of it. */
  private decisionsOn(matterId: string, meetingId: string, { knownAt, personal, taken }: DocumentQuestion & { readonly taken: (row: EventRow) => boolean }): Promise<readonly DecisionEvents[]> {
    return Promise.all(
      decisionPlaces(meetingId).map(async (where): Promise<DecisionEvents> => {
        const rows = await this.sources.decisions.ofDecision(nameBasedId('decision', matterId, where), { knownAt });
        return { matterId, urgent: where === 'urgent', events: await this.told(rows.filter(taken), { personal }) };
      }),
    );
  }

  private told(rows: readonly EventRow[], { personal }: Pick<DocumentQuestion, 'personal'>): Promise<readonly ToldEvent[]> {
    return Promise.all(
      rows.map(async (row) => ({
        ...{ position: row.position, type: row.type, recordedAt: row.recorded_at },
        data: await this.sources.events.details(row, personal),
      })),
    );
  }

  /** The terms of reference of each sitting, as they were known when it began: what is recorded later changes no minutes. */
  private async seatsOf(rows: readonly EventRow[]): Promise<readonly TermsOfSitting[]> {
    const began = rows.filter(({ type }) => type === 'MeetingOpened' || type === 'MeetingResumed');
    const found = await Promise.all(
      began.map(async ({ data, effective_on, recorded_at: knownAt }): Promise<readonly TermsOfSitting[]> => {
        // The projection wrote the text from a validated event; the column holds its London date.
        const [{ panelId }, on] = [JSON.parse(data) as { readonly panelId: string }, effective_on as LondonDate];
        const panel = await this.sources.panels.panel(panelId, { asAt: on, knownAt });
        return panel === undefined ? [] : [{ on, terms: panel.termsOfReference }];
      }),
    );
    return found.flat();
  }

  /** The names of everybody whom the events name; those of children only where they may be read. */
  private async namesIn(events: readonly ToldEvent[], { personal, knownAt }: DocumentQuestion): Promise<NamesOnRecord> {
    const words = await this.sources.vocabulary.words();
    const [people, children] = await Promise.all([
      this.sources.people.namesOf([...new Set(events.flatMap(({ data }) => idsIn(data, 'practitionerId')))]),
      personal === 'opened' ? this.childrenIn(events, knownAt) : new Map<string, string | null>(),
    ]);
    return { agencies: (id) => words.agency(id), panels: (id) => words.panel(id), people, children };
  }

  /** The date of birth of the child whom a decision is about, by which the letter knows whom to address. */
  private async bornOn(decision: readonly ToldEvent[], knownAt: Instant | undefined): Promise<LondonDate | undefined> {
    const [row] = (await this.sources.matters.ofChildren(decision.flatMap(({ data }) => idsIn(data, 'childId')).slice(0, 1), knownAt)).values();
    if (row === undefined) return undefined;
    const { dateOfBirth } = await this.sources.events.details(row, 'opened');
    // The catalogue validated it as a London date; it is null where the child's key was destroyed.
    return typeof dateOfBirth === 'string' ? (dateOfBirth as LondonDate) : undefined;
  }

  private async childrenIn(events: readonly ToldEvent[], knownAt: Instant | undefined): Promise<ReadonlyMap<string, string | null>> {
    const rows = await this.sources.matters.ofChildren([...new Set(events.flatMap(({ data }) => idsIn(data, 'childId')))], knownAt);
    const named = [...rows].map(async ([childId, row]): Promise<[string, string | null]> => {
      const { name } = await this.sources.events.details(row, 'opened');
      return [childId, typeof name === 'string' ? name : null];
    });
    return new Map(await Promise.all(named));
  }
}

/** Where a matter of a meeting is decided: in it, or by officers before it. */
const decisionPlaces = (meetingId: string): readonly string[] => [meetingId, 'urgent'];

const isUpTo =
  (upTo: number | undefined) =>
  ({ position }: EventRow): boolean =>
    upTo === undefined || position <= upTo;

/** Every id of that name in the data, however deep. */
function idsIn(data: unknown, name: string): readonly string[] {
  if (Array.isArray(data)) return data.flatMap((each) => idsIn(each, name));
  if (data === null || typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([key, value]) => (key === name && typeof value === 'string' ? [value] : idsIn(value, name)));
}
