import { describe, expect, it } from 'vitest';
import { mayReview, namesLeftIn, type Side, type Visibility } from './knowledge.ts';

describe('a review', () => {
  const allowed = (author: Side, reviewer: Side, visibility: Visibility): boolean =>
    mayReview({ author: { id: 'a', party: author }, reviewer: { id: 'b', party: reviewer }, visibility });

  it('is made by somebody else', () => {
    const person = { id: 'a', party: 'city' } as const;
    expect(mayReview({ author: person, reviewer: person, visibility: 'everyone' })).toBe(false);
  });

  it('of what the city will read is made by the city, when the contractor wrote it', () => {
    expect(allowed('contractor', 'city', 'everyone')).toBe(true);
    expect(allowed('contractor', 'contractor', 'everyone')).toBe(false);
    expect(allowed('city', 'contractor', 'everyone')).toBe(true);
  });

  it('of what one side alone reads stays on that side', () => {
    expect([allowed('city', 'city', 'city'), allowed('contractor', 'contractor', 'contractor')]).toEqual([true, true]);
    expect([allowed('city', 'contractor', 'city'), allowed('contractor', 'city', 'contractor')]).toEqual([
      false,
      false,
    ]);
  });
});

describe('names', () => {
  it('are found however they are spelt', () => {
    const text = { title: '持出し', summary: '', body: '山田　恵子さんからの\n相談', source: 'ｽﾎﾟｰﾂ課' };
    expect(namesLeftIn(text, ['山田 恵子', 'スポーツ課', '佐藤　健一', '森'])).toEqual(['山田 恵子', 'スポーツ課']);
  });
});
