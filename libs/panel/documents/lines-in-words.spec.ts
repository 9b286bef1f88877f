import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DecisionRecorded } from '@accord/panel/contracts';
import { letterOf } from './letter';
import { lineInWords, ratesInWords, tableOfLines } from './lines-in-words';
import { Names } from './names';
import { linesOfEveryKind as lines, provisionsOfEveryKind as provisions } from './sample-lines';
import { events, lineOfMinutes, matterEvents } from './sample-minutes';
import { asText, named, on, pounds } from './sample-record';

const golden = (file: string): string => readFileSync(join(__dirname, 'golden', file), 'utf8');
const names = new Names(named(), []);
const sayingAll = { lines, provisions };

describe('Lines that are paid by the day, the hour, every four weeks or once, and budgets', () => {
  it('read in minutes as a clerk would write them, with what a week of each costs', () => {
    const list = { kind: 'list' as const, numbered: false, items: lines.map((line) => lineInWords(line, sayingAll, names)) };
    expect(asText({ title: 'Lines', language: 'en-GB', asOf: '2025-10-01T12:00:00.000Z', blocks: [list, tableOfLines(sayingAll, names)] })).toBe(golden('lines.md'));
  });

  it('say each rate for the days of the line on which it holds, and none that holds on no day of it', () => {
    const weekly = (from: string, amount: number) => ({ from: on(from), weeklyPence: pounds(amount) });
    const line = lineOfMinutes(66, {
      period: { from: on('2025-10-06'), to: on('2026-07-01') },
      rates: [weekly('2024-04-01', 700), weekly('2025-04-01', 720), weekly('2026-04-01', 740), weekly('2027-04-01', 760)],
    });
    expect(ratesInWords(line)).toBe('£720.00 a week from 6 October 2025 until 31 March 2026, then £740.00 a week from 1 April 2026 until 30 June 2026');
  });

  it('say which budget it is, but neither what is provided nor what it is to achieve, where that may not be read or was erased', () => {
    const said = [undefined, null].map((withheld) => JSON.stringify([lines.map((line) => lineInWords(line, { lines, provisions: withheld }, names)), tableOfLines({ lines, provisions: withheld }, names)]));
    for (const text of said) {
      expect(text).toContain('Personal care, as a personal health budget, paid as a direct payment, at £1,472.01 every four weeks');
      expect(text).not.toMatch(/achieve|Sleeps|wheelchair|undefined|null/);
    }
  });

  it('tell a family in its letter what each is to achieve, and of a budget how it is held and its sum', () => {
    const [recorded] = events.second.filter(({ type }) => type === DecisionRecorded.type);
    if (recorded === undefined) throw new Error('The decision of the spec was taken.');
    const decision = [{ ...recorded, data: { ...recorded.data, lines, provisions } }];
    const matter = matterEvents.filter(({ data }) => data['matterId'] === recorded.data['matterId']);
    const letter = letterOf({ decision, matter, panelKind: 'continuing-care', personal: 'opened' }, named(), []);
    const whole = letter === undefined ? '' : asText(letter.document);
    expect(whole.split(/^(?=## )/m).find((part) => part.startsWith('## The support'))).toBe(golden('letter-support.md'));
    expect(whole).not.toMatch(/per cent|£42\.50|£24\.50/);
  });
});
