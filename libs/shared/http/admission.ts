import type { FastifyRequest } from 'fastify';
import type { Instant } from '@accord/shared/kernel';
import type { VerifiedPerson } from './token-verifier';

/** What the guard found when it let the request in. */
export interface Admission {
  readonly person: VerifiedPerson;
  /** The one instant of the whole request. */
  readonly now: Instant;
}

/** Keyed by the request itself, so that no client can set it and nothing outlives the request. */
const admissions = new WeakMap<object, Admission>();

export const admit = (request: FastifyRequest, admission: Admission): void => {
  admissions.set(request.raw, admission);
};

/** The person where one was admitted; for the log. */
export const admittedPerson = (request: FastifyRequest): VerifiedPerson | undefined =>
  admissions.get(request.raw)?.person;

/** @throws Error on a public route: a handler that asks for its caller must require a permission. */
export function admissionOf(request: FastifyRequest): Admission {
  const admission = admissions.get(request.raw);
  if (admission === undefined) throw new Error('A public route has no caller; declare a permission with @Requires().');
  return admission;
}
