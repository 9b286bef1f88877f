import { MeetingAdjourned, MeetingResumed, MinutesApproved } from '@accord/panel/contracts';
import type { Block, WrittenDocument } from '@accord/shared/documents';
import { londonDateOf } from '@accord/shared/kernel';
import type { LondonDate } from '@accord/shared/kernel';
import { heading, plain } from './blocks';
import { inHand } from './item-in-hand';
import { requests } from './kinds-in-words';
import { sceneOf } from './meeting-on-record';
import type { Item, MeetingOnRecord, Scene } from './meeting-on-record';
import { asked } from './minutes-asked';
import { attendance } from './minutes-attendance';
import { declarations } from './minutes-interests';
import { irregularities } from './minutes-irregular';
import { outcome, urgentDecision } from './minutes-outcome';
import { said } from './minutes-said';
import { since } from './minutes-since';
import type { NamesOnRecord } from './names';
import { asSentence, capitalised, day, dayInFull, listed, time, timeOfDay } from './plain-words';
import { told } from './told';
import type { Told } from './told';

/** Minutes with what they take in. */
export interface WrittenMinutes {
  readonly document: WrittenDocument;
  /** Position of the last event that they take in. */
  readonly upTo: number;
  /** The day of the first sitting. */
  readonly on: LondonDate;
  /** Whether the meeting's close is among it. */
  readonly closed: boolean;
}

export const DRAFT = 'DRAFT';
export const APPROVED = 'APPROVED';

/**
 * The minutes of a meeting, from what is on record of it; `undefined` where it has not sat. The same events give the
 * same document, in whatever order they were read. Approvals on record are said; the rest is a draft.
 */
export function minutesOf(record: MeetingOnRecord, known: NamesOnRecord): WrittenMinutes | undefined {
  const scene = sceneOf(record, known);
  if (scene === undefined) return undefined;
  const approval = told(scene.meeting, MinutesApproved).at(-1);
  const { state, names, last } = scene;
  const on = state.sittings[0]?.on ?? state.on;
  const document: WrittenDocument = {
    title: `Minutes of the meeting of the ${withoutThe(names.panel(state.panelId))} on ${day(on)}`,
    language: 'en-GB',
    asOf: last.recordedAt,
    letterhead: [names.panel(state.panelId)],
    marking: approval === undefined ? DRAFT : APPROVED,
    blocks: [
      ...beginning(scene),
      ...attendance(scene),
      ...declarations(scene),
      ...scene.items.flatMap((item) => itemBlocks(item, scene)),
      ...ending(scene),
      ...irregularities(scene, approval?.data.upTo),
      ...since(scene, approval?.data.upTo),
      ...approvalOf(approval, scene),
    ],
  };
  return { document, upTo: last.position, on, closed: state.status === 'closed' };
}

const withoutThe = (name: string): string => name.replace(/^the /i, '');

/** Day, time and place; and what this reading leaves out. */
function beginning({ state, personal }: Scene): readonly Block[] {
  const days = state.sittings.map(({ on, from, to }) => {
    const until = to === undefined ? `from ${time(from)}` : `${time(from)} to ${time(to)}`;
    return { on, hours: until };
  });
  const planned = state.startsAt === null ? [] : [{ label: 'Planned for', value: timeOfDay(state.startsAt) }];
  return [
    {
      kind: 'pairs',
      pairs: [
        { label: 'Day', value: listed([...new Set(days.map(({ on }) => dayInFull(on)))]) },
        { label: 'Time', value: new Set(days.map(({ on }) => on)).size === 1 ? listed(days.map(({ hours }) => hours)) : listed(days.map(({ on, hours }) => `${day(on)}, ${hours}`)) },
        ...planned,
        { label: 'Place', value: state.place ?? 'Not on record' },
      ],
    },
    ...(personal === 'opened' ? [] : [plain('This reading leaves out the names of children and what is written about them; each child is called by a reference.')]),
  ];
}

function itemBlocks(item: Item, scene: Scene): readonly Block[] {
  const hand = inHand(item, scene);
  const { childId, kind } = item.raised.data;
  return [
    heading(`Item ${item.place}. ${capitalised(scene.names.child(childId))}: ${requests[kind]}`),
    ...asked(hand, scene),
    ...urgentDecision(hand, scene),
    ...said(hand, scene),
    ...outcome(hand, scene),
  ];
}

/** Adjournments, and how the meeting ended. */
function ending(scene: Scene): readonly Block[] {
  const { state, meeting, names } = scene;
  const breaks = told(meeting, MeetingAdjourned).map(({ data: { at, resumesOn, because } }) => {
    const onwards = resumesOn === null ? '' : ` It was to go on on ${day(resumesOn)}.`;
    return { at, says: `The meeting was adjourned at ${time(at)} on ${day(londonDateOf(at))}. The reason was: ${asSentence(because)}${onwards}` };
  });
  const resumed = told(meeting, MeetingResumed).map(({ data: { at, on, chairSeatId, present } }) => {
    const chair = present.find(({ seatId }) => seatId === chairSeatId);
    return { at, says: `It went on at ${time(at)} on ${day(on)}${chair === undefined ? '' : `, with ${names.person(chair.practitionerId)} in the chair`}.` };
  });
  const turns = [...breaks, ...resumed].toSorted((one, two) => (one.at < two.at ? -1 : 1));
  const close = state.status === 'closed' ? [plain(`The meeting closed at ${time(state.lastAt)} on ${day(londonDateOf(state.lastAt))}.`)] : [plain('The meeting is not closed yet: these minutes go as far as its record.')];
  return [heading(turns.length === 0 ? 'Close' : 'Adjournment and close'), ...turns.map(({ says }) => plain(says)), ...close];
}

/** By whom, when and in which words the minutes were approved, or that they are a draft. */
function approvalOf(approval: Told<typeof MinutesApproved> | undefined, { names }: Scene): readonly Block[] {
  if (approval === undefined) return [heading('Approval'), plain('These minutes are a draft until somebody who sat in the meeting approves them.')];
  const { on, atMeetingId, practitionerId, sha256 } = approval.data;
  const where = atMeetingId === null ? 'between meetings' : 'at a meeting of the panel';
  return [
    heading('Approval'),
    plain(`${names.person(practitionerId)} approved these minutes on ${day(on)}, ${where}.`),
    plain(`The draft that was approved is the page whose SHA-256 is ${sha256}.`),
  ];
}
