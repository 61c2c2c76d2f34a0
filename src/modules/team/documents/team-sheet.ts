/** 実施体制及び要件確認書: who works in the engagement and how the conditions of its specification are met. */
import { formatEra } from '../../../core/calendar/index.ts';
import { clauseLabel } from '../../../core/specification/index.ts';
import {
  type Block,
  document,
  type DocumentTree,
  heading,
  letterHead,
  note,
  paragraph,
  table,
  type WorkbookTree,
  toTheCity,
} from '../../../documents/index.ts';
import type { DocumentProvider } from '../../../kernel/module.ts';
import { teamGaps } from './gaps.ts';
import { TEAM_FIELDS } from './fields.ts';
import { readTeam, rolesOf, STATES, type TeamSource, until } from './team-source.ts';

const TITLE = '実施体制及び要件確認書';

export const teamSheet: DocumentProvider = {
  kind: 'team-sheet',
  title: TITLE,
  fields: TEAM_FIELDS,
  formats: ['docx', 'pdf', 'xlsx'],
  permission: 'team.read',
  gaps: teamGaps,
  async build(context, { engagementId, format }) {
    const source = await readTeam(context, engagementId);
    return format === 'xlsx' ? workbook(source) : paper(source);
  },
};

function paper(source: TeamSource): DocumentTree {
  const { profile, active, today } = source;
  const blocks: Block[] = [
    letterHead(),
    paragraph(`「${profile.title}」の実施体制と、仕様書が定める体制の要件への適合の状況は、次のとおりです。`),
    heading(1, '実施体制'),
    table({
      columns: [{ width: 34 }, { width: '1fr' }, { width: '1fr' }, { width: 38, align: 'center' }],
      header: ['氏名', '所属', '役割', '特定個人情報の取扱い'],
      rows: active.map((member) => [
        member.name,
        `${member.firm}\n${member.department}`,
        rolesOf(source, member),
        member.handlesMyNumber ? '有' : '無',
      ]),
    }),
    ...requirements(source),
    ...evidence(source),
  ];
  return document(
    {
      title: TITLE,
      date: formatEra(today),
      created: today,
      ...toTheCity(profile),
    },
    blocks,
  );
}

function requirements({ conditions }: TeamSource): readonly Block[] {
  if (conditions.length === 0) return [];
  return [
    heading(1, '体制の要件'),
    table({
      columns: [{ width: 30 }, { width: 42 }, { width: 26, align: 'center' }, { width: '1fr' }],
      header: ['仕様書', '要件', '適合', '内容'],
      rows: conditions.map(({ clause, title, state, explanation }) => [
        clauseLabel(clause),
        title,
        STATES[state],
        explanation,
      ]),
    }),
  ];
}

function evidence(source: TeamSource): readonly Block[] {
  const { team, ofActive, nameOf, credentialOf } = source;
  const careers = ofActive(team.careers);
  const expertise = ofActive(team.expertise);
  const qualifications = ofActive(team.qualifications);
  const experience = ofActive(team.experience);
  // Where nothing is asked of anybody and nothing is on record, an empty table would only raise questions.
  const asked = (team.asked?.people ?? []).length > 0;
  return [
    ...(qualifications.length === 0 && !asked
      ? []
      : [
          heading(1, '資格'),
          table({
            columns: [{ width: 34 }, { width: '1fr' }, { width: 34 }, { width: 40 }],
            header: ['氏名', '資格', '番号', '有効期限'],
            rows: qualifications.map((row) => [nameOf(row.memberId), row.name, row.number, until(row.validTo)]),
          }),
        ]),
    ...(experience.length === 0 && !asked
      ? []
      : [
          heading(1, '業務の実績'),
          table({
            columns: [{ width: 30 }, { width: 40 }, { width: '1fr' }, { width: 40 }, { width: 20, align: 'center' }],
            header: ['氏名', '団体', '業務', '期間', '算入'],
            rows: experience.map((row) => [
              nameOf(row.memberId),
              `${row.client}（${row.category}）`,
              row.subject,
              `${formatEra(row.from)}から\n${formatEra(row.to)}まで`,
              row.counted ? '○' : '－',
            ]),
          }),
          note('算入の欄が○の実績は、仕様書の定める実績の条件を満たすものです。'),
        ]),
    ...(careers.length === 0
      ? []
      : [
          heading(1, '実務経験の年数'),
          table({
            columns: [{ width: 34 }, { width: '1fr' }, { width: 24, align: 'right' }, { width: 40 }, { width: '1fr' }],
            header: ['氏名', '分野', '年数', '基準日', '示すもの'],
            rows: careers.map((row) => [
              nameOf(row.memberId),
              row.field,
              `${row.years}年`,
              formatEra(row.asOf),
              row.evidence,
            ]),
          }),
        ]),
    ...(expertise.length === 0
      ? []
      : [
          heading(1, '専門知見'),
          table({
            columns: [{ width: 34 }, { width: '1fr' }, { width: '1fr' }],
            header: ['氏名', '分野', '示すもの'],
            rows: expertise.map((row) => [
              nameOf(row.memberId),
              row.fields.join('、'),
              `${row.proof}：${row.evidence}`,
            ]),
          }),
        ]),
    ...(team.credentials.length === 0 && (team.asked?.firm ?? []).length === 0
      ? []
      : [
          heading(1, '受注者の登録及び認証'),
          table({
            columns: [{ width: '1fr' }, { width: 40 }, { width: 40 }, { width: 46 }],
            header: ['登録・認証', '番号', '有効期限', '直近の確認'],
            rows: team.credentials.map((row) => {
              const last = row.checks.at(-1);
              const checked =
                last === undefined
                  ? '―'
                  : `${formatEra(last.day)}　${last.result === 'listed' ? '掲載あり' : '掲載なし'}`;
              const field = row.field === null ? '' : `（${row.field}）`;
              return [`${credentialOf(row.type)}${field}`, row.number, until(row.validTo), checked];
            }),
          }),
        ]),
  ];
}

/** The same as lists: team, conditions, qualifications, earlier work. */
function workbook(source: TeamSource): WorkbookTree {
  const { team, profile, active, conditions, ofActive, nameOf, today } = source;
  const subtitle = [profile.title, `${formatEra(today)}現在`];
  return {
    title: TITLE,
    created: today,
    author: profile.contractor,
    ...(profile.marking === null ? {} : { marking: profile.marking }),
    // The list of people always stands; of the others only what holds something.
    sheets: [
      {
        name: '体制表',
        title: '体制表',
        subtitle,
        orientation: 'landscape',
        columns: [
          { title: '氏名', width: 20 },
          { title: '会社名', width: 24 },
          { title: '部署', width: 20 },
          { title: '役割', width: 36 },
          { title: '特定個人情報の取扱い', width: 22, align: 'center' },
          { title: '配置の日', width: 18 },
        ],
        rows: active.map((member) => [
          member.name,
          member.firm,
          member.department,
          rolesOf(source, member),
          member.handlesMyNumber ? '有' : '無',
          formatEra(member.from),
        ]),
      },
      {
        name: '要件',
        title: '体制の要件',
        subtitle,
        orientation: 'landscape',
        columns: [
          { title: '仕様書', width: 14 },
          { title: '要件', width: 28 },
          { title: '適合', width: 16 },
          { title: '内容', width: 60 },
          { title: '有効な期間の末日', width: 18 },
        ],
        rows: conditions.map((row) => [
          clauseLabel(row.clause),
          row.title,
          STATES[row.state],
          row.explanation,
          row.endsOn === null ? null : formatEra(row.endsOn),
        ]),
      },
      {
        name: '資格',
        title: '資格',
        subtitle,
        columns: [
          { title: '氏名', width: 20 },
          { title: '資格', width: 36 },
          { title: '番号', width: 20 },
          { title: '有効期限', width: 18 },
        ],
        rows: ofActive(team.qualifications).map((row) => [
          nameOf(row.memberId),
          row.name,
          row.number,
          until(row.validTo),
        ]),
      },
      {
        name: '実績',
        title: '業務の実績',
        subtitle,
        orientation: 'landscape',
        columns: [
          { title: '氏名', width: 20 },
          { title: '種類', width: 16 },
          { title: '団体', width: 24 },
          { title: '業務', width: 36 },
          { title: '始まり', width: 18 },
          { title: '終わり', width: 18 },
          { title: '算入', width: 8, align: 'center' },
        ],
        rows: ofActive(team.experience).map((row) => [
          nameOf(row.memberId),
          row.kind,
          `${row.client}（${row.category}）`,
          row.subject,
          formatEra(row.from),
          formatEra(row.to),
          row.counted ? '○' : '－',
        ]),
      },
    ].filter(({ rows }, index) => index === 0 || rows.length > 0),
  };
}
