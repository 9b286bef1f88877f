import { isOverSchoolAge } from './school-age';
import type { LondonDate } from '@accord/shared/kernel';

/** Whom a letter calls "you", and what it calls the others. */
export interface Voice {
  /** Line of the address, before the name. */
  readonly to: (name: string) => string;
  readonly dear: (name: string) => string;
  /** `the support that Ada Example needs`. */
  readonly needs: (name: string) => string;
  /** `what was asked for …`, `what is written about …`. */
  readonly whom: 'your child' | 'you';
  readonly whomHas: 'your child has' | 'you have';
  /** The persons of `We had read what … thinks before we decided`, by whose views they are. */
  readonly thinks: { readonly child: string; readonly family: string; readonly both: string };
  /** `We could not get … before we decided`. */
  readonly viewsOf: { readonly child: string; readonly family: string };
}

const parents: Voice = {
  to: (name) => `To the parents or carers of ${name}`,
  dear: (name) => `Dear parents or carers of ${name},`,
  needs: (name) => `${name} needs`,
  whom: 'your child',
  whomHas: 'your child has',
  thinks: { child: 'your child thinks', family: 'you think', both: 'you and your child think' },
  viewsOf: { child: 'the views of your child', family: 'your own views' },
};

const youngPerson: Voice = {
  to: (name) => `To ${name}`,
  dear: (name) => `Dear ${name},`,
  needs: () => 'you need',
  whom: 'you',
  whomHas: 'you have',
  thinks: { child: 'you think', family: 'your family thinks', both: 'you and your family think' },
  viewsOf: { child: 'your own views', family: 'the views of your family' },
};

/**
 * A letter is to the young person once they are over compulsory school age, as rights about an EHC plan are then
 * theirs (Children and Families Act 2014 ss.51 to 55, 83), and to the parents or carers before, and where the date
 * of birth may not be read.
 */
export const voiceFor = (bornOn: LondonDate | undefined, day: LondonDate): Voice =>
  bornOn !== undefined && isOverSchoolAge(bornOn, day) ? youngPerson : parents;
