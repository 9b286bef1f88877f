import { agencies } from '@accord/composition';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { done, problemIn } from './person';
import type { Answer } from './person';
import { decide } from './matter-story';
import * as story from './story';
import type { Cast } from './story';
import { instantBetween, until } from './waiting';

interface Liability {
  readonly category: string;
  readonly from: string;
  readonly to: string;
  readonly costPence: number;
  readonly amounts: readonly { readonly pence: number }[];
  readonly why: { readonly kind: string; readonly says: string; readonly version?: number };
}
const { icb, socialCare, education } = agencies;
const clauseOf = (icbShare: number) => ({
  ...{ trigger: { event: 'surgery', criterion: 'complex-healthcare' }, categories: ['personal-care'], weeks: 6, dayOne: 'day-of-event' },
  ...{ split: story.split([icb, icbShare], [socialCare, 10_000 - icbShare]), cost: 'regardless-of-cost', atEnd: 'must-be-reviewed' },
});
/** Nursing 70/30 as long as the agreement is in force, for lines of up to £1,000 a week. */
const alwaysClause = {
  ...{ trigger: { event: 'always' }, categories: ['nursing'], split: story.split([icb, 7_000], [socialCare, 3_000]) },
  ...{ cost: 'up-to-weekly-rate', upToWeeklyPence: 100_000 },
};
const terms = {
  aims: 'Children with complex healthcare live at home, and nobody waits for a decision on who pays.',
  functions: 'NHS Act 2006 section 3; Children Act 1989 section 17.',
  clientGroup: 'Children under 18 with complex healthcare: personal care and nursing at home.',
  noticeMonths: 3,
};
const text = {
  ...{ title: 'Care at home', kind: 'section-75-pooled', parties: [icb, socialCare], clauses: [clauseOf(5_000), alwaysClause] },
  ...{ from: '2025-04-01', to: '2028-04-01' },
};

let area: AreaUnderTest;
let cast: Cast;
let childId: string;
let agreementId: string;
let clauseIds: readonly string[];
let operated: Answer;
let last: Answer;

const at = (path = '') => `/v1/agreements/${agreementId}${path}`;
const refused = async (asked: Promise<Answer>): Promise<readonly [string, string]> => {
  const answer = await asked;
  return [problemIn(answer).code, String(answer.body['detail'])];
};
const idsIn = ({ body }: Answer): readonly string[] => (body['clauses'] as readonly { readonly clauseId: string }[]).map(({ clauseId }) => clauseId);
const typesIn = ({ body }: Answer): readonly string[] => (body['events'] as readonly { readonly type: string }[]).map(({ type }) => type);
const agreementAt = async (query: string): Promise<Answer['body']> => done(await cast.auditor.get(`${at()}?after=${story.positionIn(last)}${query}`)).body;

/** `2025-10-06 2025-10-20 50 version 1`: the days, health's per cent, and why, of the lines of a category. */
async function ruled(category: string, query: string): Promise<readonly string[]> {
  const answer = done(await cast.auditor.get(`/v1/children/${childId}/who-pays?after=${story.positionIn(last)}&${query}`));
  const found = (answer.body['liabilities'] as readonly Liability[]).filter((liability) => liability.category === category);
  for (const { costPence, amounts } of found) expect(amounts.reduce((sum, { pence }) => sum + pence, 0)).toBe(costPence);
  return found.map(({ from, to, amounts, costPence, why }) => {
    const share = Math.round((100 * (amounts[0]?.pence ?? 0)) / costPence);
    return `${from} ${to} ${share} ${why.kind === 'panel-decision' ? 'panel' : `version ${why.version}`}`;
  });
}
const care = (query: string) => ruled('personal-care', query);
const nursing = (query: string) => ruled('nursing', query);

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await story.castOf(area);
  const panel = await story.constitutePanel(cast);
  const meetingId = await story.holdMeeting(cast, panel);
  childId = await story.openChild(cast);
  done(await cast.keyWorker.post(`/v1/children/${childId}/criteria`, story.criterionBody));
  last = done(await decide(cast, { panel, meetingId, childId }));
});
afterAll(() => area.stop());

describe('A text', () => {
  it('under section 75 says what the law asks for, or it is not even a draft', async () => {
    const [code, says] = await refused(cast.health.post('/v1/agreement-drafts', { ...text, on: '2025-02-03' }));
    expect(code).toBe('agreement-terms-missing');
    expect(says).toContain('its aims, the functions that it is about, its client group and services and how many months of notice end it');
  });

  it('is drafted and drafted again; nobody can sign a draft', async () => {
    const drafted = done(await cast.health.post('/v1/agreement-drafts', { ...text, ...terms, noticeMonths: 6, on: '2025-02-03' }));
    agreementId = story.idIn(drafted);
    const again = done(await cast.care.post(`/v1/agreement-drafts/${agreementId}/redraft`, { ...text, ...terms, on: '2025-02-17' }));
    clauseIds = idsIn(again);
    expect(typesIn(again)).toEqual(['StandingAgreementDrafted']);
    expect((await refused(cast.health.post(at('/signatures'), story.signatureBody)))[0]).toBe('agreement-not-agreed');
    last = again;
    expect(await agreementAt('')).toMatchObject({ status: 'drafted', noticeMonths: 3, version: 0 });
  });

  it('is agreed as it was last drafted, and rules nothing until both parties have signed it', async () => {
    last = done(await cast.health.post(`/v1/agreement-drafts/${agreementId}/agreement`, { on: '2025-03-18' }));
    last = done(await cast.health.post(at('/signatures'), { ...story.signatureBody, version: 1 }));
    expect(await nursing('from=2025-09-01&to=2025-09-08')).toEqual(['2025-09-01 2025-09-08 100 panel']);
    last = done(await cast.care.post(at('/signatures'), story.signatureBody));
    expect(typesIn(last)).toEqual(['StandingAgreementSigned', 'StandingAgreementCameIntoForce']);
    expect(await nursing('from=2025-09-01&to=2025-09-08')).toEqual(['2025-09-01 2025-09-08 70 version 1']);
  });

  it('that could rule the same line on the same day is found, and recorded once it says which goes first', async () => {
    const memorandum = { ...story.agreementBody, title: 'Care always', clauses: [{ ...alwaysClause, categories: ['personal-care'] }] };
    const [code, says] = await refused(cast.health.post('/v1/agreements', memorandum));
    expect(code).toBe('clauses-overlap');
    expect(says).toContain('Both clause 1 and clause 1 of “Care at home” could rule a line of personal care on the same day');
    const precedences = [{ first: { clauseId: clauseIds[0] }, over: { place: 1 } }];
    expect((await cast.health.post('/v1/agreements', { ...memorandum, precedences })).status).toBe(201);
  });

  it('that could rule what other parties agreed upon is found as well: a line is split by one clause a day, whoever its parties are', async () => {
    const nursingToo = { ...story.agreementBody, title: 'Nursing at school', parties: [icb, education], clauses: [{ ...alwaysClause, split: story.split([icb, 5_000], [education, 5_000]) }] };
    const [code, says] = await refused(cast.health.post('/v1/agreements', nursingToo));
    expect(code).toBe('clauses-overlap');
    expect(says).toContain('clause 2 of “Care at home” could rule a line of nursing on the same day');
  });
});

describe('An agreement in force', () => {
  it('rules every day of its window after an operation, and no other', async () => {
    operated = done(await cast.keyWorker.post(`/v1/children/${childId}/operations`, story.operationBody));
    last = operated;
    expect(await care('from=2025-10-01&to=2025-12-01')).toEqual([
      '2025-10-01 2025-10-06 30 panel',
      '2025-10-06 2025-11-17 50 version 1',
      '2025-11-17 2025-12-01 30 panel',
    ]);
  });

  it('is varied: 60/40 from 20 October, once both have signed the new text, and not before', async () => {
    const variation = { clauses: [{ ...clauseOf(6_000), clauseId: clauseIds[0] }, { ...alwaysClause, clauseId: clauseIds[1] }], from: '2025-10-20', on: '2025-10-09' };
    last = done(await cast.care.post(at('/variations'), variation));
    expect(idsIn(last)).toEqual(clauseIds);
    last = done(await cast.health.post(at('/signatures'), { version: 2, post: 'Director', on: '2025-10-13' }));
    expect((await refused(cast.care.post(at('/signatures'), { version: 1, post: 'Director', on: '2025-10-14' })))[0]).toBe('text-not-to-sign');
    expect(await care('from=2025-10-06&to=2025-11-17')).toEqual(['2025-10-06 2025-11-17 50 version 1']);
    const beforeSigned = await instantBetween();
    last = done(await cast.care.post(at('/signatures'), { version: 2, post: 'Director', on: '2025-10-14' }));
    expect(typesIn(last)).toEqual(['StandingAgreementSigned', 'StandingAgreementVariationCameIntoForce']);
    expect(await care('from=2025-10-05&to=2025-11-18')).toEqual([
      ...['2025-10-05 2025-10-06 30 panel', '2025-10-06 2025-10-20 50 version 1', '2025-10-20 2025-11-17 60 version 2'],
      '2025-11-17 2025-11-18 30 panel',
    ]);
    const oldText = ['2025-10-06 2025-11-17 50 version 1'];
    expect(await care(`from=2025-10-06&to=2025-11-17&knownAt=${beforeSigned}`)).toEqual(oldText);
    expect(await care('from=2025-10-06&to=2025-11-17&asAt=2025-10-19')).toEqual(oldText);
    expect(await care('from=2025-10-06&to=2025-11-17&asAt=2025-10-20')).toHaveLength(2);
  });

  it('says in words which text rules, and why', async () => {
    const answer = done(await cast.auditor.get(`/v1/children/${childId}/who-pays?from=2025-10-20&to=2025-10-21`));
    const says = (answer.body['liabilities'] as readonly Liability[]).map(({ why }) => why.says);
    expect(says[0]).toBe(
      'Under “Care at home” as varied from 20 October 2025, for 6 weeks after the operation of 6 October 2025 (day 1 is the day of the operation): ' +
        "Northshire Integrated Care Board 60 %, Northshire Council Children's Social Care 40 %, whatever the cost.",
    );
    expect(says[1]).toBe(
      'Under “Care at home” as varied from 20 October 2025, as long as it is in force: ' +
        "Northshire Integrated Care Board 70 %, Northshire Council Children's Social Care 30 %, for a line of up to £1,000.00 a week.",
    );
  });

  it('puts a clause that ends and must be reviewed on the worklist', async () => {
    const entries = await until(async () => {
      const answer = done(await cast.auditor.get('/v1/worklists/agreements?from=2025-11-01&by=2025-12-01'));
      const found = answer.body['entries'] as readonly object[];
      return found.length > 0 ? found : undefined;
    });
    expect(entries).toEqual([
      { due: 'clause-review', agreementId, agreement: 'Care at home', lastDay: '2025-11-16', clauseId: clauseIds[0], childId },
    ]);
  });
});

describe('A party', () => {
  const leaving = (from: string) => ({ how: 'by-notice', post: 'Director of finance', from, on: '2026-02-02' });
  const notice = (on: string) => ({ post: 'Director of finance', reason: 'The fund is overspent.', on });

  it('cannot leave without notice, and is told until when it would be bound', async () => {
    const [code, says] = await refused(cast.health.post(at('/ending'), leaving('2026-03-01')));
    expect(code).toBe('notice-not-run');
    expect(says).toMatch(/No notice was given. The text asks for 3 months: given today, it would run until \d+ \w+ \d{4}\./);
  });

  it('gives notice, which it may take back while it runs', async () => {
    last = done(await cast.health.post(at('/notice'), notice('2025-11-30')));
    expect(await agreementAt('')).toMatchObject({ notices: [{ on: '2025-11-30', lastDay: '2026-02-28' }], ending: { from: '2026-03-01', reason: 'notice' } });
    expect((await refused(cast.care.post(at('/notice-withdrawal'), { reason: 'Not ours', on: '2025-12-08' })))[0]).toBe('notice-unknown');
    last = done(await cast.health.post(at('/notice-withdrawal'), { reason: 'A cap was agreed.', on: '2025-12-08' }));
    expect(await agreementAt('')).toMatchObject({ notices: [], ending: { from: '2028-04-01', reason: 'term' } });
  });

  it('gives notice again: inside the period it is bound, and is told the day on which that ends', async () => {
    const beforeNotice = await instantBetween();
    last = done(await cast.health.post(at('/notice'), notice('2026-01-31')));
    expect(await refused(cast.health.post(at('/ending'), leaving('2026-04-30')))).toEqual([
      'notice-not-run',
      'Notice was given on 31 January 2026 and runs until 30 April 2026; the agreement binds until then.',
    ]);
    const days = 'from=2026-04-20&to=2026-05-11';
    const ended = ['2026-04-20 2026-05-01 70 version 2', '2026-05-01 2026-05-11 100 panel'];
    expect(await nursing(days)).toEqual(ended);
    expect(await nursing(`${days}&asAt=2026-01-30`)).toEqual(['2026-04-20 2026-05-11 70 version 2']);
    expect(await nursing(`${days}&knownAt=${beforeNotice}`)).toEqual(['2026-04-20 2026-05-11 70 version 2']);
    const due = done(await cast.auditor.get('/v1/worklists/agreements?from=2026-04-01&by=2026-05-01'));
    expect(due.body['entries']).toMatchObject([{ due: 'end', agreementId, lastDay: '2026-04-30', reason: 'notice' }]);
  });

  it('has left once the notice has run; the end changes no day that was ruled, and nothing follows it', async () => {
    last = done(await cast.health.post(at('/ending'), leaving('2026-05-01')));
    expect(typesIn(last)).toEqual(['StandingAgreementEnded']);
    expect(await nursing('from=2026-04-20&to=2026-05-11')).toEqual(['2026-04-20 2026-05-01 70 version 2', '2026-05-01 2026-05-11 100 panel']);
    expect((await refused(cast.care.post(at('/variations'), { clauses: [alwaysClause], from: '2026-06-01', on: '2026-05-20' })))[0]).toBe('agreement-ended');
    expect((await refused(cast.care.post(at('/reviews'), { findings: 'Late', on: '2026-05-20' })))[0]).toBe('agreement-ended');
  });
});

describe('A text recorded by mistake', () => {
  const nursingAlone = { ...text, ...terms, clauses: [alwaysClause], from: '2030-04-01', to: '2033-04-01', on: '2025-11-03' };
  const paths: string[] = [];

  it('stands in the way of the right one, and whoever records that is told that it may be withdrawn', async () => {
    const mistaken = done(await cast.health.post('/v1/agreements', { ...nursingAlone, title: 'Care at hmoe' }));
    paths.push(`/v1/agreements/${story.idIn(mistaken)}`);
    // Until the list of agreements has it.
    done(await cast.care.get(`/v1/agreements?after=${story.positionIn(mistaken)}`));
    const [code, says] = await refused(cast.care.post('/v1/agreements', nursingAlone));
    expect(code).toBe('clauses-overlap');
    expect(says).toContain('Not every party has signed this text of “Care at hmoe” yet: if it should not be, any of them may withdraw it.');
  });

  it('is withdrawn by a party, stands in the way of nothing then, and stays on record', async () => {
    const [path] = paths;
    last = done(await cast.care.post(`${path}/withdrawal`, { reason: 'The title is misspelt.', on: '2025-11-04' }));
    expect(typesIn(last)).toEqual(['StandingAgreementTextWithdrawn']);
    const entry = async (query = '') => done(await cast.auditor.get(`${path}?after=${story.positionIn(last)}${query}`)).body;
    expect(await entry()).toMatchObject({ status: 'withdrawn', versions: [{ version: 1, withdrawn: { agencyId: socialCare, reason: 'The title is misspelt.', on: '2025-11-04' } }] });
    expect(await entry('&asAt=2025-11-03')).toMatchObject({ status: 'recorded' });
    expect((await refused(cast.health.post(`${path}/signatures`, { post: 'Director', on: '2025-11-05' })))[0]).toBe('text-withdrawn');
    done(await cast.care.post('/v1/agreements', nursingAlone));
    const trail = done(await cast.auditor.get(`${path}/audit-trail?after=${story.positionIn(last)}`));
    expect(JSON.stringify(trail.body)).toContain('withdrew “Care at hmoe”, which had not come into force.');
  });

  it('is not withdrawn once every party has signed it', async () => {
    expect((await refused(cast.care.post(at('/withdrawal'), { reason: 'A slip', on: '2025-11-04' })))[0]).toBe('text-in-force');
  });
});

describe('The whole life of the agreement', () => {
  it('can be told as at any day', async () => {
    const stood = async (asAt: string) => {
      const { status, version } = await agreementAt(`&asAt=${asAt}`);
      return [status, version];
    };
    expect(await stood('2025-02-10')).toEqual(['drafted', 0]);
    expect(await stood('2025-03-20')).toEqual(['recorded', 1]);
    expect(await stood('2025-03-25')).toEqual(['signed', 1]);
    expect(await stood('2025-03-31')).toEqual(['signed', 1]);
    expect(await stood('2025-04-01')).toEqual(['in-force', 1]);
    expect(await stood('2025-10-19')).toEqual(['in-force', 1]);
    expect(await stood('2025-10-20')).toEqual(['in-force', 2]);
    expect(await stood('2026-04-30')).toEqual(['in-force', 2]);
    expect(await stood('2026-05-01')).toEqual(['ended', 2]);
    expect(problemIn(await cast.auditor.get(`${at()}?asAt=2025-02-02`)).code).toBe('agreement-unknown');
  });

  it('says of each version who signed it and on which days it rules', async () => {
    const { versions } = await agreementAt('');
    expect(versions).toMatchObject([
      { version: 1, agreedOn: '2025-03-18', rules: { from: '2025-04-01', to: '2025-10-20' }, signatures: [{ on: '2025-03-25' }, { on: '2025-03-25' }] },
      { version: 2, agreedOn: '2025-10-09', rules: { from: '2025-10-20', to: '2026-05-01' }, signatures: [{ agencyId: icb }, { agencyId: socialCare }] },
    ]);
  });

  it('stands in the trail in sentences', async () => {
    const trail = done(await cast.auditor.get(`${at('/audit-trail')}?after=${story.positionIn(last)}`));
    const said = JSON.stringify(trail.body);
    for (const sentence of [
      'The agreement “Care at home” was drafted again (draft 2).',
      'A variation of “Care at home” from 20 October 2025 was agreed (version 2).',
      'gave 3 months of notice of “Care at home”, which then rules until 30 April 2026.',
      '“Care at home” ended, 30 April 2026 being its last day: notice was given and has run.',
    ]) {
      expect(said).toContain(sentence);
    }
  });
});
