/** What a report lacks, and what the rules of the contract know about it: counted from its records. */
import {
  type ProgrammeReport,
  REMEDY_CONSIDERATIONS,
  type RemedyConsideration,
} from '../../../core/programme/index.ts';
import type { Material, ReportedFinding } from '../contract/material.ts';
import type { ReportFigures } from '../contract/reports.ts';

const blank = (text: string): boolean => text.trim() === '';

/** Whether a finding takes a consideration into account. */
const CONSIDERED: Readonly<Record<RemedyConsideration, (finding: ReportedFinding) => boolean>> = {
  法的根拠: ({ basis }) => basis.length > 0,
  検出事項の重要性: ({ importance }) => importance !== null,
  対応の容易さ: ({ ease }) => ease !== null,
  費用面の制約: ({ cost }) => !blank(cost),
  物理的な制約: ({ constraints }) => !blank(constraints.physical),
  組織上の制約: ({ constraints }) => !blank(constraints.organisational),
  その他事務特有の事項: ({ constraints }) => !blank(constraints.affair),
};

/** Findings that ask for an improvement; what is well done asks for none. */
export function improvable({ findings, levels }: Material): readonly ReportedFinding[] {
  const praised = new Set(levels.filter(({ needsRemedy }) => !needsRemedy).map(({ label }) => label));
  return findings.filter(({ grade }) => grade === null || !praised.has(grade));
}

/** What a finding lacks for the report, in the words of the form. */
export function lacking(finding: ReportedFinding, remedied: boolean, report: ProgrammeReport): string[] {
  return [
    ...(finding.grade === null ? ['評価'] : []),
    ...(blank(finding.fact) ? ['確認した事実'] : []),
    ...(finding.basis.length === 0 ? ['根拠となる基準'] : []),
    ...(remedied && blank(finding.risk) ? ['想定されるリスク'] : []),
    ...(remedied && blank(finding.recommendation) ? ['改善提言'] : []),
    ...(remedied ? report.considerations.filter((one) => !CONSIDERED[one](finding)) : []),
  ];
}

export interface MainFinding {
  readonly grade: string | null;
  readonly title: string;
  readonly recommendation: string;
  /** At how many targets it was found. */
  readonly count: number;
}

/** What must be improved, the gravest and most frequent first; the same finding at several targets once. */
export function mainFindings(material: Material, most: number): readonly MainFinding[] {
  const rank = new Map(material.levels.map(({ label, rank: place }) => [label, place]));
  const groups = Map.groupBy(improvable(material), ({ grade, title, recommendation }) =>
    JSON.stringify([grade, title, recommendation]),
  );
  return [...groups.values()]
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const { grade, title, recommendation } = first;
      return [{ grade, title, recommendation, count: same.length }];
    })
    .sort((a, b) => (rank.get(a.grade ?? '') ?? 9) - (rank.get(b.grade ?? '') ?? 9) || b.count - a.count)
    .slice(0, most);
}

export interface Lack {
  readonly finding: ReportedFinding;
  readonly parts: readonly string[];
}

export function lacks(material: Material, report: ProgrammeReport): readonly Lack[] {
  const remedied = new Set(improvable(material).map(({ id }) => id));
  return material.findings
    .map((finding) => ({ finding, parts: lacking(finding, remedied.has(finding.id), report) }))
    .filter(({ parts }) => parts.length > 0);
}

/** Viewpoints that the assessment needs: the one about individual numbers only where a target handles them. */
export const viewpointsOf = (report: ProgrammeReport, myNumber: boolean): readonly string[] =>
  report.viewpoints.filter(({ onlyMyNumber }) => myNumber || !onlyMyNumber).map(({ title }) => title);

export const handlesMyNumber = ({ targets }: Material): boolean =>
  targets.some(({ myNumber, withdrawal }) => myNumber && withdrawal === null);

/**
 * @param headings headings of the report as it is set
 * @param plainChecked nobody stumbles over its wording any more, or the lead has said why it stays
 */
export function figuresOf(
  material: Material,
  report: ProgrammeReport,
  { headings, glossary, plainChecked }: { headings: ReadonlySet<string>; glossary: boolean; plainChecked: boolean },
): ReportFigures {
  const items = material.targets.filter(({ withdrawal }) => withdrawal === null).flatMap((target) => target.items);
  const remedied = improvable(material);
  const myNumber = handlesMyNumber(material);
  return {
    parts: report.parts.map(({ title }) => title).filter((title) => headings.has(title)),
    categories: material.levels.map(({ label }) => label).filter((label) => headings.has(label)),
    findings: material.findings.length,
    incomplete: lacks(material, report).length,
    withoutRemedy: remedied.filter(({ recommendation }) => blank(recommendation)).length,
    items: items.length,
    judged: items.filter(({ judgement }) => judgement !== 'unconfirmed').length,
    considerations: REMEDY_CONSIDERATIONS.filter((one) => remedied.every(CONSIDERED[one])),
    glossary,
    plainChecked,
    viewpoints: viewpointsOf(report, myNumber).filter((title) => headings.has(title)),
    myNumber,
  };
}

/** What must be done before the report can be finished, a sentence each. */
export function openPoints(material: Material, report: ProgrammeReport, missing: readonly string[]): string[] {
  const named = (id: string): string => material.targets.find((target) => target.id === id)?.name ?? '';
  const live = material.targets.filter(({ withdrawal }) => withdrawal === null);
  const unconfirmed = live.filter(({ papersConfirmedOn }) => papersConfirmedOn === null);
  const remarks = live.filter(({ openRemarks }) => openRemarks > 0);
  const open = live.map((target) => ({
    name: target.name,
    count: target.items.filter(({ judgement }) => judgement === 'unconfirmed').length,
  }));
  return [
    ...(live.length === 0 ? ['監査の対象がまだ決まっていません。'] : []),
    ...live.filter(({ auditId }) => auditId === null).map(({ name }) => `「${name}」の監査がまだ登録されていません。`),
    ...open
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => `「${name}」に、判断していない確認項目が${count}件あります。`),
    ...unconfirmed
      .filter(({ auditId }) => auditId !== null)
      .map(({ name }) => `「${name}」の監査調書の事実の確認が終わっていません。`),
    ...remarks.map(
      ({ name, openRemarks }) => `「${name}」に、対応していない事実の確認の意見が${openRemarks}件あります。`,
    ),
    ...material.findings
      .filter(({ confirmed }) => !confirmed)
      .map(({ targetId, title }) => `「${named(targetId)}」の発見事項「${title}」を、市がまだ確認していません。`),
    ...lacks(material, report).map(
      ({ finding, parts }) =>
        `「${named(finding.targetId)}」の発見事項「${finding.title}」に、${parts.join('、')}が書かれていません。`,
    ),
    ...missing.map((title) => `「${title}」が書かれていません。`),
  ];
}
