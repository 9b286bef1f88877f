import { specification } from '@accord/shared/testing';
import { holderOf, officers, rulesOf, takenUrgently } from './sample-decided';
import { childsViews, hash, matterRaised, matterWithdrawn, paperId, putOnAgenda } from './sample-matter';
import { decisionAfter, matterAfter, matterInHand, outcomeRecorded, panelWith, reasons } from './sample-outcome';
import { education, health, moment, numbered, proposedLine, registered, socialCare, stranger } from './sample-panel';
import { delegation, limit, schemes } from './sample-people';
import { urgentDecider } from './urgent';
import type { TakeUrgentDecision, UrgentFacts } from './urgent';

const decision = specification(rulesOf(urgentDecider));
const [ofHealth, ofCare] = officers;
const both = [
  { agencyId: health, practitionerId: ofHealth.practitionerId },
  { agencyId: socialCare, practitionerId: ofCare.practitionerId },
];
const take = (changes: Partial<TakeUrgentDecision> = {}): TakeUrgentDecision => ({
  ...{ type: 'TakeUrgentDecision', decisionId: numbered<'decision'>(700), at: '2025-10-03T16:00:00+01:00', now: moment('2025-10-03T18:00:00Z') },
  ...{ outcome: 'approved', officers: both, urgency: 'Discharge from hospital on Saturday', ...reasons, withoutPrejudice: false },
  ...{ papers: [], lines: [proposedLine()], ends: [], conditions: [] },
  ...changes,
});
const facts = (changes: Partial<UrgentFacts> = {}): UrgentFacts => ({
  ...{ panel: panelWith(), matter: matterInHand, earlier: [], ofChild: [], registered, schemes: new Map(), actingAgency: health },
  practitioners: new Map(officers.map((officer) => [officer.practitionerId, officer])),
  ...changes,
});
/** What {@link take} leaves on record. */
const taken = takenUrgently({
  needs: ['breathing', 'seizures'],
  papers: [{ paperId, version: 1, sha256: hash('a'), late: false, cited: false }],
});
const withOfficers = (...named: readonly ReturnType<typeof holderOf>[]) => ({ practitioners: new Map(named.map((each) => [each.practitionerId, each])) });

describe('Officers named in the terms of reference', () => {
  it('decide between meetings what cannot wait, for the panel to ratify within its days', () => {
    decision.when(take(), facts()).then(taken);
    expect(taken.data).toMatchObject({ meetingId: null, effect: 'urgent-until-ratified', urgent: { ratifyBy: '2025-10-17' } });
  });

  it('commit on what is delegated to them, where anything is', () => {
    const panel = panelWith({ commitment: { authority: 'of-each-member', weeklyLimitPence: null, categories: ['personal-care'] } });
    const toPost = delegation({ to: { kind: 'post', post: 'Head of continuing care' }, limits: [limit()] });
    const [ofHealthShare, ofCareShare] = taken.data.commitments;
    if (!ofHealthShare || !ofCareShare) throw new Error('Two agencies pay.');
    decision.when(take(), facts({ panel, schemes: schemes(toPost) })).then({
      ...taken,
      data: {
        ...taken.data,
        commitments: [
          { ...ofHealthShare, delegationId: toPost.delegationId },
          { ...ofCareShare, withinAuthority: false },
        ],
      },
    });
  });

  it('are as many as the terms of reference ask for, and different people', () => {
    const [first] = both;
    if (!first) throw new Error('There is a first officer.');
    decision.when(take({ officers: [first] }), facts()).thenRefused('urgent-officers-missing', '2 officers');
    decision.when(take({ officers: [first, first] }), facts()).thenRefused('urgent-officer-repeated');
    const one = panelWith({ urgent: { officers: [{ agencyId: health, post: 'Chief nurse' }], officersNeeded: 1, ratifyWithinDays: 7 } });
    decision.when(take({ officers: [] }), facts({ panel: one })).thenRefused('urgent-officers-missing', 'one officer');
  });

  it('hold one of the posts named, at their agency, on that day', () => {
    const other = holderOf(611, health, 'Nurse assessor');
    decision.when(take(), facts(withOfficers(other, ofCare))).thenRefused('urgent-officer-not-named');
    // The post is named for education, and the officer has it at health.
    const elsewhere = holderOf(611, health, 'SEND manager');
    decision.when(take(), facts(withOfficers(elsewhere, ofCare))).thenRefused('urgent-officer-not-named');
    decision.when(take(), facts(withOfficers(holderOf(611, education, 'SEND manager'), ofCare))).thenRefused('practitioner-not-of-agency');
    decision.when(take(), facts(withOfficers(ofHealth))).thenRefused('practitioner-unknown');
  });

  it('have nothing to decide where the panel has no urgent procedure, or none yet', () => {
    decision.when(take(), facts({ panel: panelWith({ urgent: null }) })).thenRefused('urgent-procedure-missing');
    decision.when(take({ at: '2025-03-31T10:00:00+01:00' }), facts()).thenRefused('urgent-procedure-missing');
    decision.when(take(), facts({ panel: { status: 'unknown' } })).thenRefused('panel-unknown');
  });

  it('only approve; to decline or to put off is for the panel', () => {
    decision.when(take({ outcome: 'declined', lines: [] }), facts()).thenRefused('urgent-not-approval');
    decision.when(take({ outcome: 'deferred', lines: [] }), facts()).thenRefused('urgent-not-approval');
  });
});

describe('An urgent decision', () => {
  it('says why it could not wait, and everything that a decision says', () => {
    decision.when(take({ urgency: ' ' }), facts()).thenRefused('urgency-missing');
    decision.when(take({ reasons: '' }), facts()).thenRefused('reasons-missing');
    decision.when(take({ lines: [] }), facts()).thenRefused('decision-without-lines');
    const condition = { conditionId: numbered<'condition'>(1), words: 'A night sitter is found' };
    decision.when(take({ outcome: 'approved-with-conditions', conditions: [condition] }), facts()).thenRefused('condition-without-owner');
  });

  it('hears the child and the family, or says why not', () => {
    decision.when(take(), facts({ matter: matterAfter(matterRaised(), childsViews, putOnAgenda()) })).thenRefused('views-missing', 'family');
  });

  it('rests on the papers as they were circulated', () => {
    decision.when(take({ papers: [{ paperId, version: 1, sha256: hash('b') }] }), facts()).thenRefused('paper-differs');
  });

  it('is taken once, on a matter that nothing concludes', () => {
    decision.given(taken).when(take(), facts()).thenRefused('decision-already-recorded');
    decision.when(take(), facts({ earlier: [decisionAfter(outcomeRecorded())] })).thenRefused('matter-already-decided');
    decision.when(take(), facts({ matter: matterAfter(matterRaised(), matterWithdrawn) })).thenRefused('matter-withdrawn');
    decision.when(take(), facts({ matter: { status: 'unknown' } })).thenRefused('matter-unknown');
  });

  it('is recorded once it is taken, by an agency with a seat', () => {
    decision.when(take({ now: moment('2025-10-03T14:59:00Z') }), facts()).thenRefused('urgent-in-future');
    decision.when(take({ at: 'this afternoon' }), facts()).thenRefused('not-an-instant');
    decision.when(take(), facts({ actingAgency: stranger })).thenRefused('agency-without-seat');
  });

  it('is recorded by the agency of one of the officers, and by no other', () => {
    decision.when(take(), facts({ actingAgency: socialCare })).then(taken);
    decision.when(take(), facts({ actingAgency: education })).thenRefused('urgent-by-another-agency');
  });

  it('replaces only a line that runs', () => {
    const line = proposedLine({ replaces: { decisionId: numbered<'decision'>(701), lineId: numbered<'package-line'>(601) } });
    decision.when(take({ lines: [line] }), facts()).thenRefused('line-not-in-effect');
  });
});
