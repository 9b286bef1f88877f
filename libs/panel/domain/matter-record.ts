import type { PaperKind, ViewHolder, ViewsGiven } from '@accord/panel/contracts';
import { accept, instantOf, londonDateOf } from '@accord/shared/kernel';
import type { Decider, Decision, Id, Instant, LondonDate, Refusal } from '@accord/shared/kernel';
import { pastDay, standingMatter } from './matter';
import { evolveMatter } from './matter-state';
import type { Matter, MatterEvent, MatterState, NewMatterEvent } from './matter-state';
import { refusePanel } from './refusals';

/** Records what the child or the family thinks (Children and Families Act 2014 s.19); a later record adds to it. */
export interface RecordViews {
  readonly type: 'RecordViews';
  readonly of: ViewHolder;
  readonly how: ViewsGiven;
  /** Their views, as near to their own words as can be; personal. */
  readonly views: string;
  /** London day on which they were given; it may lie before the matter was brought. */
  readonly on: string;
  readonly today: LondonDate;
}
/** Records why their views could not be had. */
export interface RecordViewsNotObtained {
  readonly type: 'RecordViewsNotObtained';
  readonly of: ViewHolder;
  /** Personal. */
  readonly because: string;
  readonly on: string;
  readonly today: LondonDate;
}
/** Seals a paper to the matter as it was circulated; what it says is kept elsewhere. */
export interface CirculatePaper {
  readonly type: 'CirculatePaper';
  readonly paperId: Id<'paper'>;
  /** From 1; the next version of a paper takes the place of the one before. */
  readonly version: number;
  readonly kind: PaperKind;
  /** Personal. */
  readonly title: string;
  /** SHA-256 of the paper, 64 hexadecimal digits in lower case. */
  readonly sha256: string;
  readonly bytes: number;
  /** Where it is kept; personal. */
  readonly location?: string;
  readonly circulatedAt: string;
  /** The instant of the request. */
  readonly now: Instant;
}
export type MatterRecordCommand = RecordViews | RecordViewsNotObtained | CirculatePaper;

/**
 * Records views and papers of a matter. Refuses `matter-unknown`, `matter-withdrawn`, `matter-date-in-future`,
 * `paper-hash-malformed`, `paper-version-differs`, `paper-version-skipped`, `paper-circulated-in-future` and
 * `paper-circulated-out-of-order`. The same version with the same hash again changes nothing.
 */
export const matterRecordDecider: Decider<MatterRecordCommand, MatterState, NewMatterEvent, MatterEvent> = {
  initial: { status: 'unknown' },
  evolve: evolveMatter,
  decide(command, state) {
    const matter = standingMatter(state);
    if (!matter.ok) return matter;
    return command.type === 'CirculatePaper' ? circulatePaper(command, matter.value) : recordViews(command, matter.value);
  },
};

function recordViews(command: RecordViews | RecordViewsNotObtained, { matterId, childId }: Matter): Decision<NewMatterEvent> {
  const on = pastDay(command.on, command.today);
  if (!on.ok) return on;
  const about = { matterId, childId, on: on.value, of: command.of };
  switch (command.type) {
    case 'RecordViews':
      return accept({ type: 'ViewsRecorded', data: { ...about, how: command.how, views: command.views } });
    case 'RecordViewsNotObtained':
      return accept({ type: 'ViewsNotObtained', data: { ...about, because: command.because } });
  }
}

const SHA_256 = /^[0-9a-f]{64}$/;
/** Whether the text is a SHA-256: 64 hexadecimal digits in lower case. */
export const isSha256 = (text: string): boolean => SHA_256.test(text);

function circulatePaper(command: CirculatePaper, matter: Matter): Decision<NewMatterEvent> {
  if (!isSha256(command.sha256)) return refuseHash();
  const circulated = matter.papers.find(({ paperId, version }) => paperId === command.paperId && version === command.version);
  if (circulated) return circulated.sha256 === command.sha256 ? accept() : refuseOtherContents(command.version);
  const circulatedAt = instantOf(command.circulatedAt);
  if (!circulatedAt.ok) return circulatedAt;
  const refusal = refuseMoment(circulatedAt.value, command.now) ?? refuseOutOfOrder(command, matter, circulatedAt.value);
  if (refusal) return refusal;
  const { paperId, version, kind, title, sha256, bytes, location } = command;
  const { matterId, childId } = matter;
  return accept({
    type: 'PaperCirculated',
    data: {
      ...{ matterId, childId, on: londonDateOf(circulatedAt.value), paperId, version, kind, title, sha256, bytes },
      ...(location === undefined ? {} : { location }),
      circulatedAt: circulatedAt.value,
    },
  });
}

/** Refuses a hash that is none. */
export const refuseHash = (): Refusal =>
  refusePanel('paper-hash-malformed', 'Give the SHA-256 of the paper as 64 hexadecimal digits in lower case.');

const refuseOtherContents = (version: number): Refusal =>
  refusePanel(
    'paper-version-differs',
    `Version ${version} of this paper was circulated with another hash. What was circulated stays as it was: circulate the changed paper as version ${version + 1} or later.`,
  );

const refuseMoment = (circulatedAt: Instant, now: Instant): Refusal | undefined =>
  circulatedAt <= now
    ? undefined
    : refusePanel('paper-circulated-in-future', 'Record a paper once it is circulated; give a moment that has come.');

function refuseOutOfOrder(command: CirculatePaper, { papers }: Matter, circulatedAt: Instant): Refusal | undefined {
  const before = papers.filter(({ paperId }) => paperId === command.paperId).at(-1);
  const next = (before?.version ?? 0) + 1;
  if (command.version !== next) {
    return refusePanel('paper-version-skipped', `The next version of this paper is version ${next}; versions count up from 1 and leave none out.`);
  }
  return before !== undefined && circulatedAt < before.circulatedAt
    ? refusePanel('paper-circulated-out-of-order', `Version ${before.version} was circulated after that moment; a later version follows it.`)
    : undefined;
}
