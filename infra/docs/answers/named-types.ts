import type { AnswerSchema } from '@accord/shared/http';
import ts from 'typescript';

const REF = '#/components/schemas/';

/** A type by the name under which the code declares it, and by the context whose it is: two contexts may use one word. */
interface Named {
  readonly name: string;
  readonly context: string;
  readonly declared: ts.Symbol;
}

/** The schemas of types that have a name in the code. While types are read they go by context and name. */
export class NamedTypes {
  private readonly found = new Map<string, { readonly named: Named; schema: AnswerSchema }>();
  private readonly aliases: ReadonlyMap<ts.Type, ts.Symbol>;

  constructor(program: ts.Program) {
    this.aliases = aliasesIn(program);
  }

  /** A reference to the schema of a type, which is made the first time. */
  reference(named: Named, make: () => AnswerSchema): AnswerSchema {
    const key = `${named.context}.${named.name}`;
    const known = this.found.get(key);
    if (known === undefined) {
      const entry = { named, schema: {} };
      this.found.set(key, entry);
      entry.schema = make();
    } else if (known.named.declared !== named.declared) {
      throw new Error(`Two types of ${named.context} that answers have in common are named ${named.name}: give one of them another name.`);
    }
    return { $ref: REF + key };
  }

  /** Only types without parameters have one shape under their name; those of libraries are no words of ours. */
  nameOf(type: ts.Type): Named | undefined {
    const { symbol, aliasSymbol, aliasTypeArguments } = type;
    const own = aliasSymbol && aliasTypeArguments === undefined ? ours(aliasSymbol) : undefined;
    return own ?? (isPlainInterface(symbol) ? ours(symbol) : undefined) ?? (isOfLiterals(type) ? undefined : ours(this.aliases.get(type)));
  }

  /** Names each by its own name, and by context and name where two contexts use the same. */
  settled(): { readonly schemas: Readonly<Record<string, AnswerSchema>>; settle<T>(schema: T): T } {
    const entries = [...this.found].sort(([one], [other]) => (one < other ? -1 : 1));
    const uses = (name: string): number => entries.filter(([, { named }]) => named.name === name).length;
    const names = new Map(entries.map(([key, { named }]) => [key, uses(named.name) > 1 ? capital(named.context) + named.name : named.name]));
    const settle = <T>(schema: T): T => renamed(schema, names);
    const byName = entries.map(([key, { schema }]) => [names.get(key) ?? key, settle(schema)] as const);
    return { schemas: Object.fromEntries(byName.toSorted(([one], [other]) => (one < other ? -1 : 1))), settle };
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A copy in which every reference goes by its settled name. */
function renamed<T>(schema: T, names: ReadonlyMap<string, string>): T {
  const text = JSON.stringify(schema, (key, value: unknown) => {
    if (key !== '$ref' || typeof value !== 'string') return value;
    return REF + (names.get(value.slice(REF.length)) ?? value.slice(REF.length));
  });
  // What was written a moment ago is read again: the same shape.
  return JSON.parse(text) as T;
}

/** The compiler forgets the name of an alias for what it computes (`z.infer`, `ReturnType`): here it is looked up. */
function aliasesIn(program: ts.Program): ReadonlyMap<ts.Type, ts.Symbol> {
  const checker = program.getTypeChecker();
  const files = program.getSourceFiles().filter(({ isDeclarationFile }) => !isDeclarationFile);
  const declared = files.toSorted((one, other) => (one.fileName < other.fileName ? -1 : 1)).flatMap(({ statements }) => statements.filter(ts.isTypeAliasDeclaration));
  const symbols = declared.filter(({ typeParameters }) => typeParameters === undefined).flatMap(({ name }) => checker.getSymbolAtLocation(name) ?? []);
  // Of two names for one type the first holds.
  return new Map(symbols.toReversed().map((symbol) => [checker.getDeclaredTypeOfSymbol(symbol), symbol]));
}

/** That two unions have the same words does not make them one thing. */
const isOfLiterals = (type: ts.Type): boolean => type.isUnion() && type.types.every((part) => (part.flags & ts.TypeFlags.Literal) !== 0);

const isPlainInterface = (symbol: ts.Symbol | undefined): symbol is ts.Symbol =>
  symbol !== undefined && (symbol.flags & ts.SymbolFlags.Interface) !== 0 && symbol.declarations?.some((declared) => ts.isInterfaceDeclaration(declared) && declared.typeParameters !== undefined) !== true;

function ours(declared: ts.Symbol | undefined): Named | undefined {
  const file = declared?.declarations?.[0]?.getSourceFile().fileName;
  if (declared === undefined || file === undefined || file.includes('/node_modules/')) return undefined;
  return { name: declared.name, context: /\/libs\/([a-z]+)\//.exec(file)?.[1] ?? 'accord', declared };
}
