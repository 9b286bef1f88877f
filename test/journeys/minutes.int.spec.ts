import { createHash } from 'node:crypto';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { golden, wordsOf } from './document-text';
import { delegate, eightSeats, registerNeighbours, wholeCastOf } from './eight-seats';
import type { EightSeats, WholeCast } from './eight-seats';
import { done, problemIn } from './person';
import type { Answer, Person } from './person';
import { holdSitting } from './six-matters';
import type { SixMatters } from './six-matters';
import * as story from './story';

let area: AreaUnderTest;
let cast: WholeCast;
let panel: EightSeats;
let held: SixMatters;
let minutes: Answer;
let path: string;

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await wholeCastOf(area);
  panel = await eightSeats(cast, await registerNeighbours(cast));
  await delegate(cast);
  held = await holdSitting(cast, panel);
  path = `/v1/meetings/${held.sitting.meetingId}/minutes`;
  minutes = done(await cast.chair.get(`${path}?after=${await area.stores.events.head()}`));
}, 60_000);
afterAll(() => area.stop());

/** A document in the form asked for, byte for byte. */
async function bytesOf(person: Person, address: string, accept: string) {
  const answer = await fetch(`${area.address}${address}`, { headers: { Authorization: `Bearer ${person.token}`, Accept: accept } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}
const hashIn = ({ headers }: { readonly headers: Headers }): string => String(headers.get('etag')).replaceAll('"', '');
const approval = (change: object = {}) => ({ sha256: hashIn(minutes), upTo: Number(minutes.headers.get('accord-position')), practitionerId: panel.members[0], ...change });
const approve = (body: object, person = cast.chair) => person.post(`${path}-approval`, body);

describe('The minutes of the meeting of six matters', () => {
  it('write themselves from the events, and read like minutes', async () => {
    expect(wordsOf(minutes.text)).toBe(await golden('minutes.txt', wordsOf(minutes.text)));
  });

  it('are the same byte for byte however often they are read, as a page and as PDF', async () => {
    for (const accept of ['text/html', 'application/pdf']) {
      const [one, other] = [await bytesOf(cast.chair, path, accept), await bytesOf(cast.inspector, path, accept)];
      expect([accept, one.status, one.headers.get('content-type')?.split(';')[0]]).toEqual([accept, 200, accept]);
      expect(one.bytes.equals(other.bytes)).toBe(true);
      expect(createHash('sha256').update(one.bytes).digest('hex')).toBe(hashIn(one));
    }
    const { bytes } = await bytesOf(cast.chair, path, 'application/pdf');
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  it('are approved as they were read, by somebody who sat, and by nobody else', async () => {
    expect(problemIn(await approve(approval({ sha256: 'ab'.repeat(32) })))).toMatchObject({ code: 'minutes-differ' });
    expect(problemIn(await approve(approval({ practitionerId: panel.nurse })))).toMatchObject({ code: 'minutes-approved-by-absent' });
    expect(problemIn(await approve(approval(), cast.administrator))).toEqual({ status: 403, code: 'permission-missing' });
    const approved = done(await approve(approval()));
    expect(approved.body['events']).toMatchObject([{ type: 'MinutesApproved' }]);
    const { text } = done(await cast.inspector.get(`${path}?after=${story.positionIn(approved)}`));
    expect(wordsOf(text)).toContain('APPROVED');
    expect(wordsOf(text)).toContain('Helen Marsh');
  });

  it('can be read for ever as they were approved, and before', async () => {
    const asApproved = done(await cast.inspector.get(`${path}?approved=true`));
    const upToApproval = (text: string) => wordsOf(text).replace(/^\w+\n/, '').split('\n## Approval')[0];
    expect(upToApproval(asApproved.text)).toBe(upToApproval(minutes.text));
    expect(wordsOf(asApproved.text).split('\n')[0]).toBe('APPROVED');
    const draft = done(await cast.inspector.get(`${path}?upTo=${minutes.headers.get('accord-position')}`));
    expect(draft.text).toBe(minutes.text);
  });

  it('are none of a meeting that has not sat', async () => {
    const planned = story.idIn(done(await cast.administrator.post(`/v1/panels/${panel.panelId}/meetings`, { on: '2025-10-08' })));
    const answer = await cast.inspector.get(`/v1/meetings/${planned}/minutes?after=${await area.stores.events.head()}`);
    expect(problemIn(answer)).toMatchObject({ code: 'minutes-not-ready' });
  });
});

describe('The letter to a family', () => {
  const letter = async (answer: Answer, query = '') => done(await cast.keyWorker.get(`/v1/decisions/${story.idIn(answer)}/letter${query}`)).text;

  it('says in plain English what was decided, what was not, why, who sees to what, and what happens next', async () => {
    const words = wordsOf(await letter(held.outcome.b)).split('\n');
    expect(words).toEqual(
      expect.arrayContaining([
        '# Our decision about Bela Example',
        'We said yes to some of what was asked for your child. We did not say yes to all of it.',
        'Nursing on two nights a week is agreed from 15 September.',
        '- Nursing on two nights a week, from 15 September 2025.',
        'Two further nights: the assessment does not show a need for them.',
        'Bela needs suction at night.',
        "- The night carers are trained in suction. The Community nursing lead at Northshire Children's Hospital NHS Trust will see to this by 30 September 2025.",
      ]),
    );
  });

  it('of an urgent decision says that the panel looked at it', async () => {
    const words = wordsOf(await letter(held.urgent));
    expect(words).toContain('We decided this quickly, because it could not wait. The panel looked at it on 10 September 2025 and said yes.');
  });

  it('names the contact, where one is given, and nobody of the room but the chair', async () => {
    const words = wordsOf(await letter(held.outcome.e, `?contact=${encodeURIComponent('Ruth Adeyemi\n01234 567890')}`));
    expect(words).toContain('01234 567890');
    for (const name of ['Samir Patel', 'Joanna Field', 'Idris Khan', 'Dina', 'Bela']) expect(words).not.toContain(name);
  });
});
