import type { RefusalCatalogue, RefusalDefinition } from '@accord/shared/kernel';
import { row, table } from './markdown';

export interface HttpProblems {
  readonly catalogue: Readonly<Record<string, { readonly status: number; readonly title: string }>>;
  /** What stands before the code in the `type` of a problem. */
  readonly prefix: string;
  readonly statusOf: (kind: RefusalDefinition['kind']) => number;
}

/** The catalogue of refusals: every stable code that a caller may branch on. */
export function problemsPage(catalogues: Readonly<Record<string, RefusalCatalogue>>, http: HttpProblems): string {
  const sections = Object.entries(catalogues).map(([context, catalogue]) => {
    const rows = Object.entries(catalogue).map(([code, { kind, title, source, kept }]) =>
      row(`\`${code}\``, kind, String(http.statusOf(kind)), title, source ?? '', kept === true ? 'yes' : ''),
    );
    return `## ${heading(context)}\n\n${table(['Code', 'Kind', 'Status', 'Title', 'Source of the rule', 'Attempt kept'], rows)}`;
  });
  const own = Object.entries(http.catalogue).map(([code, { status, title }]) => row(`\`${code}\``, String(status), title));
  return [
    '# Problems',
    `Every refusal is answered as \`application/problem+json\` (RFC 9457) whose \`type\` is \`${http.prefix}<code>\`. A code never changes its meaning. \`detail\` is a sentence to act on; it holds no personal data. Attempts marked *kept* stay in the record that auditors read.`,
    ...sections,
    `## Requests\n\nWhat the HTTP layer itself refuses, before any rule is asked.\n\n${table(['Code', 'Status', 'Title'], own)}`,
  ].join('\n\n');
}

const heading = (context: string): string => `${context.charAt(0).toUpperCase()}${context.slice(1)}`;
