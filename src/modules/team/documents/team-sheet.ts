/** 実施体制及び監査人の要件確認書: who works in the engagement and how clause 7 is met. */
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
} from '../../../documents/index.ts';
import type { Context, DocumentProvider } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { qualificationName } from '../choices.ts';
import { teamContract } from '../contract.ts';

const STATES = { satisfied: '満たす', attention: '満たす（要注意）', unsatisfied: '満たさない' } as const;

export const teamSheet: DocumentProvider = {
  kind: 'team-sheet',
  title: '実施体制及び監査人の要件確認書',
  clause: '7',
  formats: ['docx', 'pdf'],
  permission: 'team.read',
  build: (context, { engagementId }) => build(context, engagementId),
};

async function build(context: Context, engagementId: string): Promise<DocumentTree> {
  const profile = await context.client(engagementContract).getEngagement({ engagementId });
  const team = await context.client(teamContract).getTeam({ engagementId });
  const { conditions } = await context.client(teamContract).getConditions({ engagementId });
  const active = team.members.filter(({ state }) => state === 'active');
  const nameOf = (id: string): string => team.members.find((member) => member.id === id)?.name ?? '';
  const until = (day: string | null): string => (day === null ? '期限なし' : formatEra(day));
  const blocks: Block[] = [
    letterHead(),
    paragraph(`「${profile.title}」の実施体制と、仕様書が定める監査人の要件への適合の状況は、次のとおりです。`),
    heading(1, '実施体制'),
    table({
      columns: [{ width: 34 }, { width: '1fr' }, { width: '1fr' }, { width: 30, align: 'center' }],
      header: ['氏名', '所属', '役割', '特定個人情報の取扱い'],
      rows: active.map((member) => [
        member.name,
        `${member.firm}\n${member.department}`,
        [...new Set([...(member.isLead ? ['主任担当者'] : []), ...member.roles])].join('、'),
        member.handlesMyNumber ? '有' : '無',
      ]),
    }),
    heading(1, '監査人の要件'),
    table({
      columns: [{ width: 22 }, { width: 38 }, { width: 26, align: 'center' }, { width: '1fr' }],
      header: ['仕様書', '要件', '適合', '内容'],
      rows: conditions.map(({ clause, title, state, explanation }) => [
        clauseLabel(clause),
        title,
        STATES[state],
        explanation,
      ]),
    }),
    heading(1, '資格'),
    table({
      columns: [{ width: 34 }, { width: '1fr' }, { width: 34 }, { width: 40 }],
      header: ['氏名', '資格', '番号', '有効期限'],
      rows: team.qualifications
        .filter(({ memberId }) => active.some(({ id }) => id === memberId))
        .map((row) => [nameOf(row.memberId), row.name || qualificationName(row.code), row.number, until(row.validTo)]),
    }),
    heading(1, '監査の実績'),
    table({
      columns: [{ width: 30 }, { width: 40 }, { width: '1fr' }, { width: 40 }, { width: 20, align: 'center' }],
      header: ['氏名', '団体', '業務', '期間', '算入'],
      rows: team.experience
        .filter(({ memberId }) => active.some(({ id }) => id === memberId))
        .map((row) => [
          nameOf(row.memberId),
          `${row.client}（${row.category}）`,
          row.subject,
          `${formatEra(row.from)}から\n${formatEra(row.to)}まで`,
          row.counted ? '○' : '－',
        ]),
    }),
    note('算入の欄が○の実績は、仕様書の定める団体、業務及び期間の条件をすべて満たすものです。'),
    heading(1, '受注者の登録及び認証'),
    table({
      columns: [{ width: '1fr' }, { width: 40 }, { width: 40 }, { width: 46 }],
      header: ['登録・認証', '番号', '有効期限', '直近の確認'],
      rows: team.credentials.map((row) => {
        const last = row.checks.at(-1);
        const checked =
          last === undefined ? '―' : `${formatEra(last.day)}　${last.result === 'listed' ? '掲載あり' : '掲載なし'}`;
        const field = row.field === null ? '' : `（${row.field}）`;
        return [`${CREDENTIALS[row.type] ?? row.type}${field}`, row.number, until(row.validTo), checked];
      }),
    }),
  ];
  return document(
    {
      title: '実施体制及び監査人の要件確認書',
      date: formatEra(context.today),
      addressee: [profile.municipality, `${profile.client.department}　御中`],
      sender: profile.contractor,
      ...(profile.marking === null ? {} : { marking: profile.marking }),
    },
    blocks,
  );
}

const CREDENTIALS: Readonly<Record<string, string>> = {
  'service-list': '適合サービスリスト',
  isms: 'ISMS認証',
  'privacy-mark': 'プライバシーマーク',
  iso9001: 'ISO 9001認証',
};
