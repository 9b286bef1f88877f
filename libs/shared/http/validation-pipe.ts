import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { FIELD_RULE } from './field-rule';
import { isProblemCode } from './problem-catalogue';
import type { ProblemCode } from './problem-catalogue';
import { isReservedName } from './json-scan';
import { problem } from './problem';
import type { FieldError, Problem } from './problem';

/** No answer lists more faults than this; the first are enough to act on. */
const MOST_ERRORS = 50;
const NO_SUCH_NAME = 'There is no such name here; check its spelling.';
/** The constraint by which class-validator reports a field that the class does not declare. */
const UNKNOWN = 'whitelistValidation';

/**
 * Checks a body or query against its class and gives an instance of it. Nothing is converted, nothing
 * unknown passes. The problem has the code of the first fault, in the order of the class's fields;
 * unknown fields come last.
 */
@Injectable()
export class ValidationPipe implements PipeTransform<unknown, unknown> {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || metatype === undefined || metatype === Object) return value;
    return type === 'body' ? checkedBody(value, metatype) : checkedQuery(value, metatype);
  }
}

type Shape = NonNullable<ArgumentMetadata['metatype']>;

/** @throws Problem that names the first field at fault */
export function checkedBody(value: unknown, shape: Shape): unknown {
  if (value === undefined || value === null) throw problem('body-missing', 'Send the command as a JSON object.');
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw problem('body-not-object', 'Send one JSON object, not a list or a single value.');
  }
  return checked(value, shape, 'unknown-field');
}

/** `after` belongs to the route (`@After`), which dealt with it before. */
function checkedQuery(value: unknown, shape: Shape): unknown {
  const { after: _after, ...rest } = Object.fromEntries(Object.entries(value ?? {}));
  const repeated = Object.keys(rest).find((name) => Array.isArray(rest[name]));
  if (repeated !== undefined) throw faultsProblem([fieldError(repeated, 'parameter-repeated', 'Give it once.')]);
  // class-transformer would drop these in silence.
  const reserved = Object.keys(rest).find(isReservedName);
  if (reserved !== undefined) throw faultsProblem([fieldError(reserved, 'unknown-parameter', NO_SUCH_NAME)]);
  return checked(rest, shape, 'unknown-parameter');
}

function checked(value: object, shape: Shape, unknownCode: ProblemCode): object {
  const instance: unknown = plainToInstance(shape, value, { enableImplicitConversion: false });
  if (typeof instance !== 'object' || instance === null) throw new Error('A body became no object.');
  const faults = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false },
  }).flatMap((fault) => fieldErrors(fault, '', unknownCode));
  if (faults.length === 0) return instance;
  const unknown = (fault: FieldError): number => (fault.code === unknownCode ? 1 : 0);
  throw faultsProblem(faults.sort((a, b) => unknown(a) - unknown(b)).slice(0, MOST_ERRORS));
}

const fieldError = (field: string, code: ProblemCode, detail: string): FieldError => ({ field, code, detail });

function fieldErrors(error: ValidationError, parent: string, unknownCode: ProblemCode): readonly FieldError[] {
  const field = pathOf(parent, error.property);
  const own = ownFault(error.constraints, unknownCode);
  if (own !== undefined) return [{ field, ...own }];
  return (error.children ?? []).flatMap((child) => fieldErrors(child, field, unknownCode));
}

/** `lines` and `2` give `lines[2]`. A name that the caller made up is cut and made whole text. */
function pathOf(parent: string, property: string): string {
  if (/^\d+$/.test(property) && parent !== '') return `${parent}[${property}]`;
  const name = property.slice(0, 100).replace(/\p{Surrogate}/gu, '\ufffd');
  return parent === '' ? name : `${parent}.${name}`;
}

function ownFault(constraints: ValidationError['constraints'], unknownCode: ProblemCode): Omit<FieldError, 'field'> | undefined {
  if (constraints === undefined) return undefined;
  const [code, detail] = split(constraints[FIELD_RULE]);
  if (code !== undefined && detail !== undefined) return { code, detail };
  if (UNKNOWN in constraints) return { code: unknownCode, detail: NO_SUCH_NAME };
  if ('nestedValidation' in constraints) return { code: 'field-wrong-type', detail: 'Give a JSON object.' };
  return { code: 'field-invalid', detail: Object.values(constraints).join('; ') };
}

function split(message: string | undefined): readonly [ProblemCode, string] | readonly [undefined, undefined] {
  const at = message?.indexOf(': ') ?? -1;
  const code = message?.slice(0, at);
  return message === undefined || !isProblemCode(code) ? [undefined, undefined] : [code, message.slice(at + 2)];
}

function faultsProblem(errors: readonly FieldError[]): Problem {
  const [first] = errors;
  if (first === undefined || !isProblemCode(first.code)) throw new Error('A fault without a code of the catalogue.');
  return problem(first.code, `${first.field}: ${first.detail}`, { errors });
}
