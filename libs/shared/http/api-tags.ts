/**
 * What people look for in the description of the API, in the order in which it stands there, each with a
 * sentence. A controller names its one with `@About`.
 */
export const apiTags = {
  Children: "Opens a child's record, finds it, and records what happens to the child: findings, operations, discharges, placements.",
  'Agencies and people': 'The organisations of the area, what became of them and whom they gave authority over their money; the people and their posts.',
  'Panels and meetings': 'Panels with their terms of reference, the calendar of their meetings, and each sitting by the minute.',
  Matters: 'What is asked of a panel about a child: with views and papers, on agendas.',
  Decisions: 'What is said, voted and decided on a matter, in a meeting or between meetings, who ratifies it, and how it was decided before.',
  'Minutes and letters': 'Minutes of meetings and letters to families, as a page, as PDF or as data.',
  'After a decision': 'Whether what was decided happened: delivery, conditions, corrections, breaches, and lists of what is still to be done.',
  Agreements: 'Standing agreements between agencies for their whole life: drafted, agreed, signed, varied, applied, left, reviewed, ended.',
  'Who pays': 'Who pays what between two days, since when, and why; for a child or for an agency, to the penny.',
  'Package lines': 'What happens to a line of a package after its decision: who provides it, pauses, other rates, unspent sums, its end.',
  'Pooled funds': 'Funds that partners pool: contributions, receipts, what is spent and committed, the closing of a year, reports.',
  'Funding schedules': 'Printed schedules of jointly funded posts, read word for word, and who owes what by them.',
  'Invoices and payments': 'What agencies are billed and pay, held against what is committed, and the figures side by side.',
  'Statements and accounts': 'The monthly statement of each agency, and the closing of months and financial years.',
  'What if and replay': 'Who pays computed again, from the record alone with a verdict, or as it would be under other terms.',
  'Record and proof': 'What was recorded when, by whom and in which role, as inspectors, auditors and key workers read it.',
  Demonstration: 'Tokens of fictional people, only where a demonstration runs.',
} as const;

export type ApiTag = keyof typeof apiTags;
