import { readFile } from 'node:fs/promises';
import { arch, cpus, totalmem } from 'node:os';

/** The machine of a run, as a reader of the table must know it. */
export async function machine(): Promise<string> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const system = /^PRETTY_NAME="(.*)"$/m.exec(release)?.[1] ?? process.platform;
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Machine: ${cpus().length} × ${first?.model.trim() ?? 'processor'} (${arch()}), ${memory} GiB, ${system}, Node ${process.version}.`;
}
