import { examineSchedule } from '@accord/funding/domain';
import type { ScheduleColumns } from '@accord/funding/domain';
import { idFrom } from '@accord/shared/kernel';
import type { Id, Result } from '@accord/shared/kernel';
import { printedSchedule } from './printed-schedule';
import { stHelensSchedule } from './sample-schedule';

function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The spec took this for granted: ${result.because}`);
  return result.value;
}
function agency(number: number): Id<'agency'> {
  const id = idFrom<'agency'>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (id === undefined) throw new Error('The spec made an id that is none.');
  return id;
}

const columns: ScheduleColumns = {
  payers: ['ccg', 'childrens_services', 'public_health'].map((column, place) => ({ column, agencyId: agency(101 + place) })),
  totalColumn: null,
};
const read = (text: string, stated = columns) => printedSchedule(text, stated);

describe('The printed schedule of St Helens', () => {
  const schedule = granted(read(stHelensSchedule));

  it('is read word for word, cell by cell', () => {
    expect(schedule.printed.map(({ row, role }) => [row, role])).toEqual([
      [3, 'Clinical Designated Health Officer'],
      [4, 'Senior Manager Integrated Commissioning / lead commissioner for health'],
      [5, "CCG Children's Commissioner"],
      [6, 'CYPS / CHC Commissioner (0.8wte)'],
      [7, "Public Health Children's Commissioning"],
      [8, 'Commissioning Support Officer'],
      [9, 'Total'],
    ]);
    expect(schedule.printed[1]).toMatchObject({
      resource: 'Newly established CCG post',
      cells: [
        { column: 'ccg', printed: '£76,604 (64,493)', pence: 7_660_400, bracketed: { printed: '(64,493)', pence: 6_449_300 } },
        { column: 'childrens_services', printed: '£0', pence: 0, bracketed: null },
        { column: 'public_health', printed: '£0', pence: 0, bracketed: null },
      ],
    });
    expect(schedule.notes).toEqual([expect.stringContaining('which does not explain it')]);
    expect(schedule.sha256).toBe('a2635ac0172f35fd266e9b7fd6821875a6cbddeee38e87bf6e11cbea17e9efb7');
  });

  it('reconciles in every column, and leaves the two figures in brackets to be asked about', () => {
    const { differences, questions } = granted(examineSchedule({ ...columns, ...schedule }));
    expect(differences).toEqual([]);
    expect(questions.map(({ row, column }) => [row, column])).toEqual([[4, 'ccg'], [9, 'ccg']]);
  });

  it('is known again with other notes, line ends, quotation marks and order of columns; not with another figure or word', () => {
    const { rowsSha256 } = schedule;
    const swapped = stHelensSchedule.split('\n').map((line) => (line.startsWith('CYPS') ? line : line.replace(/^Commissioning Support Officer,(.*),£0,("£4,000"),(.*)$/, '"Commissioning Support Officer",$1,£0,$2,$3')));
    for (const same of [stHelensSchedule.replace(/^#.*\n/, ''), stHelensSchedule.replaceAll('\n', '\r\n'), swapped.join('\n')]) {
      expect(granted(read(same)).rowsSha256).toBe(rowsSha256);
    }
    const [post, reordered] = ['role,resource,ccg,childrens_services,public_health\nPost,A,£1,£2,£3\n', 'public_health,role,ccg,resource,childrens_services\n£3,Post,£1,A,£2\n'];
    expect(granted(read(reordered)).rowsSha256).toBe(granted(read(post)).rowsSha256);
    for (const other of [stHelensSchedule.replace('£4,000', '£4,001'), stHelensSchedule.replace('0.8wte', '0.9wte')]) {
      expect(granted(read(other)).rowsSha256).not.toBe(rowsSha256);
    }
  });
});

describe('A printed schedule is refused whole, and the place named, where', () => {
  it.each<[string, string, string, string]>([
    ['a figure holds part of a penny', stHelensSchedule.replace('£14,264', '£14,264.005'), 'money-unreadable', 'Line 6, column public_health: Its pence'],
    ['a figure is a word', stHelensSchedule.replace('£18,000', 'tbc'), 'money-unreadable', 'Line 6, column childrens_services: It is not an amount'],
    ['a figure stands alone in brackets', stHelensSchedule.replace('£76,604 (64,493)', '(64,493)'), 'money-unreadable', 'Line 4, column ccg: A figure alone in brackets'],
    ['what stands in brackets is no figure', stHelensSchedule.replace('(70,337)', '(see note)'), 'money-unreadable', 'Line 9, column ccg: What stands in its brackets'],
    ['a column has another name', stHelensSchedule.replace(',public_health\n', ',ph\n'), 'table-columns-differ', 'lacks public_health'],
    ['a column is too many', stHelensSchedule.replace(',public_health\n', ',public_health,police\n'), 'table-columns-differ', 'police'],
    ['a row has a cell too many', stHelensSchedule.replace('"£35,412"', '"£35,412",£1'), 'table-row-uneven', 'line 9'],
    ['a word holds a control character', stHelensSchedule.replace('0.8wte', '0.8\u0007wte'), 'schedule-row-unreadable', 'line 6'],
    ['a note holds one', stHelensSchedule.replace('Pounds a year', 'Pounds \u0007 a year'), 'schedule-row-unreadable', 'Above the table'],
  ])('%s', (_case, text, refusal, sentence) => {
    expect(read(text)).toMatchObject({ ok: false, refusal, because: expect.stringContaining(sentence) });
  });

  it('no column of a payer is named, or one that no column can be', () => {
    expect(read(stHelensSchedule, { payers: [], totalColumn: null })).toMatchObject({ refusal: 'schedule-columns-unclear' });
    expect(read(stHelensSchedule, { ...columns, totalColumn: 'ccg' })).toMatchObject({ refusal: 'schedule-columns-unclear' });
  });
});

describe('A printed schedule with a column of totals', () => {
  const text = 'role,resource,ccg,council,total\nNurse,,£1,£2,£3\nClerk,,£4,,£4\nTotal,,£5,£2,£8\n';
  const stated = { payers: [{ column: 'ccg', agencyId: agency(101) }, { column: 'council', agencyId: agency(102) }], totalColumn: 'total' };

  it('is held against it, row by row and in all; a blank cell is no amount', () => {
    const printed = granted(read(text, stated));
    expect(printed.printed[1]?.cells[1]).toEqual({ column: 'council', printed: '', pence: null, bracketed: null });
    expect(granted(examineSchedule({ ...stated, ...printed })).differences).toEqual([{ row: 4, column: 'total', statedPence: 800, summedPence: 700 }]);
  });
});
