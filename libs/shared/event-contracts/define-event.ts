import type { LondonDate, Pence } from '@accord/shared/kernel';
import type { z } from 'zod';

/** Whose key seals a personal field: categories are erased and disclosed separately. */
export type PersonalCategory = 'identity' | 'clinical' | 'third-party';

declare const sealedBrand: unique symbol;
/** An encrypted personal field as it is stored: text without meaning to anyone without the child's key. */
export type Sealed = string & { readonly [sealedBrand]: true };

/** What an event's timeline sentence may ask for, so that it names things as a person would. */
export interface Words {
  /** Name of an agency: "Somerset ICB". */
  agency(id: string): string;
  panel(id: string): string;
  agreement(id: string): string;
  /** What is said of a package line: "nursing line", or "package line" where it is not known which one it is. */
  line(id: string): string;
  /** "6 October 2025". */
  date(date: LondonDate): string;
  /** "£1,847.35". */
  money(pence: Pence): string;
  /** "health 50 %, social care 50 %", from a split as it is stored. */
  shares(split: { readonly kind: string; readonly parts: readonly { agencyId: string; weight: number }[] }): string;
  /** A personal field in the clear, or "[erased]" where its key is gone, or "[withheld]". */
  personal(field: unknown): string;
}

type Shape = z.ZodObject;
type Data<S extends Shape> = z.infer<S>;
/** The stored form of the data: personal fields are sealed texts. */
type StoredData<S extends Shape, P> = {
  [K in keyof Data<S>]: K extends keyof P ? Sealed | Extract<Data<S>[K], undefined> : Data<S>[K];
};

/** Everything there is to say about one event, in one place. */
export interface EventDefinition<
  T extends string = string,
  S extends Shape = Shape,
  P extends PersonalFields = PersonalFields,
> {
  /** Past tense, the users' words. Never changes once stored. */
  readonly type: T;
  /** Version of the shape. A new shape is a new version with an upcaster from the one before. */
  readonly version: number;
  /** Category of the streams that hold it. */
  readonly stream: string;
  /** One sentence for the catalogue: what became true. */
  readonly meaning: string;
  /** The shape in the clear, as the domain decides it. Strict: unknown fields are refused. */
  readonly data: S;
  /** Top-level fields that are personal, with their category. Each is sealed whole, whatever its shape. */
  readonly personal: P;
  /** The child whose keys seal the personal fields; compulsory where there are any. */
  readonly subject?: keyof Data<S> & string;
  /** The field with the London date from which it is true in the world. */
  readonly effective: keyof Data<S> & string;
  /** The line of the timeline, in plain English. */
  sentence(data: StoredData<S, P>, words: Words): string;
  /** From each older version to the next: `{ 1: fromVersion1To2 }`. Takes and gives the stored form. */
  readonly upcasts: Readonly<Record<number, (data: Record<string, unknown>) => Record<string, unknown>>>;
}

type PersonalFields = Readonly<Record<string, PersonalCategory>>;
/** No personal fields: the type of an absent `personal`. */
type None = Readonly<Record<never, never>>;

type DefinitionInput<T extends string, S extends Shape, P extends PersonalFields> = Omit<
  EventDefinition<T, S, P>,
  'personal' | 'upcasts' | 'sentence'
> & {
  readonly personal?: P;
  readonly upcasts?: EventDefinition['upcasts'];
  sentence(data: StoredData<S, P>, words: Words): string;
};

/**
 * Declares an event: type, JSON Schema, validation, personal fields, catalogue entry and timeline
 * sentence all come from this one statement.
 * @throws Error at start-up where the declaration contradicts itself (a bug).
 */
export function defineEvent<
  const T extends string,
  S extends Shape,
  const P extends PersonalFields = None,
>(input: DefinitionInput<T, S, P>): EventDefinition<T, S, P> {
  const contradiction = contradictionIn(input);
  if (contradiction) throw new Error(`${input.type} ${contradiction}`);
  // An absent `personal` means P = {}: the empty record is then exactly P.
  const personalOrNone = (input.personal ?? {}) as P;
  return { ...input, personal: personalOrNone, upcasts: input.upcasts ?? {} };
}

type Declared = Pick<AnyEventDefinition, 'version' | 'data' | 'subject' | 'effective'> & Partial<Pick<AnyEventDefinition, 'personal' | 'upcasts'>>;

/** Says where a declaration contradicts itself, if it does. */
function contradictionIn({ version, data, personal = {}, subject, effective, upcasts = {} }: Declared): string | undefined {
  const sealed = Object.keys(personal);
  const inTheClear = [effective, ...(subject ? [subject] : [])];
  const missing = [...sealed, ...inTheClear].find((field) => !Object.hasOwn(data.shape, field));
  if (missing) return `has no field ${missing}`;
  if (sealed.length > 0 && !subject) return 'holds personal fields of nobody';
  // Read models order by the effective day and find keys by the subject, both without opening anything.
  const hidden = inTheClear.find((field) => sealed.includes(field));
  if (hidden) return `cannot seal ${hidden}`;
  if (data.def.catchall?._zod.def.type !== 'never') return 'lets unknown fields pass';
  if (!Number.isSafeInteger(version) || version < 1) return `has no version ${version}: they count from 1`;
  for (let older = 1; older < version; older++) {
    if (!upcasts[older]) return `has no upcaster from version ${older}`;
  }
  return undefined;
}

/** What `defineEvent` gave, whatever its type parameters; for lists of definitions. */
export interface AnyEventDefinition {
  readonly type: string;
  readonly version: number;
  readonly stream: string;
  readonly meaning: string;
  readonly data: Shape;
  readonly personal: Readonly<Record<string, PersonalCategory>>;
  readonly subject?: string;
  readonly effective: string;
  sentence(data: never, words: Words): string;
  readonly upcasts: EventDefinition['upcasts'];
}

/** An event as the domain decides it: personal fields in the clear. */
export type New<D> = D extends { readonly type: infer T; readonly data: infer S extends Shape }
  ? { readonly type: T; readonly data: Data<S> }
  : never;

/** An event as it was recorded, brought to the newest version: personal fields sealed. */
export type Recorded<D> = D extends {
  readonly type: infer T;
  readonly data: infer S extends Shape;
  readonly personal: infer P;
}
  ? { readonly type: T; readonly data: StoredData<S, P> }
  : never;
