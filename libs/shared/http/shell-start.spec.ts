import { Body, Controller, Get, Module, Post, Query } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { apiTags } from './api-tags';
import { ExampleModule } from './example-app';
import { startExample } from './example-shell';
import type { ExampleShell } from './example-shell';
import { assertEveryRouteDeclaresItsPermission, assertEveryRouteSaysWhatItDoes, declaredRoutes, Public } from './index';

interface Loose {
  readonly name: string;
}

@Controller('v1/left-open')
class OpenController {
  @Post()
  anyone(): string {
    return 'yes';
  }
}
@Controller('v1/unchecked')
class UncheckedController {
  @Post()
  @Public()
  record(@Body() body: Loose): string {
    return body.name;
  }

  @Get()
  @Public()
  list(@Query() query: Record<string, string>): string {
    return String(query['name']);
  }
}
@Controller('v1/silent')
class SilentController {
  @Get()
  @Public()
  read(): string {
    return 'nothing';
  }
}
@Module({ controllers: [SilentController] })
class SilentModule {}
@Module({ controllers: [OpenController], imports: [ExampleModule] })
class OpenModule {}
@Module({ controllers: [UncheckedController] })
class UncheckedModule {}

describe('The start', () => {
  it('fails where a route declares no permission, and names it', async () => {
    await expect(startExample(OpenModule)).rejects.toThrow('Missing on: OpenController.anyone (POST /v1/left-open).');
  });

  it('fails where a body or query has no class that could check it, and names both', async () => {
    await expect(startExample(UncheckedModule)).rejects.toThrow('UncheckedController.record (body), UncheckedController.list (query)');
  });

  it('does not fail where a route says nothing: that is for the build to find, which names it', async () => {
    const { app } = await startExample(SilentModule);
    expect(() => assertEveryRouteSaysWhatItDoes(app)).toThrow("Declare @Says('…') on each route. Missing on: SilentController.read (GET /v1/silent).");
    await app.close();
  });

  it('lists every route with what it requires, those of the shell among them', async () => {
    const { app } = await startExample();
    expect(() => assertEveryRouteDeclaresItsPermission(app)).not.toThrow();
    expect(() => assertEveryRouteSaysWhatItDoes(app)).not.toThrow();
    expect(declaredRoutes(app).map(({ method, path, access }) => [method, path, access])).toEqual([
      ['GET', '/health/live', { public: true }],
      ['GET', '/health/ready', { public: true }],
      ['GET', '/v1/openapi.json', { public: true }],
      ['POST', '/v1/decisions', { permission: 'decision:record' }],
      ['POST', '/v1/decisions/:id/withdrawals', { permission: 'decision:record' }],
      ['GET', '/v1/decisions', { permission: 'decision:read' }],
      ['GET', '/v1/decisions/:id', { permission: 'audit:read' }],
      ['GET', '/v1/decisions/open/to-all', { public: true }],
    ]);
    await app.close();
  });
});

describe('The end', () => {
  it('closes the stores, and is told in the log', async () => {
    const shell: ExampleShell = await startExample();
    await shell.app.close();
    expect(shell.closed).toBe(true);
    expect(shell.lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['shutdown begun', 'shutdown finished']);
  });
});

describe('The description of the API', () => {
  it('says what each route does and which permission it needs, under a tag that has its sentence', async () => {
    const { app } = await startExample();
    const { tags, paths } = (await app.inject('/v1/openapi.json')).json<OpenAPIObject>();
    await app.close();
    expect(tags).toEqual([{ name: 'Decisions', description: apiTags.Decisions }]);
    expect(paths['/v1/decisions']?.post).toMatchObject({
      ...{ tags: ['Decisions'], summary: 'Records a decision', 'x-accord-permission': 'decision:record' },
      description: 'Refused where the shares do not make a whole.\n\nNeeds the permission `decision:record`.',
    });
    expect(paths['/v1/decisions/{id}']?.get).toMatchObject({ summary: 'Tells one decision', description: 'Needs the permission `audit:read`.' });
    expect(paths['/v1/decisions/open/to-all']?.get).not.toHaveProperty('description');
  });

  it('is generated from the controllers, with bearer security, fields and problems', async () => {
    const { app } = await startExample();
    const response = await app.inject('/v1/openapi.json');
    await app.close();
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({
      openapi: expect.stringMatching(/^3\./),
      components: {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
        schemas: {
          RecordDecisionBody: {
            required: ['weeklyCost', 'period', 'shares', 'reason', 'outcome'],
            properties: {
              weeklyCost: { type: 'integer', minimum: 0 },
              period: { $ref: '#/components/schemas/PeriodBody' },
              shares: { type: 'array', minItems: 1, maxItems: 5, items: { $ref: '#/components/schemas/SharePartBody' } },
              reason: { type: 'string', maxLength: 20 },
              outcome: { type: 'string', enum: ['approved', 'deferred'] },
              decidedAt: { type: 'string', format: 'date-time' },
              present: { type: 'array', items: { type: 'string', format: 'uuid', pattern: expect.stringContaining('[0-9a-f]') as unknown } },
            },
          },
          Problem: { required: ['type', 'title', 'status', 'detail', 'instance'] },
        },
      },
      paths: {
        '/v1/decisions': {
          post: {
            security: [{ bearer: [] }],
            parameters: expect.arrayContaining([expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true })]),
            responses: {
              201: { headers: { ETag: expect.anything(), 'Accord-Position': expect.anything() } },
              412: { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
            },
          },
          get: {
            parameters: expect.arrayContaining(
              ['after', 'asAt', 'knownAt', 'limit', 'cursor'].map((name) => expect.objectContaining({ name, in: 'query', required: false }) as unknown),
            ),
          },
        },
        '/v1/decisions/{id}': { get: { parameters: [expect.objectContaining({ name: 'id', in: 'path', required: true })] } },
      },
    });
    expect(response.json<{ paths: Record<string, unknown> }>().paths).not.toHaveProperty('/health/live');
  });
});
