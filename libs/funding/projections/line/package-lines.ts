import { lineLifeEvents, providerEvents } from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection, eventColumns, eventRows } from '@accord/shared/projections';
import type { RowChange } from '@accord/shared/projections';

const row = eventRows(lineLifeEvents);

/**
 * What happened to each package line after its decision, and the providers. The events are kept whole and folded when
 * somebody asks, so that every answer can be given as at any day and as known at any instant.
 */
export const packageLines = defineProjection<Recorded<(typeof lineLifeEvents)[number] | (typeof providerEvents)[number]>>({
  name: 'package-lines',
  version: 1,
  question: 'What happened to this package line after its decision, which rates await whose agreement, and which providers are there?',
  tables: {
    package_line_events: {
      columns: { line_id: 'text', decision_id: 'text', child_id: 'text', ...eventColumns },
      key: ['position'],
      indexes: [['line_id', 'position']],
    },
    /** Rates that were proposed and wait for somebody's agreement. */
    rate_variations_open: {
      columns: {
        ...{ variation_id: 'text', line_id: 'text', decision_id: 'text', child_id: 'text', proposed_by: 'text', proposed_on: 'text' },
        // The agencies that have still to agree.
        awaited: 'json',
      },
      key: ['variation_id'],
      indexes: [['proposed_on', 'variation_id']],
    },
    providers: {
      columns: { provider_id: 'text', name: 'text', kind: 'text', registered_on: 'text', recorded_at: 'text' },
      key: ['provider_id'],
      indexes: [['name', 'provider_id']],
    },
  },
  handles: [...lineLifeEvents, ...providerEvents].map(({ type }) => type),
  project(event) {
    const { body } = event;
    if (body.type === 'ProviderRegistered') {
      const { providerId: provider_id, name, kind, on: registered_on } = body.data;
      return [{ put: 'providers', row: { provider_id, name, kind, registered_on, recorded_at: event.recordedAt } }];
    }
    const { lineId: line_id, decisionId: decision_id, childId: child_id } = body.data;
    return [{ put: 'package_line_events', row: { line_id, decision_id, child_id, ...row(event) } }, ...openVariation(body)];
  },
});

type LineEvent = Recorded<(typeof lineLifeEvents)[number]>;

/** What the event changes of the rates that wait for an agreement. */
function openVariation({ type, data }: LineEvent): readonly RowChange[] {
  switch (type) {
    case 'LineRatesVariationProposed': {
      const { variationId: variation_id, lineId: line_id, decisionId: decision_id, childId: child_id, agencyId: proposed_by, on: proposed_on } = data;
      const awaited = JSON.stringify(data.stillAwaited);
      return data.stillAwaited.length === 0 ? [] : [{ put: 'rate_variations_open', row: { variation_id, line_id, decision_id, child_id, proposed_by, proposed_on, awaited } }];
    }
    case 'LineRatesVariationAgreed': {
      const key = { variation_id: data.variationId };
      const { stillAwaited } = data;
      return stillAwaited.length === 0 ? [{ remove: 'rate_variations_open', key }] : [{ patch: 'rate_variations_open', key, set: { awaited: JSON.stringify(stillAwaited) } }];
    }
    case 'LineRatesVariationRefused':
      return [{ remove: 'rate_variations_open', key: { variation_id: data.variationId } }];
    case 'LineEntryWithdrawn':
      // It may name a proposal; of anything else there is no such row.
      return [{ remove: 'rate_variations_open', key: { variation_id: data.withdraws } }];
    case 'PackageLineArranged':
    case 'PackageLineSuspended':
    case 'RetainedPartChanged':
    case 'PackageLineResumed':
    case 'PackageLineEnded':
    case 'UnspentSumRecovered':
      return [];
  }
}
