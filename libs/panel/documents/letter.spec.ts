import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RatificationRefused, UrgentDecisionLapsed, UrgentDecisionNotRatified, ViewsNotObtained } from '@accord/panel/contracts';
import { numbered } from './sample-record';
import { toHtml } from '@accord/shared/documents';
import type { DecisionOnPaper } from './decision-on-record';
import { letterOf } from './letter';
import { CONTACT_PLACE } from './letter-disagreement';
import type { NamesOnRecord } from './names';
import { events, matterEvents, recordLater, sitting } from './sample-minutes';
import { asText, care, children, meetingId, moment, named, on, panelId, people } from './sample-record';

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
/** What the letter says first. */
const afterGreeting = (whole: string): string => whole.split('\n\n')[whole.split('\n\n').findIndex((each) => each.startsWith('Dear ')) + 1] ?? '';
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
    const whole = text('urgent', { decision: [...urgent, lapsed] });
    expect(afterGreeting(whole)).toBe(
      'We had said yes to what was asked for your child. This is not going ahead any more, because the panel did not confirm it by 8 October 2025. The first day without this support was 9 October 2025.',
    );
    expect(whole).not.toMatch(/## The support|We said yes|The support begins|The support goes on|something does not start/);
  });

  it('says first that a refused decision is not going ahead, and why, and lists no support as if it came', () => {
    const refused = recordLater.record(RatificationRefused, {
      ...{ decisionId: numbered<'decision'>(701), childId: children.ada, on: on('2025-10-03'), reasons: 'Nights can be shared with the hospice' },
      ratifier: { agencyId: care, practitionerId: people.farah, post: 'Director of children’s services' },
    });
    const whole = text('first', { decision: [...recordedOnly('first'), refused] });
    expect(afterGreeting(whole)).toBe(
      'We had said yes to what was asked for your child. This is not going ahead, because a senior officer had to confirm our decision, and on 3 October 2025 they said no. The support that your child has now goes on.',
    );
    expect(whole).toContain('This is why: Nights can be shared with the hospice.');
    expect(whole).toContain('## What we had decided');
    expect(whole).not.toMatch(/## The support|We said yes|counts from|begins on the days|something does not start/);
  });

  it('says first that an urgent decision which the panel did not ratify is not going on, and why', () => {
    const refused = recordLater.record(UrgentDecisionNotRatified, {
      ...{ decisionId: numbered<'decision'>(795), childId: children.eli, meetingId, panelId, on: on('2025-10-01'), at: moment('2025-10-01T11:08:00.000Z') },
      ...{ sitting: sitting(), lapsesFrom: on('2025-10-06'), reasons: 'The hospital keeps him until he is stronger' },
    });
    const whole = text('urgent', { decision: [...recordedOnly('urgent'), refused] });
    expect(afterGreeting(whole)).toBe(
      'We had said yes to what was asked for your child. This is not going ahead any more, because the panel looked at it on 1 October 2025 and did not agree. The first day without this support is 6 October 2025.',
    );
    expect(whole).toContain('This is why: The hospital keeps him until he is stronger.');
    expect(whole).not.toContain('## The support');
  });

  it('says whose views could not be had, and why', () => {
    expect(text('third')).toContain('We had read what your child thinks before we decided. We could not get your own views before we decided. This is why: The family asked for more time; a visit is booked for 20 October.');
    const { matter } = paper('first');
    const position = matter.find(({ data }) => data['of'] === 'child')?.position ?? 0;
    const because = recordLater.record(ViewsNotObtained, { matterId: numbered<'matter'>(901), childId: children.ada, on: on('2025-09-12'), of: 'child', because: 'Ada was in hospital and too ill' });
    const without = matter.map((event) => (event.position === position ? { ...because, position } : event));
    expect(text('first', { matter: without })).toContain('We had read what you think before we decided. We could not get the views of your child before we decided. This is why: Ada was in hospital and too ill.');
    const withheld = matter.map((event) => (event.position === position ? { ...because, position, data: { ...because.data, because: undefined } } : event));
    expect(text('first', { matter: withheld })).toContain('We could not get the views of your child before we decided. This letter');
  });

  it.each([
    ['parents of somebody who turns 16 in the school year and has not come to the last Friday in June', '2009-09-01', 'Dear parents or carers of Ada Example,'],
    ['a young person whose school age has ended', '2009-08-31', 'Dear Ada Example,'],
    ['parents where the date of birth is not known or was erased', undefined, 'Dear parents or carers of Ada Example,'],
  ])('is to %s', (_, born, greeting) => {
    expect(text('first', born === undefined ? {} : { bornOn: on(born) })).toContain(greeting);
  });

  it('means by “you” the young person to whom it is written', () => {
    for (const which of ['first', 'second', 'third', 'fourth', 'urgent'] as const) {
      const whole = text(which, { bornOn: on('2009-01-15') });
      expect(whole).not.toMatch(/your child|parents or carers|the views of your child/);
    }
    const whole = text('first', { bornOn: on('2009-01-15') });
    expect(whole).toContain('talked about the support that you need');
    expect(whole).toContain('We said yes to what was asked for you.');
    expect(whole).toContain('We had read what you and your family think before we decided.');
    expect(whole).toContain('If you have special educational needs, you can also ask');
    expect(text('third', { bornOn: on('2009-01-15') })).toContain('We could not get the views of your family before we decided.');
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
