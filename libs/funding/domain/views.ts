import { heldUntil } from '@accord/child/contracts';
import type { CriterionMet, CriterionNoLongerMet, ChildRecordOpened, DischargeRecorded, OperationRecorded, PlacementBegun } from '@accord/child/contracts';
import type { AgencyClosed, AgencyRegistered, AgencySucceeded } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { accept } from '@accord/shared/kernel';
import type { Decider, Id, LondonDate } from '@accord/shared/kernel';
import type { Finding, LifeEvent } from './clause-window';

/** What funding needs to know of an agency: whether this area has it, and who has its functions. */
export interface AgencyFundingView {
  readonly known: boolean;
  /** The agencies to which its functions passed, each from its day; none while it goes on, or where it was closed. */
  readonly successors: readonly { readonly agencyId: Id<'agency'>; readonly on: LondonDate }[];
}

/** An agency as funding sees it. Decides nothing. */
export const agencyView: Decider<
  never,
  AgencyFundingView,
  never,
  Recorded<typeof AgencyRegistered | typeof AgencySucceeded | typeof AgencyClosed>
> = {
  initial: { known: false, successors: [] },
  // One that has ended is known still: what it agreed stands under its name.
  evolve(state, { type, data }) {
    if (type !== 'AgencySucceeded') return { ...state, known: true };
    return { known: true, successors: data.successors.map(({ agencyId }) => ({ agencyId, on: data.on })) };
  },
  decide: () => accept(),
};

/** What funding needs to know of a child: nothing personal. */
export interface ChildFundingView {
  readonly known: boolean;
  readonly criteria: readonly Finding[];
  /** Days from which criteria were found to be met no longer. */
  readonly noLonger: readonly Pick<Finding, 'criterion' | 'from'>[];
  readonly lifeEvents: readonly LifeEvent[];
}

type ChildEvent =
  | Recorded<typeof ChildRecordOpened>
  | Recorded<typeof CriterionMet>
  | Recorded<typeof CriterionNoLongerMet>
  | Recorded<typeof OperationRecorded>
  | Recorded<typeof DischargeRecorded>
  | Recorded<typeof PlacementBegun>;

/** The child's record as funding sees it. Decides nothing. */
export const childFundingView: Decider<never, ChildFundingView, never, ChildEvent> = {
  initial: { known: false, criteria: [], noLonger: [], lifeEvents: [] },
  evolve(state, { type, data }) {
    const happened = (event: LifeEvent): ChildFundingView => ({ ...state, lifeEvents: [...state.lifeEvents, event] });
    switch (type) {
      case 'ChildRecordOpened':
        return { ...state, known: true };
      case 'CriterionMet':
        return { ...state, criteria: heldUntil([...state.criteria, { criterion: data.criterion, from: data.from }], state.noLonger) };
      case 'CriterionNoLongerMet': {
        const noLonger = [...state.noLonger, { criterion: data.criterion, from: data.from }];
        return { ...state, noLonger, criteria: heldUntil(state.criteria, noLonger) };
      }
      case 'OperationRecorded':
        return happened({ kind: 'surgery', eventId: data.operationId, on: data.on });
      case 'DischargeRecorded':
        return happened({ kind: 'discharge', eventId: data.dischargeId, on: data.on });
      case 'PlacementBegun':
        return happened({ kind: 'placement', eventId: data.placementId, on: data.on });
    }
  },
  decide: () => accept(),
};
