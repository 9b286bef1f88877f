import { fault, field, telling } from './field-rule';

/**
 * Control characters but tab and line feed, and the characters that reorder text (Unicode bidirectional
 * overrides and isolates), and halves of a character, with which a name could be shown as another than it is.
 */
const NOT_PLAIN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff\p{Surrogate}]/u;
/** Something that can be seen: neither white space nor a character without width. */
const VISIBLE = /[^\s\u200b-\u200f\u2060\ufeff\u00ad]/;

/**
 * Plain text that people wrote. Refuses `text-missing` (nothing visible), `text-too-long` (in characters as
 * people count them nearly: code points) and `text-not-plain` (control characters, half a character).
 */
export function IsText(max: number, description?: string): PropertyDecorator {
  const rule = textRule(max);
  return field(rule, { ...rule.told, ...(description === undefined ? {} : { description }) });
}

export const textRule = (max: number) =>
  telling({ type: 'string', minLength: 1, maxLength: max }, (value) => {
    if (typeof value !== 'string') return fault('field-wrong-type', 'Give a text in double quotes.');
    if (NOT_PLAIN.test(value)) {
      return fault('text-not-plain', 'Remove the control characters from the text, or type it afresh.');
    }
    if (!VISIBLE.test(value)) return fault('text-missing', 'Write something here.');
    return value.length > max && [...value].length > max
      ? fault('text-too-long', `Shorten the text to ${max} characters.`)
      : undefined;
  });
