import { agencies } from '@accord/composition';
import type { EightSeats, WholeCast } from './eight-seats';
import { done } from './person';
import type { Answer } from './person';
import { SittingStory, bring, lineBody } from './sitting-story';
import * as story from './story';

const { icb, socialCare, education, trust } = agencies;

export const children = ['Ada Example', 'Bela Example', 'Cem Example', 'Dina Example', 'Emil Example', 'Fay Example'] as const;
export type Letter = 'a' | 'b' | 'c' | 'd' | 'e' | 'f';

export const lines = {
  a: lineBody(['personal-care', 'Personal care at home, two carers by day.', 162_000], [icb, 5_000], [socialCare, 5_000]),
  b: lineBody(['nursing', 'Nursing on two nights a week.', 92_400], [icb, 10_000]),
  e: lineBody(['short-breaks', 'One weekend a month at Hollybank.', 60_000], [icb, 5_000], [socialCare, 5_000]),
  f: { ...lineBody(['equipment', 'A ventilator at home.', 40_000], [icb, 10_000]), from: '2025-09-02', rates: [{ from: '2025-09-02', weeklyPence: 40_000 }] },
  c: lineBody(['transport', 'A taxi with an escort to school.', 25_000], [education, 10_000]),
  d: lineBody(['therapy', 'Hydrotherapy every week.', 12_000], [icb, 10_000]),
} as const;

/** What the sitting made, by the letter of the child. */
export interface SixMatters {
  readonly child: Readonly<Record<Letter, string>>;
  readonly matter: Readonly<Record<Letter, string>>;
  readonly sitting: SittingStory;
  readonly urgent: Answer;
  readonly outcome: Readonly<Record<Exclude<Letter, 'f'>, Answer>>;
  readonly ratified: Answer;
  /** An approval that was refused because too few were left in the room. */
  readonly inquorate: Answer;
  /** The paper that came too late. */
  readonly latePaperId: string;
}

/** The six matters as they came to the meeting of 10 September 2025. */
export async function bringSixMatters(cast: WholeCast, panel: EightSeats) {
  const { administrator, keyWorker } = cast;
  const planned = { on: '2025-09-10', startsAt: '09:30', place: 'Room 2, County Hall' };
  const meetingId = story.idIn(done(await administrator.post(`/v1/panels/${panel.panelId}/meetings`, planned)));
  const opened = await Promise.all(children.map((name) => story.openChild(cast, { ...story.childBody, name })));
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = opened;
  const child = { a, b, c, d, e, f };
  const asks = (letter: Letter, place: number, words: string) =>
    bring(cast, { meetingId, place, panelId: panel.panelId, childId: child[letter], asks: words, lines: [lines[letter]] });
  const matter = {
    f: await asks('f', 1, 'A ventilator at home, so that Fay can leave hospital.'),
    a: await asks('a', 2, 'Two carers by day.'),
    b: await asks('b', 3, 'Nursing on four nights a week.'),
    c: await asks('c', 4, 'A taxi with an escort.'),
    d: await asks('d', 5, 'Hydrotherapy every week.'),
    e: await asks('e', 6, 'A weekend away each month.'),
  };
  const paper = { version: 1, kind: 'professional-report', bytes: 48_120, sha256: 'ab'.repeat(32) };
  const circulate = async (title: string, circulatedAt: string) =>
    String(done(await keyWorker.post(`/v1/matters/${matter.b}/papers`, { ...paper, title, circulatedAt })).body['paperId']);
  const intimePaperId = await circulate('Assessment of the community nurses', '2025-09-01T12:00:00+01:00');
  const latePaperId = await circulate('Letter of the consultant', '2025-09-08T17:30:00+01:00');
  return { child, matter, sitting: new SittingStory(cast, panel, { day: '2025-09-10', meetingId }), intimePaperId, latePaperId };
}

/** Two directors decide on 2 September that Fay can go home with a ventilator. */
export async function decideUrgently({ care }: WholeCast, panel: EightSeats, matterId: string): Promise<Answer> {
  return done(
    await care.post(`/v1/matters/${matterId}/urgent-decision`, {
      ...{ at: '2025-09-02T16:00:00+01:00', outcome: 'approved', lines: [lines.f] },
      officers: [
        { agencyId: icb, practitionerId: panel.director },
        { agencyId: socialCare, practitionerId: panel.careDirector },
      ],
      urgency: 'The ward closes on Thursday, and there is no other bed.',
      decided: 'A ventilator is provided at home from 2 September.',
      reasons: 'Fay is well enough to leave hospital, and cannot breathe at night without it.',
      evidence: 'The discharge letter of the respiratory team.',
    }),
  );
}

const outcome = (decided: string, reasons: string, evidence?: string) => ({ decided, reasons, evidence });

/** The sitting from its opening to its closing. */
export async function holdSitting(cast: WholeCast, panel: EightSeats): Promise<SixMatters> {
  const brought = await bringSixMatters(cast, panel);
  const { sitting, matter, latePaperId } = brought;
  const urgent = await decideUrgently(cast, panel, matter.f);
  await sitting.opens('09:30', [1, 2, 4, 5, 6, 8], [[3, panel.deputy]]);
  await sitting.arrives('09:34', 7);
  const ratified = await ratifyUrgent(cast, sitting, { matterId: matter.f, decisionId: story.idIn(urgent) });
  const a = await approve(sitting, matter.a);
  const b = await approveInPart(sitting, matter.b, latePaperId);
  await sitting.leaves('10:20', 3);
  await sitting.arrives('10:21', 3);
  const c = await defer(sitting, matter.c);
  const { inquorate, deferred: d } = await sitWithoutHealth(sitting, matter.d);
  const e = await settleTie(sitting, matter.e);
  await sitting.leaves('11:10', 5);
  await sitting.closes('11:15');
  return { ...brought, urgent, ratified, inquorate, outcome: { a, b, c, d, e } };
}

async function ratifyUrgent({ administrator }: WholeCast, sitting: SittingStory, { matterId, decisionId }: { readonly matterId: string; readonly decisionId: string }) {
  await sitting.votes('09:40', matterId, { 1: 'for', 2: 'for', 3: 'for', 4: 'for', ofUrgent: true });
  const body = { meetingId: sitting.meetingId, at: sitting.at('09:45'), outcome: 'ratified', reasons: 'The panel would have decided the same.' };
  return done(await administrator.post(`/v1/decisions/${decisionId}/panel-ratification`, body));
}

async function approve(sitting: SittingStory, matterId: string): Promise<Answer> {
  await sitting.stands('09:50', matterId, { 1: 'supports', 2: 'supports', 3: 'supports' });
  await sitting.votes('09:52', matterId, { 1: 'for', 2: 'for', 3: 'for', 4: 'for' });
  const words = outcome('Two carers by day are agreed from 15 September.', 'Ada is too heavy for one carer.', 'The moving and handling assessment.');
  return done(await sitting.triesOn(matterId, 'outcome', { at: sitting.at('09:58'), outcome: 'approved', lines: [lines.a], ...words }));
}

async function approveInPart(sitting: SittingStory, matterId: string, paperId: string): Promise<Answer> {
  await sitting.notes('10:00', matterId, 'The consultant asks for four nights; the nurses see a need for two.');
  await sitting.stands('10:05', matterId, { 1: 'supports', 2: 'supports', 3: ['opposes', 'Two nights leave the parents without sleep on five.'] });
  await sitting.votes('10:10', matterId, { 1: 'for', 2: 'for', 3: 'against', 4: 'abstains' });
  return done(
    await sitting.triesOn(matterId, 'outcome', {
      ...{ at: sitting.at('10:15'), outcome: 'part-approved', lines: [lines.b] },
      ...outcome('Nursing on two nights a week is agreed from 15 September.', 'Bela needs suction at night.', 'The assessment of the community nurses.'),
      notApproved: 'Two further nights: the assessment does not show a need for them.',
      principle: 'Nights are nursed where suction is needed.',
      papers: [{ paperId, version: 1, sha256: 'ab'.repeat(32) }],
      conditions: [{ words: 'The night carers are trained in suction.', owner: { agencyId: trust, post: 'Community nursing lead' }, dueOn: '2025-09-30' }],
    }),
  );
}

async function defer(sitting: SittingStory, matterId: string): Promise<Answer> {
  const words = outcome('The matter is put off to the meeting of 8 October.', 'Nobody knows yet whether Cem can travel with others.');
  const missing = 'The report of the occupational therapist.';
  return done(await sitting.triesOn(matterId, 'outcome', { at: sitting.at('10:30'), outcome: 'deferred', missing, returnsOn: '2025-10-08', ...words }));
}

/** The only member for health withdraws: what is left in the room decides nothing, and may put it off. */
async function sitWithoutHealth(sitting: SittingStory, matterId: string): Promise<{ readonly inquorate: Answer; readonly deferred: Answer }> {
  const interest = { seatId: sitting.seat(1), matterId, at: sitting.at('10:35') };
  done(await sitting.tries('interests', { ...interest, kind: 'non-financial-personal', interest: 'My sister is the hydrotherapist who would give it.' }));
  done(await sitting.tries('recusals', interest));
  await sitting.takesChair('10:36', 2);
  await sitting.votes('10:38', matterId, { 2: 'for', 3: 'for', 4: 'for' });
  const approval = outcome('Hydrotherapy is agreed.', 'It helps.', 'The report of the physiotherapist.');
  const inquorate = await sitting.triesOn(matterId, 'outcome', { at: sitting.at('10:40'), outcome: 'approved', lines: [lines.d], ...approval });
  const words = outcome('The matter is put off to the meeting of 8 October.', 'Health could not take part today.');
  const missing = 'A member for health without an interest.';
  const deferred = done(await sitting.triesOn(matterId, 'outcome', { at: sitting.at('10:42'), outcome: 'deferred', missing, returnsOn: '2025-10-08', ...words }));
  done(await sitting.tries('returns', { ...interest, at: sitting.at('10:45') }));
  await sitting.takesChair('10:46', 1);
  return { inquorate, deferred };
}

async function settleTie(sitting: SittingStory, matterId: string): Promise<Answer> {
  await sitting.stands('10:50', matterId, { 1: 'supports', 2: 'supports', 3: ['opposes', 'The school can offer the same at half the cost.'] });
  await sitting.votes('10:55', matterId, { 1: 'for', 2: 'for', 3: 'against', 4: 'against' });
  const reasons = 'The family has had no night off since March.';
  done(await sitting.triesOn(matterId, 'casting-vote', { at: sitting.at('11:00'), vote: 'for', reasons }));
  const words = outcome('One weekend a month at Hollybank is agreed.', 'The parents are worn out.', 'The carer’s assessment.');
  return done(await sitting.triesOn(matterId, 'outcome', { at: sitting.at('11:05'), outcome: 'approved', lines: [lines.e], ...words }));
}
