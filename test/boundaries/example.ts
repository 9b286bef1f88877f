/** One rule: a text that lint must refuse in that file, and its lawful neighbour that it must let pass. */
export interface Example {
  /** "a domain project", "lint": who is refused what. */
  readonly title: string;
  readonly rule: string;
  /** Part of the message, so that no other rule's refusal is taken for this one. */
  readonly says: RegExp;
  readonly file: string;
  /** Where the good text stands, if elsewhere: a rule about file names. */
  readonly goodFile?: string;
  readonly bad: string;
  readonly good: string;
}

/** A file of each kind of project; its text is replaced in memory. */
export const fileOf = {
  kernel: 'libs/shared/kernel/index.ts',
  contract: 'libs/panel/contracts/index.ts',
  domain: 'libs/panel/domain/index.ts',
  projection: 'libs/funding/projections/index.ts',
  application: 'libs/panel/application/index.ts',
  adapter: 'libs/shared/read-store/index.ts',
  http: 'libs/panel/http/index.ts',
  app: 'libs/composition/index.ts',
  testing: 'libs/shared/testing/index.ts',
} as const;

/** A file that no project imports: the type checker looks at nothing else when its text changes. */
export const leafFile = 'test/boundaries/example.ts';

/** An import that uses nothing, so that only the rules about imports can object. */
export const importing = (path: string): string => `export type * from '${path}';\n`;
