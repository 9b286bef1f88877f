import { projects } from './projects.mjs';

/**
 * Which project may import which, by the tags in its project.json, and which packages it may use.
 * There is no `*` rule: a tag that is not listed here may depend on nothing.
 * `test/boundaries` holds one bad import per rule.
 */

const nest = ['@nestjs/common', '@nestjs/core', 'reflect-metadata', 'rxjs', 'rxjs/*'];
const web = ['@nestjs/swagger', '@nestjs/cqrs', '@nestjs/platform-fastify', 'class-validator', 'class-transformer'];

/** Type of a project, to the types that it may import and the packages that it may use (absent: any). */
export const types = {
  kernel: { imports: ['kernel'], packages: ['temporal-polyfill'] },
  contract: { imports: ['kernel', 'contract'], packages: ['zod'] },
  domain: { imports: ['kernel', 'contract'], packages: [] },
  projection: { imports: ['kernel', 'contract'], packages: [] },
  application: { imports: ['kernel', 'contract', 'domain', 'application'], packages: [] },
  adapter: { imports: ['kernel', 'contract', 'application', 'adapter'], packages: nest },
  http: {
    imports: ['kernel', 'contract', 'application', 'domain', 'projection', 'adapter'],
    packages: [...nest, ...web],
  },
  app: { imports: ['kernel', 'contract', 'domain', 'projection', 'application', 'adapter', 'http', 'app'] },
  testing: {
    imports: ['kernel', 'contract', 'application', 'adapter', 'testing'],
    packages: ['fast-check', 'temporal-polyfill', 'zod'],
  },
  tool: { imports: ['kernel', 'contract', 'domain', 'projection', 'application', 'adapter', 'http', 'app', 'testing'] },
};

/** Pure projects: no clock, no randomness, no process, no Node. */
export const pureTypes = ['kernel', 'contract', 'domain', 'projection', 'application'];

const contexts = ['panel', 'funding', 'child', 'dispute', 'assurance', 'access'];

/** A context knows itself, what is shared, and the contracts (the recorded facts) of the others. */
export const scopes = {
  shared: ['scope:shared'],
  ...Object.fromEntries(contexts.map((context) => [context, [`scope:${context}`, 'scope:shared', 'type:contract']])),
  composition: ['scope:composition', 'scope:shared', ...contexts.map((context) => `scope:${context}`)],
  app: ['scope:composition', 'scope:shared', ...contexts.map((context) => `scope:${context}`)],
  workspace: ['scope:composition', 'scope:app', 'scope:shared', ...contexts.map((context) => `scope:${context}`)],
};

/** The client library of each adapter; no other project may use it, the apps excepted. */
export const clientsOf = {
  'libs/access/tokens': ['jose', '@nestjs/swagger'],
  'libs/shared/event-store-sqlite': [],
  'libs/shared/event-store-eventstoredb': ['@eventstore/db-client', '@eventstore/db-client/*', 'cockatiel'],
  'libs/shared/read-store': ['kysely', 'kysely/*', 'pg'],
  'libs/shared/jobs': ['bullmq', 'ioredis'],
  'libs/shared/http': [...web, '@nestjs/common/*', '@nestjs/core/*', 'fastify'],
  'libs/shared/observability': ['pino'],
  'libs/shared/personal-data': [],
  'libs/panel/precedents': ['kysely', 'wink-porter2-stemmer'],
  'libs/shared/documents': ['pdfkit', '@expo-google-fonts/noto-sans/*'],
  'libs/shared/tables': ['csv-parse', 'csv-parse/sync', 'csv-stringify', 'csv-stringify/sync'],
  // The stand-in for the protocol is built from the services inside the client.
  'libs/shared/testing/eventstoredb-stand-in': ['@eventstore/db-client/*', '@grpc/grpc-js', 'google-protobuf/*'],
};

/** What specs may use besides: the test runner's company. */
const specPackages = ['fast-check', 'date-holidays', '@nestjs/testing', 'temporal-polyfill'];

/**
 * Options of `@nx/enforce-module-boundaries`.
 * @param {{ spec: boolean, clients?: readonly string[] }} options
 */
export function moduleBoundaries({ spec, clients = [] }) {
  const byType = Object.entries(types).map(([type, { imports, packages }]) => ({
    sourceTag: `type:${type}`,
    onlyDependOnLibsWithTags: [...imports, ...(spec ? ['testing'] : [])].map((name) => `type:${name}`),
    ...(packages ? { allowedExternalImports: [...packages, ...clients, ...(spec ? specPackages : [])] } : {}),
  }));
  const byScope = Object.entries(scopes).map(([scope, tags]) => ({
    sourceTag: `scope:${scope}`,
    onlyDependOnLibsWithTags: tags,
  }));
  return {
    banTransitiveDependencies: true,
    // Nx counts what specs import (kernel -> testing -> kernel) and stops at the first path that it finds;
    // test/boundaries/cycles.spec.ts looks for cycles in the code that is built. A pair of a project with
    // itself would switch off the rule about imports of one's own name.
    ignoredCircularDependencies: projects.map(({ name }) => [name, `!${name}`]),
    depConstraints: [...byType, ...byScope],
  };
}
