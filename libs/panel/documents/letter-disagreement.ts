import type { PanelKind } from '@accord/panel/contracts';
import type { Block } from '@accord/shared/documents';
import { heading, plain } from './blocks';
import type { DecisionOnPaper, Reading } from './decision-on-record';
import type { Voice } from './letter-voice';

/** Stands where the panel's administrator adds how to reach the contact. */
export const CONTACT_PLACE = '[To be added by the panel’s administrator: the name, telephone number and email address of your contact.]';

/** Who to speak to, and what a family can do that disagrees. */
export function disagreement(reading: Reading, { panelKind, contact = [] }: Pick<DecisionOnPaper, 'panelKind' | 'contact'>, { whomHas }: Voice): readonly Block[] {
  return [
    heading('If you do not agree'),
    plain('Please talk to your contact first. They can explain the decision and listen to what you think.'),
    plain(contact.length === 0 ? CONTACT_PLACE : contact.join('\n')),
    // Children and Families Act 2014 s.57: independent, and for children with special educational needs.
    plain(
      `If ${whomHas} special educational needs, you can also ask the council for disagreement resolution. Somebody independent helps you and us to find a way forward. You do not have to use it. It does not take away any other right that you have. The law on this is section 57 of the Children and Families Act 2014.`,
    ),
    ...(mayTouchPlan(reading, panelKind) ? aboutPlan : []),
  ];
}

/**
 * Whether the decision may be about an education, health and care plan: a SEND panel's, or one on schooling or
 * a placement. Then the council writes to the family itself, and from that letter on time counts.
 */
const mayTouchPlan = ({ lines }: Reading, panelKind: PanelKind | undefined): boolean =>
  panelKind === 'send' || lines.some(({ category }) => category === 'education' || category === 'accommodation');

// Children and Families Act 2014 ss.51 to 55; SI 2008/2699 rule 20: two months, or one month from the certificate.
const aboutPlan: readonly Block[] = [
  plain(
    'Is the decision about an education, health and care (EHC) plan? Then the council must write to you as well. That letter says how you can get mediation, and how you can appeal to the SEND Tribunal. Mediation means that somebody who takes no side helps you and the council to agree.',
  ),
  plain(
    'You have two months from the date of the council’s letter to appeal. If you have a mediation certificate, you have one month from the date on it, if that is later.',
  ),
];
