import { defineEvent, idOf, instantField, londonDateField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { provision, requestedLine, withLinesBeforeNeeds } from './package-line';
import { matterKinds, needCategories, paperKinds, viewHolders, viewsGiven } from './terms';

const matter = { matterId: idOf('matter'), childId: idOf('child'), on: londonDateField() };
const inWords = (text: string) => text.replaceAll('-', ' ');
const timeOfDay = () =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .describe('time of day, London');

export const MatterRaised = defineEvent({
  type: 'MatterRaised',
  version: 2,
  stream: 'matter',
  meaning: 'An agency asked a panel to decide something about a child.',
  data: z.strictObject({
    ...matter,
    panelId: idOf('panel'),
    /** The agency that asks. */
    agencyId: idOf('agency'),
    kind: z.enum(matterKinds),
    /** Unsealed, so that past decisions can be found by them. */
    needs: z.array(z.enum(needCategories)).min(1),
    /** What is asked for, in words. */
    asks: textField(),
    outcomesWanted: z.array(textField(1000)),
    lines: z.array(requestedLine),
    provisions: z.array(provision),
  }),
  personal: { asks: 'clinical', outcomesWanted: 'clinical', provisions: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ agencyId, panelId, kind }, words) =>
    `${words.agency(agencyId)} brought a matter to ${words.panel(panelId)} (${inWords(kind)}).`,
  upcasts: { 1: withLinesBeforeNeeds },
});

export const ViewsRecorded = defineEvent({
  type: 'ViewsRecorded',
  version: 1,
  stream: 'matter',
  meaning: "The child's or the family's views on a matter were recorded.",
  data: z.strictObject({ ...matter, of: z.enum(viewHolders), how: z.enum(viewsGiven), views: textField() }),
  personal: { views: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ of, how }) => `The ${of}'s views were recorded, given ${how === 'observed' ? 'by being with the child' : inWords(how)}.`,
});

export const ViewsNotObtained = defineEvent({
  type: 'ViewsNotObtained',
  version: 1,
  stream: 'matter',
  meaning: "It was recorded why the child's or the family's views on a matter could not be obtained.",
  data: z.strictObject({ ...matter, of: z.enum(viewHolders), because: textField(1000) }),
  personal: { because: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ of, because }, words) => `The ${of}'s views could not be obtained: ${words.personal(because)}`,
});

export const PaperCirculated = defineEvent({
  type: 'PaperCirculated',
  version: 1,
  stream: 'matter',
  meaning: 'A paper was circulated for a matter, sealed by its hash; its contents are kept elsewhere.',
  data: z.strictObject({
    ...matter,
    paperId: idOf('paper'),
    /** Counts from 1; a further version of the same paper takes the place of the older one. */
    version: z.int().min(1),
    kind: z.enum(paperKinds),
    title: textField(300),
    /** SHA-256 of the paper as circulated, hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int().min(1),
    /** Where it is kept, e.g. a link into the document store. */
    location: textField(1000).optional(),
    circulatedAt: instantField(),
  }),
  personal: { title: 'clinical', location: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ kind, version, title }, words) =>
    `A paper was circulated (${inWords(kind)}, version ${version}): ${words.personal(title)}.`,
});

export const MatterPutOnAgenda = defineEvent({
  type: 'MatterPutOnAgenda',
  version: 1,
  stream: 'matter',
  meaning: 'A matter was put on the agenda of a meeting, or given another place or time on it.',
  data: z.strictObject({
    ...matter,
    meetingId: idOf('meeting'),
    panelId: idOf('panel'),
    /** Place on the agenda, from 1. */
    place: z.int().min(1),
    startsAt: timeOfDay().nullable(),
  }),
  effective: 'on',
  sentence: ({ panelId, place }, words) => `The matter was put on the agenda of ${words.panel(panelId)} as item ${place}.`,
});

export const MatterTakenOffAgenda = defineEvent({
  type: 'MatterTakenOffAgenda',
  version: 1,
  stream: 'matter',
  meaning: 'A matter was taken off the agenda of a meeting.',
  data: z.strictObject({ ...matter, meetingId: idOf('meeting'), panelId: idOf('panel'), because: textField(500) }),
  effective: 'on',
  sentence: ({ panelId }, words) => `The matter was taken off the agenda of ${words.panel(panelId)}.`,
});

export const MatterWithdrawn = defineEvent({
  type: 'MatterWithdrawn',
  version: 1,
  stream: 'matter',
  meaning: 'The agency that brought a matter withdrew it before a panel took it.',
  data: z.strictObject({ ...matter, agencyId: idOf('agency'), because: textField(1000) }),
  personal: { because: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ agencyId }, words) => `${words.agency(agencyId)} withdrew the matter.`,
});

/** Every event of a matter’s stream. */
export const matterEvents = [
  MatterRaised,
  ViewsRecorded,
  ViewsNotObtained,
  PaperCirculated,
  MatterPutOnAgenda,
  MatterTakenOffAgenda,
  MatterWithdrawn,
] as const;
