import { Breaches, Considerations, Corrections, Deliveries, Outcomes, Ratifications, UrgentDecisions } from '@accord/panel/application';
import type { DecisionsOfChild } from '@accord/panel/application';
import type { CommandRunner } from '@accord/shared/commands';
import { nameBasedId } from '@accord/shared/commands-store';

/** What is said and decided in meetings and between them, and everything that follows a decision. */
export const decisionCommands = (runner: CommandRunner, decisionsOfChild: DecisionsOfChild) => ({
  considerations: new Considerations({ runner, nameBasedId }),
  outcomes: new Outcomes({ runner, nameBasedId, decisionsOfChild }),
  urgentDecisions: new UrgentDecisions({ runner, nameBasedId, decisionsOfChild }),
  ratifications: new Ratifications({ runner, decisionsOfChild }),
  corrections: new Corrections(runner),
  deliveries: new Deliveries(runner),
  breaches: new Breaches(runner),
});
