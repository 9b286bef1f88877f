/**
 * Whether a reader prefers CSV to JSON by the `Accept` header (RFC 9110, section 12.5.1). JSON where it does not
 * say, and where it takes both as gladly.
 */
export function prefersTable(accept: string | undefined): boolean {
  const ranges = (accept ?? '').split(',').map(rangeOf);
  const quality = (type: string, group: string): number => {
    const named = [type, group, '*/*'].map((name) => ranges.find(({ range }) => range === name)).find((found) => found !== undefined);
    return named?.quality ?? 0;
  };
  return quality('text/csv', 'text/*') > quality('application/json', 'application/*');
}

function rangeOf(text: string): { readonly range: string; readonly quality: number } {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = given === undefined ? 1 : Number(given.slice(2));
  return { range, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}
