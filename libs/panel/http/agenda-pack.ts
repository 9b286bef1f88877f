import { agendaEntryOf } from '@accord/panel/domain';
import type { AgendaEntry, Matter } from '@accord/panel/domain';
import type { Words } from '@accord/shared/event-contracts';
import type { Id, Instant } from '@accord/shared/kernel';
import { interestsAt, meetingOf } from './agenda-meeting';
import type { InterestEntry, KnownMeeting } from './agenda-meeting';
import { matterStory } from './matter-story';
import type { DecisionEntry, MatterStory, ViewsEntry } from './matter-story';
import { linesOf, newestViews, papersOf, wordsOf } from './matter-view';
import type { AskedLines, MatterReaderParts, PaperNotice, PaperOfMatter } from './matter-view';
import type { Personal } from './recorded-events';

export interface AgendaItem extends Pick<Matter, 'matterId' | 'childId' | 'agencyId' | 'kind' | 'needs'> {
  readonly place: number;
  /** Time of day in London, `HH:mm`. */
  readonly startsAt: string | null;
  /** Another matter has the same place: two were put there in the same moment, and one has to move. */
  readonly sharesPlace: boolean;
  /** The child's name; `null` where its key was destroyed, absent where it is withheld. */
  readonly child?: string | null;
  readonly agency: string;
  readonly asks?: MatterStory['asks'];
  readonly outcomesWanted?: MatterStory['outcomesWanted'];
  readonly lines: AskedLines;
  /** `null`: neither recorded nor said why not. A decision of substance is then refused. */
  readonly views: { readonly child: ViewsEntry | null; readonly family: ViewsEntry | null };
  /** The newest version of each paper. */
  readonly papers: readonly PaperOfMatter[];
  readonly interests: readonly InterestEntry[];
  /** What this meeting made of it. */
  readonly decision: DecisionEntry | null;
  /** What other meetings made of it, and officers between meetings. */
  readonly otherDecisions: readonly DecisionEntry[];
}

/** What the members of a panel have before them. */
export interface AgendaPack {
  readonly meetingId: string;
  readonly panelId: string;
  readonly panel: string;
  readonly on: string;
  readonly startsAt: string | null;
  /** Where it meets. */
  readonly venue: string | null;
  readonly status: KnownMeeting['status'];
  /** Working days before the meeting by which papers are circulated. */
  readonly papersNotice: number | null;
  readonly items: readonly AgendaItem[];
}

/** Answers what is on the agenda of a meeting, as known at an instant. */
export class AgendaPacks {
  constructor(private readonly parts: MatterReaderParts) {}

  /** The pack, or `undefined` where no such meeting was planned by then. */
  async pack(
    meetingId: Id<'meeting'>,
    { knownAt, personal }: { readonly knownAt?: Instant | undefined; readonly personal: Personal },
  ): Promise<AgendaPack | undefined> {
    const { records, events, vocabulary } = this.parts;
    const rows = await records.ofMeeting(meetingId, knownAt);
    const meeting = meetingOf(rows, events);
    if (meeting === undefined) return undefined;
    const [words, interests, workingDays, stories] = await Promise.all([
      vocabulary.words(),
      interestsAt(rows, { events, personal }),
      records.paperNotice(meeting.panelId, meeting.on, knownAt),
      this.stories(meeting, { knownAt, personal }),
    ]);
    const children = await this.names(stories, { knownAt, personal });
    const notice = workingDays === undefined ? undefined : { meetingOn: meeting.on, workingDays };
    const { panelId, on, startsAt, place: venue, status } = meeting;
    return {
      ...{ meetingId, panelId, panel: words.panel(panelId), on, startsAt, venue, status, papersNotice: workingDays ?? null },
      items: stories.map((placed) => itemOf(placed, { stories, meeting, notice, words, interests, children })),
    };
  }

  /** The matters that stand on the agenda, in order of place, then time. */
  private async stories(
    { meetingId, status }: KnownMeeting,
    { knownAt, personal }: { readonly knownAt: Instant | undefined; readonly personal: Personal },
  ): Promise<readonly PlacedStory[]> {
    // A meeting that was cancelled has nothing before it.
    if (status === 'cancelled') return [];
    const { records, events } = this.parts;
    const byMatter = await records.ofMatters(await records.on(meetingId), { knownAt });
    const stories = await Promise.all([...byMatter.values()].map((rows) => matterStory(rows, { events, personal })));
    return stories
      .flatMap((story): PlacedStory[] => {
        const entry = story && agendaEntryOf(story.matter, meetingId);
        return story && entry ? [{ story, entry }] : [];
      })
      .sort((one, two) => inOrder(one, two));
  }

  private async names(
    stories: readonly PlacedStory[],
    { knownAt, personal }: { readonly knownAt: Instant | undefined; readonly personal: Personal },
  ): Promise<ReadonlyMap<string, string | null>> {
    if (personal === 'withheld') return new Map();
    const { records, events } = this.parts;
    const rows = await records.ofChildren(stories.map(({ story }) => story.matter.childId), knownAt);
    const named = await Promise.all(
      [...rows].map(async ([childId, row]): Promise<[string, string | null]> => {
        const { name } = await events.details(row, personal);
        return [childId, typeof name === 'string' ? name : null];
      }),
    );
    return new Map(named);
  }
}

interface PlacedStory {
  readonly story: MatterStory;
  readonly entry: AgendaEntry;
}

const NO_TIME = '99:99';
function inOrder(one: PlacedStory, two: PlacedStory): number {
  if (one.entry.place !== two.entry.place) return one.entry.place - two.entry.place;
  const key = ({ entry, story }: PlacedStory) => `${entry.startsAt ?? NO_TIME} ${story.matter.matterId}`;
  return key(one) < key(two) ? -1 : 1;
}

interface AroundItem {
  readonly stories: readonly PlacedStory[];
  readonly meeting: KnownMeeting;
  readonly notice: PaperNotice | undefined;
  readonly words: Words;
  readonly interests: ReadonlyMap<string, readonly InterestEntry[]>;
  readonly children: ReadonlyMap<string, string | null>;
}

function itemOf({ story, entry }: PlacedStory, around: AroundItem): AgendaItem {
  const { meeting, notice, words, interests, children, stories } = around;
  const { matterId, childId, agencyId, kind, needs } = story.matter;
  const child = children.get(childId);
  return {
    ...{ place: entry.place, startsAt: entry.startsAt },
    sharesPlace: stories.filter((other) => other.entry.place === entry.place).length > 1,
    ...{ matterId, childId, agencyId, agency: words.agency(agencyId), kind, needs },
    ...(child === undefined ? {} : { child }),
    ...wordsOf(story),
    lines: linesOf(story),
    views: { child: newestViews(story, 'child') ?? null, family: newestViews(story, 'family') ?? null },
    papers: papersOf(story, notice).filter(({ superseded }) => !superseded),
    interests: interests.get(matterId) ?? [],
    decision: story.decisions.find((decision) => decision.meetingId === meeting.meetingId) ?? null,
    otherDecisions: story.decisions.filter((decision) => decision.meetingId !== meeting.meetingId),
  };
}
