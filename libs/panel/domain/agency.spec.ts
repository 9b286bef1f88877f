import { panelEvents } from '@accord/panel/contracts';
import { specification } from '@accord/shared/testing';
import { agencyDecider } from './agency';
import type { RegisterAgency } from './agency';
import { agencyRegistered, health } from './sample-panel';

const agency = specification({ decider: agencyDecider, definitions: panelEvents });
const register = (changes: Partial<RegisterAgency> = {}): RegisterAgency => ({
  type: 'RegisterAgency',
  agencyId: health,
  name: 'Somerset ICB',
  kind: 'integrated-care-board',
  validFrom: '2022-07-01',
  ...changes,
});

describe('An organisation of the area', () => {
  it('is registered with its kind and the day from which it exists', () => {
    agency.when(register()).then(agencyRegistered());
  });

  it('is registered with its code, where it has one', () => {
    agency.when(register({ code: 'QSL' })).then(agencyRegistered('QSL'));
  });

  it('is registered once: a second registration is refused, whatever it says', () => {
    agency.given(agencyRegistered()).when(register()).thenRefused('agency-already-registered', 'present record');
    agency.given(agencyRegistered()).when(register({ name: 'Another name' })).thenRefused('agency-already-registered');
  });

  it('cannot exist from a day that is none', () => {
    agency.when(register({ validFrom: '2025-02-30' })).thenRefused('not-a-date', '30 February');
  });
});
