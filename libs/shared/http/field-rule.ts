import { applyDecorators } from '@nestjs/common';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { registerDecorator, ValidateIf } from 'class-validator';
import type { Result } from '@accord/shared/kernel';
import { noteForDescription } from './api-notes';
import type { ProblemCode } from './problem-catalogue';

/** What is wrong with a value, or `undefined` where nothing is. */
export interface FieldRule {
  (value: unknown): FieldFault | undefined;
  /** How the description of the API tells a value under the rule, where it stands in a list; left out: a text. */
  readonly told?: ToldValue;
}

/** As OpenAPI has it. */
export interface ToldValue {
  readonly type: 'string';
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: string[];
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** The rule, and how the description of the API tells what it lets pass. */
export const telling = (told: ToldValue, rule: (value: unknown) => FieldFault | undefined): FieldRule & { readonly told: ToldValue } => Object.assign(rule, { told });

export interface FieldFault {
  readonly code: ProblemCode;
  /** A sentence to act on, naming what is wanted, never what was given. */
  readonly detail: string;
}

/** Name of the class-validator constraint that carries a {@link FieldFault}, as `code: sentence`. */
export const FIELD_RULE = 'accordFieldRule';

const MISSING: FieldFault = { code: 'field-missing', detail: 'This field is required.' };

export const fault = (code: ProblemCode, detail: string): FieldFault => ({ code, detail });

/** Registers the rule with class-validator and describes the field in the API: one decorator, both uses. */
export function field(rule: FieldRule, description: ApiPropertyOptions): PropertyDecorator {
  const check: FieldRule = (value) => (value === undefined ? MISSING : rule(value));
  return (target, key) => {
    registerDecorator({
      name: FIELD_RULE,
      target: target.constructor,
      propertyName: String(key),
      validator: {
        validate: (value: unknown) => check(value) === undefined,
        defaultMessage: (found) => messageOf(check(found?.value)),
      },
    });
    noteForDescription(({ ApiProperty }) => ApiProperty(description)(target, key));
  };
}

const messageOf = (found: FieldFault | undefined): string => (found === undefined ? '' : `${found.code}: ${found.detail}`);

/** The field may be left out. `null` is not leaving it out, and is refused. */
export const Optional = (): PropertyDecorator => (target, key) => {
  ValidateIf((_body: unknown, value: unknown) => value !== undefined)(target, key);
  noteForDescription(({ ApiProperty }) => ApiProperty({ required: false })(target, key));
};

/** A parser of the kernel: gives the value in its one stored form, or the refusal. */
export type Parser = (value: unknown) => Result<unknown>;

/**
 * Checks a field with a parser of the kernel, and hands the handler what the parser gave (an instant in
 * its stored form). Only for parsers whose refusal codes this layer's catalogue holds.
 */
export function parsedField(parse: Parser, description: ApiPropertyOptions): PropertyDecorator {
  const normal = Transform(({ value }: { value: unknown }) => {
    const parsed = parse(value);
    return parsed.ok ? parsed.value : value;
  });
  return applyDecorators(field(ruleOf(parse), description), normal);
}

const ruleOf =
  (parse: Parser): FieldRule =>
  (value) => {
    const parsed = parse(value);
    // The cast holds for the kernel's parsers of single values: the problem catalogue lists their codes.
    return parsed.ok ? undefined : fault(parsed.refusal as ProblemCode, parsed.because);
  };
