import { Injectable } from '@nestjs/common';

interface Entry {
  readonly methods: readonly string[];
  readonly parts: readonly string[];
}

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '');

/** The routes that Fastify serves, to tell a wrong address from a wrong method. */
@Injectable()
export class RouteTable {
  private readonly entries: Entry[] = [];

  add(path: string, methods: readonly string[]): void {
    this.entries.push({ methods, parts: partsOf(path) });
  }

  /** The methods that an address answers to; empty where there is nothing at it. */
  methodsAt(url: string): readonly string[] {
    const parts = partsOf(url.split('?', 1).join());
    const methods = this.entries.filter((entry) => matches(entry.parts, parts)).flatMap((entry) => entry.methods);
    return [...new Set(methods)].sort();
  }
}

const matches = (pattern: readonly string[], parts: readonly string[]): boolean =>
  pattern.length === parts.length && pattern.every((part, index) => part.startsWith(':') || part === parts[index]);
