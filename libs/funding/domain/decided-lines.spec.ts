import type { DecisionRecorded, PackageLine } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { addDays } from '@accord/shared/kernel';
import type { Id, Period } from '@accord/shared/kernel';
import fc from 'fast-check';
import { fundingPicture } from './funding-picture';
import type { FundingEvent } from './funding-picture';
import { liabilities, totalsByAgency } from './liability';
import { childId, day, health, numbered, percentages, socialCare } from './sample-agreement';
import { days, decision, line, pictureOf, record } from './sample-facts';

const first = numbered<'decision'>(700);
const second = numbered<'decision'>(701);
const third = numbered<'decision'>(702);
const meeting = { panelId: numbered<'panel'>(300), meetingId: numbered<'meeting'>(401) };
const sitting: NonNullable<Recorded<typeof DecisionRecorded>['data']['sitting']> = {
  ...{ termsVersion: 1, decisionMode: 'consensus', chairSeatId: numbered<'seat'>(200) },
  ...{ present: [], recused: [], quorate: true, votes: null },
};

const care = line({ number: 600, from: '2025-09-01', split: percentages(50, 50) });
/** The same care under another split from 6 October, in the place of the first line. */
const allHealth: PackageLine = {
  ...line({ number: 601, from: '2025-10-06', split: percentages(100, 0) }),
  replaces: { decisionId: first, lineId: care.lineId },
};
const decidedCare = decision({ decisionId: first, lines: [care] });
const variation = (changes: Parameters<typeof decision>[0] = {}): FundingEvent =>
  decision({ decisionId: second, on: day('2025-10-01'), lines: [allHealth], ...changes });

const ratified = (changes: { stillAwaited?: readonly Id<'agency'>[]; effectiveFrom?: string; on?: string } = {}): FundingEvent => ({
  type: 'DecisionRatified',
  data: {
    ...{ decisionId: second, childId, on: day(changes.on ?? '2025-10-13') },
    ratifier: { agencyId: health, practitionerId: numbered<'practitioner'>(501), post: 'Director of finance' },
    stillAwaited: [...(changes.stillAwaited ?? [])],
    effectiveFrom: day(changes.effectiveFrom ?? '2025-10-13'),
  },
});
const urgent = variation({
  ...{ effect: 'urgent-until-ratified', meetingId: null, on: day('2025-10-03') },
  urgent: {
    officers: [{ agencyId: health, practitionerId: numbered<'practitioner'>(502), post: 'Director' }],
    ratifyBy: day('2025-10-17'),
  },
});

/** `600 2025-09-01 2025-10-06`: the lines and the days on which they have effect. */
const effects = (...events: readonly FundingEvent[]): string[] =>
  pictureOf(...events)
    .lines.flatMap(({ line: { lineId }, days: inEffect }) =>
      inEffect.map(({ from, to }) => `${Number(lineId.slice(-4))} ${from} ${to ?? 'on'}`),
    )
    .sort();

describe('A line that replaces another', () => {
  it('takes its place from its first day', () => {
    expect(effects(decidedCare, variation())).toEqual(['600 2025-09-01 2025-10-06', '601 2025-10-06 on']);
  });

  it('does not bring the older one back when it comes to its planned end', () => {
    const fortnight = { ...allHealth, period: { from: day('2025-10-06'), to: day('2025-10-20') } };
    expect(effects(decidedCare, variation({ lines: [fortnight] }))).toEqual(['600 2025-09-01 2025-10-06', '601 2025-10-06 2025-10-20']);
  });

  it('leaves nothing of a line that would have begun later', () => {
    const late = decision({ decisionId: first, lines: [{ ...care, period: { from: day('2025-11-03'), to: null } }] });
    expect(effects(late, variation())).toEqual(['601 2025-10-06 on']);
  });

  it('can be replaced in its turn', () => {
    const again: PackageLine = { ...line({ number: 602, from: '2025-12-01' }), replaces: { decisionId: second, lineId: allHealth.lineId } };
    expect(effects(decidedCare, variation(), decision({ decisionId: third, lines: [again] }))).toEqual([
      '600 2025-09-01 2025-10-06',
      '601 2025-10-06 2025-12-01',
      '602 2025-12-01 on',
    ]);
  });
});

describe('A line that a later decision ends', () => {
  it('has no effect from that day on', () => {
    const ending = decision({ decisionId: second, ends: [{ decisionId: first, lineId: care.lineId, from: day('2025-11-10') }] });
    expect(effects(decidedCare, ending)).toEqual(['600 2025-09-01 2025-11-10']);
  });
});

describe('A decision beyond the authority in the room', () => {
  const awaiting = variation({ effect: 'awaiting-ratification' });

  it('has no effect while it awaits ratification: the old split goes on', () => {
    expect(effects(decidedCare, awaiting)).toEqual(['600 2025-09-01 on']);
  });

  it('nor while one of two agencies has still to ratify', () => {
    expect(effects(decidedCare, awaiting, ratified({ stillAwaited: [socialCare] }))).toEqual(['600 2025-09-01 on']);
  });

  it('has effect from the day stated with the last ratification', () => {
    expect(effects(decidedCare, awaiting, ratified())).toEqual(['600 2025-09-01 2025-10-13', '601 2025-10-13 on']);
  });

  it('never before the first day of its line', () => {
    expect(effects(decidedCare, awaiting, ratified({ effectiveFrom: '2025-10-02' }))).toEqual(['600 2025-09-01 2025-10-06', '601 2025-10-06 on']);
  });

  it('costs from then on what those days of the line cost, and the agencies pay all of it', () => {
    const found = liabilities(pictureOf(decidedCare, awaiting, ratified()), days('2025-09-01', '2025-10-20'));
    // Seven weeks of £1,847.35; the seventh is all health's.
    expect(totalsByAgency(found)).toEqual([
      { agencyId: health, pence: 554_205 + 184_735 },
      { agencyId: socialCare, pence: 554_205 },
    ]);
  });
});

describe('An urgent decision', () => {
  const lapsed = ['600 2025-09-01 2025-10-06', '600 2025-10-18 on', '601 2025-10-06 2025-10-18'];

  it('with fourteen days to ratify lapses on day fifteen, and the line that it replaced comes back', () => {
    expect(effects(decidedCare, urgent)).toEqual(lapsed);
  });

  it('lapses on the same day whether that was written down or not', () => {
    const written: FundingEvent = {
      type: 'UrgentDecisionLapsed',
      data: { decisionId: second, childId, on: day('2025-10-18'), ratifyBy: day('2025-10-17') },
    };
    expect(effects(decidedCare, urgent, written)).toEqual(lapsed);
  });

  it('goes on once the panel has ratified it', () => {
    const yes: FundingEvent = {
      type: 'UrgentDecisionRatified',
      data: { decisionId: second, childId, ...meeting, on: day('2025-10-15'), at: '2025-10-15T09:00:00.000Z', sitting },
    };
    expect(effects(decidedCare, urgent, yes)).toEqual(['600 2025-09-01 2025-10-06', '601 2025-10-06 on']);
  });

  it('lapses earlier where the panel does not ratify it; what was committed before stays payable', () => {
    const no: FundingEvent = {
      type: 'UrgentDecisionNotRatified',
      data: {
        ...{ decisionId: second, childId, ...meeting, on: day('2025-10-15'), at: '2025-10-15T09:00:00.000Z', sitting },
        ...{ lapsesFrom: day('2025-10-16'), reasons: sealedReasons() },
      },
    };
    expect(effects(decidedCare, urgent, no)).toEqual(['600 2025-09-01 2025-10-06', '600 2025-10-16 on', '601 2025-10-06 2025-10-16']);
  });
});

describe('A corrected decision', () => {
  const corrected = (lines: readonly PackageLine[] | undefined, number = 900): FundingEvent => ({
    type: 'DecisionCorrected',
    data: {
      ...{ decisionId: first, childId, on: day('2025-11-03'), correctionId: numbered<'correction'>(number), corrects: numbered<'reading'>(700) },
      ...{ requestedBy: 'one person', approvedBy: 'another person', agencyId: health },
      ...(lines ? { lines: [...lines] } : {}),
    },
  });

  it('has the lines as they should have read, from the beginning', () => {
    const right = line({ number: 600, from: '2025-09-01', split: percentages(65, 35) });
    const { lines } = pictureOf(decidedCare, corrected([right]));
    expect(lines.map((fact) => fact.line)).toEqual([right]);
    expect(lines[0]?.alsoBecause).toHaveLength(1);
  });

  it('keeps its lines where only words were corrected', () => {
    expect(pictureOf(decidedCare, corrected(undefined)).lines.map((fact) => fact.line)).toEqual([care]);
  });

  it('reads as the last correction says that has lines', () => {
    const [one, two] = [65, 60].map((share) => line({ split: percentages(share, 100 - share) }));
    const events = record(decidedCare, corrected(one && [one], 901), corrected(two && [two], 902), corrected(undefined, 903));
    const facts = events.map((fact, revision) => ({ ...fact, origin: { ...fact.origin, revision } }));
    expect(fundingPicture(facts.toReversed()).lines.map((fact) => fact.line)).toEqual([two]);
  });
});

describe('Whatever replaces and ends whatever', () => {
  const dates = fc.integer({ min: 0, max: 120 }).map((count) => addDays(day('2025-09-01'), count));
  const kinds = fc.constantFrom('at-once', 'ratified', 'urgent', 'refused');
  const changes = fc.array(fc.record({ from: dates, kind: kinds, of: fc.nat(5), ratifyBy: dates }), { minLength: 1, maxLength: 6 });

  /** Each decision replaces the line of an earlier one; some wait, lapse or are refused. */
  const history = (all: readonly { from: string; kind: string; of: number; ratifyBy: string }[]): FundingEvent[] =>
    all.flatMap(({ from, kind, of, ratifyBy }, place): FundingEvent[] => {
      const decisionId = numbered<'decision'>(711 + place);
      const older = of % (place + 1);
      const replaces =
        older === 0 ? { decisionId: first, lineId: care.lineId } : { decisionId: numbered<'decision'>(710 + older), lineId: numbered<'package-line'>(610 + older) };
      const lines = [{ ...line({ number: 611 + place, from }), replaces }];
      const urgency = { officers: [{ agencyId: health, practitionerId: numbered<'practitioner'>(502), post: 'Director' }], ratifyBy: day(ratifyBy) };
      const effect = kind === 'at-once' ? 'at-once' : kind === 'urgent' ? 'urgent-until-ratified' : 'awaiting-ratification';
      const made = decision({ decisionId, lines, effect, urgent: kind === 'urgent' ? urgency : null });
      const follow = ratified({ effectiveFrom: ratifyBy });
      return kind === 'ratified' && follow.type === 'DecisionRatified' ? [made, { ...follow, data: { ...follow.data, decisionId } }] : [made];
    });

  const apart = (all: readonly Period[]) =>
    all.every(({ from, to }, place) => (to === null || from < to) && (place === 0 || (all[place - 1]?.to ?? '9999') <= from));

  it('the days of a line are in order, apart and within its period', () => {
    fc.assert(
      fc.property(changes, (all) => {
        for (const { line: each, days: inEffect } of pictureOf(decidedCare, ...history(all)).lines) {
          expect(apart(inEffect)).toBe(true);
          expect((inEffect[0]?.from ?? '') >= each.period.from).toBe(true);
        }
      }),
    );
  });

  it('the order in which it was recorded changes no answer', () => {
    const orders = changes.chain((all) => {
      const facts = record(decidedCare, ...history(all));
      return fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }));
    });
    fc.assert(
      fc.property(orders, ([facts, otherwise]) => {
        const answer = (read: typeof facts) => totalsByAgency(liabilities(fundingPicture(read), days('2025-09-01', '2026-06-01')));
        expect(answer(otherwise)).toEqual(answer(facts));
      }),
    );
  });
});

/** Sealed words; the cast is the brand. */
function sealedReasons(): Recorded<typeof DecisionRecorded>['data']['reasons'] {
  return 'sealed:test:' as Recorded<typeof DecisionRecorded>['data']['reasons'];
}
