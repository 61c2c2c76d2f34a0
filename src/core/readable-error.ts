/** An error whose message is a Japanese sentence for the person who asked: what is wrong and what to mend. */
export class ReadableError extends Error {}
