/** What was typed one per line, without empty lines. */
export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
