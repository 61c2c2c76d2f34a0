import { expect, test } from 'vitest';
import { planFields } from './plan-fields.ts';

const task = (content: string, owner: 'contractor' | 'city' = 'contractor') => ({
  content,
  owner,
  excluded: null,
  origin: 'specification' as const,
});
const ALWAYS = ['業務項目別の作業内容', '作業間の相互関係', '運営体制', 'スケジュール'];

test('a plan always shows work, dependencies, organisation and schedule', () => {
  expect(planFields([task('計画を作る。'), task('', 'contractor')])).toEqual(ALWAYS);
});

test('the work is detailed once every task of the contractor says what is done', () => {
  expect(planFields([task('計画を作る。'), task('', 'city')])).toEqual([...ALWAYS, '詳細な作業内容']);
});

test('the audit items are detailed once a task of the contractor lists them', () => {
  const listed = '機器を診断する。\n監査項目：パッチの適用、不要なサービス';
  expect(planFields([task(listed)])).toEqual([...ALWAYS, '詳細な作業内容', '詳細な監査項目']);
  expect(planFields([task(listed, 'city')])).toEqual(ALWAYS);
});
