/** The module writes no facts of its own: standards and audit say what they did. */
import { defineFacts } from '../../kernel/fact.ts';

export const facts = defineFacts({});
