import { catalogueOf } from '@accord/shared/event-contracts';
import { defineRefusals, refuser, type LondonDate } from '@accord/shared/kernel';
import { AttemptRefused, attemptRefused, refusalEvents } from './events';

const catalogue = catalogueOf(refusalEvents);
const refuse = refuser(
  defineRefusals({
    'panel-not-quorate': { kind: 'conflict', title: 'The panel is not quorate', source: 'Terms of reference 4.2', kept: true },
    'shares-not-whole': { kind: 'invalid', title: 'The shares do not make a whole', kept: true },
  }),
);
// A date of this form is a London date.
const today = '2025-10-06' as LondonDate;
const stream = 'meeting-01940000-0000-7000-8000-0000000000a1';

describe('A refused attempt', () => {
  const refusal = refuse('panel-not-quorate', 'Education was not represented.');

  it('keeps what was tried, at what, why it was refused, under which rule and on which day', () => {
    const event = attemptRefused({ command: 'RecordDecision', stream, refusal, context: { today } });
    expect(event.data).toEqual({
      command: 'RecordDecision',
      target: stream,
      refusal: 'panel-not-quorate',
      because: 'Education was not represented.',
      source: 'Terms of reference 4.2',
      on: '2025-10-06',
    });
    expect(catalogue.check(event.type, event.data)).toBe(AttemptRefused);
  });

  it('needs no source', () => {
    const sourceless = refuse('shares-not-whole', 'The shares make 101 %.');
    const event = attemptRefused({ command: 'RecordDecision', stream, refusal: sourceless, context: { today } });
    expect(catalogue.check(event.type, event.data)).toBe(AttemptRefused);
  });

  it('reads on the timeline as a sentence', () => {
    const { data } = attemptRefused({ command: 'RecordDecision', stream, refusal, context: { today } });
    const words = { agency: String, panel: String, line: () => 'package line', agreement: String, date: String, money: String, shares: String, personal: String };
    expect(AttemptRefused.sentence(data, words)).toBe('An attempt (record decision) was refused: Education was not represented.');
  });
});
