import type { FundingEvent } from './funding-picture';
import { liabilities } from './liability';
import { segmentsUnder } from './ruling-split';
import type { SplitSegment } from './ruling-split';
import { clause, day, numbered, percentages, weeks } from './sample-agreement';
import { agreementInForce, complexHealthcareFrom, days, decided, line, operationOn, pictureOf } from './sample-facts';

const met = complexHealthcareFrom('2025-07-14');
const first = numbered<'operation'>(901);
const second = numbered<'operation'>(902);

/** The segments of a personal care line from 1 September 2025 until 1 January 2026, or another day. */
function segments(events: readonly FundingEvent[], until = '2026-01-01'): SplitSegment[] {
  const picture = pictureOf(decided(line()), ...events);
  return picture.lines.flatMap((fact) => segmentsUnder(picture)(fact, day(until)));
}
/** `2025-10-06 2025-11-17 50 clause 901`: the days, health's per cent, and why. */
const said = (all: readonly SplitSegment[]): string[] =>
  all.map(({ period: { from, to }, split, source }) => {
    const why =
      source.kind !== 'standing-agreement'
        ? 'panel'
        : `clause ${source.events.map(({ eventId }) => Number(eventId.slice(-4))).join(' ')}`;
    return `${from} ${to} ${(split.parts[0]?.weight ?? 0) / 100} ${why}`;
  });

const onlyThePanel = ['2025-09-01 2026-01-01 70 panel'];
const sixWeeks = [
  '2025-09-01 2025-10-06 70 panel',
  '2025-10-06 2025-11-17 50 clause 901',
  '2025-11-17 2026-01-01 70 panel',
];

describe("A standing agreement's clause goes before the panel's decision", () => {
  it('for its weeks after the operation', () => {
    expect(said(segments([met, ...agreementInForce(), operationOn('2025-10-06', first)]))).toEqual(sixWeeks);
  });

  it('from the day after, where the clause counts from there', () => {
    const dayAfter = agreementInForce({ clauses: [clause({ dayOne: 'day-after-event' })] });
    expect(said(segments([met, ...dayAfter, operationOn('2025-10-06', first)]))).toEqual([
      '2025-09-01 2025-10-07 70 panel',
      '2025-10-07 2025-11-18 50 clause 901',
      '2025-11-18 2026-01-01 70 panel',
    ]);
  });

  it('from the first day of a line that begins within the window', () => {
    expect(said(segments([met, ...agreementInForce(), operationOn('2025-08-11', first)]))).toEqual([
      '2025-09-01 2025-09-22 50 clause 901',
      '2025-09-22 2026-01-01 70 panel',
    ]);
  });

  it('until a line ends within the window, and never after', () => {
    const picture = pictureOf(
      ...[decided(line({ to: '2025-10-20' })), met, ...agreementInForce()],
      ...[operationOn('2025-10-06', first), operationOn('2025-11-24', second)],
    );
    expect(said(picture.lines.flatMap((fact) => segmentsUnder(picture)(fact, day('2026-01-01'))))).toEqual([
      '2025-09-01 2025-10-06 70 panel',
      '2025-10-06 2025-10-20 50 clause 901',
    ]);
  });
});

describe('A clause rules nothing', () => {
  const operation = operationOn('2025-10-06', first);
  const [text] = agreementInForce();

  it.each<[string, readonly (FundingEvent | undefined)[]]>([
    ['for a child who was never found to meet its criterion', [...agreementInForce(), operation]],
    ['for a child who met it only after the operation', [complexHealthcareFrom('2025-10-07'), ...agreementInForce(), operation]],
    ['without an operation', [met, ...agreementInForce()]],
    ['while its agreement is recorded and not signed by all', [met, text, operation]],
    ['where its agreement came into force after the operation', [met, ...agreementInForce({ inForceFrom: '2025-10-07' }), operation]],
    ['where its agreement had ended', [met, ...agreementInForce({ to: '2025-10-06' }), operation]],
    ['of lines of other categories', [met, ...agreementInForce({ clauses: [clause({ categories: ['nursing', 'education'] })] }), operation]],
  ])('%s', (_case, events) => {
    expect(said(segments(events.flatMap((event) => event ?? [])))).toEqual(onlyThePanel);
  });

  it('after its agreement has ended, even within its weeks', () => {
    expect(said(segments([met, ...agreementInForce({ to: '2025-10-27' }), operation]))).toEqual([
      '2025-09-01 2025-10-06 70 panel',
      '2025-10-06 2025-10-27 50 clause 901',
      '2025-10-27 2026-01-01 70 panel',
    ]);
  });

  it('but does where the criterion is met from the very day, and the agreement in force from it', () => {
    const events = [complexHealthcareFrom('2025-10-06'), ...agreementInForce({ inForceFrom: '2025-10-06' }), operation];
    expect(said(segments(events))).toEqual(sixWeeks);
  });

  it('but does where an earlier finding turns up later', () => {
    const events = [complexHealthcareFrom('2025-12-01'), ...agreementInForce(), operation, complexHealthcareFrom('2025-09-01')];
    expect(said(segments(events))).toEqual(sixWeeks);
  });
});

describe('Two operations', () => {
  const after = (one: string, two: string) =>
    said(segments([met, ...agreementInForce(), operationOn(one, first), operationOn(two, second)]));

  it('whose windows overlap make one stretch, to the end of the later window', () => {
    expect(after('2025-10-06', '2025-10-27')).toEqual([
      '2025-09-01 2025-10-06 70 panel',
      '2025-10-06 2025-12-08 50 clause 901 902',
      '2025-12-08 2026-01-01 70 panel',
    ]);
  });

  it('make the same stretch in whatever order they were recorded', () => {
    expect(after('2025-10-27', '2025-10-06')[1]).toBe('2025-10-06 2025-12-08 50 clause 902 901');
  });

  it('whose windows touch make one stretch', () => {
    expect(after('2025-09-15', '2025-10-27')[1]).toBe('2025-09-15 2025-12-08 50 clause 901 902');
  });

  it("leave the days between their windows to the panel's decision, whose rounding starts anew", () => {
    expect(after('2025-09-08', '2025-10-27')).toEqual([
      '2025-09-01 2025-09-08 70 panel',
      '2025-09-08 2025-10-20 50 clause 901',
      '2025-10-20 2025-10-27 70 panel',
      '2025-10-27 2025-12-08 50 clause 902',
      '2025-12-08 2026-01-01 70 panel',
    ]);
  });
});

describe('Two agreements that cover one day', () => {
  const events = (one: Parameters<typeof agreementInForce>[0], two: Parameters<typeof agreementInForce>[0]) => [
    ...[met, operationOn('2025-10-06', first)],
    ...agreementInForce({ number: 1001, clauses: [clause({ duration: weeks(6) })], ...one }),
    ...agreementInForce({ number: 1002, clauses: [clause({ duration: weeks(2), split: percentages(60, 40) })], ...two }),
  ];

  it('give the day to the one that came into force later, while its window lasts', () => {
    expect(said(segments(events({ inForceFrom: '2025-04-01' }, { inForceFrom: '2025-06-01' })))).toEqual([
      '2025-09-01 2025-10-06 70 panel',
      '2025-10-06 2025-10-20 60 clause 901',
      '2025-10-20 2025-11-17 50 clause 901',
      '2025-11-17 2026-01-01 70 panel',
    ]);
    expect(said(segments(events({ inForceFrom: '2025-06-02' }, { inForceFrom: '2025-06-01' })))).toEqual(sixWeeks);
  });

  it('give it to the later in the order of ids where they came into force on one day, however recorded', () => {
    expect(said(segments(events({}, {})))[1]).toBe('2025-10-06 2025-10-20 60 clause 901');
    expect(said(segments(events({}, {}).reverse()))[1]).toBe('2025-10-06 2025-10-20 60 clause 901');
    expect(said(segments(events({ number: 1003 }, {})))).toEqual(sixWeeks);
  });
});

describe('Rounding starts anew', () => {
  /** Half of £0.01 a week: whoever is named first bears the odd penny wherever rounding begins. */
  const pennies = (events: readonly FundingEvent[], from: string, to: string): (number | undefined)[] => {
    const picture = pictureOf(decided(line({ rates: { '2025-09-01': 0.01 }, split: percentages(50, 50) })), ...events);
    return liabilities(picture, days(from, to)).map(({ amounts }) => amounts[0]?.pence);
  };
  const surgery = [met, ...agreementInForce(), operationOn('2025-09-08', first)];

  it('where a clause takes over, and where the panel rules again, though all three share half and half', () => {
    expect(pennies([], '2025-09-01', '2025-10-27')).toEqual([4]);
    expect(pennies(surgery, '2025-09-01', '2025-10-27')).toEqual([1, 3, 1]);
  });

  it('on 1 April, so that a closed year stands by itself', () => {
    const acrossYears = segments([met, ...agreementInForce(), operationOn('2026-03-16', first)], '2026-06-01');
    expect(said(acrossYears)).toEqual([
      '2025-09-01 2026-03-16 70 panel',
      '2026-03-16 2026-04-01 50 clause 901',
      '2026-04-01 2026-04-27 50 clause 901',
      '2026-04-27 2026-06-01 70 panel',
    ]);
  });

  it('not where two clauses of one agreement with the same split follow each other', () => {
    const twoClauses = agreementInForce({
      clauses: [
        clause({ clauseId: numbered<'clause'>(1), duration: weeks(2) }),
        clause({ clauseId: numbered<'clause'>(2), duration: weeks(1) }),
      ],
    });
    const events = [met, ...twoClauses, operationOn('2025-09-08', first)];
    expect(said(segments(events)).slice(1, 3)).toEqual([
      '2025-09-08 2025-09-15 50 clause 901',
      '2025-09-15 2025-09-22 50 clause 901',
    ]);
    expect(pennies(events, '2025-09-08', '2025-09-22')).toEqual([1, 0]);
  });

  it('where another split of the same agreement follows, and where another agreement with the same split does', () => {
    const operated = [met, operationOn('2025-09-08', first)];
    const twoAgreements = [
      ...agreementInForce({ number: 1001, clauses: [clause({ duration: weeks(2) })] }),
      ...agreementInForce({ number: 1002, clauses: [clause({ duration: weeks(1) })] }),
    ];
    const twoSplits = agreementInForce({
      clauses: [
        clause({ clauseId: numbered<'clause'>(1), duration: weeks(2) }),
        clause({ clauseId: numbered<'clause'>(2), duration: weeks(1), split: percentages(60, 40) }),
      ],
    });
    expect(pennies([...operated, ...twoAgreements], '2025-09-08', '2025-09-22')).toEqual([1, 1]);
    expect(pennies([...operated, ...twoSplits], '2025-09-08', '2025-09-22')).toEqual([1, 1]);
  });

  it('nowhere else: not at a change of rate, and not where somebody happens to ask', () => {
    const picture = pictureOf(decided(line({ rates: { '2025-09-01': 0.01, '2025-09-08': 0.03 }, split: percentages(50, 50) })));
    const health = liabilities(picture, days('2025-09-01', '2025-09-15'), [day('2025-09-08')]).map(({ amounts }) => amounts[0]?.pence);
    expect(health).toEqual([1, 1]);
    expect(liabilities(picture, days('2025-09-08', '2025-09-15'))[0]?.amounts[0]?.pence).toBe(1);
  });
});

it('A line that has not begun has no segments', () => {
  expect(segments([met, ...agreementInForce(), operationOn('2025-10-06', first)], '2025-09-01')).toEqual([]);
});
