import ts from 'typescript';

/** What the code says of a symbol in its doc comment, as running text; `undefined` where it says nothing. */
export function sayingOf(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): string | undefined {
  const text = ts.displayPartsToString(symbol?.getDocumentationComment(checker));
  const running = text.replaceAll(/\{@link ([^}|\s]+)[^}]*\}/g, '$1').replaceAll(/\s+/g, ' ').trim();
  return running === '' ? undefined : running;
}

/** The name that the code gives to the type of a property, where it is one: `Instant` is a text to the compiler. */
export function declaredAlias(property: ts.Symbol, checker: ts.TypeChecker): ts.Symbol | undefined {
  const declaration = property.valueDeclaration ?? property.declarations?.[0];
  if (declaration === undefined || !(ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration) || ts.isParameter(declaration))) return undefined;
  const written = declaration.type === undefined ? undefined : withoutNothing(declaration.type);
  if (written === undefined || !ts.isTypeReferenceNode(written)) return undefined;
  // What a type with parameters says is about all of them: an id says of what it is by its brand.
  if (written.typeArguments !== undefined) return undefined;
  const symbol = checker.getSymbolAtLocation(written.typeName);
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Of `Instant | null` and `Instant | undefined` the first. */
function withoutNothing(written: ts.TypeNode): ts.TypeNode | undefined {
  if (!ts.isUnionTypeNode(written)) return written;
  const something = written.types.filter((part) => part.kind !== ts.SyntaxKind.UndefinedKeyword && part.getText() !== 'null');
  return something.length === 1 ? something[0] : undefined;
}
