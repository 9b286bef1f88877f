import type { PractitionerRole } from '@accord/panel/contracts';
import { cursorOf } from '@accord/shared/http';
import type { Page } from '@accord/shared/http';
import type { EventRow } from '@accord/shared/projections';
import type { ReadStore } from '@accord/shared/read-store';
import type { AsOf } from './panel-directory';
import type { RecordedEvents } from './recorded-events';

interface PeopleTables {
  practitioners: EventRow & { practitioner_id: string };
  sign_ins: { position: number; practitioner_id: string; actor_id: string; recorded_at: string };
  employments: {
    employment_id: string;
    practitioner_id: string;
    agency_id: string;
    post: string;
    roles: string;
    from_day: string;
    position: number;
    recorded_at: string;
  };
  employment_ends: { employment_id: string; to_day: string; recorded_at: string };
}

export interface EmploymentEntry {
  readonly employmentId: string;
  readonly agencyId: string;
  readonly post: string;
  readonly roles: readonly PractitionerRole[];
  readonly from: string;
  /** First day no longer in the post; absent while it goes on. */
  readonly to?: string;
}
export interface PractitionerEntry {
  readonly practitionerId: string;
  /** `null` where the person's key was destroyed. */
  readonly name: string | null;
  /** The person's present sign-in, as events name who acted. */
  readonly actorId?: string;
  readonly registeredOn: string;
  /** In the order in which they were recorded; with a day, only those held on it. */
  readonly employments: readonly EmploymentEntry[];
}
export interface PractitionersAsked extends AsOf {
  /** Only people with a post there: on the day where one is given, ever where none is. */
  readonly agencyId?: string;
}

/** Answers who works for which agency in which post. Names are opened for whoever may read the directory. */
export class PeopleList {
  constructor(
    private readonly store: ReadStore,
    private readonly events: RecordedEvents,
  ) {}

  /** A page of practitioners, in the order of their ids: a sealed name has no order. The cursor is the last id. */
  async practitioners(
    asked: PractitionersAsked,
    { limit, cursor }: Page<string>,
  ): Promise<{ readonly practitioners: readonly PractitionerEntry[]; readonly next?: string }> {
    const { agencyId, asAt, knownAt } = asked;
    const employed = this.employed(asked);
    let query = this.tables().selectFrom('practitioners').selectAll();
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    if (agencyId !== undefined) query = query.where('practitioner_id', 'in', employed);
    else if (asAt !== undefined) {
      query = query.where((row) => row.or([row('effective_on', '<=', asAt), row('practitioner_id', 'in', employed)]));
    }
    if (cursor !== undefined) query = query.where('practitioner_id', '>', cursor);
    const rows = await query.orderBy('practitioner_id').limit(limit + 1).execute();
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { practitioners: await this.entries(shown, asked), ...(last ? { next: cursorOf(last.practitioner_id) } : {}) };
  }

  /** The names of practitioners by id: `null` where erased, absent where nobody is registered under the id. */
  async namesOf(practitionerIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    if (practitionerIds.length === 0) return new Map();
    const rows = await this.tables().selectFrom('practitioners').selectAll().where('practitioner_id', 'in', [...new Set(practitionerIds)]).execute();
    return new Map(await Promise.all(rows.map(async (row): Promise<[string, string | null]> => [row.practitioner_id, await this.nameIn(row)])));
  }

  /** The practitioner whose present sign-in this is; of several the one to whom it was linked last. */
  async signedInAs(actorId: string): Promise<string | undefined> {
    const tables = this.tables();
    const linked = await tables
      .selectFrom('sign_ins as linked')
      .select('practitioner_id')
      .where('actor_id', '=', actorId)
      .where((of) =>
        of.not(
          of.exists(
            of
              .selectFrom('sign_ins as later')
              .select('later.position')
              .whereRef('later.practitioner_id', '=', 'linked.practitioner_id')
              .whereRef('later.position', '>', 'linked.position'),
          ),
        ),
      )
      .orderBy('linked.position', 'desc')
      .executeTakeFirst();
    return linked?.practitioner_id;
  }

  private async signIns(practitionerIds: readonly string[], { knownAt }: AsOf): Promise<ReadonlyMap<string, string>> {
    if (practitionerIds.length === 0) return new Map();
    let rows = this.tables().selectFrom('sign_ins').select(['practitioner_id', 'actor_id']).where('practitioner_id', 'in', practitionerIds);
    if (knownAt !== undefined) rows = rows.where('recorded_at', '<=', knownAt);
    // Of several the last one stays in the map.
    return new Map((await rows.orderBy('position').execute()).map((row) => [row.practitioner_id, row.actor_id]));
  }

  private async entries(rows: readonly PeopleTables['practitioners'][], asOf: AsOf): Promise<readonly PractitionerEntry[]> {
    const ids = rows.map((row) => row.practitioner_id);
    const [posts, signIns] = await Promise.all([this.employments(ids, asOf), this.signIns(ids, asOf)]);
    return Promise.all(
      rows.map(async (row) => {
        const actorId = signIns.get(row.practitioner_id);
        return {
          ...{ practitionerId: row.practitioner_id, name: await this.nameIn(row), registeredOn: row.effective_on },
          ...(actorId === undefined ? {} : { actorId }),
          employments: posts.get(row.practitioner_id) ?? [],
        };
      }),
    );
  }

  private async nameIn(row: EventRow): Promise<string | null> {
    const { name } = await this.events.details(row, 'opened');
    return typeof name === 'string' ? name : null;
  }

  private async employments(practitionerIds: readonly string[], asOf: AsOf): Promise<ReadonlyMap<string, readonly EmploymentEntry[]>> {
    if (practitionerIds.length === 0) return new Map();
    const { asAt, knownAt } = asOf;
    let posts = this.tables().selectFrom('employments').selectAll().where('practitioner_id', 'in', practitionerIds);
    if (asAt !== undefined) posts = posts.where('from_day', '<=', asAt);
    if (knownAt !== undefined) posts = posts.where('recorded_at', '<=', knownAt);
    const rows = await posts.orderBy('position').execute();
    const ends = rows.length === 0 ? [] : await this.ends(asOf).where('employment_id', 'in', rows.map((row) => row.employment_id)).execute();
    const endOf = new Map(ends.map((end) => [end.employment_id, end.to_day]));
    const held = asAt === undefined ? rows : rows.filter((row) => !endOf.has(row.employment_id));
    const byPerson = new Map<string, EmploymentEntry[]>(practitionerIds.map((id) => [id, []]));
    for (const row of held) byPerson.get(row.practitioner_id)?.push(employmentOf(row, endOf.get(row.employment_id)));
    return byPerson;
  }

  /** Ids of those who hold a post as the question asks. */
  private employed({ agencyId, asAt, knownAt }: PractitionersAsked) {
    let posts = this.tables().selectFrom('employments').select('employments.practitioner_id');
    if (agencyId !== undefined) posts = posts.where('employments.agency_id', '=', agencyId);
    if (knownAt !== undefined) posts = posts.where('employments.recorded_at', '<=', knownAt);
    if (asAt === undefined) return posts;
    return posts
      .where('employments.from_day', '<=', asAt)
      .where('employments.employment_id', 'not in', this.ends({ asAt, ...(knownAt === undefined ? {} : { knownAt }) }).clearSelect().select('employment_id'));
  }

  /** Ends that count by the day and were known by the instant. */
  private ends({ asAt, knownAt }: AsOf) {
    let ends = this.tables().selectFrom('employment_ends').selectAll();
    if (asAt !== undefined) ends = ends.where('to_day', '<=', asAt);
    if (knownAt !== undefined) ends = ends.where('recorded_at', '<=', knownAt);
    return ends;
  }

  private readonly tables = () => this.store.withTables<PeopleTables>();
}

const employmentOf = (
  { employment_id: employmentId, agency_id: agencyId, post, roles, from_day: from }: PeopleTables['employments'],
  to: string | undefined,
): EmploymentEntry => ({
  // The projection wrote this text from the validated event.
  ...{ employmentId, agencyId, post, roles: JSON.parse(roles) as readonly PractitionerRole[], from },
  ...(to === undefined ? {} : { to }),
});
