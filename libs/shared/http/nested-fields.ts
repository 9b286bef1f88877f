import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { fault, field } from './field-rule';
import type { FieldFault, FieldRule } from './field-rule';
import type { Range } from './fields';

/** A class whose fields are decorated: the shape of a body or of a part of one. */
export type Shape = new () => object;

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const NOT_AN_OBJECT = fault('field-wrong-type', 'Give a JSON object.');
/** class-validator takes a list within a list for further entries, and would check nothing of an empty one. */
const noListRule: FieldRule = (value) => (Array.isArray(value) ? NOT_AN_OBJECT : undefined);

/** Part of a body, checked by its own class. Refuses `field-wrong-type`, and whatever its fields refuse. */
export const Nested = (shape: () => Shape, description?: string): PropertyDecorator =>
  applyDecorators(
    field((value) => (isObject(value) ? undefined : NOT_AN_OBJECT), {
      // Swagger knows a deferred class by the function's name, which must be `type`.
      type: () => shape(),
      ...(description === undefined ? {} : { description }),
    }),
    ValidateNested(),
    Type(shape),
  );

/** How many parts a list has, and a rule that looks at each as a whole. */
export interface ListRange extends Range {
  readonly each?: FieldRule;
}

/** A list of parts. Refuses `field-wrong-type`, `list-too-short`, `list-too-long`, and what the parts refuse. */
export const ArrayOf = (shape: () => Shape, size: ListRange, description?: string): PropertyDecorator =>
  applyDecorators(
    field((value) => listFault(value, size) ?? firstFault(value, noListRule) ?? (size.each && firstFault(value, size.each)), {
      // Swagger knows a deferred class by the function's name, which must be `type`.
      type: () => shape(),
      isArray: true,
      minItems: size.min,
      maxItems: size.max,
      ...(description === undefined ? {} : { description }),
    }),
    ValidateNested({ each: true }),
    Type(shape),
  );

/** A list of plain values, each under one rule: `@ListOf(idRule('agency'), { min: 1, max: 20 })`. */
export const ListOf = (rule: FieldRule, size: Range, description?: string): PropertyDecorator =>
  field((value) => listFault(value, size) ?? firstFault(value, rule), {
    type: 'array',
    items: rule.told ?? { type: 'string' },
    minItems: size.min,
    maxItems: size.max,
    ...(description === undefined ? {} : { description }),
  });

function listFault(value: unknown, { min, max }: Range): FieldFault | undefined {
  if (!Array.isArray(value)) return fault('field-wrong-type', 'Give a JSON list.');
  if (value.length < min) return fault('list-too-short', `Give at least ${min}.`);
  return value.length > max ? fault('list-too-long', `Give at most ${max}.`) : undefined;
}

function firstFault(list: unknown, rule: FieldRule): FieldFault | undefined {
  for (const [index, value] of Array.isArray(list) ? list.entries() : []) {
    const found = rule(value);
    if (found !== undefined) return fault(found.code, `Entry ${index + 1}: ${found.detail}`);
  }
  return undefined;
}
