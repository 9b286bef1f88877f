import { specification } from '@accord/shared/testing';
import { ratificationDecider } from './ratification';
import type { RatifyDecision, RefuseRatification } from './ratification';
import { awaitingHealth, careDirector, decider, director, holderOf, onAuthorityOf, ratificationFacts, ratificationRefused, ratified, rulesOf } from './sample-decided';
import { decisionAfter } from './sample-outcome';
import { delegation, limit, lineOf } from './sample-people';
import { day, decisionRecorded, health, numbered, pounds, socialCare, stranger } from './sample-panel';

const decision = specification(rulesOf(ratificationDecider));
const ratify = (changes: Partial<RatifyDecision> = {}): RatifyDecision => ({
  ...{ type: 'RatifyDecision', practitionerId: director.practitionerId, on: '2025-10-20' },
  ...changes,
});
const refuse = (changes: Partial<RefuseRatification> = {}): RefuseRatification => ({
  ...{ type: 'RefuseRatification', practitionerId: director.practitionerId, on: '2025-10-20', reasons: 'Beyond this year’s budget' },
  ...changes,
});
/** Both agencies pay more than their members may commit. */
const awaitingBoth = awaitingHealth({ ...onAuthorityOf({ lines: [lineOf(50)], schemes: new Map() }) });
const byCare = { practitionerId: careDirector.practitionerId };
const careFacts = ratificationFacts({ ratifier: careDirector, actingAgency: socialCare, actor: 'sign-in of the care director' });

describe('A decision that awaits ratification', () => {
  it('has effect from the day on which the named post ratifies it', () => {
    decision.given(awaitingHealth()).when(ratify(), ratificationFacts()).then(ratified());
  });

  it('has effect from the day stated, with the reasons', () => {
    decision
      .given(awaitingHealth())
      .when(ratify({ effectiveFrom: '2025-10-01', reasons: 'Needed since the decision' }), ratificationFacts())
      .then(ratified({ effectiveFrom: day('2025-10-01'), reasons: 'Needed since the decision' }));
  });

  it('has effect from the first day of its first line where that comes later', () => {
    const later = awaitingHealth({ ...onAuthorityOf({ lines: [lineOf(100, { period: { from: day('2025-12-01'), to: null } })] }) });
    decision.given(later).when(ratify(), ratificationFacts()).then(ratified({ effectiveFrom: day('2025-12-01') }));
    decision.given(later).when(ratify({ effectiveFrom: '2025-11-30' }), ratificationFacts()).thenRefused('effective-before-lines', '1 December 2025');
  });

  it('never has effect where the named post refuses it', () => {
    decision.given(awaitingHealth()).when(refuse(), ratificationFacts()).then(ratificationRefused);
    decision.given(awaitingHealth()).when(refuse({ reasons: ' ' }), ratificationFacts()).thenRefused('reasons-missing');
  });

  it('waits for every agency that is awaited, each ratifying for itself', () => {
    decision
      .given(awaitingBoth)
      .when(ratify(), ratificationFacts())
      .then(ratified({ stillAwaited: [socialCare] }));
    decision
      .given(awaitingBoth, ratified({ stillAwaited: [socialCare], effectiveFrom: day('2025-10-10'), on: day('2025-10-10') }))
      .when(ratify(byCare), careFacts)
      .then(
        ratified({ ratifier: { agencyId: socialCare, practitionerId: careDirector.practitionerId, post: "Director of children's services" } }),
      );
  });

  it('has no effect earlier than any of the agencies ratified it', () => {
    const first = ratified({ stillAwaited: [socialCare] });
    decision.given(awaitingBoth, first).when(ratify({ ...byCare, effectiveFrom: '2025-10-02' }), careFacts).thenRefused('effective-before-ratified', '20 October 2025');
    decision.given(awaitingBoth, first).when(ratify(), ratificationFacts()).thenRefused('ratification-not-of-agency');
  });

  it('is ratified by an agency that is awaited, and by no other', () => {
    decision.given(awaitingHealth()).when(ratify(byCare), careFacts).thenRefused('ratification-not-of-agency');
    decision.given(awaitingHealth()).when(ratify(), ratificationFacts({ actingAgency: stranger })).thenRefused('ratification-not-of-agency');
  });

  it('is ratified once it is decided, not before, and not ahead of time', () => {
    decision.given(awaitingHealth()).when(ratify({ on: '2025-10-21' }), ratificationFacts()).thenRefused('ratification-in-future');
    decision.given(awaitingHealth()).when(ratify({ on: '2025-09-30' }), ratificationFacts()).thenRefused('ratification-before-decision', '1 October 2025');
    decision.given(awaitingHealth()).when(ratify({ on: '2025-02-30' }), ratificationFacts()).thenRefused('not-a-date');
  });
});

describe('A ratification', () => {
  it('is never given by somebody who took part in deciding, nor from their sign-in', () => {
    const own = ratificationFacts({ ratifier: decider, actor: 'sign-in of a decider' });
    decision.given(awaitingHealth()).when(ratify({ practitionerId: decider.practitionerId }), own).thenRefused('ratified-by-decider');
    decision.given(awaitingHealth()).when(refuse({ practitionerId: decider.practitionerId }), own).thenRefused('ratified-by-decider');
    decision.given(awaitingHealth()).when(ratify(), ratificationFacts({ actor: 'sign-in of a decider' })).thenRefused('ratified-by-decider');
  });

  it("is not given in another person's name", () => {
    decision.given(awaitingHealth()).when(ratify(), ratificationFacts({ actor: 'sign-in of somebody' })).thenRefused('ratified-in-anothers-name');
  });

  it('is given by nobody whose sign-in is not known: an administrator links it first', () => {
    const { actorId: _, ...unlinked } = director;
    decision.given(awaitingHealth()).when(ratify(), ratificationFacts({ ratifier: unlinked })).thenRefused('ratified-in-anothers-name', '/sign-in');
  });

  it('is refused to everybody who took part in deciding by any sign-in that was ever theirs', () => {
    const relinked = { ...decider, actorId: 'another', formerActorIds: ['sign-in of the director'] };
    decision.given(awaitingHealth()).when(ratify(), ratificationFacts({ deciders: [relinked] })).thenRefused('ratified-by-decider');
  });

  it('is given by somebody whom the agency employs that day', () => {
    const elsewhere = holderOf(601, socialCare, 'Director of nursing');
    decision.given(awaitingHealth()).when(ratify(), ratificationFacts({ ratifier: elsewhere })).thenRefused('practitioner-not-of-agency');
    decision.given(awaitingHealth()).when(ratify(), ratificationFacts({ ratifier: { status: 'unknown' } })).thenRefused('practitioner-unknown');
  });

  it('is given by the holder of another post only where a delegation covers the whole share', () => {
    const deputy = { ...holderOf(603, health, 'Deputy director'), actorId: 'sign-in of the deputy' };
    const practitionerId = deputy.practitionerId;
    const withLimit = (pence: number, until: string | null = null) => ({
      delegations: [
        delegation({ to: { kind: 'post', post: 'deputy director' }, limits: [limit({ amountPence: pounds(pence) })], until: until === null ? null : day(until) }),
      ],
    });
    const facts = (scheme: ReturnType<typeof withLimit>) => ratificationFacts({ ratifier: deputy, actor: 'sign-in of the deputy', scheme });
    decision
      .given(awaitingHealth())
      .when(ratify({ practitionerId }), facts(withLimit(1_620)))
      .then(ratified({ ratifier: { agencyId: health, practitionerId, post: 'Deputy director' } }));
    decision.given(awaitingHealth()).when(ratify({ practitionerId }), facts(withLimit(1_619))).thenRefused('authority-exceeded');
    decision.given(awaitingHealth()).when(ratify({ practitionerId }), facts(withLimit(1_620, '2025-10-20'))).thenRefused('delegation-ended', '20 October 2025');
    decision.given(awaitingHealth()).when(ratify({ practitionerId }), facts({ delegations: [] })).thenRefused('authority-not-delegated');
  });

  it('counts what the child has otherwise towards a limit per case', () => {
    const perCase = { delegations: [delegation({ to: { kind: 'person', practitionerId: numbered<'practitioner'>(603) }, limits: [limit({ per: 'case', amountPence: pounds(100_000) })] })] };
    const facts = ratificationFacts({ ratifier: { ...holderOf(603, health, 'Deputy director'), actorId: 'sign-in of the deputy' }, actor: 'sign-in of the deputy', scheme: perCase });
    const practitionerId = numbered<'practitioner'>(603);
    decision.given(awaitingHealth()).when(ratify({ practitionerId }), facts).then(ratified({ ratifier: { agencyId: health, practitionerId, post: 'Deputy director' } }));
    const other = decisionAfter(decisionRecorded({ decisionId: numbered<'decision'>(701), lines: [lineOf(100)] }));
    decision.given(awaitingHealth()).when(ratify({ practitionerId }), { ...facts, ofChild: [other] }).thenRefused('authority-exceeded');
  });

  it('counts what else was decided about the child on the day of the decision towards a limit per week', () => {
    const deputy = { ...holderOf(603, health, 'Deputy director'), actorId: 'sign-in of the deputy' };
    const { practitionerId } = deputy;
    const scheme = { delegations: [delegation({ to: { kind: 'person', practitionerId }, limits: [limit({ amountPence: pounds(1_700) })] })] };
    const facts = ratificationFacts({ ratifier: deputy, actor: 'sign-in of the deputy', scheme });
    const other = (changes: object = {}) =>
      decisionAfter(decisionRecorded({ decisionId: numbered<'decision'>(701), lines: [lineOf(100)], effect: 'awaiting-ratification', ...changes }));
    decision.given(awaitingHealth()).when(ratify({ practitionerId }), { ...facts, ofChild: [other()] }).thenRefused('authority-exceeded');
    decision
      .given(awaitingHealth())
      .when(ratify({ practitionerId }), { ...facts, ofChild: [other({ on: day('2025-09-30') })] })
      .then(ratified({ ratifier: { agencyId: health, practitionerId, post: 'Deputy director' } }));
  });

  it('needs a decision that awaits one', () => {
    decision.when(ratify(), ratificationFacts()).thenRefused('decision-unknown');
    decision.given(decisionRecorded()).when(ratify(), ratificationFacts()).thenRefused('ratification-not-awaited');
    decision.given(awaitingHealth(), ratified()).when(ratify(), ratificationFacts()).thenRefused('ratification-not-awaited');
    decision.given(awaitingHealth(), ratificationRefused).when(ratify(), ratificationFacts()).thenRefused('ratification-not-awaited', 'refused');
  });

  it('needs a panel whose terms of reference held that day', () => {
    decision.given(awaitingHealth()).when(ratify(), ratificationFacts({ panel: { status: 'unknown' } })).thenRefused('panel-unknown');
  });
});
