import ts from 'typescript';

/** Parts of types as the compiler holds them. Each cast below names what its guard or the compiler's source says. */

/** Keys that are symbols are named so by the compiler; JSON leaves them out. */
export const isHidden = (property: ts.Symbol): boolean => property.name.startsWith('__@');

/** The value of a phantom property whose key is the unique symbol of that name: `[brand]`, `[said]`. */
export function phantomOf(type: ts.Type, symbol: string, checker: ts.TypeChecker): ts.Type | undefined {
  const property = checker.getPropertiesOfType(type).find(({ name }) => name.startsWith(`__@${symbol}@`));
  return property && checker.getNonNullableType(checker.getTypeOfSymbol(property));
}

/** A text or a number with a brand: which it is, and the names of the brand. */
export function brandedOf(type: ts.Type, checker: ts.TypeChecker): { readonly base: ts.Type; readonly brands: readonly string[] } | undefined {
  if (!type.isIntersection()) return undefined;
  const base = type.types.find((part) => (part.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) !== 0);
  if (base === undefined) return undefined;
  const brand = phantomOf(type, 'brand', checker);
  return { base, brands: brand === undefined ? [] : literalsIn(brand) };
}

/** The texts of a literal type or of a union of them. */
export const literalsIn = (type: ts.Type): readonly string[] =>
  type.isUnion() ? type.types.flatMap(literalsIn) : type.isStringLiteral() ? [type.value] : [];

/** The parts of a union as it was written, where the compiler still knows: `Why | null` keeps the name of `Why`. */
export function partsOf(type: ts.UnionType): readonly ts.Type[] {
  // The compiler keeps `origin` for its own messages and does not declare it.
  const { origin } = type as ts.UnionType & { readonly origin?: ts.Type };
  return origin?.isUnion() === true ? origin.types : type.types;
}

/** What an array or a tuple holds; what a generic class is given. */
export const elementsOf = (type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] =>
  // The caller has asked whether it is one of them, which are references.
  checker.getTypeArguments(type as ts.TypeReference);

/** Whether it is a class or an interface of a library: a `Date`, a `Map`, a `Buffer`. */
export function isOfLibrary({ symbol }: ts.Type): boolean {
  if (symbol === undefined || (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) === 0) return false;
  return symbol.declarations?.some((declared) => declared.getSourceFile().fileName.includes('/node_modules/')) ?? false;
}
