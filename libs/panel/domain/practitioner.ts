import type { EmploymentEnded, PractitionerEmployed, PractitionerRegistered, PractitionerRole, PractitionerSignInLinked } from '@accord/panel/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept, contains, formatLondonDate, londonDate } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Refusal } from '@accord/shared/kernel';
import { refuseInvalidAgency } from './agency';
import type { AgencyState } from './agency';
import { refusePanel } from './refusals';

/** Registers a person who works with children or sits on panels. The name is sealed under the person's own key. */
export interface RegisterPractitioner {
  readonly type: 'RegisterPractitioner';
  readonly practitionerId: Id<'practitioner'>;
  readonly on: string;
  readonly name: string;
  /** The person's sign-in, as events name who acted; left out for somebody who does not sign in. */
  readonly actorId?: string;
}
/** Says as whom the person signs in. One person has one sign-in at a time: a later link takes the place of the one before. */
export interface LinkSignIn {
  readonly type: 'LinkSignIn';
  /** As events name who acted. */
  readonly actorId: string;
  readonly on: string;
}
/** Records that the person took up a post at an agency. */
export interface EmployPractitioner {
  readonly type: 'EmployPractitioner';
  readonly employmentId: Id<'employment'>;
  readonly agencyId: Id<'agency'>;
  readonly post: string;
  readonly roles: readonly PractitionerRole[];
  readonly from: string;
}
/** Records that the person left a post. */
export interface EndEmployment {
  readonly type: 'EndEmployment';
  readonly employmentId: Id<'employment'>;
  /** First day on which the person no longer has the post. */
  readonly to: string;
}
export type PractitionerCommand = RegisterPractitioner | LinkSignIn | EmployPractitioner | EndEmployment;

export interface Employment {
  readonly employmentId: Id<'employment'>;
  readonly agencyId: Id<'agency'>;
  readonly post: string;
  readonly roles: readonly PractitionerRole[];
  readonly from: LondonDate;
  /** First day on which it no longer holds; absent while it goes on. */
  readonly to?: LondonDate;
}
export interface RegisteredPractitioner {
  readonly status: 'registered';
  readonly practitionerId: Id<'practitioner'>;
  /** The present sign-in; absent for somebody who has none. */
  readonly actorId?: string;
  /** Sign-ins that were the person's before: what was decided with them was decided by this person. */
  readonly formerActorIds?: readonly string[];
  readonly employments: readonly Employment[];
}
export type PractitionerState = { readonly status: 'unknown' } | RegisteredPractitioner;

/** The agency that a command names; unknown where it names none. */
export interface PractitionerFacts {
  readonly agency: AgencyState;
}

/** Whether two texts name one post: capitals and spaces around them do not make another. */
export const isSamePost = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The posts that a practitioner has on a day. */
export const employmentsOn = (practitioner: PractitionerState, day: LondonDate): readonly Employment[] =>
  practitioner.status === 'unknown' ? [] : practitioner.employments.filter(({ from, to }) => contains({ from, to: to ?? null }, day));

/** The names of the posts that a practitioner has at an agency on a day. */
export const postsOn = (practitioner: PractitionerState, agencyId: Id<'agency'>, day: LondonDate): readonly string[] =>
  employmentsOn(practitioner, day)
    .filter((employment) => employment.agencyId === agencyId)
    .map(({ post }) => post);

/** Whether the agency employs the practitioner on that day, in whatever post. */
export const isEmployedBy = (practitioner: PractitionerState, agencyId: Id<'agency'>, day: LondonDate): boolean =>
  employmentsOn(practitioner, day).some((employment) => employment.agencyId === agencyId);

/** Refuses a practitioner who is not registered, or whom the agency does not employ on that day. */
export function refuseNotOfAgency(practitioner: PractitionerState, agencyId: Id<'agency'>, day: LondonDate): Refusal | undefined {
  if (practitioner.status === 'unknown') return refuseUnknownPractitioner();
  if (isEmployedBy(practitioner, agencyId, day)) return undefined;
  return refusePanel(
    'practitioner-not-of-agency',
    `This person has no post at the agency on ${formatLondonDate(day)}: record the employment first, or name somebody who has one.`,
  );
}

export const refuseUnknownPractitioner = (): Refusal =>
  refusePanel('practitioner-unknown', 'No practitioner with this id is registered in this area; register the person first.');

/** Whether that sign-in is the person's, or ever was. */
export const hasSignedInAs = (practitioner: PractitionerState, actor: string): boolean =>
  practitioner.status === 'registered' && (practitioner.actorId === actor || (practitioner.formerActorIds ?? []).includes(actor));

type Definition = typeof PractitionerRegistered | typeof PractitionerSignInLinked | typeof PractitionerEmployed | typeof EmploymentEnded;
type NewEvent = New<Definition>;
type RecordedEvent = Recorded<Definition>;

/** A person's registration and posts over time. One person may have several posts at once, at one agency or at several. */
export const practitionerDecider: Decider<PractitionerCommand, PractitionerState, NewEvent, RecordedEvent, PractitionerFacts> = {
  initial: { status: 'unknown' },
  evolve,
  decide(command, state, { agency }) {
    if (command.type === 'RegisterPractitioner') return register(command, state);
    if (state.status === 'unknown') return refuseUnknownPractitioner();
    switch (command.type) {
      case 'LinkSignIn':
        return linkSignIn(command, state);
      case 'EmployPractitioner':
        return employ(command, state, agency);
      case 'EndEmployment':
        return endEmployment(command, state);
    }
  },
};

function evolve(state: PractitionerState, { type, data }: RecordedEvent): PractitionerState {
  if (type === 'PractitionerRegistered') {
    const { practitionerId, actorId } = data;
    return { status: 'registered', practitionerId, ...(actorId === undefined ? {} : { actorId }), employments: [] };
  }
  // Posts follow a registration in every stream.
  if (state.status === 'unknown') return state;
  if (type === 'PractitionerSignInLinked') {
    const { actorId: before, formerActorIds = [] } = state;
    return { ...state, actorId: data.actorId, ...(before === undefined ? {} : { formerActorIds: [...formerActorIds, before] }) };
  }
  if (type === 'PractitionerEmployed') {
    const { employmentId, agencyId, post, roles, from } = data;
    return { ...state, employments: [...state.employments, { employmentId, agencyId, post, roles, from }] };
  }
  return {
    ...state,
    employments: state.employments.map((each) => (each.employmentId === data.employmentId ? { ...each, to: data.to } : each)),
  };
}

function register(command: RegisterPractitioner, state: PractitionerState): Decision<NewEvent> {
  if (state.status === 'registered') {
    return refusePanel('practitioner-already-registered', 'This person is already registered; use the present record.');
  }
  const on = londonDate(command.on);
  if (!on.ok) return on;
  const { practitionerId, name, actorId } = command;
  return accept({
    type: 'PractitionerRegistered',
    data: { practitionerId, on: on.value, name, ...(actorId === undefined ? {} : { actorId }) },
  });
}

function linkSignIn({ actorId, on: text }: LinkSignIn, { practitionerId, actorId: present }: RegisteredPractitioner): Decision<NewEvent> {
  const on = londonDate(text);
  if (!on.ok) return on;
  return actorId === present
    ? refusePanel('sign-in-already-linked', "This is the person's sign-in already; nothing is left to link.")
    : accept({ type: 'PractitionerSignInLinked', data: { practitionerId, actorId, on: on.value } });
}

function employ(command: EmployPractitioner, state: RegisteredPractitioner, agency: AgencyState): Decision<NewEvent> {
  const from = londonDate(command.from);
  if (!from.ok) return from;
  const { employmentId, agencyId, post } = command;
  const invalid = refuseInvalidAgency(agency, agencyId, from.value);
  if (invalid) return invalid;
  if (command.roles.length === 0) {
    return refusePanel('employment-without-role', 'Say what the person does in this post: at least one role.');
  }
  const there = state.employments.find(
    (each) =>
      each.employmentId === employmentId ||
      (each.agencyId === agencyId && isSamePost(each.post, post) && (each.to === undefined || each.to > from.value)),
  );
  if (there) {
    return refusePanel(
      'employment-already-recorded',
      `The person has this post since ${formatLondonDate(there.from)}: end that first, or give a first day after its end.`,
    );
  }
  const roles = [...new Set(command.roles)];
  const { practitionerId } = state;
  return accept({ type: 'PractitionerEmployed', data: { practitionerId, employmentId, agencyId, post, roles, from: from.value } });
}

function endEmployment(command: EndEmployment, state: RegisteredPractitioner): Decision<NewEvent> {
  const to = londonDate(command.to);
  if (!to.ok) return to;
  const ending = state.employments.find((each) => each.employmentId === command.employmentId);
  if (!ending) return refusePanel('employment-unknown', 'This person has no employment with this id; look the id up among the practitioners.');
  if (ending.to !== undefined) {
    return refusePanel('employment-already-ended', `This employment ended on ${formatLondonDate(ending.to)}; nothing is left to end.`);
  }
  if (to.value <= ending.from) {
    return refusePanel(
      'employment-ends-before-it-began',
      `The person took up the post on ${formatLondonDate(ending.from)}: give a first day without it that is later.`,
    );
  }
  const { employmentId, agencyId, post } = ending;
  return accept({
    type: 'EmploymentEnded',
    data: { practitionerId: state.practitionerId, employmentId, agencyId, post, to: to.value },
  });
}
