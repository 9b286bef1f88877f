import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BreachRecorded, DecisionRatified, MinutesApproved } from '@accord/panel/contracts';
import { toHtml } from '@accord/shared/documents';
import { ERASED_WORDS } from './plain-words';
import type { MeetingOnRecord } from './meeting-on-record';
import { minutesOf } from './minutes';
import type { WrittenMinutes } from './minutes';
import type { NamesOnRecord } from './names';
import { events, firstDecision, meetingEvents, recordLater, sampleMeeting } from './sample-minutes';
import { asText, care, children, meetingId, named, numbered, on, panelId, people } from './sample-record';
import type { ToldEvent } from './told';

function written(changes: Partial<MeetingOnRecord> = {}, names: Partial<NamesOnRecord> = {}): WrittenMinutes {
  const found = minutesOf(sampleMeeting(changes), named(names));
  if (found === undefined) throw new Error('The meeting of the spec has sat.');
  return found;
}
const text = (...given: Parameters<typeof written>): string => asText(written(...given).document);

/** The part of the text that begins with this heading, up to the next one. */
const part = (whole: string, heading: string): string => whole.split(/^(?=## )/m).find((each) => each.startsWith(`## ${heading}`)) ?? '';

/** The record with each event changed. */
const changed = (change: (event: ToldEvent) => ToldEvent): MeetingOnRecord => {
  const record = sampleMeeting();
  return {
    ...record,
    ...{ meeting: record.meeting.map(change), matters: record.matters.map(change) },
    decisions: record.decisions.map((decision) => ({ ...decision, events: decision.events.map(change) })),
  };
};
const personal = ['asks', 'outcomesWanted', 'provisions', 'views', 'because', 'title', 'note', 'reasons', 'decided', 'evidence', 'principle', 'notApproved', 'missing', 'urgency', 'conditionWords', 'interest'];
const notPersonalThere = new Set(['MeetingAdjourned']);
const withheld = changed((event) =>
  notPersonalThere.has(event.type) ? event : { ...event, data: Object.fromEntries(Object.entries(event.data).filter(([field]) => !personal.includes(field))) },
);

describe('The minutes of a meeting', () => {
  it('read as a clerk would write them', () => {
    expect(text()).toBe(readFileSync(join(__dirname, 'golden', 'minutes.md'), 'utf8'));
  });

  it('hold no code, no id, no name of an event, and nothing undefined', () => {
    const whole = text();
    expect(whole).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|undefined|null|NaN|\b(awaiting-ratification|part-approved|at-once|non-voting|new-package)\b/);
    expect(whole).not.toMatch(/\b(?:Decision|Member|Meeting|Matter|Vote)(?:Recorded|Recused|Opened|Raised|Cast)\b|\d{4}-\d{2}-\d{2}/);
  });

  it('speak for the moment at which the last event they take in was recorded', () => {
    const { document, upTo } = written();
    const last = events.first.at(-1);
    expect({ asOf: document.asOf, upTo }).toEqual({ asOf: last?.recordedAt, upTo: last?.position });
  });

  it('do not change when a delivery is reported, nor when a correction is only asked for', () => {
    const without = (type: string) => ({ decisions: sampleMeeting().decisions.map((each) => ({ ...each, events: each.events.filter((event) => event.type !== type) })) });
    expect(text(without('ProvisionStarted'))).toBe(text());
    const asked = without('DecisionCorrected');
    const notAsked = { decisions: asked.decisions.map((each) => ({ ...each, events: each.events.filter(({ type }) => type !== 'DecisionCorrectionRequested') })) };
    expect(toHtml(written(asked).document)).toBe(toHtml(written(notAsked).document));
  });

  it('are the same bytes each time, in whatever order the record is read', () => {
    const record = sampleMeeting();
    const shuffled = {
      ...{ meeting: record.meeting.toReversed(), matters: record.matters.toReversed() },
      decisions: record.decisions.toReversed().map((each) => ({ ...each, events: each.events.toReversed() })),
    };
    const page = toHtml(written().document);
    expect(toHtml(written().document)).toBe(page);
    expect(toHtml(written(shuffled).document)).toBe(page);
  });

  it('are not written of a meeting that has not sat', () => {
    expect(minutesOf(sampleMeeting({ meeting: meetingEvents.slice(0, 1) }), named())).toBeUndefined();
  });

  it('go as far as the record of a meeting that is still open, and say so', () => {
    const { document, closed } = written({ meeting: meetingEvents.filter(({ type }) => type !== 'MeetingClosed') });
    expect(closed).toBe(false);
    expect(part(asText(document), 'Adjournment and close')).toContain('The meeting is not closed yet');
  });

  it('say of an item without a quorum that there was none, who had withdrawn, and what is missing', () => {
    const item = part(text(), 'Item 3');
    expect(item).toContain('The meeting was not quorate for this item: three voting members were in the room, and the terms of reference require four; no voting member of Northshire Council Education was in the room. Dev Anand had withdrawn and did not count.');
    expect(item).toContain('deferred the matter until 5 November 2025');
  });

  it('say of an item that it was put off with nobody in the chair', () => {
    const unchaired = changed((event) => {
      const { sitting, outcome } = event.data;
      return outcome === 'deferred' && typeof sitting === 'object' ? { ...event, data: { ...event.data, sitting: { ...sitting, chairSeatId: null } } } : event;
    });
    expect(part(text(unchaired), 'Item 3')).toContain('deferred the matter until 5 November 2025. Nobody was in the chair for this item.');
    expect(text()).not.toContain('Nobody was in the chair');
  });

  it('say of an item that was not reached that the panel did not take it', () => {
    expect(part(text({ decisions: [] }), 'Item 2')).toContain('**Decision.** The panel did not take this item.');
  });

  it('say who voted and has left the room since, and does not count that vote', () => {
    const sitting = (event: ToldEvent) => event.data['sitting'] as { readonly present: readonly { readonly practitionerId: string }[] } | null | undefined;
    const left = changed((event) =>
      event.type === 'DecisionRecorded' && sitting(event)
        ? { ...event, data: { ...event.data, sitting: { ...sitting(event), present: sitting(event)?.present.filter((each) => each.practitionerId !== people.ben) } } }
        : event,
    );
    const item = part(text(left), 'Item 1');
    expect(item).toContain('Two members voted for the request, one against it, and none abstained.');
    expect(item).toContain('Ben Whitlock (Lead nurse, Northshire Integrated Care Board) had voted, and was not in the room when it was decided; that vote does not count.');
  });
});

/** A breach put on record about the meeting as a whole, or what else is named. */
const breach = (changes: Partial<Parameters<typeof recordLater.record<typeof BreachRecorded>>[1]> = {}) =>
  recordLater.record(BreachRecorded, {
    ...{ breachId: numbered<'breach'>(990), panelId, meetingId, matterId: null, decisionId: null, childId: null, sealedFor: numbered<'subject'>(990), on: on('2025-10-01') },
    ...{ rule: 'meeting-inquorate', account: 'Carys Morgan had left before the vote', saidBy: 'Grace Obi', ...changes },
  });

describe('What was put on record as irregular', () => {
  const heading = 'Put on record as irregular';

  it('stands in a section of its own, with the rule in words, what happened, and who says so', () => {
    const whole = text({ breaches: [breach()] });
    expect(part(whole, heading)).toBe(
      `## ${heading}\n\n- The meeting, on 1 October 2025. The rule: The meeting is not quorate. What happened: Carys Morgan had left before the vote. This was said by Grace Obi.\n\n`,
    );
    expect(whole.indexOf(`## ${heading}`)).toBeGreaterThan(whole.indexOf('## Adjournment and close'));
  });

  it('names the item that it is about, be it by its matter or by its decision', () => {
    const ofMatter = breach({ meetingId: null, matterId: numbered<'matter'>(902), rule: 'vote-by-recused' });
    const ofDecision = breach({ meetingId: null, decisionId: firstDecision });
    const section = part(text({ breaches: [ofMatter, ofDecision] }), heading);
    expect(section).toContain('- Item 2, on 1 October 2025. The rule: A member who had withdrawn from the matter voted.');
    expect(section).toContain('- Item 1, on 1 October 2025. The rule: The meeting is not quorate.');
  });

  it('is not there where nothing was put on record', () => {
    expect(text()).not.toContain(heading);
  });

  it('is among what the minutes take in', () => {
    const one = breach();
    expect(written({ breaches: [one] })).toMatchObject({ upTo: one.position, document: { asOf: one.recordedAt } });
  });

  it('keeps what happened and who says so from somebody who may not read it', () => {
    const { account: _, saidBy: __, ...data } = breach().data;
    const section = part(text({ breaches: [{ ...breach(), data }] }), heading);
    expect(section).toContain('- The meeting, on 1 October 2025. The rule: The meeting is not quorate.');
    expect(section).not.toMatch(/What happened|said by|undefined/);
  });

  it('says of erased words that they were erased', () => {
    const section = part(text({ breaches: [{ ...breach(), data: { ...breach().data, account: null, saidBy: null } }] }), heading);
    expect(section).toContain(`What happened: ${ERASED_WORDS} Who said this has been erased.`);
  });
});

describe('What officers decided between meetings', () => {
  it('says on whose authority', () => {
    expect(part(text(), 'Item 5')).toContain(
      '**Authority.** Officers decided under the panel’s urgent procedure. The share of Northshire Integrated Care Board is within the authority delegated to its officer. The decision had effect at once, and was to be ratified by the panel.',
    );
  });

  it('says of a share beyond the authority of the officers that it was', () => {
    const beyond = changed((event) =>
      event.type === 'DecisionRecorded' && event.data['urgent'] !== null
        ? { ...event, data: { ...event.data, commitments: [{ agencyId: care, weeklyOwnPence: 1, weeklyGrossPence: 1, delegationId: null, withinAuthority: false }] } }
        : event,
    );
    expect(part(text(beyond), 'Item 5')).toContain('The share of Northshire Council Social Care is beyond the authority delegated to officers.');
  });
});

describe('What people wrote with a full stop at its end', () => {
  it('has none in the middle of a sentence', () => {
    const stopped = changed((event) => {
      const { provisions } = event.data as { readonly provisions?: readonly { readonly words: string }[] };
      return provisions === undefined ? event : { ...event, data: { ...event.data, provisions: provisions.map((each) => ({ ...each, words: `${each.words}.` })) } };
    });
    expect(text(stopped)).toBe(text());
  });
});

describe('Minutes for somebody who may not read children’s records', () => {
  const whole = text({ ...withheld, personal: 'withheld' }, { children: new Map() });

  it('leave no trace of a name or of what was written about a child', () => {
    expect(whole).not.toMatch(/Example|Ada|Bilal|Chidi|Diana|\bEli\b|seizures at night|climbing|sister|hoist|own bed|nurses/);
  });

  it('call each child by a reference, and say that something is left out', () => {
    expect(whole).toContain('## Item 1. The child with the reference 000 801: a new package of support');
    expect(whole).toContain('This reading leaves out the names of children and what is written about them');
  });

  it('keep who sat, how it was voted, and the money', () => {
    expect(part(whole, 'Item 1')).toContain('Three members voted for the request, one against it, and none abstained.');
    expect(part(whole, 'Item 1')).toContain('Northshire Integrated Care Board £1,293.15 (70 per cent)');
  });
});

describe('Minutes about a child whose words were erased', () => {
  it('say that they were, and keep the rest', () => {
    const erased = changed((event) =>
      event.data['childId'] === children.ada
        ? { ...event, data: Object.fromEntries(Object.entries(event.data).map(([field, value]) => [field, personal.includes(field) ? null : value])) }
        : event,
    );
    const item = part(text(erased, { children: new Map([[children.ada, null]]) }), 'Item 1');
    expect(item).toContain('A child whose name has been erased (reference 000 801)');
    expect(item).toContain(`**Why.** ${ERASED_WORDS}`);
    expect(item).not.toMatch(/Ada|seizures at night|bed/);
  });
});

describe('Hostile words', () => {
  it('are shown as they were written, and open no tag', () => {
    const hostile = changed((event) => (event.type === 'DiscussionNoted' ? { ...event, data: { ...event.data, note: '</p><script>alert(1)</script>' } } : event));
    const page = toHtml(written(hostile, { people: new Map([[people.asha, '<img src=x onerror=alert(1)>']]) }).document);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toMatch(/<script|<img/);
  });
});

describe('Minutes that were approved', () => {
  const approval = recordLater.record(MinutesApproved, {
    ...{ meetingId, panelId, on: on('2025-10-15'), atMeetingId: null, upTo: written().upTo, sha256: 'b'.repeat(64), practitionerId: people.asha },
  });
  const meeting = [...meetingEvents, approval];
  const ratifiedLater = recordLater.record(DecisionRatified, {
    ...{ decisionId: firstDecision, childId: children.ada, on: on('2025-10-20'), stillAwaited: [], effectiveFrom: on('2025-10-20') },
    ratifier: { agencyId: care, practitionerId: people.farah, post: 'Director of children’s services' },
  });
  const decisions = sampleMeeting().decisions.map((each, place) => (place === 0 ? { ...each, events: [...each.events, ratifiedLater] } : each));

  it('are a draft before, and say afterwards by whom and when, with the hash of the page that was read', () => {
    expect(written().document.marking).toBe('DRAFT');
    const { document } = written({ meeting });
    expect(document.marking).toBe('APPROVED');
    expect(part(asText(document), 'Approval')).toContain('Asha Okafor approved these minutes on 15 October 2025, between meetings.');
    expect(part(asText(document), 'Approval')).toContain('b'.repeat(64));
  });

  it('stand as they were; what was recorded later is an addendum', () => {
    const now = text({ meeting, decisions });
    const before = text({ meeting });
    expect(part(now, 'Addendum')).toContain('on 20 October 2025 Farah Aziz');
    expect(before).not.toContain('Addendum');
    const [, ...items] = before.split(/^(?=## )/m).filter((each) => !each.startsWith('## Approval'));
    for (const each of items) expect(now).toContain(each);
  });

  it('hold apart what was put on record as irregular after their approval', () => {
    const whole = text({ meeting, breaches: [breach()] });
    expect(whole).not.toContain('## Put on record as irregular');
    expect(part(whole, 'Addendum')).toContain('Put on record as irregular: The meeting, on 1 October 2025. The rule: The meeting is not quorate. What happened: Carys Morgan had left before the vote. This was said by Grace Obi.');
  });
});
