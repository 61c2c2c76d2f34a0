import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { citationOf, ContentError, findProvision, parseStandard } from './index.ts';

const contentFile = (name: string) => new URL(`../../../content/${name}`, import.meta.url);
const standards = readdirSync(contentFile('standards')).map((name) =>
  parseStandard(readFileSync(contentFile(`standards/${name}`), 'utf8')),
);
const byCode = (code: string) => {
  const found = standards.find((entry) => entry.code === code);
  if (found === undefined) throw new Error(`基準「${code}」がありません`);
  return found;
};

describe('基準の目録', () => {
  test('六つの基準があり、コードはファイル名と同じである', () => {
    const files = readdirSync(contentFile('standards')).map((name) => name.replace('.yaml', ''));
    expect(standards.map((entry) => entry.code).toSorted()).toEqual(files.toSorted());
    expect(files.toSorted()).toEqual([
      'city-basic-policy',
      'city-guideline',
      'city-standard',
      'mic-audit-guideline',
      'mic-policy-guideline',
      'my-number-safety',
    ]);
  });

  test('総務省ポリシーガイドラインは基本方針10項目と対策基準9章からなる', () => {
    const guideline = byCode('mic-policy-guideline');
    expect(guideline.edition).toMatchObject({ label: '令和8年3月27日版', date: '2026-03-27' });
    expect(guideline.groups[0]?.controls).toHaveLength(10);
    expect(guideline.groups.slice(1).map((chapter) => chapter.number)).toEqual(
      Array.from({ length: 9 }, (_, index) => String(index + 1)),
    );
    expect(guideline.groups.slice(1).map((chapter) => chapter.controls.length)).toEqual([4, 0, 3, 4, 4, 6, 6, 4, 3]);
  });

  test('市の対策基準は39条の9章で、第35条が外部サービスの利用である', () => {
    const policy = byCode('city-standard');
    const articles = policy.groups.flatMap((chapter) => chapter.controls);
    expect(policy.groups).toHaveLength(9);
    expect(articles.map((article) => article.number)).toEqual(
      Array.from({ length: 39 }, (_, index) => `第${index + 1}条`),
    );
    expect(articles[34]?.title).toBe('外部サービスの利用');
    expect(policy).toMatchObject({ public: false, tier: 1, level: '3', fictional: true });
    expect(byCode('city-basic-policy').groups[0]?.controls).toHaveLength(10);
  });

  test('特定個人情報の安全管理措置はAからGまでの七つで、CからFまでに16の細目がある', () => {
    const safety = byCode('my-number-safety');
    expect(safety.groups.map((group) => group.number)).toEqual([null, 'A', 'B', 'C', 'D', 'E', 'F', 'G']);
    expect(safety.groups.map((group) => group.controls.length)).toEqual([5, 0, 0, 5, 3, 4, 4, 0]);
    const found = findProvision(standards, { standard: 'my-number-safety', provision: 'c-d' });
    expect(found === undefined ? '' : citationOf(found)).toMatch(
      /別添1 安全管理措置 C d（漏えい等事案に対応する体制等の整備）$/,
    );
  });

  test('市の規程は国の手引より優先され、公開の別が正しい', () => {
    expect(standards.map(({ code, tier, public: open }) => [code, tier, open]).toSorted()).toEqual([
      ['city-basic-policy', 1, true],
      ['city-guideline', 2, false],
      ['city-standard', 1, false],
      ['mic-audit-guideline', 4, true],
      ['mic-policy-guideline', 3, true],
      ['my-number-safety', 3, true],
    ]);
  });

  test('目録どうしの引用が全て解決する', () => {
    const open = standards.flatMap((standard) =>
      standard.groups.flatMap((chapter) =>
        chapter.controls.flatMap((control) =>
          control.references.filter((target) => findProvision(standards, target) === undefined),
        ),
      ),
    );
    expect(open).toEqual([]);
  });

  test('引用の書き方は番号の有無に応じて変わる', () => {
    const cite = (standard: string, provision: string) => {
      const found = findProvision(standards, { standard, provision });
      return found === undefined ? undefined : citationOf(found);
    };
    const guideline = '地方公共団体における情報セキュリティポリシーに関するガイドライン';
    expect(cite('mic-policy-guideline', '4.4')).toBe(`${guideline} 対策基準 4.4（端末や電磁的記録媒体等の管理）`);
    expect(cite('mic-policy-guideline', 'ch2')).toBe(`${guideline} 対策基準 2（情報資産の分類と管理）`);
    expect(cite('mic-policy-guideline', 'ch9-audit')).toBe(`${guideline} 対策基準 9（監査）`);
    expect(cite('mic-policy-guideline', 'bp-scope')).toBe(`${guideline} 基本方針（適用範囲）`);
    expect(cite('city-standard', 'art35')).toBe('あおば市情報セキュリティ対策基準 第35条（外部サービスの利用）');
    expect(cite('mic-policy-guideline', 'basic-policy')).toBe(`${guideline} 基本方針`);
    expect(cite('mic-audit-guideline', 'item-4')).toMatch(/ガイドライン 第3章 No\.4（CSIRTの設置と役割）$/);
    expect(cite('city-standard', 'art99')).toBeUndefined();
  });

  test('用語は市の呼び名に置き換えられる', () => {
    const text = readFileSync(contentFile('standards/city-standard.yaml'), 'utf8');
    const renamed = parseStandard(text, { manager: '所属情報管理者', unrelated: '無関係' });
    expect(renamed.terms).not.toHaveProperty('unrelated');
    expect(renamed.terms['manager']).toBe('所属情報管理者');
    expect(JSON.stringify(renamed)).toContain('課長を所属情報管理者とする。');
    expect(JSON.stringify(renamed)).not.toContain('情報セキュリティ管理者');
  });
});

describe('誤った基準', () => {
  const text = readFileSync(contentFile('standards/city-basic-policy.yaml'), 'utf8');

  test.each([
    ['識別子の重複', text.replace('id: bp2', 'id: bp1'), '「bp1」が重複'],
    ['公開と機密性の矛盾', text.replace(/level: .1./, "level: '3'"), '機密性は1'],
    ['文末の句点がない', text.replace('行政を続けることを目的とする。', '行政を続けることを目的とする'), '文末'],
    ['半角カタカナ', text.replace('操作の誤り', '操作ﾐｽ'), '半角カタカナ'],
    ['未定義の用語', text.replace('考え方である', '{{mistake}}である'), '用語「mistake」'],
    ['知らない項目', `${text}surprise: 1\n`, 'surprise'],
    ['壊れたYAML', `${text}  - : [\n`, 'YAML'],
  ])('%sは日本語で断られる', (_, broken, expected) => {
    expect(broken).not.toBe(text);
    expect(() => parseStandard(broken)).toThrow(ContentError);
    expect(() => parseStandard(broken)).toThrow(expected);
  });
});
