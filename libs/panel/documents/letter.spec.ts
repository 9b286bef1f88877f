import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UrgentDecisionLapsed } from '@accord/panel/contracts';
import { numbered } from './sample-record';
import { toHtml } from '@accord/shared/documents';
import type { DecisionOnPaper } from './decision-on-record';
import { letterOf } from './letter';
import { CONTACT_PLACE } from './letter-disagreement';
import type { NamesOnRecord } from './names';
import { events, matterEvents, recordLater } from './sample-minutes';
import { asText, children, named, on, people } from './sample-record';

type Which = keyof typeof events;

function paper(which: Which, changes: Partial<DecisionOnPaper> = {}): DecisionOnPaper {
  const decision = events[which];
  const matterId = decision.find(({ type }) => type === 'DecisionRecorded')?.data['matterId'];
  const matter = matterEvents.filter(({ data }) => data['matterId'] === matterId);
  return { decision, matter, panelKind: 'continuing-care', personal: 'opened', ...changes };
}
function letter(which: Which, changes: Partial<DecisionOnPaper> = {}, names: Partial<NamesOnRecord> = {}) {
  const found = letterOf(paper(which, changes), named(names), []);
  if (found === undefined) throw new Error('The decision of the spec was taken.');
  return found;
}
const text = (...given: Parameters<typeof letter>): string => asText(letter(...given).document);
const recordedOnly = (which: Which) => events[which].filter(({ type }) => type === 'DecisionRecorded');

describe('The letter to a family', () => {
  it.each([
    ['that was told yes, with a correction since', 'first', 'letter-approved.md'],
    ['that was told yes to a part', 'second', 'letter-part-approved.md'],
    ['whose matter was deferred', 'third', 'letter-deferred.md'],
    ['that was told no', 'fourth', 'letter-declined.md'],
    ['whose matter could not wait', 'urgent', 'letter-urgent.md'],
  ] as const)('%s', (_, which, file) => {
    expect(text(which)).toBe(readFileSync(join(__dirname, 'golden', file), 'utf8'));
  });

  it('says nothing of where an agency stood, how anybody voted, or who pays which share', () => {
    for (const which of ['first', 'second', 'third', 'fourth', 'urgent'] as const) {
      expect(text(which)).not.toMatch(/£|per cent|\bvot(e|ed|ing)\b|opposed|supported|abstain|A monitor has not been tried|hoist comes next week/i);
    }
  });

  it('names no other family', () => {
    expect(text('second')).not.toMatch(/Ada|Chidi|Diana|\bEli\b/);
  });

  it('is written in sentences that are easy to read', () => {
    const own = text('second', {}, {}).replace(/\[.*?\]/g, '');
    const sentences = own.split(/(?<=[.?])\s+/).filter((each) => /[a-z]/.test(each));
    const words = sentences.map((each) => each.split(/\s+/).length);
    const mean = words.reduce((total, each) => total + each, 0) / words.length;
    expect(mean).toBeLessThan(14);
  });

  it('leaves a marked place for the contact, or says how the panel’s administrator gives it', () => {
    expect(text('first')).toContain(CONTACT_PLACE);
    const given = text('first', { contact: ['SEND team, Northshire Council', '01632 960 000'] });
    expect(given).toContain('SEND team, Northshire Council\n01632 960 000');
    expect(given).not.toContain(CONTACT_PLACE);
  });

  it('tells of mediation and appeal where a plan may be concerned, and always of disagreement resolution', () => {
    expect(text('first')).not.toContain('SEND Tribunal');
    expect(text('first', { panelKind: 'send' })).toContain('SEND Tribunal');
    expect(text('first')).toContain('section 57 of the Children and Families Act 2014');
  });

  it('says before the ratification that the decision is not final', () => {
    expect(text('first', { decision: recordedOnly('first') })).toContain('The decision is not final yet. A senior officer has to confirm it.');
    expect(text('first')).toContain('They have said yes. It counts from 6 October 2025.');
  });

  it('says of an urgent decision until when it holds, and when it has lapsed', () => {
    const urgent = recordedOnly('urgent');
    expect(text('urgent', { decision: urgent })).toContain('The panel will look at it by 8 October 2025.');
    const lapsed = recordLater.record(UrgentDecisionLapsed, { decisionId: numbered<'decision'>(795), childId: children.eli, on: on('2025-10-09'), ratifyBy: on('2025-10-08') });
    expect(text('urgent', { decision: [...urgent, lapsed] })).toContain('the first day without it was 9 October 2025');
  });

  it('is the same bytes each time, in whatever order the record is read', () => {
    const { decision, matter } = paper('first');
    const page = toHtml(letter('first').document);
    expect(toHtml(letter('first').document)).toBe(page);
    expect(toHtml(letter('first', { decision: decision.toReversed(), matter: matter.toReversed() }).document)).toBe(page);
  });

  it('does not change with what agencies said or what was delivered', () => {
    const kept = events.first.filter(({ type }) => !['PositionTaken', 'VoteCast', 'DiscussionNoted', 'ProvisionStarted'].includes(type));
    expect(toHtml(letter('first', { decision: kept }).document)).toBe(toHtml(letter('first').document));
  });

  it('is not written before anything is decided', () => {
    expect(letterOf(paper('first', { decision: events.first.slice(0, 3) }), named(), [])).toBeUndefined();
  });

  it('shows somebody who may not read children’s records neither name nor words', () => {
    const personal = ['decided', 'reasons', 'evidence', 'principle', 'provisions', 'notApproved', 'missing', 'because', 'conditionWords', 'views', 'asks'];
    const decision = events.first.map((event) => ({ ...event, data: Object.fromEntries(Object.entries(event.data).filter(([field]) => !personal.includes(field))) }));
    const whole = text('first', { decision, personal: 'withheld' }, { children: new Map() });
    expect(whole).toContain('To the parents or carers of the child with the reference 000 801');
    expect(whole).not.toMatch(/Ada|Example|seizures|awake/);
  });

  it('shows hostile words as they were written', () => {
    const decision = events.first.map((event) => (event.type === 'DecisionRecorded' ? { ...event, data: { ...event.data, decided: '<script>alert(1)</script>' } } : event));
    const page = toHtml(letter('first', { decision }, { people: new Map([[people.asha, '"><svg onload=alert(1)>']]) }).document);
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|<svg/);
  });
});
