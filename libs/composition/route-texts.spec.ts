import { permissions } from '@accord/access/contracts';
import { DemonstrationTokensModule } from '@accord/access/tokens';
import type { DevelopmentIssuer } from '@accord/access/tokens';
import { LONGEST_SUMMARY, apiTags, assertEveryRouteSaysWhatItDoes, declaredRoutes } from '@accord/shared/http';
import type { DeclaredRoute } from '@accord/shared/http';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Area } from './area';
import { AreaModule } from './area-module';

let routes: INestApplicationContext;
let declared: readonly DeclaredRoute[];

beforeAll(async () => {
  // A preview reads which modules and controllers there are, and makes none of them: nothing asks the area for its parts.
  const module = AreaModule.around({} as Area, [DemonstrationTokensModule.of({} as DevelopmentIssuer)]);
  routes = await NestFactory.createApplicationContext(module, { preview: true, logger: false, abortOnError: false });
  declared = declaredRoutes(routes);
});

/** Those of which something is true, to be read in the report of a failure. */
const where = (isTrue: (route: DeclaredRoute) => boolean): readonly unknown[] => declared.filter(isTrue).map(({ method, path, said }) => [method, path, said]);
const sentences = (text: string): boolean => /^[A-Z].*\.$/s.test(text);

describe('In the description of the API', () => {
  it('every route says what it does', () => {
    expect(declared.length).toBeGreaterThan(150);
    expect(() => assertEveryRouteSaysWhatItDoes(routes)).not.toThrow();
  });

  it('every route stands under what people look for, and something stands under each of them', () => {
    expect(where(({ about }) => about === undefined)).toEqual([]);
    expect([...new Set(declared.map(({ about }) => about))].sort()).toEqual(Object.keys(apiTags).sort());
  });

  it(`a summary is one clause of at most ${LONGEST_SUMMARY} characters that begins with what the route does, without a full stop`, () => {
    expect(where(({ said }) => said !== undefined && !/^[A-Z][a-z]+s\b[^.]*$/.test(said.summary))).toEqual([]);
    expect(where(({ said }) => said !== undefined && said.summary.length > LONGEST_SUMMARY)).toEqual([]);
  });

  it('no two routes say that they do the same', () => {
    const summaries = declared.map(({ said }) => said?.summary);
    expect(where(({ said }) => summaries.indexOf(said?.summary) !== summaries.lastIndexOf(said?.summary))).toEqual([]);
  });

  it('what a caller needs besides stands in whole sentences, and the permission is left to @Requires', () => {
    expect(where(({ said }) => said?.description !== undefined && !sentences(said.description))).toEqual([]);
    expect(where(({ said }) => permissions.some((permission) => said?.description?.includes(permission)))).toEqual([]);
    expect(Object.values(apiTags).filter((sentence) => !sentences(sentence))).toEqual([]);
  });
});
