import { defineEvent, idOf, londonDateField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { termsFields, textBeforeNeedLevels, textFields, textFromVersion1 } from './agreement-text';

/** Versions of the text count from 1, the text as first agreed. */
const versionField = () => z.int().min(1);

export const StandingAgreementDrafted = defineEvent({
  type: 'StandingAgreementDrafted',
  version: 2,
  stream: 'agreement',
  meaning: 'A text for a standing agreement was drafted, or drafted again; nobody has agreed to it, and it rules nothing.',
  data: z.strictObject({ ...textFields, draft: versionField(), on: londonDateField() }),
  effective: 'on',
  sentence: ({ title, draft }) =>
    draft === 1 ? `The agreement “${title}” was drafted.` : `The agreement “${title}” was drafted again (draft ${draft}).`,
  upcasts: { 1: textBeforeNeedLevels },
});

export const StandingAgreementRecorded = defineEvent({
  type: 'StandingAgreementRecorded',
  version: 3,
  stream: 'agreement',
  meaning: 'The text of a standing agreement between agencies was recorded; it rules nothing until every party has signed.',
  data: z.strictObject({ ...textFields, on: londonDateField() }),
  effective: 'on',
  sentence: ({ title }) => `The agreement “${title}” was recorded.`,
  upcasts: { 1: textFromVersion1, 2: textBeforeNeedLevels },
});

export const StandingAgreementSigned = defineEvent({
  type: 'StandingAgreementSigned',
  version: 2,
  stream: 'agreement',
  meaning: 'A party signed a version of the text of a standing agreement, through a named post.',
  data: z.strictObject({
    agreementId: idOf('agreement'),
    /** Which text it signed: 1 is the text as first agreed. */
    version: versionField(),
    agencyId: idOf('agency'),
    post: textField(200),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ agencyId, agreementId, version, post }, words) =>
    `${words.agency(agencyId)} signed ${version === 1 ? '' : `version ${version} of `}“${words.agreement(agreementId)}” through its ${post}.`,
  upcasts: { 1: (data) => ({ ...data, version: 1 }) },
});

export const StandingAgreementCameIntoForce = defineEvent({
  type: 'StandingAgreementCameIntoForce',
  version: 1,
  stream: 'agreement',
  meaning: 'Every party has signed: from this day the clauses of the agreement rule.',
  data: z.strictObject({ agreementId: idOf('agreement'), from: londonDateField() }),
  effective: 'from',
  sentence: ({ agreementId, from }, words) =>
    `“${words.agreement(agreementId)}” came into force on ${words.date(from)}.`,
});

export const StandingAgreementVaried = defineEvent({
  type: 'StandingAgreementVaried',
  version: 2,
  stream: 'agreement',
  meaning: 'The parties agreed a new version of the text; it rules nothing until every party has signed it.',
  data: z.strictObject({
    agreementId: idOf('agreement'),
    version: versionField(),
    ...termsFields,
    /** Day from which the new text is meant to rule. */
    from: londonDateField(),
    /** Day on which it was agreed. */
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ agreementId, version, from }, words) =>
    `A variation of “${words.agreement(agreementId)}” from ${words.date(from)} was agreed (version ${version}).`,
  upcasts: { 1: textBeforeNeedLevels },
});

export const StandingAgreementVariationCameIntoForce = defineEvent({
  type: 'StandingAgreementVariationCameIntoForce',
  version: 1,
  stream: 'agreement',
  meaning: 'Every party has signed a variation: from this day its text rules, and the one before no more.',
  data: z.strictObject({ agreementId: idOf('agreement'), version: versionField(), from: londonDateField() }),
  effective: 'from',
  sentence: ({ agreementId, version, from }, words) =>
    `Version ${version} of “${words.agreement(agreementId)}” came into force on ${words.date(from)}.`,
});

export const StandingAgreementTextWithdrawn = defineEvent({
  type: 'StandingAgreementTextWithdrawn',
  version: 1,
  stream: 'agreement',
  meaning: 'A party withdrew a version of the text that had not come into force: it is signed no more, and stands in the way of no other.',
  data: z.strictObject({
    agreementId: idOf('agreement'),
    /** Which text was withdrawn: 1 is the text as first agreed. */
    version: versionField(),
    agencyId: idOf('agency'),
    reason: textField(),
    on: londonDateField(),
  }),
  effective: 'on',
  sentence: ({ agencyId, agreementId, version }, words) =>
    `${words.agency(agencyId)} withdrew ${version === 1 ? '' : `version ${version} of `}“${words.agreement(agreementId)}”, which had not come into force.`,
});

export const agreementEvents = [
  StandingAgreementDrafted,
  StandingAgreementRecorded,
  StandingAgreementSigned,
  StandingAgreementCameIntoForce,
  StandingAgreementVaried,
  StandingAgreementVariationCameIntoForce,
  StandingAgreementTextWithdrawn,
] as const;
