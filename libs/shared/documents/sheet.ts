/** A4 and its margins, in points: 2 cm at the sides. */
export const sheet = { height: 841.89, left: 56.7, top: 56.7, width: 595.28 - 2 * 56.7 } as const;

/** Sizes of type in points; 12 is what guidance on accessible print asks of running text. */
export const sizes = { small: 10, denseTable: 9, table: 11, body: 12, heading: [20, 16, 14, 12] } as const;

/** From line to line. Noto Sans itself is 1.36 times its size high, so lines never touch. */
export const leading = (size: number): number => size * 1.4;

/** Room above a paragraph, a list, a table. */
export const between = 10;
