import { About, After, Reader, Requires, Says } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import { Controller, Get } from '@nestjs/common';
import { PeopleList } from './people-list';

/** Who somebody is to Accord. */
export interface MeEntry {
  /** The sign-in, as events name who acted. */
  readonly actorId: string;
  /** The agency for which the person acts, and the role in which. */
  readonly agencyId: string;
  readonly role: string;
  /** The practitioner whose present sign-in it is; absent where it is linked to none. */
  readonly practitionerId?: string;
}

/** Tells everybody as whom they sign in, so that it can be linked to the practitioner that they are. */
@Controller('v1/me')
@About('Agencies and people')
export class MeController {
  constructor(private readonly people: PeopleList) {}

  @Get()
  @Says(
    'Tells as whom the caller signs in',
    'The sign-in as the record names who acted, the agency and the role; and the person to whom it is linked, where it is to one.',
  )
  @Requires('directory:read')
  @After('people')
  async me(@Reader() { actor: actorId, agency: agencyId, role }: ReaderContext): Promise<MeEntry> {
    const practitionerId = await this.people.signedInAs(actorId);
    return { actorId, agencyId, role, ...(practitionerId === undefined ? {} : { practitionerId }) };
  }
}
