import type { Role } from '@accord/access/contracts';
import { nameBasedId } from '@accord/shared/commands-store';
import type { Id } from '@accord/shared/kernel';

/** An id of the demonstration area: the same on every machine, so that examples can name it. */
export const demonstrationId = <Kind extends string>(kind: Kind, name: string): Id<Kind> =>
  // The brand: made by name, as every id that must be the same again.
  nameBasedId('demonstration', kind, name) as Id<Kind>;

/** The agencies of the fictional area of Northshire. */
export const agencies = {
  icb: demonstrationId('agency', 'icb'),
  socialCare: demonstrationId('agency', 'social-care'),
  education: demonstrationId('agency', 'education'),
  trust: demonstrationId('agency', 'trust'),
} as const;

export interface DemonstrationPerson {
  /** What one asks a token for. */
  readonly person: string;
  readonly agency: Id<'agency'>;
  readonly role: Role;
  readonly post: string;
}

/** Fictional people, each acting for an agency in a role. */
export const people: readonly DemonstrationPerson[] = [
  { person: 'administrator', agency: agencies.icb, role: 'panel-administrator', post: 'Panel administrator' },
  { person: 'chair', agency: agencies.icb, role: 'panel-chair', post: "Head of children's continuing care" },
  { person: 'health-commissioner', agency: agencies.icb, role: 'commissioner', post: "Director of children's commissioning" },
  { person: 'care-commissioner', agency: agencies.socialCare, role: 'commissioner', post: "Director of children's social care" },
  { person: 'key-worker', agency: agencies.socialCare, role: 'key-worker', post: 'Designated key worker' },
  { person: 'auditor', agency: agencies.socialCare, role: 'auditor', post: 'Internal auditor' },
  { person: 'inspector', agency: agencies.education, role: 'inspector', post: 'Area inspector' },
];
