import type { StandingAgreementRecorded } from '@accord/funding/contracts';
import type { AgencyRegistered, PanelConstituted } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection } from '@accord/shared/projections';
import type { RowChange } from '@accord/shared/projections';

type Named = Recorded<typeof AgencyRegistered> | Recorded<typeof PanelConstituted> | Recorded<typeof StandingAgreementRecorded>;

const nameRow = (kind: string, id: string, name: string): RowChange => ({ put: 'names', row: { kind, id, name } });

/** The names of agencies, panels and agreements, so that sentences name things as people do. */
export const names = defineProjection<Named>({
  name: 'names',
  version: 1,
  question: 'What is the agency, panel or agreement with this id called?',
  tables: { names: { columns: { kind: 'text', id: 'text', name: 'text' }, key: ['kind', 'id'] } },
  handles: ['AgencyRegistered', 'PanelConstituted', 'StandingAgreementRecorded'],
  project({ body }) {
    switch (body.type) {
      case 'AgencyRegistered':
        return [nameRow('agency', body.data.agencyId, body.data.name)];
      case 'PanelConstituted':
        return [nameRow('panel', body.data.panelId, body.data.name)];
      case 'StandingAgreementRecorded':
        return [nameRow('agreement', body.data.agreementId, body.data.title)];
    }
  },
});
