import type { Seat, TermsOfReference } from '@accord/panel/contracts';
import type { Id, LondonDate } from '@accord/shared/kernel';

/** What a document calls things and people. */
export interface NamesOnRecord {
  readonly agencies: (id: string) => string;
  readonly panels: (id: string) => string;
  /** By practitioner; `null` where erased. */
  readonly people: ReadonlyMap<string, string | null>;
  /** By child; `null` where erased, absent where withheld. */
  readonly children: ReadonlyMap<string, string | null>;
}

/** The terms of reference in force on the day of a sitting, as they were known when it began. */
export interface TermsOfSitting {
  readonly on: LondonDate;
  readonly terms: TermsOfReference;
}

/** The names of a document, in the forms in which its sentences need them. */
export class Names {
  constructor(
    private readonly known: NamesOnRecord,
    private readonly seats: readonly TermsOfSitting[],
  ) {}

  agency(id: string): string {
    const name = this.known.agencies(id);
    // What has no name is said as what it is; an id says nothing to a reader.
    return name.includes(id) ? 'an agency without a name on record' : name;
  }

  panel(id: string): string {
    const name = this.known.panels(id);
    return name.includes(id) ? 'a panel without a name on record' : name;
  }

  person(id: string): string {
    const name = this.known.people.get(id);
    return name ?? (name === null ? 'a person whose name has been erased' : 'a person without a name on record');
  }

  /** The seat as the latest terms of reference of these sittings have it. */
  seat(seatId: string): Seat | undefined {
    return this.seats.flatMap(({ terms }) => terms.seats).findLast((seat) => seat.seatId === seatId);
  }

  /** `Asha Okafor (Head of continuing care, Northshire ICB)`. */
  member({ practitionerId, seatId }: { readonly practitionerId: string; readonly seatId: string }): string {
    const seat = this.seat(seatId);
    const name = this.person(practitionerId);
    return seat === undefined ? name : `${name} (${seat.post}, ${this.agency(seat.agencyId)})`;
  }

  /** `Ada Example`, or by reference where the name is withheld or erased. */
  child(childId: Id<'child'>): string {
    const name = this.known.children.get(childId);
    if (name === undefined) return `the child with the reference ${referenceOf(childId)}`;
    return name ?? `a child whose name has been erased (reference ${referenceOf(childId)})`;
  }

  /** The name with the reference by which readers without access to it know the child. */
  childAndReference(childId: Id<'child'>): string {
    const name = this.known.children.get(childId);
    return typeof name === 'string' ? `${name} (reference ${referenceOf(childId)})` : this.child(childId);
  }
}

/** A short reference for people to speak of a child without the name: the end of its random id, `7C9 A1E`. */
export const referenceOf = (childId: Id<'child'>): string => {
  const end = childId.slice(-6).toUpperCase();
  return `${end.slice(0, 3)} ${end.slice(3)}`;
};

