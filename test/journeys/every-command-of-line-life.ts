import { idsIn, fullLines, matterIn } from './every-ground';
import type { Command, Ground } from './every-ground';
import { outcomeBody, sittingPath, takePositions } from './matter-story';
import { done } from './person';
import * as story from './story';

/** Three lines of a decision with effect, by the addresses at which their life is recorded. */
async function linesDecided(ground: Ground, meetingId: string): Promise<readonly string[]> {
  const { cast, panel } = ground;
  const taken = await matterIn(ground, meetingId);
  await takePositions(cast, taken, panel.seats);
  const answer = done(await cast.administrator.post(`${sittingPath(taken)}/outcome`, { ...outcomeBody, lines: fullLines(ground) }));
  return idsIn(answer, 'lines', 'lineId').map((lineId) => `/v1/decisions/${String(answer.body['decisionId'])}/lines/${lineId}`);
}

const rates = [
  { from: '2025-12-01', weeklyPence: 190_000 },
  { from: '2025-12-29', dailyPence: 27_000 },
  { from: '2026-01-26', hourlyPence: 2_500, weeklyMinutes: 2_250 },
  { from: '2026-03-02', fourWeeklyPence: 700_000 },
  { from: '2026-04-27', oncePence: 5_000 },
];

/** Every command about a package line after its decision, and about providers. */
export async function commandsOfLineLife(ground: Ground): Promise<readonly Command[]> {
  const { cast, words } = ground;
  const { health, care, keyWorker } = cast;
  const meetingId = await story.holdMeeting(cast, ground.panel);
  const [first, second] = [await linesDecided(ground, meetingId), await linesDecided(ground, meetingId)];
  const of = (line: string | undefined, person = health) => (what: string, body: object): Command => {
    const name = `POST /v1/decisions/{id}/lines/{lineId}/${what.replace(/^rate-variations\/[^/]+/, 'rate-variations/{variationId}')}`;
    return { name, person, path: `${line}/${what}`, body };
  };
  const variation = { rates, because: words('reasons of other rates'), on: '2025-11-10' };
  const proposed = async () => String(done(await health.post(`${second[0]}/rate-variations`, variation)).body['variationId']);
  const [agreedTo, refused] = [await proposed(), await proposed()];
  const provider = { name: 'Northshire Home Care Limited', kind: 'care-agency', on: '2025-04-01' };
  const providerId = story.idIn(done(await health.post('/v1/providers', provider)));
  const suspension = { from: '2025-10-06', retainedBasisPoints: 10_000, reason: 'hospital-stay', because: words('why a line pauses') };
  done(await keyWorker.post(`${second[0]}/suspensions`, suspension));
  const withdraws = done(await keyWorker.post(`${first[2]}/suspensions`, suspension)).body['entryId'];
  return [
    { name: 'POST /v1/providers', person: health, path: '/v1/providers', body: provider },
    of(first[0])('arrangements', { from: '2025-09-01', providerId, vat: 'exempt' }),
    of(first[0], keyWorker)('suspensions', suspension),
    of(second[0], care)('retained-part', { from: '2025-10-08', retainedBasisPoints: 5_000, because: words('why less stays payable') }),
    of(second[0], keyWorker)('resumption', { from: '2025-10-13' }),
    of(second[1])('ending', { from: '2026-03-02', reason: 'need-ended', because: words('why a line ends') }),
    of(first[0])('rate-variations', variation),
    of(second[0], care)(`rate-variations/${agreedTo}/agreement`, { on: '2025-11-17' }),
    of(second[0], care)(`rate-variations/${refused}/refusal`, { because: words('why rates are refused'), on: '2025-11-17' }),
    of(first[1])('recoveries', { of: { from: '2025-10-01', to: '2025-11-01' }, pence: 5_000, on: '2025-12-01' }),
    of(first[2], care)('withdrawals', { withdraws, because: words('why an entry is withdrawn'), on: '2025-10-20' }),
  ];
}
