import { createLog } from './index';
import type { LogFields } from './index';

function logged(act: (log: ReturnType<typeof createLog>) => void): readonly Record<string, unknown>[] {
  const lines: string[] = [];
  act(createLog({ level: 'info', name: 'api', destination: { write: (line: string) => lines.push(line) } }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('The log', () => {
  it('writes one JSON line with a level, the moment, the process and the allowed fields', () => {
    const [line] = logged((log) => log.info('request', { method: 'GET', route: '/v1/children/:id', status: 200 }));
    expect(line).toMatchObject({ level: 'info', name: 'api', msg: 'request', route: '/v1/children/:id', status: 200 });
    expect(line?.['time']).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(line).not.toHaveProperty('hostname');
  });

  it('drops a field that is not on the list, and an object under a name that is', () => {
    // The cast is the mistake that the log must survive.
    const careless = { body: { name: 'Bea Example' }, actor: { name: 'Bea Example' } } as unknown as LogFields;
    const [line] = logged((log) => log.info('request', careless));
    expect(JSON.stringify(line)).not.toContain('Bea');
  });

  it('writes an error without its message, and the error behind it likewise', () => {
    const behind = Object.assign(new RangeError('Bea Example\n    at home (9434765919)'), { code: 'SQLITE_FULL' });
    const [line] = logged((log) => log.error('failed', { error: new Error('no row for Bea Example', { cause: behind }) }));
    expect(line?.['error']).toMatchObject({ name: 'Error', cause: { name: 'RangeError', code: 'SQLITE_FULL' } });
    expect(JSON.stringify(line)).toContain('log.spec');
    expect(JSON.stringify(line)).not.toMatch(/Bea|9434765919/);
  });

  it('is silent below its level', () => {
    expect(logged((log) => log.debug('detail'))).toEqual([]);
  });
});
