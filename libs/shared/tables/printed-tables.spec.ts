import { sumPence } from '@accord/shared/kernel';
import type { Result } from '@accord/shared/kernel';
import { readCount } from './read-count';
import { readMoney } from './read-money';
import { readTable } from './read-table';

// Two tables that were published, as they were copied from print.

const schedule = `# St Helens integrated children's commissioning team, report to the Health and Wellbeing Board, 11 September 2014. Pounds a year. A figure in brackets stands in brackets in the report, which does not explain it.
role,resource,ccg,childrens_services,public_health
Clinical Designated Health Officer,"Governing body GP lead, half a day every 3 weeks","£5,844",£0,£0
"Senior Manager Integrated Commissioning / lead commissioner for health",Newly established CCG post,"£76,604 (64,493)",£0,£0
CCG Children's Commissioner,"CCG funded post, no additional cost",£0,£0,£0
CYPS / CHC Commissioner (0.8wte),Joint funded post. Previously CYPS post.,£0,"£18,000","£14,264"
Public Health Children's Commissioning,"Public Health funded post, no additional cost",£0,£0,£0
Commissioning Support Officer,Newly established post,£0,"£4,000","£21,148"
Total,,"£82,448 (70,337)","£22,000","£35,412"
`;

const composition = `# Proposed composition of the Somerset Integrated Care Board, paper of 31 March 2022, as printed (its table is broken across lines in places).
role,number,voting
Chair,1,Voting
Non-Executive Directors,4,Voting
Chief Executive,1,Voting
Director of Finance,1,Voting
Medical Director,1,Voting
Director of Nursing,1,Voting
Additional Executive Directors,See next slide,Non-Voting
Foundation Trust Partner Member,1,Voting
Primary Care Partner Member,1,Voting
Local Authority Partner Member,1,Voting
Director of Public Health,1,Voting
VCSE,1,Non-Voting
Healthwatch,1,Non-Voting
`;

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The spec took this for granted: ${result.because}`);
  return result.value;
}

describe('The yearly schedule of an integrated team', () => {
  const payers = ['ccg', 'childrens_services', 'public_health'] as const;
  const table = given(readTable(schedule, ['role', 'resource', ...payers]));
  const printed = table.rows.map(({ cells }) => payers.map((payer) => given(readMoney(cells[payer]))));

  it('keeps where it was published, and that it does not explain its brackets', () => {
    expect(table.notes).toHaveLength(1);
    expect(table.notes[0]).toMatch(/^St Helens .* 11 September 2014\. .* which does not explain it\.$/);
  });

  it('has six posts and a total, each on its line', () => {
    expect(table.rows.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(table.rows[0]?.cells).toEqual({
      role: 'Clinical Designated Health Officer',
      resource: 'Governing body GP lead, half a day every 3 weeks',
      ccg: '£5,844',
      childrens_services: '£0',
      public_health: '£0',
    });
    expect(table.rows[6]?.cells).toMatchObject({ role: 'Total', resource: '' });
  });

  it('states totals that can be held against its rows to the penny', () => {
    const [totals = [], ...posts] = printed.toReversed();
    const sums = payers.map((_, place) => sumPence(posts.flatMap((post) => post[place]?.amount ?? [])));
    expect(totals.map(({ amount }) => amount)).toEqual([8_244_800, 2_200_000, 3_541_200]);
    expect(sums).toEqual([8_244_800, 2_200_000, 3_541_200]);
  });

  it('keeps the second figures in brackets apart, as printed', () => {
    const bracketed = table.rows.flatMap(({ line }, row) =>
      printed[row]?.flatMap(({ bracketed }) => (bracketed === undefined ? [] : [{ line, bracketed }])),
    );
    expect(bracketed).toEqual([
      { line: 4, bracketed: '(64,493)' },
      { line: 9, bracketed: '(70,337)' },
    ]);
  });

  it('has the digest that the published file has', () => {
    expect(table.sha256).toBe('a2635ac0172f35fd266e9b7fd6821875a6cbddeee38e87bf6e11cbea17e9efb7');
  });
});

describe('The composition of a board', () => {
  const table = given(readTable(composition, ['role', 'number', 'voting']));
  const seats = table.rows.map(({ line, cells }) => ({ line, count: readCount(cells.number) }));

  it('has thirteen kinds of seats', () => {
    expect(table.rows).toHaveLength(13);
    const cells = { role: 'Non-Executive Directors', number: '4', voting: 'Voting' };
    expect(table.rows[1]).toEqual({ line: 4, cells });
  });

  it('counts fifteen seats, and leaves one number to be asked for', () => {
    const counted = seats.flatMap(({ count }) => (count.ok ? [count.value] : []));
    expect(counted.reduce((sum, count) => sum + count)).toBe(15);
    expect(seats.filter(({ count }) => !count.ok)).toMatchObject([{ line: 9, count: { refusal: 'count-unreadable' } }]);
  });
});
