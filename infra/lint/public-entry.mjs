import { projects } from './projects.mjs';

const entries = new Set(projects.map((project) => project.folder.replace(/^libs\//, '@accord/')));

/** A project is imported through its `index.ts` alone: `@accord/panel/contracts`, nothing deeper. */
export const publicEntry = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { deep: '{{path}} is no project: import from the index.ts of one, e.g. @accord/panel/contracts.' },
  },
  create(context) {
    const check = ({ source }) => {
      const path = source?.value;
      if (typeof path !== 'string' || !path.startsWith('@accord/') || entries.has(path)) return;
      context.report({ node: source, messageId: 'deep', data: { path } });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
      TSImportType: check,
    };
  },
};
