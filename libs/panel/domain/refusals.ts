import { refuser } from '@accord/shared/kernel';
import { deliveryRefusals } from './refusals-delivery';
import { matterRefusals } from './refusals-matter';
import { meetingRefusals } from './refusals-meeting';
import { minutesRefusals } from './refusals-minutes';
import { outcomeRefusals } from './refusals-outcome';
import { constitutionRefusals } from './refusals-panel';
import { peopleRefusals } from './refusals-people';
import { ratificationRefusals } from './refusals-ratification';

/** Every refusal of the panel room. Codes are stable for ever. */
export const panelRefusals = {
  ...peopleRefusals,
  ...constitutionRefusals,
  ...meetingRefusals,
  ...matterRefusals,
  ...minutesRefusals,
  ...outcomeRefusals,
  ...ratificationRefusals,
  ...deliveryRefusals,
};

export const refusePanel = refuser(panelRefusals);
