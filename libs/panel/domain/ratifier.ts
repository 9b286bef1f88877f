import type { DecisionRatified } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { succeed } from '@accord/shared/kernel';
import type { Id, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { delegatedAuthority } from './authority';
import type { DecisionOnRecord } from './decision-state';
import { besides } from './lines-in-force';
import { onRecord } from './outcome-lines';
import { termsOn } from './panel';
import { hasSignedInAs, isSamePost, postsOn, refuseNotOfAgency } from './practitioner';
import type { RatificationFacts } from './ratification';
import { refusePanel } from './refusals';

/** Who is to ratify which decision, for which agency, on which day. */
export interface Candidate extends RatificationFacts {
  readonly decision: DecisionOnRecord;
  readonly agencyId: Id<'agency'>;
  readonly practitionerId: Id<'practitioner'>;
  readonly on: LondonDate;
}
type Ratifier = New<typeof DecisionRatified>['data']['ratifier'];

/**
 * The person and the post in which the agency's ratification is given: the post that the terms of reference name
 * for the agency, or one whose holder's delegation covers what the decision commits of its money. Never somebody
 * who took part in deciding, nor from any sign-in of one who did, nor in the name of somebody else: the sign-in
 * is the one that is linked to the person.
 */
export function ratifierOf(candidate: Candidate): Result<Ratifier> {
  const { ratifier, agencyId, practitionerId, on, panel } = candidate;
  const refusal = refuseDecider(candidate) ?? refuseNotOfAgency(ratifier, agencyId, on) ?? refuseAnothersName(candidate);
  if (refusal) return refusal;
  const posts = postsOn(ratifier, agencyId, on);
  const version = panel.status === 'unknown' ? undefined : termsOn(panel, on);
  if (version === undefined) return refusePanel('panel-unknown', 'On that day the panel had no terms of reference that could name a ratifier.');
  const named = version.terms.ratifiers.filter((each) => each.agencyId === agencyId);
  const post = posts.find((held) => named.some((each) => isSamePost(each.post, held)));
  if (post !== undefined) return succeed({ agencyId, practitionerId, post });
  return withDelegation(candidate, posts);
}

function refuseDecider({ decision, practitionerId, deciders, actor }: Candidate): Refusal | undefined {
  const bySignIn = deciders.some((decider) => hasSignedInAs(decider, actor));
  return bySignIn || decision.decidedBy.includes(practitionerId)
    ? refusePanel('ratified-by-decider', 'Nobody ratifies what they took part in deciding: ask the named post, or another person with authority.')
    : undefined;
}

function refuseAnothersName({ ratifier, actor }: Candidate): Refusal | undefined {
  return ratifier.status === 'registered' && ratifier.actorId === actor
    ? undefined
    : refusePanel(
        'ratified-in-anothers-name',
        "A ratification is given by the person who ratifies, with their own sign-in: an administrator links the person's sign-in (GET /v1/me) at POST /v1/practitioners/{id}/sign-in.",
      );
}

/** Refuses unless a delegation to the person covers the whole of what the decision commits of the agency's money. */
function withDelegation(candidate: Candidate, posts: readonly string[]): Result<Ratifier> {
  const { decision, agencyId, practitionerId, scheme, ofChild, on } = candidate;
  const others = onRecord(ofChild).filter((each) => each.decisionId !== decision.decisionId);
  const covering = delegatedAuthority({
    ...besides(others, decision, { committedOn: on, decidedOn: decision.on }),
    ...{ lines: decision.lines, on, agencyId, scheme },
    holder: { practitionerId, posts },
  });
  if (!covering.ok) return covering;
  const { to } = covering.value;
  // Somebody of the agency, as was checked, has a post there.
  const [first = ''] = posts;
  const post = to.kind === 'post' ? posts.find((held) => isSamePost(held, to.post)) : undefined;
  return succeed({ agencyId, practitionerId, post: post ?? first });
}
