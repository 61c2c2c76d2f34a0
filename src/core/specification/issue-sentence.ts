import type { z } from 'zod';

/** What is wrong with a value of a specification file, as a Japanese sentence. */
export function issueSentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `「${issue.expected}」の値がありません。`
        : `値の形（${issue.expected}）が正しくありません。`;
    case 'invalid_value':
      return `${issue.values.map(String).join('、')}のいずれかにしてください。`;
    case 'unrecognized_keys':
      return `「${issue.keys.join('」「')}」という項目はありません。綴りを確かめてください。`;
    case 'too_small':
      if (issue.inclusive === false) return `${String(issue.minimum)}より大きくしてください。`;
      return `${String(issue.minimum)}${issue.origin === 'array' ? '件' : issue.origin === 'string' ? '文字' : ''}以上にしてください。`;
    case 'too_big':
      return `${String(issue.maximum)}${issue.origin === 'array' ? '件' : issue.origin === 'string' ? '文字' : ''}以内にしてください。`;
    case 'invalid_union':
      return 'note' in issue && issue.note === 'No matching discriminator'
        ? 'その種類の規則はありません。type の値を確かめてください。'
        : '値が正しくありません。';
    case 'custom':
      return issue.message === 'Invalid input' ? '値が正しくありません。' : issue.message;
    case 'invalid_format':
      // A format of our own carries its sentence.
      return /[ぁ-ん]/u.test(issue.message) ? issue.message : '書き方が正しくありません。';
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return '値が正しくありません。';
  }
}
