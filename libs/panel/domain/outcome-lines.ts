import type { Commitment, DecisionEffect, DecisionRecorded, EndedLine, Outcome, PackageLine } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { londonDate, succeed } from '@accord/shared/kernel';
import type { Id, Refusal, Result } from '@accord/shared/kernel';
import { commitmentsOf, payersOf } from './authority';
import type { MemberInRoom } from './authority';
import { refuseApproval, refuseDeclining, votersIn } from './carrying';
import type { DecisionOnRecord, DecisionState } from './decision-state';
import type { SchemeState } from './delegation';
import { besides, givingWayTo, refuseNotInEffect } from './lines-in-force';
import type { Matter } from './matter-state';
import { isApproval } from './outcome-basis';
import type { Basis } from './outcome-basis';
import { packageLines, provisionsOf } from './package-line';
import type { ProposedLine } from './package-line';
import { postsOn } from './practitioner';
import type { PractitionerState } from './practitioner';
import { refusePanel } from './refusals';
import type { Room } from './room';

type DecisionData = New<typeof DecisionRecorded>['data'];

/** What an approval provides and ends. */
export interface OutcomeLines {
  readonly outcome: Outcome;
  readonly lines: readonly ProposedLine[];
  /** Lines of earlier decisions that end from a day, without another in their place. */
  readonly ends: readonly { readonly decisionId: Id<'decision'>; readonly lineId: Id<'package-line'>; readonly from: string }[];
}

export interface LinesFacts {
  /** The child's other decisions that may be in effect, and those whose lines are to be replaced or ended. */
  readonly ofChild: readonly DecisionState[];
  /** The agencies registered in this area, of those that would pay or own a condition. */
  readonly registered: ReadonlySet<string>;
  /** Those who vote in the room, as they are registered. */
  readonly practitioners: ReadonlyMap<string, PractitionerState>;
  /** The payers' schemes of delegation; an agency without one has delegated nothing. */
  readonly schemes: ReadonlyMap<string, SchemeState>;
}

type Lines = Pick<DecisionData, 'lines' | 'provisions' | 'ends'>;

/** About which child on which day something is provided: of a sitting, or of officers between meetings. */
export interface ProvidedWhere {
  readonly matter: Pick<Matter, 'childId'> & { readonly kind?: Matter['kind'] };
  readonly room: Pick<Room, 'on'>;
}

/** Whether a child is eligible, or a plan goes on as it is, can be approved without providing anything by itself. */
const mayProvideNothing: readonly (Matter['kind'] | undefined)[] = ['eligibility', 'review', 'other'];

/** The lines that are approved, and those that end. Refuses lines without an approval, and an approval of nothing. */
export function linesOf({ outcome, lines, ends }: OutcomeLines, { matter, room }: ProvidedWhere, facts: Pick<LinesFacts, 'ofChild' | 'registered'>): Result<Lines> {
  const given = lines.length + ends.length;
  if (given > 0 && !isApproval(outcome)) {
    return refusePanel('lines-without-approval', 'Only an approval provides or ends something: leave the lines out.');
  }
  if (given === 0 && isApproval(outcome) && !mayProvideNothing.includes(matter.kind)) {
    return refusePanel('decision-without-lines', 'An approval names what is approved: give at least one package line.');
  }
  const approved = packageLines(lines, facts.registered);
  if (!approved.ok) return approved;
  const ended = endsOf(ends);
  if (!ended.ok) return ended;
  const earlier = onRecord(facts.ofChild);
  for (const { from, ...line } of givingWayTo(approved.value, ended.value)) {
    const refusal = refuseNotInEffect(earlier, { earlier: line, from, childId: matter.childId, on: room.on });
    if (refusal) return refusal;
  }
  return succeed({ lines: approved.value, provisions: provisionsOf(lines), ends: ended.value });
}

/** Of these decisions those that were recorded, not only considered. */
export const onRecord = (decisions: readonly DecisionState[]): readonly DecisionOnRecord[] =>
  decisions.filter((decision) => decision.status === 'recorded');

function endsOf(ends: OutcomeLines['ends']): Result<EndedLine[]> {
  const checked: EndedLine[] = [];
  for (const { decisionId, lineId, from: text } of ends) {
    const from = londonDate(text);
    if (!from.ok) return from;
    checked.push({ decisionId, lineId, from: from.value });
  }
  return succeed(checked);
}

/** Refuses an outcome that those in the room did not carry: it never contradicts what was voted or said. */
export function refuseUncarried(outcome: Outcome, basis: Basis, lines: readonly PackageLine[]): Refusal | undefined {
  if (isApproval(outcome)) {
    const payers = payersOf(lines);
    return refuseApproval({ ...basis, payers }) ?? refuseUnwillingPayer(basis, payers);
  }
  if (outcome === 'declined') return refuseDeclining({ ...basis, payers: payersAsked(basis) });
  if (outcome === 'contribution-declined' && basis.consideration.contributionsDeclined.length === 0) {
    return refusePanel('contribution-not-declined', 'No agency declined to contribute in this meeting: record which did, with its reasons, first.');
  }
  return undefined;
}

/** To decline to contribute is lawful; nobody in the room can then make that agency pay. */
export function refuseUnwillingPayer({ consideration }: Pick<Basis, 'consideration'>, payers: readonly Id<'agency'>[]): Refusal | undefined {
  const unwilling = payers.filter((payer) => consideration.contributionsDeclined.includes(payer)).length;
  return unwilling === 0
    ? undefined
    : refusePanel(
        'payer-declined-to-contribute',
        `${unwilling === 1 ? '1 agency that would pay has' : `${unwilling} agencies that would pay have`} declined to contribute: change the split, or record that outcome.`,
      );
}

/** Who would pay for what is asked for; nobody yet, where one of the lines leaves that to the panel. */
function payersAsked({ matter }: Basis): readonly Id<'agency'>[] {
  const lines = matter.lines.flatMap((line) => (line.split === null ? [] : [{ ...line, split: line.split }]));
  return lines.length < matter.lines.length ? [] : payersOf(lines);
}

interface Authority {
  readonly commitments: Commitment[];
  readonly effect: DecisionEffect;
}

/** Whether each payer's share could be committed in the room; else the decision awaits ratification (worked example 8). */
export function authorityOf({ room, terms }: Basis, { lines, ends }: Lines, facts: LinesFacts): Authority {
  if (lines.length === 0 && ends.length === 0) return { commitments: [], effect: 'none' };
  const commitments = commitmentsOf({
    ...{ lines, terms, schemes: facts.schemes, on: room.on },
    ...besides(onRecord(facts.ofChild), { lines, ends }, { committedOn: room.on }),
    members: membersIn(room, facts.practitioners),
  });
  return { commitments, effect: commitments.every(({ withinAuthority }) => withinAuthority) ? 'at-once' : 'awaiting-ratification' };
}

/**
 * Those who vote, with the posts that they hold. Who deputises fills the seat and votes, but what is delegated to
 * the post of the seat's member is not theirs: they commit what is delegated to them or to a post of their own.
 */
export const membersIn = (room: Room, practitioners: LinesFacts['practitioners']): MemberInRoom[] =>
  votersIn(room).map(({ seat, practitionerId, as }) => {
    const practitioner = practitioners.get(practitionerId) ?? { status: 'unknown' };
    const posts = postsOn(practitioner, seat.agencyId, room.on);
    return { agencyId: seat.agencyId, practitionerId, posts: as === 'member' ? [seat.post, ...posts] : posts };
  });
