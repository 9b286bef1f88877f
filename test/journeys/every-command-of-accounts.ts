import type { Command, Ground } from './every-ground';
import { done } from './person';

/**
 * Every command about the accounts: they begin with March 2020, long before anything else of a journey, so that no
 * other command meets a closed month or year.
 */
export async function commandsOfAccounts({ cast: { healthFinance: finance } }: Ground): Promise<readonly Command[]> {
  const months = '/v1/accounts/months';
  done(await finance.post(months, { month: '2020-03' }));
  return [
    { name: `POST ${months}`, person: finance, path: months, body: { month: '2020-04' } },
    { name: 'POST /v1/accounts/years', person: finance, path: '/v1/accounts/years', body: { year: '2019/20' } },
  ];
}
