import type { Criterion } from '@accord/child/contracts';
import { clauseWindow, daysAfterEvent, daysAlways } from './clause-window';
import type { ClauseInForce, Finding } from './clause-window';
import { clause, day, weeks } from './sample-agreement';

const operation = day('2025-10-06');
const surgery = { kind: 'surgery' as const, eventId: 'operation', on: operation };
const findings = [{ criterion: 'complex-healthcare' as const, from: day('2025-07-14'), to: null }];
const since = (from: string, to: string | null = null) => ({ from: day(from), to: to === null ? null : day(to) });
const after = (text: ClauseInForce, everywhere = [text.days]) => daysAfterEvent(text, surgery, { findings, everywhere })?.days;

describe('The window of a clause', () => {
  it('is whole weeks from the day of the event, or from the day after', () => {
    expect(clauseWindow(clause(), operation)).toEqual({ from: '2025-10-06', to: '2025-11-17' });
    expect(clauseWindow(clause({ dayOne: 'day-after-event' }), operation)).toEqual({ from: '2025-10-07', to: '2025-11-18' });
  });

  it('crosses the end of a year and a leap day', () => {
    expect(clauseWindow(clause({ duration: weeks(10) }), day('2023-12-25'))).toEqual({ from: '2023-12-25', to: '2024-03-04' });
  });

  it('may be counted in days, or have no end but the agreement’s', () => {
    expect(clauseWindow(clause({ duration: { unit: 'days', count: 10 } }), operation)).toEqual({ from: '2025-10-06', to: '2025-10-16' });
    expect(clauseWindow(clause({ duration: { unit: 'until-the-agreement-ends' } }), operation)).toEqual({ from: '2025-10-06', to: null });
  });
});

describe('The days that a clause rules after an operation', () => {
  it('are its whole window while its text rules', () => {
    expect(after({ clause: clause(), days: since('2025-04-01') })).toEqual({ from: '2025-10-06', to: '2025-11-17' });
  });

  it('are none where the agreement came into force the day after the operation, even if day 1 is that day', () => {
    expect(after({ clause: clause({ dayOne: 'day-after-event' }), days: since('2025-10-07') })).toBeUndefined();
  });

  it('are none where the agreement ends on the day after the operation and day 1 is that day', () => {
    const days = since('2025-04-01', '2025-10-07');
    expect(after({ clause: clause(), days })).toEqual({ from: '2025-10-06', to: '2025-10-07' });
    expect(after({ clause: clause({ dayOne: 'day-after-event' }), days })).toBeUndefined();
  });

  it('go on under a variation that has the clause, counted from the operation by the length that it now has', () => {
    const everywhere = [since('2025-04-01', '2025-10-20'), since('2025-10-20')];
    const varied = { clause: clause({ duration: weeks(8) }), days: since('2025-10-20') };
    expect(after(varied, everywhere)).toEqual({ from: '2025-10-20', to: '2025-12-01' });
    expect(after({ ...varied, clause: clause({ duration: weeks(2) }) }, everywhere)).toBeUndefined();
  });

  it('are none after another event, nor for a child who does not meet the criterion', () => {
    const discharge = clause({ trigger: { event: 'discharge', criterion: null } });
    expect(after({ clause: discharge, days: since('2025-04-01') })).toBeUndefined();
    const text = { clause: clause(), days: since('2025-04-01') };
    expect(daysAfterEvent(text, surgery, { findings: [], everywhere: [text.days] })).toBeUndefined();
    const anybody = { ...text, clause: clause({ trigger: { event: 'surgery', criterion: null } }) };
    expect(daysAfterEvent(anybody, surgery, { findings: [], everywhere: [text.days] })?.days).toEqual({ from: '2025-10-06', to: '2025-11-17' });
  });
});

describe('The days that a clause without an event rules', () => {
  const always = (criterion: Criterion | null) =>
    clause({ trigger: { event: 'always', criterion }, dayOne: null, duration: { unit: 'until-the-agreement-ends' } });
  const days = since('2025-04-01', '2026-04-01');

  const ruled = (text: ClauseInForce, all: readonly Finding[]) => daysAlways(text, all).map(({ days: each }) => each);
  const found = (criterion: Criterion, from: string, to: string | null = null): Finding => ({ criterion, ...since(from, to) });

  it('are all of its text, or those from which the child meets its criterion', () => {
    expect(ruled({ clause: always(null), days }, [])).toEqual([days]);
    expect(ruled({ clause: always('complex-healthcare'), days }, findings)).toEqual([{ from: '2025-07-14', to: '2026-04-01' }]);
    expect(ruled({ clause: always('complex-healthcare'), days }, [])).toEqual([]);
  });

  it('begin on the day on which the level of need that it requires, or a higher one, was found', () => {
    const severe = { clause: always('need-level-severe'), days };
    const levels = [found('need-level-high', '2025-06-02'), found('need-level-priority', '2025-11-03'), found('need-level-severe', '2025-12-01')];
    expect(ruled(severe, levels)).toEqual([{ from: '2025-11-03', to: '2026-04-01' }]);
    expect(ruled(severe, levels.toReversed())).toEqual([{ from: '2025-11-03', to: '2026-04-01' }]);
    expect(ruled({ clause: always('need-level-high'), days }, levels)).toEqual([{ from: '2025-06-02', to: '2026-04-01' }]);
    expect(ruled(severe, [found('need-level-high', '2025-06-02'), ...findings])).toEqual([]);
  });

  it('end on the day from which a review found the level no longer, unless another level goes on', () => {
    const severe = { clause: always('need-level-severe'), days };
    const ended = found('need-level-severe', '2025-06-02', '2025-09-01');
    expect(ruled(severe, [ended])).toEqual([{ from: '2025-06-02', to: '2025-09-01' }]);
    expect(ruled(severe, [ended, found('need-level-priority', '2025-09-01', '2025-10-06')])).toEqual([{ from: '2025-06-02', to: '2025-10-06' }]);
    expect(ruled(severe, [ended, found('need-level-severe', '2025-12-01')])).toEqual([{ from: '2025-06-02', to: '2025-09-01' }, { from: '2025-12-01', to: '2026-04-01' }]);
  });

  it('after an operation go on though the level is found no longer within them: the day of the operation decides', () => {
    const text = { clause: clause(), days: since('2025-04-01') };
    const until = (to: string) => daysAfterEvent(text, surgery, { findings: [found('complex-healthcare', '2025-07-14', to)], everywhere: [text.days] })?.days;
    expect(until('2025-10-20')).toEqual({ from: '2025-10-06', to: '2025-11-17' });
    expect(until('2025-10-06')).toBeUndefined();
  });
});
