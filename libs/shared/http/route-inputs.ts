import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import { getMetadataStorage } from 'class-validator';

/** What a handler reads as a whole: `@Body()` and `@Query()`, each with the class that checks it. */
export interface RouteInput {
  readonly kind: 'body' | 'query';
  readonly shape: unknown;
  /** Whether the class has decorated fields; without, nothing would be checked. */
  readonly checked: boolean;
}

const KINDS: ReadonlyMap<string, RouteInput['kind']> = new Map([
  [String(RouteParamtypes.BODY), 'body'],
  [String(RouteParamtypes.QUERY), 'query'],
]);

/** The inputs that the handler of that name declares, as Nest and TypeScript recorded them. */
export function routeInputs(controller: NewableFunction | object, handler: string): readonly RouteInput[] {
  // Nest keys each parameter as `<kind>:<index>`, and the compiler lists the parameters' classes.
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<string, { index: number }>;
  const prototype: unknown = 'prototype' in controller ? controller.prototype : undefined;
  const classes: unknown = prototype instanceof Object ? Reflect.getMetadata('design:paramtypes', prototype, handler) : [];
  return Object.entries(parameters).flatMap(([key, { index }]) => {
    const kind = KINDS.get(key.split(':', 1).join());
    if (kind === undefined) return [];
    const shape: unknown = Array.isArray(classes) ? classes[index] : undefined;
    return [{ kind, shape, checked: isChecked(shape) }];
  });
}

const isChecked = (shape: unknown): boolean =>
  typeof shape === 'function' && getMetadataStorage().getTargetValidationMetadatas(shape, '', true, false).length > 0;
