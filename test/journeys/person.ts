/** What came back for a request. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // The journeys read answers as a client does: as JSON of whatever shape.
  readonly body: Readonly<Record<string, unknown>>;
  /** The body as it came. */
  readonly text: string;
}

/** Looks at every answer before whoever asked does. */
type Witness = (method: string, address: string, answer: Answer) => void;
let witness: Witness | undefined;
export const witnessedBy = (chosen: Witness): void => {
  witness = chosen;
};

let keys = 0;
/** A key that no other request of this process has. */
export const freshKey = (name: string): string => `${name}-${process.pid}-${++keys}`;

/** Speaks HTTP as one demonstration person. */
export class Person {
  private constructor(
    private readonly address: string,
    readonly name: string,
    readonly token: string,
  ) {}

  static async named(address: string, name: string): Promise<Person> {
    const answer = await request(`${address}/demonstration/tokens`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ person: name }),
    });
    const { token } = answer.body;
    if (typeof token !== 'string') throw new Error(`There is no token for ${name}: status ${answer.status}`);
    return new Person(address, name, token);
  }

  /** The same person with another token, or at another address. */
  with({ token = this.token, address = this.address }: { readonly token?: string; readonly address?: string }): Person {
    return new Person(address, this.name, token);
  }

  /** Commands under a new key, unless `headers` gives one; a text is sent as it is. */
  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': freshKey(this.name), ...headers },
      body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    });
  }

  get(path: string): Promise<Answer> {
    return this.send(path, {});
  }

  send(path: string, asked: Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> }): Promise<Answer> {
    const headers = { Authorization: `Bearer ${this.token}`, ...asked.headers };
    return request(`${this.address}${path}`, { ...asked, headers });
  }
}

/** Asks, and reads the whole answer. @throws TypeError where the connection ends before the answer */
export async function request(address: string, asked: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(address, asked);
  const text = await answer.text();
  const read = { status: answer.status, headers: answer.headers, text, body: jsonOf(text) };
  witness?.(asked.method ?? 'GET', address, read);
  return read;
}

function jsonOf(text: string): Answer['body'] {
  try {
    // Whatever the shape: the journeys say what they expect of it.
    return JSON.parse(text) as Answer['body'];
  } catch {
    return {};
  }
}

/** The answer of a command that was carried out; says why it was not, where it was not. */
export function done(answer: Answer): Answer {
  if (answer.status === 200 || answer.status === 201) return answer;
  throw new Error(`Expected to be done, and was answered ${answer.status}: ${answer.text.slice(0, 500)}`);
}

/** An answer other than success, as RFC 9457 has it, with the code that clients branch on. */
export interface ToldProblem {
  readonly status: number;
  readonly code: string;
}

const PREFIX = 'urn:accord:problem:';

/** Reads a problem; throws where the answer is no well-formed problem with a sentence to act on. */
export function problemIn({ status, headers, text }: Answer): ToldProblem {
  const contentType = headers.get('content-type');
  if (contentType !== 'application/problem+json') throw new Error(`Status ${status} came as ${contentType}: ${text.slice(0, 300)}`);
  // Checked field by field below.
  const told = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const faults = [
    typeof told['type'] === 'string' && told['type'].startsWith(PREFIX) ? '' : 'its type is no name of ours',
    typeof told['title'] === 'string' && told['title'].length > 5 ? '' : 'it has no title',
    typeof told['detail'] === 'string' && /^\S.{9,}[.?]$/su.test(told['detail']) ? '' : 'its detail is no sentence',
    told['status'] === status ? '' : 'its status is another than that of the answer',
    typeof told['instance'] === 'string' && told['instance'].startsWith('urn:uuid:') ? '' : 'it has no instance',
    / at .*:\d+:\d+|node_modules|Error:/.test(text) ? 'it shows the inside of the program' : '',
  ].filter((fault) => fault !== '');
  if (faults.length > 0) throw new Error(`A malformed problem (${faults.join('; ')}): ${text.slice(0, 500)}`);
  return { status, code: String(told['type']).slice(PREFIX.length) };
}
