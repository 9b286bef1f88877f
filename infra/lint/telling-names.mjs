import { basename } from 'node:path';

const EMPTY_WORD = /^(?:utils?|helpers?|managers?|common)(?![a-z])|[-_.](?:utils?|helpers?|managers?|common)(?![a-z])|[a-z](?:Utils?|Helpers?|Managers?|Common)(?![a-z])/;
const saysNothing = (name) => EMPTY_WORD.test(name[0].toLowerCase() + name.slice(1));

/** Names say what a thing is for: no utils, helpers, manager or common, and no `I` before an interface. */
export const tellingNames = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      empty: '"{{name}}" says nothing about what it is for.',
      prefix: '"{{name}}": interfaces have no I prefix.',
    },
  },
  create(context) {
    const check = (node) => {
      const name = node.id?.type === 'Identifier' ? node.id.name : undefined;
      if (name && saysNothing(name)) context.report({ node: node.id, messageId: 'empty', data: { name } });
    };
    return {
      Program(node) {
        const name = basename(context.filename);
        if (saysNothing(name)) context.report({ node, messageId: 'empty', data: { name } });
      },
      FunctionDeclaration: check,
      ClassDeclaration: check,
      TSTypeAliasDeclaration: check,
      VariableDeclarator: check,
      TSInterfaceDeclaration(node) {
        check(node);
        const { name } = node.id;
        if (/^I[A-Z][a-z]/.test(name)) context.report({ node: node.id, messageId: 'prefix', data: { name } });
      },
    };
  },
};
