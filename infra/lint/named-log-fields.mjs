const LEVELS = /^(trace|debug|info|log|warn|error|fatal)$/;

/** A whole object in a log may hold personal data: name each field, `logger.info({ position }, '...')`. */
export const namedLogFields = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { raw: 'Log a text, or an object literal that names each field; a whole object may hold personal data.' },
  },
  create: (context) => ({
    CallExpression(node) {
      if (isLogger(node.callee) && !node.arguments.every(isNamed)) context.report({ node, messageId: 'raw' });
    },
  }),
};

function isLogger(callee) {
  if (callee.type !== 'MemberExpression' || !LEVELS.test(callee.property.name ?? '')) return false;
  const { object } = callee;
  return /^log(ger)?$/i.test(object.name ?? object.property?.name ?? '');
}

const isNamed = (argument) =>
  argument.type === 'Literal' ||
  argument.type === 'TemplateLiteral' ||
  (argument.type === 'ObjectExpression' && argument.properties.every((property) => property.type !== 'SpreadElement'));
