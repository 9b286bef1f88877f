import { request } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { startExample } from './example-shell';
import type { ExampleShell } from './example-shell';
import { Public } from './index';

@Controller('v1/slow')
class SlowController {
  @Get()
  @Public()
  async read(): Promise<{ read: true }> {
    await delay(300);
    return { read: true };
  }

  @Post()
  @Public()
  take(): { taken: true } {
    return { taken: true };
  }
}
@Module({ controllers: [SlowController] })
class SlowModule {}

let shell: ExampleShell;
let port: number;
beforeEach(async () => {
  shell = await startExample(SlowModule);
  await shell.app.listen(0, '127.0.0.1');
  // A listening TCP server always has such an address.
  port = (shell.app.getHttpServer().address() as AddressInfo).port;
});
afterEach(() => shell.app.close());

/** Sends bytes as they are and gives everything that comes back until the connection ends. */
async function sendRaw(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
  let heard = '';
  socket.on('data', (data: Buffer) => (heard += data.toString()));
  await new Promise((resolve) => socket.once('close', resolve));
  return heard;
}

describe('A shutdown', () => {
  it('lets requests under way finish, takes no new ones, and closes the stores last', async () => {
    const reading = fetch(`http://127.0.0.1:${port}/v1/slow`);
    await delay(100);
    const closing = shell.app.close();
    await delay(50);
    expect(shell.closed).toBe(false);
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow();
    expect(await (await reading).json()).toEqual({ read: true });
    const answered = Date.now();
    await closing;
    expect(Date.now() - answered).toBeLessThan(2_000);
    expect(shell.closed).toBe(true);
    expect(shell.lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['shutdown begun', 'request', 'shutdown finished']);
  });
});

describe('What comes over the wire', () => {
  it('is answered as a problem where it is no HTTP', async () => {
    expect(await sendRaw('hunter2\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*urn:accord:problem:request-malformed/);
  });

  it('is answered as a problem where its headers are too large', async () => {
    const heard = await sendRaw(`GET /health/live HTTP/1.1\r\nHost: a\r\nX-Large: ${'x'.repeat(40_000)}\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 431 [^]*urn:accord:problem:headers-too-large/);
  });

  it('is cut off at the limit where a body has no end', async () => {
    let sent = 0;
    const status = await new Promise<number>((resolve) => {
      const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
      const endless = request({ port, host: '127.0.0.1', path: '/v1/slow', method: 'POST', headers });
      endless.on('error', () => undefined);
      endless.on('response', (response) => {
        response.resume();
        endless.destroy();
        resolve(response.statusCode ?? 0);
      });
      const more = (): void => {
        if (endless.destroyed || sent > 100_000_000) return;
        sent += 65_536;
        endless.write('x'.repeat(65_536), () => setImmediate(more));
      };
      more();
    });
    expect(status).toBe(413);
    expect(sent).toBeLessThan(20_000_000);
  });
});
