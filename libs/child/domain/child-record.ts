import { heldUntil } from '@accord/child/contracts';
import type { ChildRecordOpened, Criterion, CriterionHolding, CriterionMet, CriterionNoLongerMet, DischargeRecorded, OperationRecorded, PlacementBegun } from '@accord/child/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept, addDays, contains, formatLondonDate, londonDate, nhsNumber } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate } from '@accord/shared/kernel';
import { recordDischarge, recordOperation, recordPlacement } from './life-events';
import type { LifeEventCommand } from './life-events';
import { refuseLongAgo, unknownRecord } from './plausible-days';
import { refuseChild } from './refusals';

/** Opens the record of a child in this area. Name, date of birth and NHS number are personal. */
export interface OpenChildRecord {
  readonly type: 'OpenChildRecord';
  readonly childId: Id<'child'>;
  readonly openedOn: string;
  readonly name: string;
  readonly dateOfBirth: string;
  readonly nhsNumber?: string;
  /** London date of the request, in every command: what has not happened yet is no fact. */
  readonly today: LondonDate;
}
/** Records that the child was found to meet a criterion on which agreements rest. */
export interface RecordCriterion {
  readonly type: 'RecordCriterion';
  readonly criterion: Criterion;
  readonly from: string;
  readonly evidence: string;
  readonly today: LondonDate;
}
/** Records that the child was found to meet a criterion no longer. */
export interface EndCriterion {
  readonly type: 'EndCriterion';
  readonly criterion: Criterion;
  /** First day on which it is no longer met. */
  readonly from: string;
  readonly evidence: string;
  readonly today: LondonDate;
}
export type ChildCommand = OpenChildRecord | RecordCriterion | EndCriterion | LifeEventCommand;

export type ChildState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'open';
      readonly childId: Id<'child'>;
      readonly openedOn: LondonDate;
      readonly criteria: readonly CriterionDay[];
      /** Days from which criteria were found to be met no longer. */
      readonly noLonger: readonly CriterionDay[];
      /** Ids of the operations, discharges and placements on record. */
      readonly lifeEvents: readonly string[];
    };

type CriterionDay = Pick<CriterionHolding, 'criterion' | 'from'>;

/** Who has the NHS number given, where one is given: this child, or another. */
export interface ChildFacts {
  readonly nhsNumberBelongsTo?: Id<'child'>;
}

type ChildEvent =
  | typeof ChildRecordOpened
  | typeof CriterionMet
  | typeof CriterionNoLongerMet
  | typeof OperationRecorded
  | typeof DischargeRecorded
  | typeof PlacementBegun;
type NewChildEvent = { [E in ChildEvent as E['type']]: New<E> }[ChildEvent['type']];
type RecordedChildEvent = { [E in ChildEvent as E['type']]: Recorded<E> }[ChildEvent['type']];

export const childDecider: Decider<ChildCommand, ChildState, NewChildEvent, RecordedChildEvent, ChildFacts> = {
  initial: { status: 'unknown' },
  evolve: evolveChild,
  decide(command, state, facts) {
    switch (command.type) {
      case 'OpenChildRecord':
        return openChildRecord(command, state, facts);
      case 'RecordCriterion':
        return recordCriterion(command, state);
      case 'EndCriterion':
        return endCriterion(command, state);
      case 'RecordOperation':
        return recordOperation(command, state);
      case 'RecordDischarge':
        return recordDischarge(command, state);
      case 'RecordPlacement':
        return recordPlacement(command, state);
    }
  },
};

function evolveChild(state: ChildState, event: RecordedChildEvent): ChildState {
  if (event.type === 'ChildRecordOpened') {
    const { childId, openedOn } = event.data;
    return { status: 'open', childId, openedOn, criteria: [], noLonger: [], lifeEvents: [] };
  }
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'CriterionMet': {
      const { criterion, from } = event.data;
      return { ...state, criteria: [...state.criteria, { criterion, from }] };
    }
    case 'CriterionNoLongerMet': {
      const { criterion, from } = event.data;
      return { ...state, noLonger: [...state.noLonger, { criterion, from }] };
    }
    case 'OperationRecorded':
      return { ...state, lifeEvents: [...state.lifeEvents, event.data.operationId] };
    case 'DischargeRecorded':
      return { ...state, lifeEvents: [...state.lifeEvents, event.data.dischargeId] };
    case 'PlacementBegun':
      return { ...state, lifeEvents: [...state.lifeEvents, event.data.placementId] };
  }
}

function openChildRecord(command: OpenChildRecord, state: ChildState, facts: ChildFacts): Decision<NewChildEvent> {
  if (state.status === 'open') return refuseChild('child-record-already-open', 'This record is already open; use it.');
  const openedOn = londonDate(command.openedOn);
  if (!openedOn.ok) return openedOn;
  if (openedOn.value > command.today) {
    return refuseChild('record-opened-in-future', `A record is kept from today or an earlier day; today is ${formatLondonDate(command.today)}.`);
  }
  const dateOfBirth = londonDate(command.dateOfBirth);
  if (!dateOfBirth.ok) return dateOfBirth;
  if (dateOfBirth.value > openedOn.value) {
    return refuseChild('born-after-record-opened', 'A record is opened on or after the day of birth; check both dates.');
  }
  const identity = { name: command.name, dateOfBirth: dateOfBirth.value };
  const opened = { childId: command.childId, openedOn: openedOn.value, ...identity };
  if (command.nhsNumber === undefined) return accept({ type: 'ChildRecordOpened', data: opened });
  const number = nhsNumber(command.nhsNumber);
  if (!number.ok) return number;
  if (facts.nhsNumberBelongsTo !== undefined && facts.nhsNumberBelongsTo !== command.childId) {
    return refuseChild(
      'nhs-number-already-recorded',
      'A record with this NHS number is already open; find it by the number instead of opening a second one.',
    );
  }
  return accept({ type: 'ChildRecordOpened', data: { ...opened, nhsNumber: number.value } });
}

function recordCriterion(command: RecordCriterion, state: ChildState): Decision<NewChildEvent> {
  if (state.status === 'unknown') return unknownRecord();
  const from = londonDate(command.from);
  if (!from.ok) return from;
  if (from.value > command.today) {
    return refuseChild('criterion-in-future', `A finding is recorded once it holds; today is ${formatLondonDate(command.today)}.`);
  }
  const implausible = refuseLongAgo(from.value, state.openedOn);
  if (implausible) return implausible;
  // A finding that turns out to hold from an earlier day is news, and may change who pays.
  if (isMetOn(state, command.criterion, from.value)) {
    return refuseChild('criterion-already-met', 'This finding is already on the record, from that day or an earlier one.');
  }
  const { criterion, evidence } = command;
  return accept({ type: 'CriterionMet', data: { childId: state.childId, criterion, from: from.value, evidence } });
}

function endCriterion(command: EndCriterion, state: ChildState): Decision<NewChildEvent> {
  if (state.status === 'unknown') return unknownRecord();
  const from = londonDate(command.from);
  if (!from.ok) return from;
  if (from.value > command.today) {
    return refuseChild('criterion-in-future', `A finding is recorded once it holds; today is ${formatLondonDate(command.today)}.`);
  }
  const { criterion, evidence } = command;
  // Met on the day itself, and from an earlier one: what never held cannot end.
  if (!isMetOn(state, criterion, addDays(from.value, -1)) || !isMetOn(state, criterion, from.value)) {
    return refuseChild('criterion-not-met', 'The record has no finding that holds until that day: look up from when to when the child was found to meet it.');
  }
  return accept({ type: 'CriterionNoLongerMet', data: { childId: state.childId, criterion, from: from.value, evidence } });
}

const isMetOn = ({ criteria, noLonger }: Extract<ChildState, { status: 'open' }>, criterion: Criterion, on: LondonDate): boolean =>
  heldUntil(criteria, noLonger).some((found) => found.criterion === criterion && contains(found, on));
