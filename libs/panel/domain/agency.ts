import type { AgencyKind, AgencyRegistered } from '@accord/panel/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept, londonDate } from '@accord/shared/kernel';
import type { Decider, Id } from '@accord/shared/kernel';
import { refusePanel } from './refusals';

/** Registers an organisation of this area. */
export interface RegisterAgency {
  readonly type: 'RegisterAgency';
  readonly agencyId: Id<'agency'>;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly code?: string;
  /** London date from which it exists as an organisation. */
  readonly validFrom: string;
}
export type AgencyCommand = RegisterAgency;

export type AgencyState = { readonly status: 'unknown' } | { readonly status: 'registered'; readonly kind: AgencyKind };

export const agencyDecider: Decider<
  AgencyCommand,
  AgencyState,
  New<typeof AgencyRegistered>,
  Recorded<typeof AgencyRegistered>
> = {
  initial: { status: 'unknown' },
  evolve: (_state, { data }) => ({ status: 'registered', kind: data.kind }),
  decide(command, state) {
    if (state.status === 'registered') {
      return refusePanel('agency-already-registered', 'This agency is already registered; use its present record.');
    }
    const validFrom = londonDate(command.validFrom);
    if (!validFrom.ok) return validFrom;
    const { agencyId, name, kind, code } = command;
    return accept({
      type: 'AgencyRegistered',
      data: { agencyId, name, kind, ...(code === undefined ? {} : { code }), validFrom: validFrom.value },
    });
  },
};
