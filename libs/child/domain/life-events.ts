import type { DischargeRecorded, OperationRecorded, PlacementBegun } from '@accord/child/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept, formatLondonDate, londonDate } from '@accord/shared/kernel';
import type { Decision, Id, LondonDate, Result } from '@accord/shared/kernel';
import type { ChildState } from './child-record';
import { refuseLongAgo, unknownRecord } from './plausible-days';
import { refuseChild } from './refusals';

/** Records that the child had an operation; standing agreements may rest on it. */
export interface RecordOperation {
  readonly type: 'RecordOperation';
  readonly operationId: Id<'operation'>;
  readonly on: string;
  readonly procedure: string;
  readonly today: LondonDate;
}
/** Records that the child left hospital; standing agreements may rest on it. */
export interface RecordDischarge {
  readonly type: 'RecordDischarge';
  readonly dischargeId: Id<'discharge'>;
  readonly on: string;
  readonly hospital: string;
  readonly today: LondonDate;
}
/** Records that a placement began: a home, a school, foster carers; standing agreements may rest on it. */
export interface RecordPlacement {
  readonly type: 'RecordPlacement';
  readonly placementId: Id<'placement'>;
  readonly on: string;
  readonly setting: string;
  readonly today: LondonDate;
}
export type LifeEventCommand = RecordOperation | RecordDischarge | RecordPlacement;

type Known = Extract<ChildState, { status: 'open' }>;

export function recordOperation(command: RecordOperation, state: ChildState): Decision<New<typeof OperationRecorded>> {
  if (state.status === 'unknown') return unknownRecord();
  const on = happenedOn(command, state);
  if (!on.ok) return on;
  const { operationId, procedure } = command;
  if (state.lifeEvents.includes(operationId)) {
    return refuseChild('operation-already-recorded', 'This operation is already on the record.');
  }
  return accept({ type: 'OperationRecorded', data: { childId: state.childId, operationId, on: on.value, procedure } });
}

export function recordDischarge(command: RecordDischarge, state: ChildState): Decision<New<typeof DischargeRecorded>> {
  if (state.status === 'unknown') return unknownRecord();
  const on = happenedOn(command, state);
  if (!on.ok) return on;
  const { dischargeId, hospital } = command;
  if (state.lifeEvents.includes(dischargeId)) {
    return refuseChild('discharge-already-recorded', 'This discharge is already on the record.');
  }
  return accept({ type: 'DischargeRecorded', data: { childId: state.childId, dischargeId, on: on.value, hospital } });
}

export function recordPlacement(command: RecordPlacement, state: ChildState): Decision<New<typeof PlacementBegun>> {
  if (state.status === 'unknown') return unknownRecord();
  const on = happenedOn(command, state);
  if (!on.ok) return on;
  const { placementId, setting } = command;
  if (state.lifeEvents.includes(placementId)) {
    return refuseChild('placement-already-recorded', 'This placement is already on the record.');
  }
  return accept({ type: 'PlacementBegun', data: { childId: state.childId, placementId, on: on.value, setting } });
}

const inFuture = {
  RecordOperation: ['operation-in-future', 'An operation is recorded once it has happened'],
  RecordDischarge: ['discharge-in-future', 'A discharge is recorded once it has happened'],
  RecordPlacement: ['placement-in-future', 'A placement is recorded once it has begun'],
} as const;

function happenedOn({ type, on: text, today }: LifeEventCommand, { openedOn }: Known): Result<LondonDate> {
  const on = londonDate(text);
  if (!on.ok) return on;
  if (on.value > today) {
    const [code, sentence] = inFuture[type];
    return refuseChild(code, `${sentence}; today is ${formatLondonDate(today)}.`);
  }
  return refuseLongAgo(on.value, openedOn) ?? on;
}
