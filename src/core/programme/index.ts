/** Programmes of audits: their shape, their words and what follows from them. */
export * from './schema.ts';
export * from './words.ts';
