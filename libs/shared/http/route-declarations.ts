import { RequestMethod } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { ApiTag } from './api-tags';
import { ACCESS } from './requires';
import type { RouteAccess } from './requires';
import { routeInputs } from './route-inputs';
import type { RouteInput } from './route-inputs';
import { ABOUT, SAID } from './says';
import type { RouteSaying } from './says';

/** One route as its controller declares it. */
export interface DeclaredRoute {
  readonly controller: string;
  readonly handler: string;
  readonly method: string;
  /** Paths of controller and handler together, e.g. `/v1/children/:id`. */
  readonly path: string;
  readonly access: RouteAccess | undefined;
  /** What it says of itself, and under which tag it is described. */
  readonly said: RouteSaying | undefined;
  readonly about: ApiTag | undefined;
  readonly inputs: readonly RouteInput[];
}

/** Every route of every controller in the application, whether or not it declares a permission. */
export function declaredRoutes(app: INestApplicationContext): readonly DeclaredRoute[] {
  const discovery = new DiscoveryService(app.get(ModulesContainer));
  return discovery.getControllers().flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(metatype) : []));
}

function routesOf(controller: NewableFunction | ((...given: never[]) => unknown)): readonly DeclaredRoute[] {
  // The prototype of a class is an object whose members the scanner lists, inherited ones included.
  const prototype = controller.prototype as Readonly<Record<string, unknown>>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
    const paths = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)];
    // Only @Requires() and @Public() set this key.
    const access = Reflect.getMetadata(ACCESS, handler) as RouteAccess | undefined;
    // Only @Says() sets this one, and only @About() the next.
    const said = Reflect.getMetadata(SAID, handler) as RouteSaying | undefined;
    // As above.
    const about = Reflect.getMetadata(ABOUT, controller) as ApiTag | undefined;
    const declared = { controller: controller.name, handler: name, method: methodName(method), path: joined(paths) };
    return [{ ...declared, access, said, about, inputs: routeInputs(controller, name) }];
  });
}

const methodName = (method: unknown): string => (typeof method === 'number' ? (RequestMethod[method] ?? 'ALL') : 'ALL');

const joined = (paths: readonly unknown[]): string =>
  `/${paths.flatMap((path) => String(path).split('/')).filter((part) => part !== '').join('/')}`;

/**
 * Deny by default: throws at the start, and in a test of the build, where any route declares neither a
 * permission nor that it is public. Names every culprit.
 */
export function assertEveryRouteDeclaresItsPermission(app: INestApplicationContext): void {
  const culprits = named(declaredRoutes(app).filter(({ access }) => access === undefined));
  if (culprits === '') return;
  throw new Error(`Declare @Requires('…') or @Public() on each route. Missing on: ${culprits}.`);
}

/**
 * For a test of the build: throws where any route does not say what it does. Names every culprit. A start
 * does not ask, since an area can work without the sentence.
 */
export function assertEveryRouteSaysWhatItDoes(app: INestApplicationContext): void {
  const culprits = named(declaredRoutes(app).filter(({ said }) => said === undefined));
  if (culprits === '') return;
  throw new Error(`Declare @Says('…') on each route. Missing on: ${culprits}.`);
}

const named = (routes: readonly DeclaredRoute[]): string =>
  routes.map(({ controller, handler, method, path }) => `${controller}.${handler} (${method} ${path})`).join(', ');

/**
 * Throws where a handler takes a whole body or query of a type that exists only in TypeScript (an
 * interface, a type import) or of a class without decorated fields: it would pass unchecked.
 */
export function assertEveryInputHasItsClass(app: INestApplicationContext): void {
  const culprits = declaredRoutes(app).flatMap(({ controller, handler, inputs }) =>
    inputs.filter(({ checked }) => !checked).map(({ kind }) => `${controller}.${handler} (${kind})`),
  );
  if (culprits.length === 0) return;
  throw new Error(`Declare each body and query with a class of decorated fields, imported as a value: ${culprits.join(', ')}.`);
}
