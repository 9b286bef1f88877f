import { RatificationRefused, UrgentDecisionLapsed, UrgentDecisionNotRatified, UrgentDecisionRatified } from '@accord/panel/contracts';
import { addDays } from '@accord/shared/kernel';
import type { ReadDecision } from './decision-on-record';
import type { Voice } from './letter-voice';
import { day } from './plain-words';
import type { PersonalWords } from './plain-words';
import { told } from './told';

/** Why a decision does not count, or not any more. */
export interface NotGoingAhead {
  /** What is true now, after what the panel had said. */
  readonly says: string;
  /** Of whoever said no; absent where nobody did, or where they are withheld. */
  readonly reasons: PersonalWords | undefined;
}

/** What stopped a decision; `undefined` while nothing did. A ratification in time undoes a lapse that was written down. */
export function whatStopped({ events, reading }: ReadDecision, { whomHas }: Voice): NotGoingAhead | undefined {
  const refused = told(events, RatificationRefused).at(-1);
  if (refused !== undefined) {
    const { on, reasons } = refused.data;
    return { says: `This is not going ahead, because a senior officer had to confirm our decision, and on ${day(on)} they said no. The support that ${whomHas} now goes on.`, reasons };
  }
  if (told(events, UrgentDecisionRatified).length > 0) return undefined;
  const notRatified = told(events, UrgentDecisionNotRatified).at(-1);
  if (notRatified !== undefined) {
    const { on, lapsesFrom, reasons } = notRatified.data;
    return { says: `This is not going ahead any more, because the panel looked at it on ${day(on)} and did not agree. The first day without this support is ${day(lapsesFrom)}.`, reasons };
  }
  if (reading.urgent === null || told(events, UrgentDecisionLapsed).length === 0) return undefined;
  const { ratifyBy } = reading.urgent;
  return { says: `This is not going ahead any more, because the panel did not confirm it by ${day(ratifyBy)}. The first day without this support was ${day(addDays(ratifyBy, 1))}.`, reasons: undefined };
}
