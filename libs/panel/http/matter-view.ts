import { isLate, isSha256, refuseHash, refusePanel } from '@accord/panel/domain';
import type { Matter } from '@accord/panel/domain';
import type { Vocabulary } from '@accord/shared/http';
import { succeed } from '@accord/shared/kernel';
import type { Id, Instant, Result } from '@accord/shared/kernel';
import { meetingOf } from './agenda-meeting';
import type { KnownMeeting } from './agenda-meeting';
import type { MatterAsOf, MatterRecords } from './matter-records';
import { matterStory } from './matter-story';
import type { DecisionEntry, MatterStory, PaperEntry, ViewsEntry } from './matter-story';
import { outcomesOf } from './provision-words';
import type { Personal, RecordedEvents } from './recorded-events';

export interface MatterQuestion extends MatterAsOf {
  readonly personal: Personal;
}

export interface PaperOfMatter extends PaperEntry {
  /** A newer version was circulated. */
  readonly superseded: boolean;
  /** Circulated later than the terms of reference allow for the meeting at hand; `null` without one. */
  readonly late: boolean | null;
}

/** A matter as a person reads it. */
export interface MatterView extends Pick<Matter, 'matterId' | 'childId' | 'panelId' | 'agencyId' | 'kind' | 'needs' | 'raisedOn' | 'status'> {
  readonly panel: string;
  readonly agency: string;
  readonly asks?: MatterStory['asks'];
  readonly outcomesWanted?: MatterStory['outcomesWanted'];
  readonly lines: AskedLines;
  /** The newest record of each; `null` where there is none. */
  readonly views: { readonly child: ViewsEntry | null; readonly family: ViewsEntry | null };
  readonly earlierViews: readonly ViewsEntry[];
  readonly papers: readonly PaperOfMatter[];
  /** Every meeting on whose agenda it stands, the last one put there at the end. */
  readonly agenda: readonly {
    readonly meetingId: string;
    readonly on: string | null;
    readonly meeting: KnownMeeting['status'] | null;
    readonly place: number;
    readonly startsAt: string | null;
  }[];
  readonly decisions: readonly DecisionEntry[];
}

export interface MatterReaderParts {
  readonly records: MatterRecords;
  readonly events: RecordedEvents;
  readonly vocabulary: Vocabulary;
}

/** Answers what is asked of a panel in one matter, as at a day and as known at an instant. */
export class MatterReader {
  constructor(private readonly parts: MatterReaderParts) {}

  /** The matter, or `undefined` where it was not brought by then. */
  async view(matterId: Id<'matter'>, { personal, ...asOf }: MatterQuestion): Promise<MatterView | undefined> {
    const { records, events, vocabulary } = this.parts;
    const rows = (await records.ofMatters([matterId], asOf)).get(matterId) ?? [];
    const story = await matterStory(rows, { events, personal });
    if (story === undefined) return undefined;
    const { matter } = story;
    const [words, meetings] = await Promise.all([vocabulary.words(), this.meetingsOf(matter, asOf.knownAt)]);
    const { childId, panelId, agencyId, kind, needs, raisedOn, status, agenda } = matter;
    return {
      ...{ matterId, childId, panelId, panel: words.panel(panelId), agencyId, agency: words.agency(agencyId) },
      ...{ kind, needs, raisedOn, status, ...wordsOf(story), lines: linesOf(story) },
      views: { child: newestViews(story, 'child') ?? null, family: newestViews(story, 'family') ?? null },
      earlierViews: story.views.filter((entry) => entry !== newestViews(story, entry.of)),
      papers: papersOf(story, await this.noticeFor(meetingAtHand(matter, meetings), asOf.knownAt)),
      agenda: agenda.map((entry) => {
        const meeting = meetings.get(entry.meetingId);
        return { ...entry, on: meeting?.on ?? null, meeting: meeting?.status ?? null };
      }),
      decisions: story.decisions,
    };
  }

  /**
   * Which circulated version of the paper has this hash: the newest, where several have. Refuses
   * `paper-hash-malformed`, `paper-unknown`, and `paper-differs` with both hashes.
   */
  async check(matterId: Id<'matter'>, paperId: Id<'paper'>, sha256: string): Promise<Result<PaperOfMatter>> {
    if (!isSha256(sha256)) return refuseHash();
    const view = await this.view(matterId, { personal: 'withheld' });
    const versions = (view?.papers ?? []).filter((paper) => paper.paperId === paperId);
    const newest = versions.at(-1);
    if (newest === undefined) return refusePanel('paper-unknown', 'No paper with this id was circulated for this matter.');
    const same = versions.filter((paper) => paper.sha256 === sha256).at(-1);
    return same === undefined
      ? refusePanel('paper-differs', `The paper at hand has the hash ${sha256}; what was circulated last is version ${newest.version} with the hash ${newest.sha256}. Read that one, or circulate the paper at hand as a further version.`)
      : succeed(same);
  }

  private async meetingsOf({ agenda }: Matter, knownAt: Instant | undefined): Promise<ReadonlyMap<string, KnownMeeting>> {
    const { records, events } = this.parts;
    const found = await Promise.all(
      agenda.map(async ({ meetingId }) => meetingOf(await records.ofMeeting(meetingId, knownAt), events)),
    );
    return new Map(found.flatMap((meeting): [string, KnownMeeting][] => (meeting === undefined ? [] : [[meeting.meetingId, meeting]])));
  }

  private async noticeFor(meeting: KnownMeeting | undefined, knownAt: Instant | undefined): Promise<PaperNotice | undefined> {
    if (meeting === undefined) return undefined;
    const workingDays = await this.parts.records.paperNotice(meeting.panelId, meeting.on, knownAt);
    return workingDays === undefined ? undefined : { meetingOn: meeting.on, workingDays };
  }
}

/** The meeting against which papers are late: the last on whose agenda the matter was put, cancelled ones apart. */
const meetingAtHand = ({ agenda, status }: Matter, meetings: ReadonlyMap<string, KnownMeeting>): KnownMeeting | undefined =>
  status === 'withdrawn'
    ? undefined
    : agenda
        .map(({ meetingId }) => meetings.get(meetingId))
        .filter((meeting) => meeting !== undefined && meeting.status !== 'cancelled')
        .at(-1);

/** The notice that papers need for a meeting on a day. */
export interface PaperNotice {
  readonly meetingOn: KnownMeeting['on'];
  readonly workingDays: number;
}

/** Every version of every paper, with whether it is superseded and late. */
export const papersOf = ({ papers }: MatterStory, notice: PaperNotice | undefined): readonly PaperOfMatter[] =>
  papers.map((paper) => ({
    ...paper,
    superseded: papers.some((other) => other.paperId === paper.paperId && other.version > paper.version),
    late: notice === undefined ? null : isLate(paper, notice.meetingOn, notice.workingDays),
  }));

/** The newest record of the child's or the family's views. */
export const newestViews = ({ views }: MatterStory, of: 'child' | 'family'): ViewsEntry | undefined =>
  views.filter((entry) => entry.of === of).at(-1);

export type AskedLines = ReturnType<typeof linesOf>;

/** The lines asked for; in words what is provided and which outcomes it serves, as far as they may be read. */
export const linesOf = ({ matter, provisions }: MatterStory) =>
  matter.lines.map((line) => {
    if (provisions === undefined) return line;
    return { ...line, provision: provisions?.find(({ lineId }) => lineId === line.lineId)?.words ?? null, ...outcomesOf(provisions, line.lineId) };
  });

/** What is asked for in words, as far as it may be read. */
export const wordsOf = ({ asks, outcomesWanted }: MatterStory) => ({
  ...(asks === undefined ? {} : { asks }),
  ...(outcomesWanted === undefined ? {} : { outcomesWanted }),
});
