import type { AuthorityDelegated, DelegationLimit, DelegationRevoked, LineCategory, LimitMeasure, LimitPeriod } from '@accord/panel/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept, contains, formatLondonDate, londonDate, pence, period, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Period, Refusal, Result } from '@accord/shared/kernel';
import { refuseInvalidAgency } from './agency';
import type { AgencyState } from './agency';
import { isSamePost, refuseNotOfAgency } from './practitioner';
import type { PractitionerState } from './practitioner';
import { refusePanel } from './refusals';

/** A person, or whoever has a post at the agency. */
export type DelegatedTo = Recorded<typeof AuthorityDelegated>['data']['to'];

/** A limit as somebody states it, before it is checked: whole pence, of own share or gross. */
export interface StatedLimit {
  readonly per: LimitPeriod;
  readonly amountPence: number;
  readonly measuredOn: LimitMeasure;
  readonly categories: readonly LineCategory[];
}
/** Gives a person or the holder of a post authority to commit the agency's money, within limits. */
export interface DelegateAuthority {
  readonly type: 'DelegateAuthority';
  readonly delegationId: Id<'delegation'>;
  readonly agencyId: Id<'agency'>;
  /** Either a person or a post. */
  readonly to: { readonly practitionerId?: Id<'practitioner'>; readonly post?: string };
  readonly limits: readonly StatedLimit[];
  readonly from: string;
  /** First day on which it no longer holds; `null` until revoked. */
  readonly until: string | null;
  /** Where it stands: "Scheme of delegation 2025/26, section 4.2". */
  readonly reference: string;
}
export interface RevokeDelegation {
  readonly type: 'RevokeDelegation';
  readonly delegationId: Id<'delegation'>;
  /** First day on which it no longer holds. */
  readonly on: string;
  readonly because: string;
}
export type SchemeCommand = DelegateAuthority | RevokeDelegation;

export interface Delegation {
  readonly delegationId: Id<'delegation'>;
  readonly agencyId: Id<'agency'>;
  readonly to: DelegatedTo;
  readonly limits: readonly DelegationLimit[];
  readonly from: LondonDate;
  /** First day on which it no longer holds, as granted or as revoked; `null` while it has no end. */
  readonly until: LondonDate | null;
}
/** An agency's scheme of delegation: every delegation ever granted, in the order in which it was. */
export interface SchemeState {
  readonly delegations: readonly Delegation[];
}
export interface SchemeFacts {
  readonly agency: AgencyState;
  /** The person to whom it is delegated; unknown where it is delegated to a post. */
  readonly practitioner: PractitionerState;
  /** For which agency the person acts who records it. */
  readonly actingAgency: string;
}

/** Somebody who acts for an agency: the person, and the posts that the person has on the day. */
export interface Holder {
  readonly practitionerId: Id<'practitioner'>;
  readonly posts: readonly string[];
}

/** Whether a delegation is to this person, or to a post that the person has. */
export const isDelegatedTo = ({ to }: Delegation, { practitionerId, posts }: Holder): boolean =>
  to.kind === 'person' ? to.practitionerId === practitionerId : posts.some((post) => isSamePost(post, to.post));

/** Whether a delegation holds on that day: not before its first day, nor from the day on which it ends. */
export const isInForceOn = ({ from, until }: Delegation, day: LondonDate): boolean => contains({ from, to: until }, day);

/** Refuses a delegation as authority on a day on which it no longer holds, and names the day of its end. */
export const refuseEnded = ({ until }: Delegation, day: LondonDate): Refusal | undefined =>
  until === null || day < until
    ? undefined
    : refusePanel(
        'delegation-ended',
        `The delegation ended on ${formatLondonDate(until)} and commits nothing since: name somebody whose delegation is in force.`,
      );

type NewEvent = New<typeof AuthorityDelegated> | New<typeof DelegationRevoked>;
type RecordedEvent = Recorded<typeof AuthorityDelegated> | Recorded<typeof DelegationRevoked>;

/** An agency's scheme of delegation, one stream per agency. Delegations to one person may overlap. */
export const schemeDecider: Decider<SchemeCommand, SchemeState, NewEvent, RecordedEvent, SchemeFacts> = {
  initial: { delegations: [] },
  evolve,
  decide: (command, state, facts) =>
    command.type === 'DelegateAuthority' ? delegate(command, state, facts) : revoke(command, state, facts),
};

function evolve({ delegations }: SchemeState, { type, data }: RecordedEvent): SchemeState {
  if (type === 'AuthorityDelegated') {
    const { delegationId, agencyId, to, limits, from, until } = data;
    return { delegations: [...delegations, { delegationId, agencyId, to, limits, from, until }] };
  }
  return {
    delegations: delegations.map((each) => (each.delegationId === data.delegationId ? { ...each, until: data.on } : each)),
  };
}

function delegate(command: DelegateAuthority, { delegations }: SchemeState, facts: SchemeFacts): Decision<NewEvent> {
  const { delegationId, agencyId, reference } = command;
  if (delegations.some((each) => each.delegationId === delegationId)) {
    return refusePanel('delegation-already-granted', 'This delegation is already in the scheme; grant another one beside it.');
  }
  const to = holderOf(command.to);
  if (!to.ok) return to;
  const days = periodOf(command);
  if (!days.ok) return days;
  const { from, to: until } = days.value;
  const refusal =
    refuseInvalidAgency(facts.agency, agencyId, from) ??
    refuseOtherAgency(agencyId, facts) ??
    (to.value.kind === 'person' ? refuseNotOfAgency(facts.practitioner, agencyId, from) : undefined);
  if (refusal) return refusal;
  const limits = limitsOf(command.limits);
  if (!limits.ok) return limits;
  return accept({
    type: 'AuthorityDelegated',
    data: { delegationId, agencyId, to: to.value, limits: limits.value, from, until, reference },
  });
}

function holderOf({ practitionerId, post }: DelegateAuthority['to']): Result<DelegatedTo> {
  if (practitionerId !== undefined && post === undefined) return succeed({ kind: 'person', practitionerId });
  if (practitionerId === undefined && post !== undefined) return succeed({ kind: 'post', post });
  return refusePanel('delegation-to-nobody', 'Say to which person, or to which post, authority is delegated: one of the two.');
}

function periodOf({ from, until }: DelegateAuthority): Result<Period> {
  const first = londonDate(from);
  if (!first.ok) return first;
  if (until === null) return period(first.value, null);
  const end = londonDate(until);
  return end.ok ? period(first.value, end.value) : end;
}

function limitsOf(stated: readonly StatedLimit[]): Result<DelegationLimit[]> {
  if (stated.length === 0 || stated.some(({ categories }) => categories.length === 0)) {
    return refusePanel(
      'delegation-without-limits',
      'Give at least one limit, each with an amount and the categories of line that it covers; what no limit covers is not delegated.',
    );
  }
  const limits: DelegationLimit[] = [];
  for (const { per, amountPence, measuredOn, categories } of stated) {
    const amount = pence(amountPence);
    if (!amount.ok) return amount;
    limits.push({ per, amountPence: amount.value, measuredOn, categories: [...new Set(categories)] });
  }
  return succeed(limits);
}

function revoke(command: RevokeDelegation, { delegations }: SchemeState, facts: SchemeFacts): Decision<NewEvent> {
  const on = londonDate(command.on);
  if (!on.ok) return on;
  const delegation = delegations.find((each) => each.delegationId === command.delegationId);
  if (!delegation) {
    return refusePanel('delegation-unknown', "This agency's scheme has no delegation with this id; look it up among its delegations.");
  }
  const { delegationId, agencyId } = delegation;
  const refusal = refuseOtherAgency(agencyId, facts) ?? refuseEnded(delegation, on.value);
  if (refusal) return refusal;
  if (on.value < delegation.from) {
    return refusePanel(
      'delegation-revoked-before-it-began',
      `The delegation holds from ${formatLondonDate(delegation.from)}: revoke it from that day or a later one.`,
    );
  }
  return accept({ type: 'DelegationRevoked', data: { delegationId, agencyId, on: on.value, because: command.because } });
}

const refuseOtherAgency = (agencyId: Id<'agency'>, { actingAgency }: SchemeFacts): Refusal | undefined =>
  agencyId === actingAgency
    ? undefined
    : refusePanel('delegation-of-another-agency', 'Ask somebody who acts for that agency to record it: it is its own money.');
