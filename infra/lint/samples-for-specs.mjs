const SAMPLE = /(?:^|\/)sample-[^/]+$/;
const OF_SPECS = /(?:\.spec|(?:^|[\\/])sample-[^\\/]+)\.ts$/;

/** Samples (`sample-*.ts`) may use what specs may use, so only specs and other samples import them. */
export const samplesForSpecs = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { sample: '{{path}} is a sample for specs: what runs in earnest does not use it.' },
  },
  create(context) {
    const check = ({ source }) => {
      const path = source?.value;
      if (typeof path !== 'string' || !SAMPLE.test(path) || OF_SPECS.test(context.filename)) return;
      context.report({ node: source, messageId: 'sample', data: { path } });
    };
    return { ImportDeclaration: check, ImportExpression: check, ExportAllDeclaration: check, ExportNamedDeclaration: check };
  },
};
