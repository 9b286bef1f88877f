import { idOf, londonDateField } from '@accord/shared/event-contracts';

/** Which line of which decision an event is about, about whom, and which agency recorded it. */
export const ofLine = () => ({
  lineId: idOf('package-line'),
  decisionId: idOf('decision'),
  childId: idOf('child'),
  /** The agency that recorded it, for itself. */
  agencyId: idOf('agency'),
});

/** The same with a name of its own, by which it can be withdrawn later, and the first day from which it holds. */
export const entryOfLine = () => ({ ...ofLine(), entryId: idOf('line-entry'), from: londonDateField() });
