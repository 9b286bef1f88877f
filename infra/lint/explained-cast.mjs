/**
 * A cast tells the compiler something that it cannot see; the reader must be told why it is true.
 * Accepted: a comment on the cast's line or in the lines just above it or its statement, or an earlier
 * comment in the file that says "Each cast ...". A doc comment counts only where it speaks of the cast.
 */
export const explainedCast = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { unexplained: 'Say in a comment on this line or the one before why this cast is true.' },
  },
  create(context) {
    const { sourceCode } = context;
    const comments = sourceCode.getAllComments().filter((comment) => !isDoc(comment) || /\bcasts?\b/i.test(comment.value));
    const check = (node) => {
      if (isConst(node) || isCast(node.parent)) return;
      if (!isExplained(node, comments, sourceCode)) context.report({ node, messageId: 'unexplained' });
    };
    return { TSAsExpression: check, TSTypeAssertion: check };
  },
};

const isDoc = (comment) => comment.type === 'Block' && comment.value.startsWith('*');
const isCast = (node) => node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion';
const isConst = ({ typeAnnotation }) =>
  typeAnnotation.type === 'TSTypeReference' && typeAnnotation.typeName.name === 'const';

function isExplained(cast, comments, sourceCode) {
  const first = sourceCode.getTokenBefore(statementOf(cast))?.loc.end.line ?? 0;
  const { start, end } = cast.loc;
  return comments.some(
    (comment) =>
      (/\bEach cast\b/.test(comment.value) && comment.loc.end.line < start.line) ||
      (comment.loc.start.line <= end.line && comment.loc.end.line >= start.line - 1) ||
      (comment.loc.start.line > first && comment.loc.end.line <= start.line && isBefore(comment, statementOf(cast))),
  );
}

const isBefore = (comment, statement) => comment.loc.end.line === statement.loc.start.line - 1;

function statementOf(node) {
  let at = node;
  while (at.parent && !/Statement$|Declaration$|^PropertyDefinition$|^Property$/.test(at.type)) at = at.parent;
  return at.parent?.type.startsWith('Export') ? at.parent : at;
}
