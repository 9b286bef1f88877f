import { randomUUIDv7 } from 'node:crypto';
import { agencies, configurationFrom, demonstration, eventCatalogue, openStores, projections } from '@accord/composition';
import type { Stores } from '@accord/composition';
import { nameBasedId } from '@accord/shared/commands-store';
import type { EventMetadata, EventStore, JsonObject, NewEvent } from '@accord/shared/event-store';
import { projectionProgress, runProjections } from '@accord/shared/read-store';
import { forEach } from './clear-record';

/** Lines of each child, all open: 20,000 children have 60,000. */
export const LINES_A_CHILD = 3;

const made = (...parts: readonly (string | number)[]) => nameBasedId('bench area', ...parts.map(String));
/** The agreement whose clause rules personal care for six weeks after an operation, and that clause. */
export const areaAgreement = { agreementId: made('agreement', 'surgery'), clauseId: made('clause', 'surgery') } as const;

/** Opens the stores of a folder and fills them with an area; whoever calls closes them. */
export async function openFilledArea(folder: string, children: number): Promise<Stores> {
  const stores = await openStores(configurationFrom({ ACCORD_DATA: folder }));
  await fillArea(stores.events, children);
  const views = ['funding-facts', 'names', 'pooled-funds'];
  const asked = projections.filter(({ name }) => views.includes(name));
  const projecting = runProjections({ store: stores.read, events: stores.events, catalogue: eventCatalogue, projections: asked });
  await projecting.ready;
  const head = await stores.events.head();
  if (!(await projectionProgress(stores.read).waitFor(views, head, 600_000))) throw new Error('The facts did not come.');
  await projecting.stop();
  return stores;
}

/**
 * Appends an area in bulk: two standing agreements, and for each child a decision of three open lines with two rates,
 * for every second one a criterion, for every fourth one an operation. No bench opens what is personal: a sealed text
 * stands in its place, and no keys are made. What is there already stays as it is: streams are begun, never added to.
 */
export async function fillArea(events: EventStore, children: number): Promise<void> {
  const named = [agencies.icb, agencies.socialCare, agencies.education, agencies.trust];
  await forEach(named, named.length, (agencyId) =>
    events.append(`agency-${agencyId}`, 'no-stream', [
      event('AgencyRegistered', { agencyId, name: `Agency ${named.indexOf(agencyId) + 1}`, kind: 'council-education', validFrom: '2022-07-01' }),
    ]),
  );
  await agreement(events, 'surgery', surgeryClause);
  await agreement(events, 'school', schoolClause);
  await forEach(Array.from({ length: children }, (_none, place) => place), 500, async (place) => {
    const childId = made('child', place);
    const happened = eventsOf(childId, place);
    if (happened.length > 0) await events.append(`child-${childId}`, 'no-stream', happened);
    const decisionId = made('decision', place);
    await events.append(`decision-${decisionId}`, 'no-stream', [event('DecisionRecorded', decided(childId, decisionId, place), 2)]);
  });
}

const metadata: EventMetadata = {
  ...{ actor: made('person'), agency: agencies.icb, role: 'commissioner', lawfulBasis: 'public-task' },
  ...{ correlationId: made('correlation'), causationId: made('causation'), commandId: made('command') },
};
/** `version`: of the shape in which the data are given here; the newest where it is left out. */
const event = (type: string, data: JsonObject, version = eventCatalogue.definition(type)?.version ?? 1): NewEvent => ({
  ...{ id: randomUUIDv7(), type, schemaVersion: version, data, metadata },
});
const sealed = `sealed:bench:${'A'.repeat(160)}`;

const split = (...parts: readonly (readonly [string, number])[]): JsonObject => ({
  kind: 'basis-points',
  parts: parts.map(([agencyId, weight]) => ({ agencyId, weight })),
});
const half = split([agencies.icb, 5_000], [agencies.socialCare, 5_000]);

const surgeryClause: JsonObject = {
  ...{ clauseId: areaAgreement.clauseId, trigger: { event: 'surgery', criterion: 'complex-healthcare' }, categories: ['personal-care'] },
  ...{ split: half, duration: { unit: 'weeks', count: 6 }, dayOne: 'day-of-event', cost: 'regardless-of-cost', atEnd: 'falls-back' },
};
const schoolClause: JsonObject = {
  ...{ clauseId: made('clause', 'school'), trigger: { event: 'always', criterion: 'complex-healthcare' }, categories: ['education'] },
  ...{ split: split([agencies.education, 8_000], [agencies.icb, 2_000]), duration: { unit: 'until-the-agreement-ends' }, dayOne: null },
  ...{ cost: { upToWeeklyPence: 60_000 }, atEnd: 'falls-back' },
};

async function agreement(events: EventStore, name: string, clause: JsonObject): Promise<void> {
  const agreementId = made('agreement', name);
  const parties = [agencies.icb, agencies.socialCare, agencies.education];
  const terms = { aims: null, functions: null, clientGroup: null, clauses: [clause], precedences: [], noticeMonths: null, reviewBy: null };
  const text = { agreementId, title: `Agreement ${name}`, kind: 'local-memorandum', parties, ...terms, period: { from: '2024-04-01', to: null } };
  await events.append(`agreement-${agreementId}`, 'no-stream', [
    event('StandingAgreementRecorded', { ...text, on: '2024-03-18' }),
    event('StandingAgreementCameIntoForce', { agreementId, from: '2024-04-01' }),
  ]);
}

function eventsOf(childId: string, place: number): NewEvent[] {
  if (place % 2 === 1) return [];
  const met = event('CriterionMet', { childId, criterion: 'complex-healthcare', from: '2024-05-01', evidence: sealed });
  if (place % 4 === 2) return [met];
  const on = `2025-${String(4 + (place % 9)).padStart(2, '0')}-${String(1 + (place % 28)).padStart(2, '0')}`;
  return [met, event('OperationRecorded', { childId, operationId: made('operation', place), on, procedure: sealed })];
}

function decided(childId: string, decisionId: string, place: number): JsonObject {
  const on = `2024-${String(5 + (place % 8)).padStart(2, '0')}-${String(1 + (place % 28)).padStart(2, '0')}`;
  const line = (number: number, category: string, shared: JsonObject): JsonObject => ({
    ...{ lineId: made('line', place, number), category, period: { from: on, to: null }, replaces: null, split: shared },
    rates: [
      { from: on, weeklyPence: 40_000 + ((place * 37 + number * 11_003) % 60_000) },
      { from: '2025-04-07', weeklyPence: 41_500 + ((place * 37 + number * 11_003) % 61_000) },
    ],
  });
  return {
    ...{ decisionId, childId, panelId: demonstration.panelId, meetingId: made('meeting', place % 100), matterId: made('matter', place) },
    ...{ on, at: `${on}T09:05:00.000Z`, outcome: 'approved', effect: 'at-once', withoutPrejudice: false, needs: ['breathing'] },
    ...{ reasons: sealed, provisions: sealed, returnsOn: null, referredTo: null, urgent: null, sitting: null },
    ...{ positions: [], contributionsDeclined: [], papers: [], ends: [], commitments: [], conditions: [] },
    lines: [
      line(0, 'personal-care', split([agencies.icb, 7_000], [agencies.socialCare, 3_000])),
      line(1, 'nursing', split([agencies.icb, 10_000])),
      line(2, 'education', split([agencies.education, 5_000], [agencies.icb, 2_500], [agencies.socialCare, 2_500])),
    ],
  };
}

export const childOfManyLines = made('child', 'of many lines');

/** One child with so many lines of decisions over five years, ten operations, and the two agreements. */
export async function fillChildOfManyLines(events: EventStore, lines: number): Promise<void> {
  await agreement(events, 'surgery', surgeryClause);
  await agreement(events, 'school', schoolClause);
  const operations = Array.from({ length: 10 }, (_none, place) => eventsOf(childOfManyLines, place * 4).slice(place === 0 ? 0 : 1));
  await events.append(`child-${childOfManyLines}`, 'no-stream', operations.flat());
  for (let place = 0; place * LINES_A_CHILD < lines; place++) {
    const decisionId = made('decision of many', place);
    const { lines: all, ...data } = decided(childOfManyLines, decisionId, place);
    // Lists of lines, made above.
    const own = (all as readonly JsonObject[]).slice(0, lines - place * LINES_A_CHILD);
    await events.append(`decision-${decisionId}`, 'no-stream', [event('DecisionRecorded', { ...data, lines: own }, 2)]);
  }
}
