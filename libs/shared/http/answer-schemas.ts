/** The part of OpenAPI 3.0's schemas in which answers are described. */
export interface AnswerSchema {
  readonly $ref?: string;
  readonly allOf?: readonly AnswerSchema[];
  readonly anyOf?: readonly AnswerSchema[];
  readonly type?: 'string' | 'integer' | 'boolean' | 'object' | 'array';
  readonly format?: string;
  readonly description?: string;
  readonly nullable?: true;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly minimum?: number;
  readonly items?: AnswerSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, AnswerSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: true | AnswerSchema;
}

/** What one route answers where all is well. */
export interface RouteAnswer {
  /** As JSON; of a command, what it says besides the receipt that all commands have in common. */
  readonly schema: AnswerSchema;
  /** The further media types in which it comes where `Accept` asks. */
  readonly alsoAs?: readonly string[];
}

/** What all routes answer, as `npm run docs` reads it from their return types. */
export interface AnswerSchemas {
  /** By operation: `AssuranceController_ofChild`. Commands that answer with their receipt alone are not among them. */
  readonly answers: Readonly<Record<string, RouteAnswer>>;
  /** The types that they share, by name. */
  readonly schemas: Readonly<Record<string, AnswerSchema>>;
}

declare const said: unique symbol;

/**
 * The bytes of an answer that says a `T` where it is sent as JSON, and that comes as one of `Kinds` where the reader
 * prefers that. The type alone knows it: the description of the API is read from it, so it is written out in the
 * return type of the handler.
 */
export type BytesOf<T, Kinds extends string> = Buffer & { readonly [said]?: { readonly json: T; readonly alsoAs: Kinds } };
