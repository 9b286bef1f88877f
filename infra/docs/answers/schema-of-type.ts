import type { AnswerSchema } from '@accord/shared/http';
import ts from 'typescript';
import { NamedTypes } from './named-types';
import { declaredAlias, sayingOf } from './sayings';
import { brandedOf, elementsOf, isHidden, isOfLibrary, partsOf } from './type-parts';

/** Whole numbers only: money is in pence, shares are ratios (ADR 4). They may be larger than 32 bits hold. */
const WHOLE: AnswerSchema = { type: 'integer', format: 'int64' };

/** What the brands of the kernel stand for. */
const BRANDS: Readonly<Record<string, AnswerSchema>> = {
  'london-date': { type: 'string', format: 'date' },
  'pence': { ...WHOLE, minimum: 0 },
};
/** Texts that the compiler does not tell from other texts, by the name that the code gives them. */
const TEXTS: Readonly<Record<string, AnswerSchema>> = { Instant: { type: 'string', format: 'date-time' } };

const { Unknown, Undefined, Void, Never, Null, NonPrimitive, StringLike, NumberLike, BooleanLike } = ts.TypeFlags;
const is = (type: ts.Type, flags: ts.TypeFlags): boolean => (type.flags & flags) !== 0;

/** Reads types as the JSON that values of them become. Throws, naming the place, where a type is none that JSON has. */
export class SchemasOfTypes {
  readonly named: NamedTypes;
  private readonly checker: ts.TypeChecker;

  constructor(program: ts.Program) {
    this.named = new NamedTypes(program);
    this.checker = program.getTypeChecker();
  }

  of(type: ts.Type, where: string): AnswerSchema {
    const { checker } = this;
    if (is(type, Unknown)) return {};
    if (is(type, NonPrimitive)) return { type: 'object', additionalProperties: true };
    if (type.isUnion()) return this.choice(type, where);
    if (is(type, StringLike | NumberLike | BooleanLike)) return simple(type, checker);
    const branded = brandedOf(type, checker);
    if (branded !== undefined) return { ...simple(branded.base, checker), ...ofBrand(branded.brands) };
    if (!is(type, ts.TypeFlags.Object | ts.TypeFlags.Intersection)) throw new Error(`${where}: a ${checker.typeToString(type)} is no JSON.`);
    if (isTuple(type, checker)) return this.tuple(type, where);
    if (checker.isArrayType(type)) return { type: 'array', items: this.of(elementsOf(type, checker)[0] ?? type, `${where}[]`) };
    return this.underItsName(type, () => this.fields(type, where));
  }

  private underItsName(type: ts.Type, make: () => AnswerSchema): AnswerSchema {
    const named = this.named.nameOf(type);
    return named === undefined ? make() : this.named.reference(named, () => ({ ...described(sayingOf(named.declared, this.checker)), ...make() }));
  }

  /** `undefined` makes a field that may be left out, and is no value of its own; `null` stands beside a type, not in one. */
  private choice(type: ts.UnionType, where: string): AnswerSchema {
    const inParts = is(type, BooleanLike) || type.types.some((part) => is(part, Null | Undefined));
    return inParts ? this.members(type, where) : this.underItsName(type, () => this.members(type, where));
  }

  private members(type: ts.UnionType, where: string): AnswerSchema {
    const parts = partsOf(type).filter((part) => !is(part, Undefined | Void));
    const present = parts.filter((part) => !is(part, Null));
    const isLiteral = (part: ts.Type): boolean => part.isStringLiteral() || part.isNumberLiteral();
    const [literals, others] = [present.filter(isLiteral), present.filter((part) => !isLiteral(part))];
    const schemas = [...literalsOf(literals), ...booleansOf(others, this.checker), ...others.filter((part) => !is(part, ts.TypeFlags.BooleanLiteral)).map((part) => this.of(part, where))];
    const chosen = oneOf(schemas);
    return parts.length === present.length ? chosen : orNull(chosen);
  }

  private tuple(type: ts.TupleTypeReference, where: string): AnswerSchema {
    const items = oneOf(elementsOf(type, this.checker).map((element) => this.of(element, `${where}[]`)));
    const { minLength, combinedFlags, fixedLength } = type.target;
    return { type: 'array', items, minItems: minLength, ...((combinedFlags & ts.ElementFlags.Variable) !== 0 ? {} : { maxItems: fixedLength }) };
  }

  private fields(type: ts.Type, where: string): AnswerSchema {
    const { checker } = this;
    if (type.getCallSignatures().length > 0 || isOfLibrary(type)) throw new Error(`${where}: a ${checker.typeToString(type)} is no JSON.`);
    const others = checker.getIndexInfosOfType(type).map(({ type: each }) => this.of(each, `${where}{}`));
    const told = checker.getPropertiesOfType(type).filter((property) => !isHidden(property)).flatMap((property) => this.field(property, where));
    return {
      type: 'object',
      ...(told.length === 0 && others.length > 0 ? {} : { properties: Object.fromEntries(told.map(({ name, schema }) => [name, schema])) }),
      ...requiring(told.filter(({ required }) => required).map(({ name }) => name)),
      ...(others.length === 0 ? {} : { additionalProperties: oneOf(others) }),
    };
  }

  /** What is said of a value by its brand alone: whose id it is, what kind of day or sum. */
  private sayingOfBrand(type: ts.Type): string | undefined {
    const [part, ...others] = (type.isUnion() ? type.types : [type]).filter((each) => !is(each, Null | Undefined));
    const brand = part && brandedOf(part, this.checker)?.brands[0];
    if (part === undefined || brand === undefined || others.length > 0) return undefined;
    return brand.startsWith('id:') ? `Names ${withArticle(brand.slice('id:'.length).replaceAll('-', ' '))}.` : firstOf(sayingOf(part.aliasSymbol, this.checker));
  }

  private field(property: ts.Symbol, where: string): readonly Field[] {
    const { checker } = this;
    const type = checker.getTypeOfSymbol(property);
    if (is(type, Undefined | Never)) return [];
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0 || (type.isUnion() && type.types.some((part) => is(part, Undefined)));
    const alias = declaredAlias(property, checker);
    const read = this.of(type, `${where}.${property.name}`);
    const schema = read.type === 'string' && read.format === undefined ? { ...read, ...TEXTS[alias?.name ?? ''] } : read;
    const saying = sayingOf(property, checker) ?? (isSimple(schema) ? (firstOf(sayingOf(alias, checker)) ?? this.sayingOfBrand(type)) : undefined);
    return [{ name: property.name, required: !optional, schema: withSaying(schema, saying) }];
  }
}

const isTuple = (type: ts.Type, checker: ts.TypeChecker): type is ts.TupleTypeReference => checker.isTupleType(type);

/** An id by whatever it is of; pence of either sign by the wider of its two brands. */
const ofBrand = (brands: readonly string[]): AnswerSchema => {
  const [brand = '', ...wider] = brands;
  if (brand.startsWith('id:')) return { type: 'string', format: 'uuid' };
  return wider.length > 0 ? {} : (BRANDS[brand] ?? {});
};

function booleansOf(parts: readonly ts.Type[], checker: ts.TypeChecker): readonly AnswerSchema[] {
  const literals = parts.filter((part) => is(part, ts.TypeFlags.BooleanLiteral));
  if (literals.length === 2) return [{ type: 'boolean' }];
  return literals.map((part) => simple(part, checker));
}

const withArticle = (thing: string): string => `${/^[aeiou]/.test(thing) ? 'an' : 'a'} ${thing}`;

/** The first sentence: what is said of a type at length stands beside it in the code. */
const firstOf = (saying: string | undefined): string | undefined => saying && (/^.*?\.(?=\s|$)/.exec(saying)?.[0] ?? saying);

interface Field {
  readonly name: string;
  readonly schema: AnswerSchema;
  readonly required: boolean;
}

const described = (description: string | undefined): AnswerSchema => (description === undefined ? {} : { description });
const requiring = (required: readonly string[]): AnswerSchema => (required.length === 0 ? {} : { required });
const isSimple = ({ type }: AnswerSchema): boolean => type === 'string' || type === 'integer';

/** OpenAPI 3.0 reads nothing beside a `$ref`: what is said of it stands around it. */
const withSaying = (schema: AnswerSchema, saying: string | undefined): AnswerSchema =>
  saying === undefined ? schema : schema.$ref === undefined ? { ...described(saying), ...schema, description: saying } : { description: saying, allOf: [schema] };

function orNull(schema: AnswerSchema): AnswerSchema {
  if (schema.$ref !== undefined) return { nullable: true, allOf: [schema] };
  return { ...schema, nullable: true, ...(schema.enum ? { enum: [...schema.enum, null] } : {}) };
}

/** In an order of its own: that of the compiler hangs on which file it reads first. */
function oneOf(schemas: readonly AnswerSchema[]): AnswerSchema {
  const [first = {}, ...more] = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema]))].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, schema]) => schema);
  return more.length === 0 ? first : { anyOf: [first, ...more] };
}

function simple(type: ts.Type, checker: ts.TypeChecker): AnswerSchema {
  if (type.isStringLiteral() || type.isNumberLiteral()) return literalsOf([type])[0] ?? {};
  if (is(type, ts.TypeFlags.BooleanLiteral)) return { type: 'boolean', enum: [checker.typeToString(type) === 'true'] };
  return is(type, NumberLike) ? WHOLE : is(type, StringLike) ? { type: 'string' } : { type: 'boolean' };
}

function literalsOf(literals: readonly ts.Type[]): readonly AnswerSchema[] {
  const texts = literals.flatMap((part) => (part.isStringLiteral() ? [part.value] : [])).sort();
  const numbers = literals.flatMap((part) => (part.isNumberLiteral() ? [part.value] : [])).sort((one, other) => one - other);
  const ofTexts: AnswerSchema = { type: 'string', enum: texts };
  const ofNumbers: AnswerSchema = { type: 'integer', enum: numbers };
  return [...(texts.length > 0 ? [ofTexts] : []), ...(numbers.length > 0 ? [ofNumbers] : [])];
}
