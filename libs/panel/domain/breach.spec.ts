import { BreachRecorded } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification } from '@accord/shared/testing';
import { breachDecider } from './breach';
import type { BreachFacts, RecordBreach } from './breach';
import { decisionAfter, matterInHand, meetingAfter, panelWith } from './sample-outcome';
import { childId, day, decisionId, decisionRecorded, matterId, meetingId, numbered, panelId } from './sample-panel';

const breach = specification({ decider: breachDecider, definitions: [BreachRecorded] });
const breachId = numbered<'breach'>(970);
const record = (changes: Partial<RecordBreach> = {}): RecordBreach => ({
  ...{ type: 'RecordBreach', breachId, panelId, meetingId, matterId: null, decisionId: null, childId: null },
  ...{ on: '2025-10-01', rule: 'meeting-inquorate', account: 'They decided over lunch', saidBy: 'The minute taker' },
  ...changes,
});
const facts = (changes: Partial<BreachFacts> = {}): BreachFacts => ({
  ...{ today: day('2025-10-06'), panel: panelWith(), meeting: meetingAfter(), childIsKnown: false },
  ...{ matter: { status: 'unknown' }, decision: { status: 'unknown' } },
  ...changes,
});
const recorded = (changes: Partial<New<typeof BreachRecorded>['data']> = {}): New<typeof BreachRecorded> => {
  const { type, ...data } = record();
  return { type: type === 'RecordBreach' ? 'BreachRecorded' : type, data: { ...data, on: day('2025-10-01'), sealedFor: numbered<'subject'>(970), ...changes } };
};
const ofChild = { childId, sealedFor: numbered<'subject'>(800) };

describe('What irregularly happened', () => {
  it('is put on record with the rule, and who says so, sealed by itself where it is about no child', () => {
    breach.when(record(), facts()).then(recorded());
  });

  it('is sealed for the child whom the matter or the decision is about', () => {
    breach.when(record({ matterId }), facts({ matter: matterInHand })).then(recorded({ ...ofChild, matterId }));
    breach.when(record({ matterId, decisionId }), facts({ matter: matterInHand, decision: decisionAfter(decisionRecorded()) })).then(recorded({ ...ofChild, matterId, decisionId }));
    breach.when(record({ childId }), facts({ childIsKnown: true })).then(recorded(ofChild));
  });

  it('is recorded once, after it happened', () => {
    breach.given(recorded()).when(record(), facts()).thenRefused('breach-already-recorded');
    breach.when(record({ on: '2025-10-07' }), facts()).thenRefused('breach-in-future');
    breach.when(record({ on: '7 October' }), facts()).thenRefused('not-a-date');
  });

  it('broke a rule that the panel room knows', () => {
    breach.when(record({ rule: 'bad-manners' }), facts()).thenRefused('breach-rule-unknown');
    breach.when(record({ rule: 'toString' }), facts()).thenRefused('breach-rule-unknown');
  });

  it('names what is on record', () => {
    const unknown = { status: 'unknown' } as const;
    breach.when(record(), facts({ panel: unknown })).thenRefused('panel-unknown');
    breach.when(record(), facts({ meeting: unknown })).thenRefused('meeting-unknown');
    breach.when(record({ matterId }), facts()).thenRefused('matter-unknown');
    breach.when(record({ decisionId }), facts()).thenRefused('decision-unknown');
    breach.when(record({ childId }), facts()).thenRefused('child-unknown');
  });

  it('names what belongs together', () => {
    const others = numbered<'child'>(801);
    breach.when(record({ panelId: numbered<'panel'>(301) }), facts()).thenRefused('breach-of-another-panel');
    breach.when(record({ matterId, childId: others }), facts({ matter: matterInHand, childIsKnown: true })).thenRefused('breach-of-another-panel');
    const elsewhere = decisionAfter(decisionRecorded({ matterId: numbered<'matter'>(901) }));
    breach.when(record({ matterId, decisionId }), facts({ matter: matterInHand, decision: elsewhere })).thenRefused('breach-of-another-panel');
  });
});
