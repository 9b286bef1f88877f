import type { AnswerSchemas } from '@accord/shared/http';

const WIDTH = 140;

/** What all routes answer, as a file of the composition. */
export const answersFile = (read: AnswerSchemas): string =>
  `import type { AnswerSchemas } from '@accord/shared/http';\n\nexport const answerSchemas: AnswerSchemas = ${written(read, '')};\n`;

/** JSON, on one line where it fits, so that a change of a field is a change of a line. */
function written(value: unknown, indent: string): string {
  const line = JSON.stringify(value);
  if (indent.length + line.length <= WIDTH || typeof value !== 'object' || value === null) return line;
  const inner = `${indent} `;
  const [opens, closes] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((each) => written(each, inner))
    : Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${written(each, inner)}`);
  return `${opens}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${closes}`;
}
