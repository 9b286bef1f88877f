/** What a route may require. A route without one fails the build. */
export const permissions = [
  'agency:register',
  'practitioner:record',
  'delegation:record',
  'panel:constitute',
  'meeting:hold',
  'minutes:approve',
  'matter:raise',
  'matter:record',
  'decision:record',
  'decision:read',
  'decision:ratify',
  'decision:urgent',
  'decision:correct',
  'delivery:record',
  'breach:record',
  'precedent:search',
  'agreement:record',
  'agreement:sign',
  'agreement:read',
  'schedule:record',
  'schedule:release',
  'fund:record',
  'line:record',
  'line:suspend',
  'child:open',
  'child:record',
  'child:read',
  'funding:read',
  'funding:suppose',
  'accounts:close',
  'statement:read',
  'ledger:record',
  'audit:read',
  'directory:read',
] as const;
export type Permission = (typeof permissions)[number];

/** The roles of the demonstration area; a local area maps its own claims onto them. */
export const roles = [
  'panel-administrator',
  'panel-chair',
  'panel-member',
  'commissioner',
  'finance-officer',
  'ratifying-officer',
  'key-worker',
  'auditor',
  'inspector',
] as const;
export type Role = (typeof roles)[number];

const reading = ['decision:read', 'precedent:search', 'agreement:read', 'child:read', 'funding:read', 'directory:read'] as const;
/** What is recorded of a sitting: whoever takes the minutes, and whoever chairs. */
const sitting = ['meeting:hold', 'matter:raise', 'matter:record', 'decision:record', 'decision:correct', 'delivery:record', 'breach:record'] as const;

/**
 * Who may do what; deny by default. A panel's decision is recorded by its chair or its administrator, and the
 * chair approves the minutes that the administrator took. Who may ratify or delegate for an agency, and who
 * may approve a correction, is for the panel's rules to say: a permission only opens the route.
 */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  'panel-administrator': ['agency:register', 'practitioner:record', 'panel:constitute', 'child:open', ...sitting, ...reading],
  'panel-chair': ['minutes:approve', 'audit:read', 'funding:suppose', ...sitting, ...reading],
  'panel-member': ['matter:record', 'decision:correct', 'breach:record', ...reading],
  commissioner: [
    'agreement:record',
    'agreement:sign',
    'schedule:record',
    'schedule:release',
    'fund:record',
    'line:record',
    'line:suspend',
    'delegation:record',
    'matter:raise',
    'decision:ratify',
    'decision:urgent',
    'decision:correct',
    'statement:read',
    'funding:suppose',
    ...reading,
  ],
  // Money, and what it rests on; nothing that is written about a child.
  'finance-officer': ['fund:record', 'accounts:close', 'statement:read', 'ledger:record', 'agreement:read', 'funding:read', 'directory:read'],
  'ratifying-officer': ['decision:ratify', 'decision:urgent', ...reading],
  auditor: ['audit:read', 'funding:suppose', 'statement:read', ...reading],
  'key-worker': ['child:open', 'child:record', 'matter:raise', 'matter:record', 'delivery:record', 'line:suspend', 'breach:record', ...reading],
  inspector: ['audit:read', 'statement:read', 'breach:record', ...reading],
};
