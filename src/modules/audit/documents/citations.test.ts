import { describe, expect, it } from 'vitest';
import { citationLines, shortNamesNote } from './citations.ts';

const NATIONAL = '地方公共団体における情報セキュリティポリシーに関するガイドライン';
const CITATIONS = [
  'あおば市情報セキュリティ対策基準 第12条（サーバ等の設置）',
  `${NATIONAL} 対策基準 4.1（サーバ等の管理）`,
  'あおば市情報セキュリティ対策基準 第13条（管理区域）',
];

describe('citations on paper', () => {
  it('name every standard once, in the order of their first places', () => {
    expect(citationLines(CITATIONS)).toEqual([
      'あおば市情報セキュリティ対策基準　第12条（サーバ等の設置）、第13条（管理区域）',
      '総務省ポリシーガイドライン　対策基準 4.1（サーバ等の管理）',
    ]);
    expect(citationLines(CITATIONS, 'full')[1]).toBe(`${NATIONAL}　対策基準 4.1（サーバ等の管理）`);
  });

  it('explain the short names that are used, and only those', () => {
    expect(JSON.stringify(shortNamesNote(CITATIONS))).toContain(`総務省ポリシーガイドライン：${NATIONAL}（総務省）`);
    expect(JSON.stringify(shortNamesNote(CITATIONS))).not.toContain('監査ガイドライン');
    expect(shortNamesNote(CITATIONS.slice(0, 1))).toEqual([]);
  });

  it('leave a standard without a place as it is', () => {
    expect(citationLines(['基本方針'])).toEqual(['基本方針']);
  });
});
