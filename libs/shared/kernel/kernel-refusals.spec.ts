import { kernelRefusals, refuseKernel } from './kernel-refusals';
import type { KernelRefusalCode } from './kernel-refusals';

describe('The kernel’s refusals', () => {
  // The cast is true: Object.keys gives the catalogue's own keys.
  const codes = Object.keys(kernelRefusals) as KernelRefusalCode[];

  it.each(codes)('have a stable kebab-case code and a title: %s', (code) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(refuseKernel(code, 'Because.')).toMatchObject({ ok: false, refusal: code, because: 'Because.' });
    expect(kernelRefusals[code].title).toMatch(/^[A-Z].*[^.]$/);
  });

  it('keep the attempt only where shares are not whole', () => {
    expect(codes.filter((code) => refuseKernel(code, '').kept)).toEqual(['shares-not-whole']);
  });
});
