import type { DecisionRecorded, TermsOfReference } from '@accord/panel/contracts';
import { isLate, linesInForce, papersBefore } from '@accord/panel/domain';
import type { DecisionOnRecord } from '@accord/panel/domain';
import type { Recorded } from '@accord/shared/event-contracts';
import type { Vocabulary } from '@accord/shared/http';
import type { Id, Instant } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import { meetingOf } from './agenda-meeting';
import { decisionsOf } from './decision-records';
import type { DecisionRecords } from './decision-records';
import type { Words } from './decision-reading';
import { checkedRoom, roomEntry } from './decision-room';
import type { RoomCheck, RoomEntry } from './decision-room';
import type { MatterRecords } from './matter-records';
import { matterStory } from './matter-story';
import type { MatterStory, PaperEntry, ViewsEntry } from './matter-story';
import type { PanelDirectory, PanelInDetail } from './panel-directory';
import type { Personal, RecordedEvents } from './recorded-events';

type RecordedData = Recorded<typeof DecisionRecorded>['data'];

export interface PaperBefore extends PaperEntry {
  /** Circulated later than the terms of reference allow. */
  readonly late: boolean;
  /** Whether the decision names this very version among its evidence. */
  readonly cited: boolean;
}

export interface LineBefore {
  readonly decisionId: string;
  readonly lineId: string;
  readonly category: string;
  readonly period: { readonly from: string; readonly to: string | null };
  readonly words?: Words;
  readonly sharesInWords: string;
}

/** Everything that a panel knew at the minute of a decision. */
export interface Dossier {
  readonly decisionId: string;
  readonly childId: string;
  readonly panelId: string;
  readonly panel: string;
  readonly on: string;
  /** The minute of deciding; `null` in decisions recorded before it was kept: then the moment of recording counts. */
  readonly at: string | null;
  /** What was on record before this moment counts as known. */
  readonly recordedAt: string;
  /** What was asked; `null` in decisions recorded before matters were. */
  readonly matter: AskedOf | null;
  readonly papers: readonly PaperBefore[];
  /** Circulated by that minute, as was put on record only afterwards. */
  readonly papersRecordedLater: readonly PaperEntry[];
  readonly terms: { readonly version: number; readonly from: string; readonly termsOfReference: TermsOfReference } | null;
  /** The officers who decided urgently. */
  readonly officers: NonNullable<RecordedData['urgent']>['officers'];
  readonly room: RoomEntry | null;
  /** The room against the meeting's record as it is known now. */
  readonly roomOnRecord: RoomCheck | null;
  /** The child's lines in force then. */
  readonly linesInForce: readonly LineBefore[];
  /** Each stream that was read for the decision, up to its revision. */
  readonly restsOn: readonly { readonly stream: string; readonly revision: number }[];
}

/** What was asked of the panel, and whose views it had. */
export interface AskedOf {
  readonly matterId: string;
  readonly kind: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly needs: readonly string[];
  readonly raisedOn: string;
  readonly asks?: MatterStory['asks'];
  readonly outcomesWanted?: MatterStory['outcomesWanted'];
  readonly lines: MatterStory['matter']['lines'];
  readonly provisions?: MatterStory['provisions'];
  /** In the order of the record; of each holder the last one counts. */
  readonly views: readonly ViewsEntry[];
}

export interface DossierParts {
  readonly records: DecisionRecords;
  readonly matters: MatterRecords;
  readonly panels: Pick<PanelDirectory, 'panel'>;
  readonly events: RecordedEvents;
  readonly vocabulary: Vocabulary;
}

/** The decision's own event, the one from which its minute is known. */
interface Decided {
  readonly row: EventRow;
  readonly data: RecordedData;
  /** The minute of deciding. */
  readonly at: Instant;
}

/** Answers what a panel knew when it decided: what was on record before the decision, as it stood at that minute. */
export class Dossiers {
  constructor(private readonly parts: DossierParts) {}

  /** `undefined` where there is no such decision. */
  async before(decisionId: Id<'decision'>, personal: Personal): Promise<Dossier | undefined> {
    const { records, vocabulary } = this.parts;
    const decided = await this.decided(decisionId);
    if (decided === undefined) return undefined;
    const { row, data, at } = decided;
    const [matter, panel, restsOn, inForce, words] = await Promise.all([
      this.matter(decided, personal),
      this.parts.panels.panel(data.panelId, { asAt: data.on, knownAt: row.recorded_at }),
      records.factsOf(decisionId),
      this.linesBefore(decided, personal),
      vocabulary.words(),
    ]);
    const { childId, panelId, on, sitting, urgent } = data;
    return {
      ...{ decisionId, childId, panelId, panel: words.panel(panelId), on, at: data.at, recordedAt: row.recorded_at },
      matter: matter === undefined ? null : asked(matter.before, { ...decided, agency: words.agency(matter.before.matter.agencyId) }),
      papers: matter === undefined ? [] : papersOf(matter.before, decided, panel?.termsOfReference.papersNotice),
      papersRecordedLater: matter === undefined ? [] : matter.later.papers.filter(({ circulatedAt }) => circulatedAt <= at),
      terms: termsOf(panel),
      officers: urgent?.officers ?? [],
      room: sitting === null ? null : roomEntry(sitting, panel?.termsOfReference, words),
      roomOnRecord: await this.roomOnRecord(decided, panel),
      linesInForce: inForce.map((line) => ({ ...line.shown, sharesInWords: words.shares(line.split) })),
      restsOn,
    };
  }

  private async decided(decisionId: string): Promise<Decided | undefined> {
    const { records, events } = this.parts;
    const row = (await records.rulingOf([decisionId], {})).find(({ type }) => type === 'DecisionRecorded');
    if (row === undefined) return undefined;
    // The catalogue has validated the data by the event's contract; personal fields stay sealed.
    const data = events.sealed(row).data as unknown as RecordedData;
    return { row, data, at: data.at ?? row.recorded_at };
  }

  /** The matter as it was on record before the decision, and what was put on record since. */
  private async matter({ row, data: { matterId } }: Decided, personal: Personal) {
    if (matterId === null) return undefined;
    const { matters, events } = this.parts;
    const rows = (await matters.ofMatters([matterId], {})).get(matterId) ?? [];
    const before = await matterStory(rows.filter(({ position }) => position < row.position), { events, personal });
    const all = await matterStory(rows, { events, personal });
    if (before === undefined || all === undefined) return undefined;
    return { before, later: { papers: all.papers.slice(before.papers.length) } };
  }

  private async roomOnRecord({ data, at }: Decided, panel: PanelInDetail | undefined): Promise<RoomCheck | null> {
    const { sitting, meetingId, matterId } = data;
    if (sitting === null || meetingId === null || matterId === null || panel === undefined) return null;
    const meeting = meetingOf(await this.parts.matters.ofMeeting(meetingId, undefined), this.parts.events);
    return checkedRoom(meeting ?? { status: 'unknown' }, { sitting, terms: panel.termsOfReference, at, matterId });
  }

  /** The child's lines that were in force on the day, by what was on record before the decision. */
  private async linesBefore({ row, data: { childId, on } }: Decided, personal: Personal) {
    const { records, events } = this.parts;
    const rows = await records.rulingOfChild(childId, {}, row.position);
    const decisions = decisionsOf(rows, events);
    const lines = linesInForce(decisions, on);
    return Promise.all(
      lines.map(async ({ lineId, category, period, split }) => {
        const decision = decisionWith(decisions, lineId);
        const recorded = rows.find((each) => each.type === 'DecisionRecorded' && each.decision_id === decision?.decisionId);
        const words = recorded === undefined ? undefined : await this.wordsOf(recorded, lineId, personal);
        const shown = { decisionId: decision?.decisionId ?? '', lineId, category, period };
        return { split, shown: { ...shown, ...(words === undefined ? {} : { words }) } };
      }),
    );
  }

  private async wordsOf(recorded: EventRow, lineId: string, personal: Personal): Promise<Words | undefined> {
    // The catalogue has validated the data: provisions are words per line; personal, so `null` or absent.
    const { provisions } = (await this.parts.events.details(recorded, personal)) as Pick<MatterStory, 'provisions'>;
    return provisions === undefined ? undefined : (provisions?.find((each) => each.lineId === lineId)?.words ?? null);
  }
}

const decisionWith = (decisions: readonly DecisionOnRecord[], lineId: string): DecisionOnRecord | undefined =>
  decisions.find(({ lines }) => lines.some((line) => line.lineId === lineId));

const termsOf = (panel: PanelInDetail | undefined): Dossier['terms'] => {
  if (panel === undefined) return null;
  const { version, termsOfReference, versions } = panel;
  return { version, from: versions.find((each) => each.version === version)?.from ?? panel.from, termsOfReference };
};

function asked({ matter, asks, outcomesWanted, provisions, views }: MatterStory, { data, agency }: Decided & { readonly agency: string }): AskedOf {
  const { matterId, kind, agencyId, needs, raisedOn, lines } = matter;
  return {
    ...{ matterId, kind, agencyId, agency, needs, raisedOn, lines },
    ...(asks === undefined ? {} : { asks }),
    ...(outcomesWanted === undefined ? {} : { outcomesWanted }),
    ...(provisions === undefined ? {} : { provisions }),
    views: views.filter(({ on }) => on <= data.on),
  };
}

/** The papers in the versions circulated by the minute of deciding. */
function papersOf({ matter, papers }: MatterStory, { data, at }: Decided, papersNotice: number | undefined): readonly PaperBefore[] {
  return papersBefore(matter, at).flatMap((paper): readonly PaperBefore[] => {
    const entry = papers.find(({ paperId, version }) => paperId === paper.paperId && version === paper.version);
    if (entry === undefined) return [];
    const kept = data.papers.find(({ paperId, version }) => paperId === paper.paperId && version === paper.version);
    const late = kept?.late ?? (papersNotice !== undefined && data.meetingId !== null && isLate(paper, data.on, papersNotice));
    return [{ ...entry, late, cited: kept?.cited === true }];
  });
}
