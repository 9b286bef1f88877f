import type { AgencyClosed, AgencyRegistered, AgencySucceeded } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import type { ProjectionTable, RowChange } from '@accord/shared/projections';

/** What the directory keeps of agencies. */
export type OfAgencies = Recorded<typeof AgencyRegistered> | Recorded<typeof AgencySucceeded> | Recorded<typeof AgencyClosed>;
export const ofAgencies = ['AgencyRegistered', 'AgencySucceeded', 'AgencyClosed'] as const;

/**
 * Registrations and ends have tables of their own, each with the moment at which it was recorded, so that an
 * agency can be read as it was known before anybody recorded its end.
 */
export const agencyTables = {
  agencies: {
    columns: { agency_id: 'text', name: 'text', kind: 'text', code: 'text?', valid_from: 'text', recorded_at: 'text' },
    key: ['agency_id'],
  },
  agency_ends: {
    columns: { agency_id: 'text', ends_on: 'text', because: 'text', recorded_at: 'text' },
    key: ['agency_id'],
  },
  agency_successors: {
    /** `place` keeps the order in which the successors were named. */
    columns: { agency_id: 'text', successor_id: 'text', functions: 'text', place: 'integer' },
    key: ['agency_id', 'successor_id'],
  },
} as const satisfies Readonly<Record<string, ProjectionTable>>;

export function agencyRows({ type, data }: OfAgencies, recorded_at: string): readonly RowChange[] {
  const agency_id = data.agencyId;
  switch (type) {
    case 'AgencyRegistered': {
      const { name, kind, code, validFrom: valid_from } = data;
      return [{ put: 'agencies', row: { agency_id, name, kind, code: code ?? null, valid_from, recorded_at } }];
    }
    case 'AgencyClosed':
      return [{ put: 'agency_ends', row: { agency_id, ends_on: data.on, because: data.because, recorded_at } }];
    case 'AgencySucceeded':
      return [
        { put: 'agency_ends', row: { agency_id, ends_on: data.on, because: data.basis, recorded_at } },
        ...data.successors.map(({ agencyId: successor_id, functions }, place) => ({
          put: 'agency_successors',
          row: { agency_id, successor_id, functions, place },
        })),
      ];
  }
}
