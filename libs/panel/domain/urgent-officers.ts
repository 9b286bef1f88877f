import type { TermsOfReference } from '@accord/panel/contracts';
import { succeed } from '@accord/shared/kernel';
import type { Id, LondonDate, Result } from '@accord/shared/kernel';
import type { MemberInRoom } from './authority';
import { isSamePost, postsOn, refuseNotOfAgency } from './practitioner';
import type { PractitionerState } from './practitioner';
import { refusePanel } from './refusals';

/** Somebody who took part in an urgent decision, for an agency. */
export interface NamedOfficer {
  readonly agencyId: Id<'agency'>;
  readonly practitionerId: Id<'practitioner'>;
}
/** An officer as the terms of reference know them: in which of the posts named, and with which others. */
export interface Officer extends MemberInRoom {
  readonly post: string;
}
type UrgentProcedure = NonNullable<TermsOfReference['urgent']>;

export interface OfficersAsked {
  readonly procedure: UrgentProcedure;
  readonly named: readonly NamedOfficer[];
  /** Each of them as registered, by id. */
  readonly practitioners: ReadonlyMap<string, PractitionerState>;
  readonly on: LondonDate;
}

/**
 * The officers who decide together between meetings: different people, each in a post that the terms of reference
 * name for their agency, and as many as these ask for. Any other is refused, however urgent the matter.
 */
export function officersOf({ procedure, named, practitioners, on }: OfficersAsked): Result<readonly Officer[]> {
  const officers: Officer[] = [];
  for (const { agencyId, practitionerId } of named) {
    if (officers.some((each) => each.practitionerId === practitionerId)) {
      return refusePanel('urgent-officer-repeated', 'One person is named twice: each officer decides once, whatever posts they have.');
    }
    const practitioner = practitioners.get(practitionerId) ?? { status: 'unknown' };
    const refusal = refuseNotOfAgency(practitioner, agencyId, on);
    if (refusal) return refusal;
    const posts = postsOn(practitioner, agencyId, on);
    const allowed = procedure.officers.filter((each) => each.agencyId === agencyId);
    const post = posts.find((held) => allowed.some((each) => isSamePost(each.post, held)));
    if (post === undefined) {
      return refusePanel('urgent-officer-not-named', 'The terms of reference do not let this person decide between meetings: name holders of the posts that they list.');
    }
    officers.push({ agencyId, practitionerId, post, posts });
  }
  if (officers.length >= procedure.officersNeeded) return succeed(officers);
  const needed = procedure.officersNeeded === 1 ? 'one officer' : `${procedure.officersNeeded} officers together`;
  return refusePanel('urgent-officers-missing', `An urgent decision of this panel takes ${needed}: name each who decided, or wait for the meeting.`);
}
