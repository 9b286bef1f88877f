import type { Projection } from '@accord/shared/projections';
import { row, table } from './markdown';

/** The catalogue of read models: which question each answers, from which events, in which tables. */
export function projectionsPage(projections: readonly Projection[]): string {
  const sections = projections.map(({ name, version, question, tables, handles }) => {
    const rows = Object.entries(tables).map(([tableName, { key, columns }]) =>
      row(`\`${tableName}\``, key.map((column) => `\`${column}\``).join(', '), Object.keys(columns).map((column) => `\`${column}\``).join(', ')),
    );
    const events = handles === 'all' ? 'every event' : [...handles].sort().join(', ');
    return `## ${name}\n\n${question}\n\nVersion ${version}. Folds ${events}.\n\n${table(['Table', 'Key', 'Columns'], rows)}`;
  });
  return ['# Projections', 'Everything a person reads is one of these, but for the index of precedents (ADR 9); each can be rebuilt from the events alone. Personal fields stay sealed in them.', ...sections].join('\n\n');
}
