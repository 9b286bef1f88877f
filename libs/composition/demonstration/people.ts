import { DEVELOPMENT_ISSUER } from '@accord/access/tokens';
import type { DemonstrationPerson } from '@accord/access/tokens';
import type { RequestContext } from '@accord/shared/commands';
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

/** Fictional people, each acting for an agency in a role. */
export const people = [
  { person: 'administrator', agency: agencies.icb, role: 'panel-administrator', description: 'Panel administrator' },
  { person: 'chair', agency: agencies.icb, role: 'panel-chair', description: "Head of children's continuing care" },
  { person: 'health-commissioner', agency: agencies.icb, role: 'commissioner', description: "Director of children's commissioning" },
  { person: 'care-commissioner', agency: agencies.socialCare, role: 'commissioner', description: "Director of children's social care" },
  { person: 'education-commissioner', agency: agencies.education, role: 'commissioner', description: 'Head of special educational needs commissioning' },
  { person: 'health-finance', agency: agencies.icb, role: 'finance-officer', description: 'Finance business partner, children' },
  { person: 'care-finance', agency: agencies.socialCare, role: 'finance-officer', description: "Finance officer, children's services" },
  { person: 'panel-member', agency: agencies.education, role: 'panel-member', description: 'Principal educational psychologist' },
  { person: 'ratifying-officer', agency: agencies.icb, role: 'ratifying-officer', description: 'Chief nursing officer' },
  { person: 'key-worker', agency: agencies.socialCare, role: 'key-worker', description: 'Designated key worker' },
  { person: 'auditor', agency: agencies.socialCare, role: 'auditor', description: 'Internal auditor' },
  { person: 'inspector', agency: agencies.education, role: 'inspector', description: 'Area inspector' },
] as const satisfies readonly DemonstrationPerson[];

export type PersonName = (typeof people)[number]['person'];

export function personNamed(name: PersonName): (typeof people)[number] {
  const found = people.find(({ person }) => person === name);
  if (found === undefined) throw new Error(`There is no ${name} among the people of the demonstration.`);
  return found;
}

/** Who acts, for which agency and in which role: the same as HTTP makes of the person's token. */
export function actingAs(name: PersonName): Pick<RequestContext, 'actor' | 'agency' | 'role' | 'lawfulBasis'> {
  const { agency, role } = personNamed(name);
  return { actor: nameBasedId('person', DEVELOPMENT_ISSUER, name), agency, role, lawfulBasis: 'public-task' };
}
