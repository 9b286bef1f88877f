import { clauseWindow, daysInForce, rulingWindow } from './clause-window';
import { clause, day } from './sample-agreement';

const operation = day('2025-10-06');
const openEnded = { period: { from: day('2025-04-01'), to: null }, inForceFrom: day('2025-04-01') };

describe('The window of a clause', () => {
  it('is whole weeks from the day of the event, or from the day after', () => {
    expect(clauseWindow(clause(), operation)).toEqual({ from: '2025-10-06', to: '2025-11-17' });
    expect(clauseWindow(clause({ dayOne: 'day-after-event' }), operation)).toEqual({ from: '2025-10-07', to: '2025-11-18' });
  });

  it('crosses the end of a year and a leap day', () => {
    expect(clauseWindow(clause({ weeks: 10 }), day('2023-12-25'))).toEqual({ from: '2023-12-25', to: '2024-03-04' });
  });
});

describe('An agreement', () => {
  it('rules from its coming into force to the end of its period', () => {
    const period = { from: day('2025-04-01'), to: day('2026-04-01') };
    expect(daysInForce({ period, inForceFrom: day('2025-06-02') })).toEqual({ from: '2025-06-02', to: '2026-04-01' });
    expect(daysInForce(openEnded)).toEqual(openEnded.period);
  });

  it('never rules before its period, even where it is said to have come into force earlier', () => {
    expect(daysInForce({ ...openEnded, inForceFrom: day('2025-01-01') })).toEqual(openEnded.period);
  });

  it('rules no day where it came into force after its end', () => {
    const ended = { period: { from: day('2025-04-01'), to: day('2025-05-01') }, inForceFrom: day('2025-05-01') };
    expect(daysInForce(ended)).toBeUndefined();
    expect(rulingWindow(ended, clause(), day('2025-05-01'))).toBeUndefined();
  });
});

describe('The days that a clause rules after an operation', () => {
  it('are its whole window while the agreement is in force', () => {
    expect(rulingWindow(openEnded, clause(), operation)).toEqual({ from: '2025-10-06', to: '2025-11-17' });
  });

  it('are none where the agreement came into force the day after the operation, even if day 1 is that day', () => {
    const later = { ...openEnded, inForceFrom: day('2025-10-07') };
    expect(rulingWindow(later, clause({ dayOne: 'day-after-event' }), operation)).toBeUndefined();
  });

  it('are none where the agreement ends on the day after the operation and day 1 is that day', () => {
    const ending = { ...openEnded, period: { ...openEnded.period, to: day('2025-10-07') } };
    expect(rulingWindow(ending, clause(), operation)).toEqual({ from: '2025-10-06', to: '2025-10-07' });
    expect(rulingWindow(ending, clause({ dayOne: 'day-after-event' }), operation)).toBeUndefined();
  });
});
