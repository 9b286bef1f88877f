import type { Commitment, DecisionRecorded } from '@accord/panel/contracts';
import type { DecisionOnRecord, DecisionState } from '@accord/panel/domain';
import type { Recorded, Words as Vocabulary } from '@accord/shared/event-contracts';
import type { LondonDate } from '@accord/shared/kernel';
import { deliveryOf } from './decision-delivery';
import type { DeliveryEntry } from './decision-delivery';
import { ratificationsOf } from './decision-ratifications';
import type { RatificationEntry } from './decision-ratifications';
import { readingsOf } from './decision-reading';
import type { DecisionReading, DecisionReadings, Told, Words } from './decision-reading';
import { standingOn } from './decision-records';
import { roomEntry } from './decision-room';
import type { RoomEntry } from './decision-room';
import { replacesOf, supersededBy } from './decision-succession';
import type { SuccessionEntry, SupersededEntry } from './decision-succession';
import { dissentOf, saidEntries } from './decision-votes';
import type { DissentEntry, SaidEntries } from './decision-votes';
import type { TermsOfReference } from '@accord/panel/contracts';

type RecordedData = Recorded<typeof DecisionRecorded>['data'];

/** A breach that somebody put on record. */
export interface BreachEntry {
  readonly breachId: string;
  /** Whether it names the decision, its matter as a whole, or the whole meeting. */
  readonly about: 'decision' | 'matter' | 'meeting';
  readonly on: string;
  readonly recordedAt: string;
  /** Code of the rule that was broken. */
  readonly rule: string;
  readonly account?: Words;
  readonly saidBy?: Words;
}

export interface ConditionState {
  readonly conditionId: string;
  readonly is: 'open' | 'met' | 'waived';
  readonly dueOn: string;
  readonly settledOn?: string;
  /** What shows that it was met, or why it was waived. */
  readonly because?: Words;
}

/** A matter that was considered, and not decided by then. */
export interface ConsideredView extends SaidEntries {
  readonly status: 'considered';
  readonly decisionId: string;
  readonly childId: string;
  readonly panelId: string;
  readonly panel: string;
  readonly matterId: string;
  readonly meetingId: string;
}

/** A decision with everything that was said on the way to it, and what became of it. */
export interface DecisionView extends DecisionReadings, Omit<SaidEntries, 'contributionsDeclined'> {
  readonly status: 'recorded';
  readonly decisionId: string;
  readonly childId: string;
  readonly panelId: string;
  readonly panel: string;
  readonly matterId: string | null;
  readonly meetingId: string | null;
  readonly on: string;
  /** The minute of deciding; `null` in decisions recorded before it was kept. */
  readonly at: string | null;
  readonly recordedAt: string;
  readonly outcome: RecordedData['outcome'];
  readonly effect: RecordedData['effect'];
  /** On the day asked about. */
  readonly standing: DecisionOnRecord['standing'];
  readonly effectiveFrom?: string;
  readonly lapsesFrom?: string;
  readonly withoutPrejudice: boolean;
  readonly needs: RecordedData['needs'];
  readonly principle?: Words;
  readonly notApproved?: Words;
  readonly missing?: Words;
  readonly returnsOn: string | null;
  readonly referredTo: { readonly panelId: string; readonly panel: string } | null;
  readonly urgent: (NonNullable<RecordedData['urgent']> & { readonly urgency?: Words }) | null;
  /** `null` for an urgent decision, and for those recorded before the room was kept. */
  readonly room: RoomEntry | null;
  readonly dissent: readonly DissentEntry[];
  /** Each agency that declined to contribute, with its reasons where it gave them in the room. */
  readonly contributionsDeclined: readonly { readonly agencyId: string; readonly agency: string; readonly reasons?: Words }[];
  readonly papers: RecordedData['papers'];
  /** What each payer's share commits, and on whose authority. */
  readonly authority: readonly (Commitment & { readonly agency: string })[];
  readonly awaiting: readonly { readonly agencyId: string; readonly agency: string }[];
  readonly ratifications: readonly RatificationEntry[];
  readonly conditions: readonly ConditionState[];
  readonly delivery: readonly DeliveryEntry[];
  readonly replaces: readonly SuccessionEntry[];
  readonly supersededBy: readonly SupersededEntry[];
  readonly breaches: readonly BreachEntry[];
}

/** Everything from which a decision's view is made. */
export interface ViewMaterial {
  readonly state: DecisionState;
  /** Its whole stream by then, personal fields opened or left out. */
  readonly told: readonly Told[];
  readonly breaches: readonly Told[];
  /** The terms of reference under which it was taken, where they are on record. */
  readonly terms: { readonly version: number; readonly termsOfReference: TermsOfReference } | undefined;
  /** Every decision about the child by then, this one included. */
  readonly ofChild: readonly DecisionOnRecord[];
  readonly day: LondonDate;
  readonly words: Vocabulary;
}

/** The decision as it reads on the day; `undefined` where nothing of it was known. */
export function decisionView(material: ViewMaterial): DecisionView | ConsideredView | undefined {
  const { state, told, words } = material;
  const recorded = told.find(({ row }) => row.type === 'DecisionRecorded');
  if (state.status === 'recorded' && recorded !== undefined) return recordedView(material, state, recorded);
  if (state.status !== 'considered') return undefined;
  const { decisionId, childId, panelId, matterId, meetingId } = state;
  const ids = { decisionId, childId, panelId, panel: words.panel(panelId), matterId, meetingId };
  return { status: 'considered', ...ids, ...saidEntries(told, words) };
}

function recordedView(material: ViewMaterial, state: DecisionOnRecord, recorded: Told): DecisionView {
  const { told, ofChild, day, words } = material;
  // The catalogue has validated the data by the event's contract.
  const data = recorded.data as unknown as RecordedData;
  const said = saidEntries(told, words);
  const readings = readingsOf(recorded, told, words);
  const before = saidEntries(told.filter(({ row }) => row.position < recorded.row.position), words);
  return {
    status: 'recorded',
    ...whereAndWhen(recorded, data, words),
    ...{ outcome: data.outcome, effect: data.effect, standing: standingOn(state, day) },
    ...(state.effectiveFrom === undefined ? {} : { effectiveFrom: state.effectiveFrom }),
    ...(state.lapsesFrom === undefined ? {} : { lapsesFrom: state.lapsesFrom }),
    ...furtherWords(readings.reads, data, words),
    ...readings,
    ...roomAndVotes(material, data),
    ...{ positionsTaken: said.positionsTaken, votes: said.votes },
    dissent: dissentOf({ outcome: data.outcome, positions: readings.reads.positions, said: before }),
    contributionsDeclined: declined(data, before, words),
    papers: data.papers,
    authority: data.commitments.map((each) => ({ ...each, agency: words.agency(each.agencyId) })),
    awaiting: state.awaiting.map((agencyId) => ({ agencyId, agency: words.agency(agencyId) })),
    ratifications: ratificationsOf(told, words),
    conditions: conditionsOf(state, told),
    delivery: deliveryOf(state, told, day),
    replaces: replacesOf(state),
    supersededBy: supersededBy(state, ofChild, day),
    breaches: material.breaches.map(breachEntry),
  };
}

function whereAndWhen({ row }: Told, data: RecordedData, words: Vocabulary) {
  const { decisionId, childId, panelId, matterId, meetingId, on, at } = data;
  return { decisionId, childId, panelId, panel: words.panel(panelId), matterId, meetingId, on, at, recordedAt: row.recorded_at };
}

/** What the decision says besides its reasons, as it reads now. */
function furtherWords(reads: DecisionReading, { needs, returnsOn, referredTo, urgent }: RecordedData, words: Vocabulary) {
  const { withoutPrejudice, principle, notApproved, missing, urgency } = reads;
  return {
    ...{ withoutPrejudice, needs, returnsOn },
    ...(principle === undefined ? {} : { principle }),
    ...(notApproved === undefined ? {} : { notApproved }),
    ...(missing === undefined ? {} : { missing }),
    referredTo: referredTo === null ? null : { panelId: referredTo, panel: words.panel(referredTo) },
    urgent: urgent === null ? null : { ...urgent, ...(urgency === undefined ? {} : { urgency }) },
  };
}

function roomAndVotes({ terms, words }: ViewMaterial, { sitting }: RecordedData): Pick<DecisionView, 'room'> {
  if (sitting === null) return { room: null };
  const inForce = terms?.version === sitting.termsVersion ? terms.termsOfReference : undefined;
  return { room: roomEntry(sitting, inForce, words) };
}

function declined({ contributionsDeclined }: RecordedData, said: SaidEntries, words: Vocabulary): DecisionView['contributionsDeclined'] {
  return contributionsDeclined.map((agencyId) => {
    const reasons = said.contributionsDeclined.findLast((each) => each.agencyId === agencyId)?.reasons;
    return { agencyId, agency: words.agency(agencyId), ...(reasons === undefined ? {} : { reasons }) };
  });
}

const conditionsOf = (state: DecisionOnRecord, told: readonly Told[]): readonly ConditionState[] =>
  state.conditions.map(({ conditionId, dueOn, is }) => {
    const settled = told.find(({ row, data }) => settlesCondition.has(row.type) && data['conditionId'] === conditionId);
    if (settled === undefined) return { conditionId, is, dueOn };
    // The catalogue has validated the data: a condition met names its evidence, one waived the reason.
    const { on, evidence, because } = settled.data as { readonly on: string; readonly evidence?: Words; readonly because?: Words };
    const why = evidence === undefined ? because : evidence;
    return { conditionId, is, dueOn, settledOn: on, ...(why === undefined ? {} : { because: why }) };
  });
const settlesCondition = new Set(['ConditionMet', 'ConditionWaived']);

function breachEntry({ row, data }: Told): BreachEntry {
  // The catalogue has validated the data by the contract of BreachRecorded; the words are personal.
  const { breachId, on, rule, account, saidBy, decisionId, matterId } = data as unknown as BreachEntry & {
    readonly decisionId: string | null;
    readonly matterId: string | null;
  };
  return {
    ...{ breachId, on, rule, recordedAt: row.recorded_at },
    about: decisionId === null ? (matterId === null ? 'meeting' : 'matter') : 'decision',
    ...(account === undefined ? {} : { account }),
    ...(saidBy === undefined ? {} : { saidBy }),
  };
}
