/** Whether a text holds a mark, or braces that were meant to be one. */
export const hasMarks = (text: string): boolean => /\{\{|\}\}|｛｛|｝｝/u.test(text);
