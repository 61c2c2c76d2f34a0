import { expect, test } from 'vitest';
import { coverTitle } from './lines.ts';

test('a title too long for its line breaks before the words in brackets at its end, and nowhere else', () => {
  expect(coverTitle('特定個人情報の外部監査の監査報告書（公表用概要版）', 20)).toBe(
    '特定個人情報の外部監査の監査報告書\n（公表用概要版）',
  );
  expect(coverTitle('監査報告書（公表用概要版）', 20)).toBe('監査報告書（公表用概要版）');
  expect(coverTitle('外部監査（情報システム）の監査報告書及び改善の提案', 20)).toBe(
    '外部監査（情報システム）の監査報告書及び改善の提案',
  );
});
