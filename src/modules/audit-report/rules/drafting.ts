/** First wordings of the written parts of a report, from its records. They name no department: the public edition keeps them. */
import type { ReportContents } from '../../../core/programme/index.ts';
import type { Material } from '../contract/material.ts';
import { improvable } from './figures.ts';
import { adequateShare, bySection, byArea, count, itemsText, levelCounts, liveTargets } from './tallies.ts';

/** Parts that consist of what people write. */
export const WRITTEN: readonly ReportContents[] = ['summary', 'next-year'];

export function draftPart(content: ReportContents, material: Material): string {
  return DRAFTS[content](material);
}

const itemsOf = (material: Material) => liveTargets(material).flatMap(({ items }) => items);

const DRAFTS: Readonly<Record<ReportContents, (material: Material) => string>> = {
  compliance(material) {
    const items = itemsOf(material);
    const share = adequateShare(items);
    if (share === null) return '';
    const weak = [...bySection(items)]
      .map(([section, own]) => ({ section, share: adequateShare(own) ?? 100 }))
      .filter((one) => one.share < 100)
      .sort((a, b) => a.share - b.share)
      .slice(0, 3);
    return [
      `確かめた${items.length}項目のうち、判断の対象となる項目の${share}％が適切でした。`,
      weak.length === 0
        ? ''
        : `適切な項目の割合が低い分野は、${weak.map((one) => `「${one.section}」（${one.share}％）`).join('、')}です。`,
    ].join('');
  },
  problems(material) {
    const { findings } = material;
    if (findings.length === 0) return '';
    const areas = byArea(improvable(material)).slice(0, 3);
    return [
      `発見事項は${findings.length}件（${levelCounts(material, findings)}）です。`,
      areas.length === 0
        ? ''
        : `改善を要する事項は、${areas.map(({ area, findings: own }) => `「${area}」（${own.length}件）`).join('、')}の分野で見つかりました。`,
    ].join('');
  },
  measures(material) {
    const needed = improvable(material);
    if (needed.length === 0) return '';
    const easy = needed.filter(({ ease }) => ease === 'easy').length;
    return `改善を要する事項について、次の対策を提案します。${easy === 0 ? '' : `このうち${easy}件は、すぐに始められる対策です。`}`;
  },
  summary(material) {
    const items = itemsOf(material);
    const share = adequateShare(items);
    const repeated = improvable(material).filter(({ times }) => times > 0).length;
    const bad = count(items, 'minor') + count(items, 'inadequate');
    return [
      `${itemsText(liveTargets(material), '監査対象について')}を確かめました。`,
      share === null ? '' : `判断の対象となる項目の${share}％が適切で、改善を要する項目は${bad}項目です。`,
      `発見事項は${material.findings.length}件（${levelCounts(material, material.findings)}）です。`,
      repeated === 0 ? '' : `このうち${repeated}件は、前の年度までにも見つかった事項です。`,
      material.issues.length === 0 ? '' : `${material.issues.length}件は全庁に共通する課題として整理しました。`,
    ].join('');
  },
  'next-year'(material) {
    const areas = byArea(improvable(material)).slice(0, 2);
    const withdrawn = material.targets.filter(({ withdrawal }) => withdrawal !== null).length;
    const repeated = improvable(material).filter(({ times }) => times > 0).length;
    return [
      areas.length === 0
        ? '来年度も同じ項目で確かめ、結果を今年度と比べることを勧めます。'
        : `来年度は、改善を要する事項が多かった${areas.map(({ area }) => `「${area}」`).join('と')}を重点として確かめることを勧めます。`,
      areas.length === 0 ? '' : '改善計画の実施の状況を年度の前半に確かめ、遅れている所属を支援することを勧めます。',
      repeated === 0 ? '' : '繰り返し見つかった事項は、手順の見直しと研修を組み合わせて対応することを勧めます。',
      material.issues.length === 0
        ? ''
        : '全庁に共通する課題は、所属ごとではなく、担当課がひな型を示して対応することを勧めます。',
      withdrawn === 0 ? '' : `今年度に取りやめた${withdrawn}の対象は、来年度の監査の対象に加えることを勧めます。`,
    ]
      .filter((line) => line !== '')
      .join('\n');
  },
  'pre-survey': ({ survey }) =>
    survey === null
      ? ''
      : `事前調査票を${survey.sent}件配り、${survey.answered}件の回答を得ました。回答の内容は、監査で確かめる点を定めるために用いました。`,
  results: () => '',
  'all-items': () => '',
  findings: () => '',
  remedies: () => '',
  viewpoints: () => '',
  verification: () => '',
};

/** Sections of a checklist that a point of view looks at, by the words in their headings. */
const VIEWED: readonly { readonly about: RegExp; readonly sections: RegExp }[] = [
  { about: /特定個人情報/u, sections: /特定個人情報|番号|取扱規程|安全管理/u },
  {
    about: /サイバー攻撃/u,
    sections: /技術|ネットワーク|通信|アクセス|認証|不正プログラム|監視|ログ|脆弱性|侵害|事故|更新/u,
  },
  { about: /情報資産/u, sections: /情報|資産|分類|媒体|物理|持出|委託|廃棄|バックアップ|人的|組織/u },
];

export function draftViewpoint(title: string, material: Material): string {
  const wanted = VIEWED.find(({ about }) => about.test(title))?.sections;
  const items = itemsOf(material).filter(
    ({ section, title: item }) => wanted?.test(section) ?? wanted?.test(item) ?? true,
  );
  const share = adequateShare(items);
  if (share === null) return '';
  const sections = [...bySection(items).keys()];
  const bad = [
    ...new Set(
      items.filter(({ judgement }) => judgement === 'minor' || judgement === 'inadequate').map((item) => item.title),
    ),
  ];
  return [
    `「${sections.slice(0, 3).join('」「')}」${sections.length > 3 ? 'など' : ''}の${items.length}項目を確かめ、判断の対象となる項目の${share}％が適切でした。`,
    bad.length === 0
      ? '確かめた範囲では、改善を要する事項は見つかりませんでした。'
      : `改善を要するのは、${bad
          .slice(0, 5)
          .map((one) => `「${one}」`)
          .join('、')}${bad.length > 5 ? 'など' : ''}です。`,
  ].join('');
}
