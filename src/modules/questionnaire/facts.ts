import { defineFacts } from '../../kernel/fact.ts';
import { publishedFact } from './contract.ts';

export const facts = defineFacts({
  'questionnaire.published': {
    when: 'A version of a questionnaire is fixed and may be sent to departments.',
    data: publishedFact,
  },
});
