import { demonstration } from '@accord/composition';

/** What `npm start` prints: where to go, and three commands to try. The README's test runs them. */
export function banner(address: string): string {
  const { childId } = demonstration;
  const readToken = `node -p 'JSON.parse(require("fs").readFileSync(0)).token'`;
  return `
Accord is ready:  ${address}
API description:  ${address}/v1/openapi.json
People to act as: ${address}/demonstration/people

Try, in another terminal:

  # 1. Act as the key worker of a fictional child.
  TOKEN=$(curl -s ${address}/demonstration/tokens -H 'Content-Type: application/json' -d '{"person":"key-worker"}' | ${readToken})

  # 2. Record an operation: the standing agreement takes over personal care for six weeks, 50/50.
  curl -s ${address}/v1/children/${childId}/operations -H "Authorization: Bearer $TOKEN" -H 'Idempotency-Key: operation-1' -H 'Content-Type: application/json' -d '{"on":"2025-10-06","procedure":"Spinal fusion"}'

  # 3. Ask who pays what, week by week, and why.
  curl -s "${address}/v1/children/${childId}/who-pays?from=2025-10-06&to=2025-11-17&step=week" -H "Authorization: Bearer $TOKEN"

`;
}
