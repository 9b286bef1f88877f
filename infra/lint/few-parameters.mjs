const LIMIT = 3;

/** Whether Nest fills it in by its decorator: a path's id, a body, the caller. */
const decorated = (parameter) => (parameter.decorators ?? []).length > 0;

/**
 * At most three parameters, then a named object. Constructors are exempt, Nest injects through them; so are
 * handlers of routes, each of whose parameters is named and filled in by its decorator.
 */
export const fewParameters = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { tooMany: `At most ${LIMIT} parameters; pass a named object instead.` },
  },
  create(context) {
    const check = (node) => {
      if (node.params.length <= LIMIT || node.parent.kind === 'constructor' || node.params.every(decorated)) return;
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
