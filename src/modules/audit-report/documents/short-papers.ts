/** One-page papers: the report to the committee, and the first word on an urgent finding. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  chart,
  definitionList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  note,
  paragraph,
  table,
  toTheCity,
} from '../../../documents/index.ts';
import type { EngagementProfile } from '../../engagement/contract.ts';
import type { Material } from '../contract/material.ts';
import type { UrgentView } from '../contract/urgent.ts';
import { mainFindings } from '../rules/figures.ts';
import { levelCounts, liveTargets } from '../rules/tallies.ts';
import { findingsCharts } from './charts.ts';

export interface CommitteeSource {
  readonly engagement: EngagementProfile;
  readonly material: Material;
  readonly today: string;
}

/** Names no department: the committee reads what concerns the whole city. */
export function committeeTree({ engagement, material, today }: CommitteeSource): DocumentTree {
  const live = liveTargets(material);
  const held = live.filter(({ heldOn }) => heldOn.length > 0);
  const confirmed = live.filter(({ papersConfirmedOn }) => papersConfirmedOn !== null);
  const between = confirmed.length < live.length;
  const grave = mainFindings(material, 4);
  const [, byArea] = findingsCharts(material);
  return document(
    {
      title: `情報セキュリティ監査の結果について（${between ? '中間報告' : '報告'}）`,
      date: formatEra(today),
      created: today,
      addressee: `${engagement.municipality}情報セキュリティ委員会　御中`,
      sender: [engagement.municipality, engagement.client.department, engagement.contractor],
      ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    },
    [
      letterHead(),
      definitionList([
        ['監査', material.programme.title],
        ['進み具合', `対象${live.length}件のうち、実施${held.length}件、事実の確認の終了${confirmed.length}件`],
        ['発見事項', `${material.findings.length}件（${levelCounts(material, material.findings)}）`],
      ]),
      heading(1, '主な発見事項と改善の方法'),
      ...(grave.length === 0
        ? [paragraph('改善を要する事項は、これまでに見つかっていません。')]
        : [
            table({
              columns: [{ width: 26 }, { width: '2fr' }, { width: '3fr' }, { width: 13, align: 'right' }],
              header: ['評価', '発見事項', '改善の方法', '件数'],
              rows: grave.map(({ grade, title, recommendation, count }) => [
                grade ?? '―',
                title,
                recommendation || '検討中',
                count,
              ]),
              fontSize: 8.5,
            }),
          ]),
      ...(material.issues.length === 0
        ? []
        : [
            heading(1, '委員会で御検討いただきたい全庁の課題'),
            table({
              columns: [{ width: '2fr' }, { width: '4fr' }],
              header: ['課題', '内容'],
              rows: material.issues.map(({ title, text }) => [title, text]),
              fontSize: 8.5,
            }),
          ]),
      ...(byArea === undefined || byArea.kind !== 'stacked-bars' || byArea.categories.length > 8
        ? []
        : [chart(byArea)]),
      note('この監査は改善のための助言を目的とし、全ての業務を対象に対策の状況を請け合うものではありません。'),
    ],
  );
}

export function urgentTree(engagement: EngagementProfile, urgent: UrgentView, today: string): DocumentTree {
  const on = urgent.reported?.on ?? today;
  return document(
    {
      title: '緊急を要する検出事項について（速報）',
      date: formatEra(on),
      created: on,
      ...toTheCity(engagement),
    },
    [
      letterHead(),
      paragraph('監査において、報告書を待たずに対応を要する事項を見つけたため、次のとおり報告します。'),
      definitionList([
        ['番号', `第${urgent.number}号`],
        ['監査の対象', urgent.target],
        ['見つけた日', formatEra(urgent.awareOn)],
        ['件名', urgent.title],
        ['確認した事実', urgent.fact],
        ['想定される影響', urgent.risk],
        ['直ちに行っていただきたいこと', urgent.measure],
        ...(urgent.reported === null
          ? []
          : [
              [
                '報告',
                `${formatEra(urgent.reported.on)}　${urgent.reported.channel}により${urgent.reported.to}へ`,
              ] as const,
            ]),
        ...(urgent.acknowledged === null
          ? []
          : [
              [
                '市の対応',
                `${formatEra(urgent.acknowledged.on)}　${urgent.acknowledged.answer === '' ? '受領' : urgent.acknowledged.answer}`,
              ] as const,
            ]),
      ]),
      note('この報告は、これまでに確かめた範囲によるものです。詳しい内容は監査報告書で報告します。'),
    ],
  );
}
