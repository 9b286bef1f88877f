/** What a route may require. A route without one fails the build. */
export const permissions = [
  'agency:register',
  'panel:constitute',
  'meeting:hold',
  'decision:record',
  'decision:read',
  'agreement:record',
  'agreement:sign',
  'agreement:read',
  'child:open',
  'child:record',
  'child:read',
  'funding:read',
  'audit:read',
  'directory:read',
] as const;
export type Permission = (typeof permissions)[number];

/** The roles of the demonstration area; a local area maps its own claims onto them. */
export const roles = ['panel-administrator', 'panel-chair', 'commissioner', 'key-worker', 'auditor', 'inspector'] as const;
export type Role = (typeof roles)[number];

const reading = ['decision:read', 'agreement:read', 'child:read', 'funding:read', 'directory:read'] as const;

/** Who may do what; deny by default. A panel's decision is recorded by its chair or its administrator. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  'panel-administrator': ['agency:register', 'panel:constitute', 'meeting:hold', 'decision:record', 'child:open', ...reading],
  'panel-chair': ['meeting:hold', 'decision:record', 'audit:read', ...reading],
  commissioner: ['agreement:record', 'agreement:sign', ...reading],
  'key-worker': ['child:open', 'child:record', ...reading],
  auditor: ['audit:read', ...reading],
  inspector: ['audit:read', ...reading],
};
