import type { Refusal, Result } from '@accord/shared/kernel';
import { problemCatalogue, statusOfRefusal } from './problem-catalogue';
import type { ProblemCode } from './problem-catalogue';

/** Prefix of every problem type; a name, not an address, so that it outlives any host. */
export const PROBLEM_TYPE = 'urn:accord:problem:';

/** What is wrong with one field; `field` is its path in the body, e.g. `lines[2].amount`. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly detail: string;
}

interface ProblemParts {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  /** A sentence that the caller can act on. Holds no personal data. */
  readonly detail: string;
  readonly source?: string | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * An answer other than success, thrown inside the HTTP layer alone: the rest of Accord gives refusals
 * as values. The filter writes it as RFC 9457 `application/problem+json`.
 */
export class Problem extends Error {
  override readonly name: string = 'Problem';
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly source: string | undefined;
  readonly errors: readonly FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(parts: ProblemParts) {
    super(parts.detail);
    this.code = parts.code;
    this.status = parts.status;
    this.title = parts.title;
    this.source = parts.source;
    this.errors = parts.errors;
    this.headers = parts.headers ?? {};
  }
}

/** A refusal of the domain on its way to the caller. */
export class RefusalProblem extends Problem {
  override readonly name = 'RefusalProblem';
  constructor(refusal: Refusal) {
    super({
      code: refusal.refusal,
      status: statusOfRefusal[refusal.kind],
      title: refusal.title,
      detail: refusal.because,
      source: refusal.source,
    });
  }
}

/**
 * The value, or the refusal on its way to the caller.
 * @throws RefusalProblem for a refusal, at the status of its kind
 */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new RefusalProblem(result);
  return result.value;
}

/** Builds one of this layer's own problems; `detail` is the sentence for this occurrence. */
export function problem(
  code: ProblemCode,
  detail: string,
  more: Pick<ProblemParts, 'errors' | 'headers'> = {},
): Problem {
  return new Problem({ code, detail, ...problemCatalogue[code], ...more });
}

/** The body of an `application/problem+json` answer. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly source?: string;
  readonly errors?: readonly FieldError[];
}

/** Writes a problem as RFC 9457 has it; `instance` names the request, for the logs. */
export function problemBody(given: Problem, correlationId: string): ProblemBody {
  return {
    type: `${PROBLEM_TYPE}${given.code}`,
    title: given.title,
    status: given.status,
    detail: given.message,
    instance: `urn:uuid:${correlationId}`,
    ...(given.source === undefined ? {} : { source: given.source }),
    ...(given.errors === undefined ? {} : { errors: given.errors }),
  };
}
