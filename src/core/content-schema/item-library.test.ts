import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ContentError, libraryItems, parseItemLibrary } from './index.ts';

const read = (name: string) => readFileSync(new URL(`../../../content/library/${name}.yaml`, import.meta.url), 'utf8');

describe('設問集', () => {
  test('用語は団体の呼び方に置き換えられる', () => {
    const library = parseItemLibrary(read('self-check-ch1'), { manager: '情報管理責任者' });
    const deputy = libraryItems(library).find(({ id }) => id === 'org-deputy');
    expect(deputy?.question).toBe('情報管理責任者が不在のときに代わって判断する職員を、あらかじめ決めているか。');
  });

  test('選択肢は設問の中にあり、条件は同じ区分の設問を見る', () => {
    const vendor = parseItemLibrary(read('survey-vendor'));
    const remote = libraryItems(vendor).find(({ id }) => id === 'vendor-remote');
    expect(remote?.type === 'single' && remote.options.map(({ value }) => value)).toEqual(['none', 'opened', 'always']);
    expect(libraryItems(vendor).find(({ id }) => id === 'vendor-remote-authentication')?.visibleIf).toEqual({
      item: 'vendor-remote',
      in: ['opened', 'always'],
    });
  });
});

describe('誤った設問集', () => {
  test.each([
    ['重複した識別子', 'self-check-ch1', 'id: org-contact-list', 'id: org-deputy', '「org-deputy」が重複'],
    ['重複した番号', 'self-check-ch1', 'number: 2\n', 'number: 1\n', '番号「1」が重複'],
    ['章のない区分', 'self-check-ch1', '    chapter: 1\n', '', '章（chapter）'],
    ['安全管理措置のない区分', 'my-number-technology', '    measure: { letter: F, part: a }\n', '', '（measure）'],
    ['知らない回答者', 'self-check-ch1', 'audiences: [general-staff]', 'audiences: [everyone]', 'audiences'],
    ['解説の欠けた設問', 'survey-vendor', /^ {10}good: .*\n/mu, '', '六つの解説'],
    [
      '引用のない設問',
      'survey-vendor',
      /^ {8}references:\n {10}\[.*\]$/mu,
      '        references: []',
      '引用（references）',
    ],
    ['選択肢のない設問', 'survey-vendor', /^ {8}options:\n( {10}- .*\n)+/mu, '', '選択肢（options）'],
    ['区分の外を見る条件', 'survey-vendor', '{ item: vendor-remote,', '{ item: vendor-return,', '同じ区分にありません'],
    ['決まりのない用語', 'self-check-ch1', '  manager: 情報セキュリティ管理者\n', '', '用語「manager」'],
    ['問いでない設問', 'self-check-ch1', '決めているか。', '決める。', '設問の文末'],
  ] as const)('%sは断られる', (_, file, from, to, expected) => {
    const text = read(file);
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(() => parseItemLibrary(changed)).toThrow(ContentError);
    expect(() => parseItemLibrary(changed)).toThrow(expected);
  });
});
