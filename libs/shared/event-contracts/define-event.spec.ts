import { z } from 'zod';
import { defineEvent, textField, type AnyEventDefinition } from './index';

const shape = z.strictObject({ childId: z.string(), on: z.string(), name: textField(), place: textField().optional() });
const declaration = {
  type: 'VisitMade',
  version: 1,
  stream: 'visit',
  meaning: 'A practitioner visited a child.',
  data: shape,
  subject: 'childId',
  effective: 'on',
  sentence: () => 'A visit was made.',
} as const;

/** The declaration with a slip in it; the types would catch most, a cast or a rename may not. */
const declared = (slip: object) => () => defineEvent({ ...declaration, ...slip });

describe('The declaration of an event', () => {
  it('gives back what it says, with no personal fields and no older versions where it names none', () => {
    expect(defineEvent(declaration)).toMatchObject({ type: 'VisitMade', version: 1, personal: {}, upcasts: {} });
  });

  it.each<[string, object, string]>([
    ['a personal field that the event does not have', { personal: { nickname: 'identity' } }, 'VisitMade has no field nickname'],
    ['a day of effect that the event does not have', { effective: 'from' }, 'VisitMade has no field from'],
    ['a subject that the event does not have', { subject: 'personId' }, 'VisitMade has no field personId'],
    ['personal fields of nobody', { subject: undefined, personal: { name: 'identity' } }, 'VisitMade holds personal fields of nobody'],
    ['a sealed day of effect, by which nothing could be ordered', { personal: { on: 'identity' } }, 'VisitMade cannot seal on'],
    ['a sealed subject, whose key could not be found', { personal: { childId: 'identity' } }, 'VisitMade cannot seal childId'],
    ['a second version without a way from the first', { version: 2 }, 'VisitMade has no upcaster from version 1'],
    [
      'a third version without a way from the second',
      { version: 3, upcasts: { 1: (data: object) => data } },
      'VisitMade has no upcaster from version 2',
    ],
    ['a version of nought', { version: 0 }, 'VisitMade has no version 0: they count from 1'],
    ['a version and a half', { version: 1.5 }, 'VisitMade has no version 1.5: they count from 1'],
    ['a shape that lets unknown fields pass', { data: z.object(shape.shape) }, 'VisitMade lets unknown fields pass'],
  ])('is refused at start with %s', (_slip, slip, because) => {
    expect(declared(slip)).toThrow(because);
  });

  it('keeps its sentence, which may use what the event says', () => {
    const visit: AnyEventDefinition = defineEvent({ ...declaration, sentence: ({ on }, words) => `Visited on ${on}, ${words.agency('a')}.` });
    // The sentence takes the data of its own event and whichever words it uses.
    expect(visit.sentence({ on: '6 May' } as never, { agency: () => 'Health' } as never)).toBe('Visited on 6 May, Health.');
  });
});
