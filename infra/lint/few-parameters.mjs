const LIMIT = 3;

/** At most three parameters, then a named object. Constructors are exempt: Nest injects through them. */
export const fewParameters = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { tooMany: `At most ${LIMIT} parameters; pass a named object instead.` },
  },
  create(context) {
    const check = (node) => {
      if (node.params.length <= LIMIT || node.parent.kind === 'constructor') return;
      context.report({ node, messageId: 'tooMany' });
    };
    return {
      FunctionDeclaration: check,
      FunctionExpression: check,
      ArrowFunctionExpression: check,
      TSEmptyBodyFunctionExpression: check,
      TSMethodSignature: check,
      TSFunctionType: check,
    };
  },
};
