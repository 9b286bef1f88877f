import { refusalCatalogues } from '@accord/composition';
import { problemCatalogue } from '@accord/shared/http';

const codes = Object.entries(refusalCatalogues).flatMap(([context, catalogue]) =>
  Object.entries(catalogue).map(([code, { title }]) => ({ context, code, title })),
);

describe('A refusal code', () => {
  it('is given by one context only, so that a caller can branch on it', () => {
    const all = codes.map(({ code }) => code);
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
  });

  it('keeps its title where the HTTP layer gives it too', () => {
    const own: Readonly<Record<string, { readonly title: string }>> = problemCatalogue;
    const differing = codes.filter(({ code, title }) => own[code] !== undefined && own[code].title !== title);
    expect(differing).toEqual([]);
  });

  it('is kebab-case, and its title a sentence without a full stop', () => {
    expect(codes.filter(({ code }) => !/^[a-z]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
    expect(codes.filter(({ title }) => !/^[A-Z].*[^.]$/.test(title))).toEqual([]);
  });
});
