import { demonstrationId } from './people';

/** Fictional children; their NHS numbers lie in the range that is never issued (999). */
export const children = [
  {
    childId: demonstrationId('child', 'amara'),
    name: 'Amara Example',
    dateOfBirth: '2016-03-12',
    nhsNumber: '9990000018',
    complexHealthcareSince: '2024-11-04',
  },
  {
    childId: demonstrationId('child', 'ben'),
    name: 'Ben Example',
    dateOfBirth: '2012-07-30',
    nhsNumber: '9990000026',
    complexHealthcareSince: '2023-02-20',
  },
  {
    childId: demonstrationId('child', 'carys'),
    name: 'Carys Example',
    dateOfBirth: '2019-10-01',
    nhsNumber: '9990000034',
    complexHealthcareSince: undefined,
  },
] as const;
