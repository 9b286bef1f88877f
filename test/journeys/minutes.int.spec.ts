import { createHash } from 'node:crypto';
import { demonstration } from '@accord/composition';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { done, problemIn } from './person';
import type { Answer, Person } from './person';

const minutes = `/v1/meetings/${demonstration.meetingId}/minutes`;
const approval = `${minutes}-approval`;
const letter = `/v1/decisions/${demonstration.decisionId}/letter`;

let area: AreaUnderTest;
let chair: Person;
let administrator: Person;
let practitionerId: string;

const as = (person: Person, path: string, accept: string): Promise<Answer> => person.send(path, { headers: { Accept: accept } });
const hashOf = ({ headers }: Answer): string => (headers.get('etag') ?? '').replaceAll('"', '');
const positionOf = ({ headers }: Answer): number => Number(headers.get('accord-position'));

beforeAll(async () => {
  area = await startArea();
  [chair, administrator] = await Promise.all([area.person('chair'), area.person('administrator')]);
  const meeting = await chair.get(`/v1/meetings/${demonstration.meetingId}`);
  // The shape of a meeting as it is read: whoever is in a seat has a practitioner's id.
  [{ practitionerId }] = meeting.body['present'] as [{ readonly practitionerId: string }];
});
afterAll(() => area.stop());

describe('The minutes of the demonstration meeting', () => {
  it('are not approved while it sits', async () => {
    const page = await chair.get(minutes);
    const refused = await chair.post(approval, { sha256: hashOf(page), upTo: positionOf(page), practitionerId });
    expect(problemIn(refused)).toEqual({ status: 409, code: 'minutes-not-ready' });
  });

  it('are a page, a PDF or data, each named by the hash of its bytes', async () => {
    const { position } = done(await chair.post(`/v1/meetings/${demonstration.meetingId}/closing`, { closedAt: '2025-09-01T09:30:00.000Z' })).body;
    const page = await chair.get(`${minutes}?after=${String(position)}`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('The meeting closed at 10.30 am on 1 September 2025.');
    expect(page.text).toContain('Amara');
    expect(page.headers.get('content-security-policy')).toContain("style-src 'sha256-");
    expect(hashOf(page)).toBe(createHash('sha256').update(page.text, 'utf8').digest('hex'));
    const pdf = await as(chair, minutes, 'application/pdf');
    expect([pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);
    expect(pdf.headers.get('content-disposition')).toBe('inline; filename="minutes-2025-09-01.pdf"');
    const data = await as(chair, minutes, 'application/json');
    expect(data.body).toMatchObject({ marking: 'DRAFT', title: expect.stringContaining('1 September 2025') as unknown });
  });

  it('are the same bytes whoever reads them', async () => {
    expect((await administrator.get(minutes)).text).toBe((await chair.get(minutes)).text);
  });

  it('are approved as they were read, by somebody who sat, and stay readable as they were approved', async () => {
    const page = await chair.get(minutes);
    const read = { sha256: hashOf(page), upTo: positionOf(page), practitionerId };
    const differing = await chair.post(approval, { ...read, sha256: 'a'.repeat(64) });
    expect(problemIn(differing)).toEqual({ status: 409, code: 'minutes-differ' });
    const later = await chair.post(approval, { ...read, upTo: read.upTo + 1_000 });
    expect(problemIn(later)).toEqual({ status: 409, code: 'minutes-differ' });
    const absent = await chair.post(approval, { ...read, practitionerId: demonstration.matterId });
    expect(problemIn(absent)).toEqual({ status: 409, code: 'minutes-approved-by-absent' });
    expect(problemIn(await chair.get(`${minutes}?approved=true`))).toEqual({ status: 404, code: 'not-found' });
    const { position } = done(await chair.post(approval, read)).body;
    const approved = await chair.get(`${minutes}?approved=true&after=${String(position)}`);
    expect(approved.text).toContain('APPROVED');
    expect(approved.text).toContain(read.sha256);
    expect(hashOf(await chair.get(`${minutes}?upTo=${read.upTo}`))).toBe(read.sha256);
  });

  it('are approved by nobody but the chair', async () => {
    expect(problemIn(await administrator.post(approval, {}))).toEqual({ status: 403, code: 'permission-missing' });
  });
});

describe('The letter about the demonstration decision', () => {
  it('goes to the family as a page or as PDF, and has a place for the contact', async () => {
    const page = await chair.get(letter);
    expect(page.text).toContain('To the parents or carers of Amara');
    expect(page.text).toContain('[To be added by the panel’s administrator');
    expect(page.text).not.toMatch(/£|voted/);
    const pdf = await as(chair, letter, 'application/pdf');
    expect(pdf.headers.get('content-disposition')).toBe('inline; filename="decision-letter-2025-09-01.pdf"');
    const contact = await chair.get(`${letter}?contact=${encodeURIComponent('Continuing care office\n01632 960 000')}`);
    expect(contact.text).toContain('Continuing care office<br>01632 960 000');
  });
});

describe('Documents of what is not there', () => {
  it('are told as problems, whatever edition was asked for', async () => {
    const nothing = demonstration.panelId;
    for (const path of [`/v1/meetings/${nothing}/minutes`, `/v1/decisions/${nothing}/letter`, `${minutes}?knownAt=2020-01-01T00:00:00.000Z`, `${letter}?knownAt=2020-01-01T00:00:00.000Z`]) {
      expect(problemIn(await as(chair, path, 'application/pdf'))).toEqual({ status: 404, code: 'not-found' });
    }
    expect(problemIn(await chair.get(`${minutes}?upTo=soon`)).status).toBe(422);
  });
});
