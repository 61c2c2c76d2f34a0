/** 経歴書 of one member: qualifications, earlier work, years of practice, expertise. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  bulletList,
  definitionList,
  document,
  heading,
  letterHead,
  paragraph,
  table,
  toTheCity,
} from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { DocumentProvider } from '../../../kernel/module.ts';
import { teamContract } from '../contract.ts';
import { careerGaps } from './gaps.ts';
import { readTeam, rolesOf, until } from './team-source.ts';

const TITLE = '経歴書';

export const careerSheet: DocumentProvider = {
  kind: 'career-sheet',
  title: TITLE,
  formats: ['docx', 'pdf'],
  permission: 'team.read',
  gaps: careerGaps,
  perSubject: '担当者',
  async subjects(context, engagementId) {
    const { members } = await context.client(teamContract).getTeam({ engagementId });
    return members
      .filter(({ state }) => state === 'active' || state === 'proposed')
      .map(({ id, name }) => ({ id, title: name }));
  },
  async build(context, { engagementId, subject }) {
    const source = await readTeam(context, engagementId);
    const { profile, team, today } = source;
    const member = team.members.find(({ id }) => id === subject);
    if (member === undefined) {
      throw new AppError('state.refused', {
        message: '対象の担当者が見つかりません。担当者の一覧から選び直してください。',
      });
    }
    const own = <T extends { readonly memberId: string }>(rows: readonly T[]) =>
      rows.filter(({ memberId }) => memberId === member.id);
    const qualifications = own(team.qualifications);
    const experience = own(team.experience);
    const statements = [
      ...own(team.careers).map(
        ({ field, years, asOf, evidence }) => `${field}　${years}年（${formatEra(asOf)}現在、${evidence}）`,
      ),
      ...own(team.expertise).map(({ fields, proof, evidence }) => `${fields.join('、')}（${proof}：${evidence}）`),
    ];
    return document(
      {
        title: TITLE,
        subtitle: profile.title,
        date: formatEra(today),
        created: today,
        ...toTheCity(profile),
      },
      [
        letterHead(),
        definitionList([
          ['氏名', member.name],
          ['所属', `${member.firm}　${member.department}`],
          ['役割', rolesOf(source, member)],
        ]),
        heading(1, '資格'),
        qualifications.length === 0
          ? paragraph('なし')
          : table({
              columns: [{ width: '1fr' }, { width: 44 }, { width: 40 }, { width: 40 }],
              header: ['資格', '番号', '取得又は有効期間の初日', '有効期限'],
              rows: qualifications.map((row) => [row.name, row.number, formatEra(row.validFrom), until(row.validTo)]),
            }),
        heading(1, '業務の実績'),
        experience.length === 0
          ? paragraph('なし')
          : table({
              columns: [{ width: 42 }, { width: 46 }, { width: '1fr' }, { width: '1fr' }],
              header: ['期間', '団体', '業務', '内容'],
              rows: experience.map((row) => [
                `${formatEra(row.from)}から\n${row.completed ? `${formatEra(row.to)}まで` : '継続中'}`,
                `${row.client}（${row.category}）`,
                `${row.kind}\n${row.subject}`,
                row.activities.join('、') || '―',
              ]),
            }),
        ...(statements.length === 0 ? [] : [heading(1, '実務経験及び専門知見'), bulletList(statements)]),
      ],
    );
  },
};
