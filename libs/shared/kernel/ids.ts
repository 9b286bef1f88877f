declare const brand: unique symbol;
/** A value of `T` that was checked to be a `B`; made only by its parser. */
export type Brand<T, B extends string> = T & { readonly [brand]: B };

/** A UUID that names a thing of the given kind: `Id<'child'>`. Lower case, RFC 9562, version 7 or 8. */
export type Id<Kind extends string> = Brand<string, `id:${Kind}`>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether the text is a lower-case UUID of version 7 (by time) or 8 (by name; see ADR identifiers). */
export const isId = (text: unknown): boolean => typeof text === 'string' && UUID.test(text);

/** Brands a text as an id, or gives `undefined` where it is none. */
export function idFrom<Kind extends string>(text: unknown): Id<Kind> | undefined {
  // The cast is the brand: this function is the only check that grants it.
  return isId(text) ? (text as Id<Kind>) : undefined;
}
