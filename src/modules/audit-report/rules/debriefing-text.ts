/** First wordings for the meeting at which the results are explained, by the names that the clauses give the contents. */
import type { Material } from '../contract/material.ts';
import { improvable, mainFindings } from './figures.ts';
import { byArea, itemsText, levelCounts, liveTargets } from './tallies.ts';

export function debriefingDraft(title: string, material: Material): string {
  const level = material.levels.find(({ label }) => label === title);
  if (level !== undefined) return levelText(level, material);
  if (/概要/u.test(title)) return overviewText(material);
  if (/課題/u.test(title)) return issuesText(material);
  if (/事例/u.test(title)) return casesText(material);
  if (/助言|対応/u.test(title)) return adviceText(material);
  return resultText(material);
}

function levelText({ label, needsRemedy }: Material['levels'][number], material: Material): string {
  const own = material.findings.filter(({ grade }) => grade === label);
  if (own.length === 0) return '該当する事項はありませんでした。';
  return own
    .map(({ title, risk, recommendation }) =>
      needsRemedy ? `・${title}\n改善しない場合：${risk}\n改善策：${recommendation}` : `・${title}`,
    )
    .join('\n');
}

const overviewText = (material: Material): string =>
  [
    `・${material.programme.title}`,
    `・目的：${material.programme.purpose}`,
    `・対象：${liveTargets(material).length}件`,
    `・方法：${material.programme.techniques.join('、')}`,
  ].join('\n');

const resultText = (material: Material): string =>
  [
    `・${itemsText(liveTargets(material), '対象で')}を確かめました。`,
    `・発見事項は${material.findings.length}件（${levelCounts(material, material.findings)}）です。`,
  ].join('\n');

function issuesText(material: Material): string {
  const areas = byArea(improvable(material)).slice(0, 4);
  const lines = [
    ...areas.map(({ area, findings }) => `・「${area}」の分野に、改善を要する事項が${findings.length}件あります。`),
    ...material.issues.map(({ title }) => `・全庁に共通する課題：${title}`),
  ];
  return lines.length === 0 ? '・確かめた範囲では、共通する課題は見つかりませんでした。' : lines.join('\n');
}

const casesText = (material: Material): string =>
  improvable(material).length === 0
    ? '・公表された他の自治体の事例を参考に、今の対策が続くように点検してください。'
    : '・次の事例を参考に、それぞれの改善策を進めてください。';

function adviceText(material: Material): string {
  const needed = mainFindings(material, 6);
  return needed.length === 0
    ? '・今の取組を続け、記録を残してください。'
    : needed.map(({ title, recommendation }) => `・${title}：${recommendation}`).join('\n');
}
