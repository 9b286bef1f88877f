import type { CastingVoteGiven, DecisionMode, DecisionRecorded, MeetingOpened, MemberArrived, MemberLeft, MemberRecused, VoteCast } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import type { ClearEvent } from '@accord/shared/testing';
import fc from 'fast-check';
import { education, health, socialCare } from './sample-panel';
import { allSeats, holders, outcomesTried, people, sit, tried, votingSeats } from './sample-random-sitting';
import type { RandomTerms, Try } from './sample-random-sitting';

type Happened =
  | New<typeof MeetingOpened>
  | New<typeof MemberArrived>
  | New<typeof MemberLeft>
  | New<typeof MemberRecused>
  | New<typeof VoteCast>
  | New<typeof CastingVoteGiven>
  | New<typeof DecisionRecorded>;

/** Somebody who counts. */
interface Voter {
  readonly seatId: string;
  readonly practitionerId: string;
  readonly agencyId: string;
}

const randomTerms: fc.Arbitrary<RandomTerms> = fc.record({
  decisionMode: fc.constantFrom<DecisionMode>(
    ...(['majority-with-casting-vote', 'majority-with-casting-vote', 'consensus', 'unanimity-of-payers', 'decision-maker-advised'] as const),
  ),
  members: fc.integer({ min: 1, max: 4 }),
  agencies: fc.subarray([health, socialCare, education]),
  ofEachMember: fc.boolean(),
});

const seat = fc.integer({ min: 0, max: allSeats.length - 1 });
const someone = fc.integer({ min: 0, max: people.length - 1 });
const choice = fc.integer({ min: 0, max: 2 });
const inWhichWay = { seat, someone, choice, wait: fc.integer({ min: 0, max: 1 }), votes: fc.array(choice, { minLength: 6, maxLength: 6 }) };
/** Something that is tried: with which seat, by whom, and which of three ways. */
const attempt: fc.Arbitrary<Try> = fc.record({ does: fc.constantFrom(...tried), ...inWhichWay, outcome: fc.constantFrom(...outcomesTried) });
/** What is tried in a sitting; at its end everybody speaks and votes, the chair settles a tie, and the panel decides. */
const randomTries: fc.Arbitrary<readonly Try[]> = fc
  .tuple(fc.array(attempt, { maxLength: 24 }), attempt)
  .map(([tries, last]) => [
    ...tries,
    ...(['everybody-votes', 'everybody-speaks', 'casting-vote'] as const).map((does) => ({ ...last, does })),
    ...outcomesTried.map((outcome) => ({ ...last, does: 'outcome' as const, outcome })),
  ]);
/** Who sits where when the meeting is opened, the first in the chair: nobody fills two seats. */
const randomOpening = fc.tuple(
  fc.shuffledSubarray(people, { minLength: 2, maxLength: 6 }),
  fc.shuffledSubarray(votingSeats.slice(1), { minLength: 5 }).map((others) => [...votingSeats.slice(0, 1), ...others]),
);

/** A clerk's own list, kept by hand from what happened so far: who sits in a voting seat and never withdrew. */
function votersAfter(events: readonly ClearEvent[]): readonly Voter[] {
  const filled = new Map<string, string>();
  const out = new Set<string>();
  for (const event of events as readonly Happened[]) {
    if (event.type === 'MeetingOpened') for (const { seatId, practitionerId } of event.data.present) filled.set(seatId, practitionerId);
    if (event.type === 'MemberArrived') filled.set(event.data.seatId, event.data.practitionerId);
    if (event.type === 'MemberLeft') filled.delete(event.data.seatId);
    if (event.type === 'MemberRecused') out.add(event.data.seatId).add(event.data.practitionerId);
  }
  return allSeats.flatMap(({ seatId, agencyId, standing }) => {
    const practitionerId = filled.get(seatId);
    if (standing !== 'voting' || practitionerId === undefined || out.has(seatId) || out.has(practitionerId)) return [];
    return [{ seatId, practitionerId, agencyId }];
  });
}

interface Concluded {
  readonly terms: RandomTerms;
  readonly data: New<typeof DecisionRecorded>['data'];
  /** Those who count when it was decided, and what had happened by then. */
  readonly voters: readonly Voter[];
  readonly before: readonly Happened[];
}

const sittings = fc.tuple(randomTerms, randomOpening, randomTries).map(([terms, opening, tries]) => ({ terms, ...sit(terms, opening, tries) }));

/** What was decided in the sitting, if anything was. */
function concluded({ terms, events }: { readonly terms: RandomTerms; readonly events: readonly ClearEvent[] }): Concluded | undefined {
  // Every event of these sittings that is looked at is one of these.
  const happened = events as readonly Happened[];
  const place = happened.findIndex(({ type }) => type === 'DecisionRecorded');
  const decision = happened[place];
  const before = happened.slice(0, place);
  return decision?.type === 'DecisionRecorded' ? { terms, data: decision.data, voters: votersAfter(before), before } : undefined;
}

const holds = (check: (conclusion: Concluded) => void) =>
  fc.assert(
    fc.property(sittings, (sitting) => {
      const conclusion = concluded(sitting);
      if (conclusion) check(conclusion);
    }),
    { numRuns: 200 },
  );

const isApproval = ({ outcome }: Concluded['data']) => outcome === 'approved' || outcome === 'part-approved';
const decides = (data: Concluded['data']) => isApproval(data) || data.outcome === 'declined' || data.outcome === 'contribution-declined';

describe('In whatever sitting', () => {
  it('a matter that is decided had its quorum at that minute, after those who withdrew', () => {
    holds(({ terms, data, voters }) => {
      if (!decides(data)) return;
      expect(voters.length).toBeGreaterThanOrEqual(terms.members);
      for (const agency of terms.agencies) expect(voters.map(({ agencyId }) => agencyId)).toContain(agency);
      expect(data.sitting?.quorate).toBe(true);
    });
  });

  it('an approval has effect at once only with the authority of members in the room, else it awaits ratification', () => {
    holds(({ terms, data, voters }) => {
      if (!isApproval(data)) return;
      const mayCommit = (agencyId: string) =>
        voters.some((voter) => voter.agencyId === agencyId && voter.practitionerId === holders.get(agencyId));
      for (const { agencyId, withinAuthority } of data.commitments) {
        expect(withinAuthority).toBe(terms.ofEachMember ? mayCommit(agencyId) : true);
      }
      const within = data.commitments.every(({ withinAuthority }) => withinAuthority);
      expect(data.commitments).toHaveLength(2);
      expect(data.effect).toBe(within ? 'at-once' : 'awaiting-ratification');
    });
  });

  it('nobody counts who withdrew or has no vote, and everybody else in the room does', () => {
    holds(({ data, voters }) => {
      const counted = (data.sitting?.present ?? []).filter(({ voting }) => voting);
      expect(new Set(counted.map(({ seatId, practitionerId }) => `${seatId} ${practitionerId}`))).toEqual(
        new Set(voters.map(({ seatId, practitionerId }) => `${seatId} ${practitionerId}`)),
      );
    });
  });

  it('every vote was cast by somebody who counted at that moment, and once by each person', () => {
    fc.assert(
      fc.property(sittings, ({ events }) => {
        const voted = new Set<string>();
        for (const [place, event] of (events as readonly Happened[]).entries()) {
          if (event.type !== 'VoteCast') continue;
          const { seatId, practitionerId, agencyId } = event.data;
          expect(votersAfter(events.slice(0, place))).toContainEqual({ seatId, practitionerId, agencyId });
          expect(voted.has(practitionerId)).toBe(false);
          voted.add(practitionerId);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the votes add up to the voters in the room, and are theirs', () => {
    holds(({ data, voters, before }) => {
      const votes = data.sitting?.votes;
      if (!votes) return;
      expect(votes.for + votes.against + votes.abstained).toBe(voters.length);
      const cast = before.flatMap((event) => (event.type === 'VoteCast' ? [event.data] : []));
      const theirs = voters.map(({ seatId, practitionerId }) =>
        cast.find((vote) => vote.seatId === seatId && vote.practitionerId === practitionerId)?.vote,
      );
      const count = (kind: string) => theirs.filter((vote) => vote === kind).length;
      expect([votes.for, votes.against, votes.abstained]).toEqual([count('for'), count('against'), count('abstains')]);
    });
  });

  it('a tie passes only with a reasoned casting vote of somebody in the room, and an outcome never contradicts the votes', () => {
    holds(({ terms, data, voters, before }) => {
      if (terms.decisionMode !== 'majority-with-casting-vote' || !(isApproval(data) || data.outcome === 'declined')) return;
      const { for: inFavour, against, casting } = data.sitting?.votes ?? { for: 0, against: 0, casting: null };
      const wanted = isApproval(data) ? 'for' : 'against';
      if (inFavour !== against) return expect(inFavour > against ? 'for' : 'against').toBe(wanted);
      expect(inFavour).toBeGreaterThan(0);
      expect(casting).toBe(wanted);
      const given = before.flatMap((event) => (event.type === 'CastingVoteGiven' ? [event.data] : [])).at(-1);
      expect(given).toMatchObject({ vote: wanted, reasons: expect.stringMatching(/\S/) });
      expect(voters.map(({ practitionerId }) => practitionerId)).toContain(given?.practitionerId);
    });
  });

  it('an approval by consensus or by the payers has their support, every agency with a voter in the room has spoken, and no other', () => {
    holds(({ terms, data, voters }) => {
      for (const { agencyId } of data.positions) expect(voters.map((voter) => voter.agencyId)).toContain(agencyId);
      const byPositions = terms.decisionMode === 'consensus' || terms.decisionMode === 'unanimity-of-payers';
      if (byPositions && (isApproval(data) || data.outcome === 'declined')) {
        expect(new Set(data.positions.map(({ agencyId }) => agencyId))).toEqual(new Set(voters.map(({ agencyId }) => agencyId)));
      }
      if (!isApproval(data)) return;
      const supporting = data.positions.filter(({ position }) => position === 'supports').map(({ agencyId }) => agencyId);
      if (terms.decisionMode === 'consensus') {
        expect(supporting.length).toBeGreaterThan(0);
        expect(data.positions.map(({ position }) => position)).not.toContain('opposes');
      }
      if (terms.decisionMode === 'unanimity-of-payers') expect(supporting).toEqual(expect.arrayContaining([...holders.keys()]));
    });
  });
});

describe('The random sittings of these properties', () => {
  const sample = fc.sample(sittings, { seed: 20_251_001, numRuns: 600 });
  const conclusions = sample.flatMap((sitting) => concluded(sitting) ?? []);
  const how = (found: (conclusion: Concluded) => boolean) => conclusions.filter(found).length;

  it('do come to decisions of every kind', () => {
    expect(how(({ data }) => isApproval(data) && data.effect === 'at-once')).toBeGreaterThan(20);
    expect(how(({ data }) => isApproval(data) && data.effect === 'awaiting-ratification')).toBeGreaterThan(20);
    expect(how(({ data }) => data.outcome === 'declined')).toBeGreaterThan(20);
    expect(how(({ data }) => data.outcome === 'contribution-declined')).toBeGreaterThan(2);
    expect(how(({ data }) => data.sitting?.votes?.casting !== null && data.sitting?.votes !== null)).toBeGreaterThan(3);
    expect(how(({ data }) => (data.sitting?.recused.length ?? 0) > 0)).toBeGreaterThan(20);
    expect(how(({ data }) => data.sitting?.present.some(({ as }) => as === 'deputy') === true)).toBeGreaterThan(5);
  });

  it('do run into the rules', () => {
    const refused = new Set(sample.flatMap((sitting) => sitting.refused));
    for (const code of [
      ...['meeting-inquorate', 'votes-missing', 'casting-vote-missing', 'outcome-contradicts-votes', 'chair-not-present', 'votes-not-tied'],
      ...['vote-by-non-voter', 'vote-by-recused', 'vote-by-absent', 'vote-already-cast', 'no-consensus', 'payer-does-not-support'],
      ...['decision-maker-absent', 'payer-declined-to-contribute', 'reasons-missing', 'position-of-absent-agency'],
      ...['positions-missing', 'agency-has-spoken', 'tie-of-nobody'],
    ]) {
      expect(refused).toContain(code);
    }
  });
});
