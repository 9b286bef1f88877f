import { AttemptRefused, refusalEvents } from '@accord/assurance/contracts';
import { childEvents } from '@accord/child/contracts';
import { fundingEvents } from '@accord/funding/contracts';
import { panelEvents } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection, eventColumns, eventRows } from '@accord/shared/projections';
import type { RowChange } from '@accord/shared/projections';

/** Every event that the audit trail keeps: all that Accord records. */
const definitions = [...panelEvents, ...childEvents, ...fundingEvents, ...refusalEvents];
const row = eventRows(definitions);

/**
 * Every event with what it rested on, so that a decision can be followed back: its own stream, the streams
 * it rested on at the revisions that were read, and the attempts that were refused on the same facts.
 */
export const auditTrail = defineProjection({
  name: 'audit-trail',
  version: 4,
  question: 'How did this come about: who did what in which role, on which facts, and what was refused?',
  tables: {
    audit_events: {
      columns: { ...eventColumns, command_id: 'text', correlation_id: 'text', lawful_basis: 'text' },
      key: ['position'],
      indexes: [
        ['stream', 'revision'],
        ['type', 'position'],
      ],
    },
    audit_facts: {
      columns: { position: 'integer', fact_stream: 'text', fact_revision: 'integer' },
      key: ['position', 'fact_stream'],
      indexes: [['fact_stream', 'position']],
    },
    // At which stream a refused attempt was aimed, and by which rule it was refused.
    audit_attempts: {
      columns: { position: 'integer', target: 'text', refusal: 'text' },
      key: ['position'],
      indexes: [
        ['target', 'position'],
        ['refusal', 'position'],
      ],
    },
  },
  handles: 'all',
  project(event) {
    const { position, metadata, body } = event;
    const attempts = body.type === AttemptRefused.type ? [attemptRow(position, body.data)] : [];
    const { commandId: command_id, correlationId: correlation_id, lawfulBasis: lawful_basis } = metadata;
    return [
      { put: 'audit_events', row: { ...row(event), command_id, correlation_id, lawful_basis } },
      ...attempts,
      ...(metadata.restsOn ?? []).map((fact) => ({
        put: 'audit_facts',
        row: { position, fact_stream: fact.stream, fact_revision: fact.revision },
      })),
    ];
  },
});

function attemptRow(position: number, data: unknown): RowChange {
  // The catalogue validated the event by the contract of AttemptRefused.
  const { target, refusal } = data as Recorded<typeof AttemptRefused>['data'];
  return { put: 'audit_attempts', row: { position, target, refusal } };
}
