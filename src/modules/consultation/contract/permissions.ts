import type { Permission } from '../../../kernel/contract.ts';
import { CONTRACTOR_ROLES } from '../../../kernel/role.ts';

const ANSWERING = ['audit-lead', 'project-manager', 'auditor', 'assistant'] as const;
const ASKING = ['department-head', 'department-staff', 'system-owner'] as const;

export const consultationPermissions = {
  'consultation.read': {
    roles: ['ciso', 'security-office', ...ASKING, ...CONTRACTOR_ROLES],
    because:
      '相談した所属は自らの相談だけを、受託者は引き継がれた相談だけを見る。担当課と最高情報セキュリティ責任者は全てを見る。',
  },
  'consultation.ask': {
    roles: ['security-office', ...ASKING],
    because: '相談は、所属の職員、所属長及び担当課から受け付ける。',
  },
  'consultation.record': {
    roles: ['security-office', ...ANSWERING],
    because: '電子メール、電話又は訪問による相談は、受けた人が記録する。',
  },
  'consultation.triage': {
    roles: ['security-office'],
    because: '誰が答えるかと、上限を超えて受けるかは、相談の窓口である担当課が決める。',
  },
  'consultation.assign': {
    roles: ['audit-lead', 'project-manager'],
    because: '受託者の誰が答えるかは、受託者の責任者が決める。',
  },
  'consultation.answer': {
    roles: ['security-office', ...ANSWERING],
    because: '引き受けた側が答える。出すまでの下書きは、引き受けた側だけが見る。',
  },
  'consultation.visit': {
    roles: ANSWERING,
    because: '訪問は、訪ねた受託者が記録する。',
  },
  'consultation.follow': {
    roles: ['security-office', ...ASKING],
    because: '答えが足りたかどうかは、相談した側が決める。',
  },
  'consultation.choose': {
    roles: ['security-office', ...ASKING, ...ANSWERING],
    because: '相談を入力する人と答える人は、分類や基準などの選択肢から選ぶ。',
  },
  'consultation.summarise': {
    roles: ['ciso', 'security-office', ...CONTRACTOR_ROLES],
    because: '件数と分類の集計は、契約の両当事者が同じものを見る。',
  },
  'consultation.issue': {
    roles: ['security-office', 'audit-lead', 'project-manager'],
    because: '集計は、両当事者の責任者が月又は年度の区切りで確定する。',
  },
  'knowledge.read': {
    roles: ['ciso', 'security-office', ...ASKING, ...CONTRACTOR_ROLES],
    because: '知識ベースは市と受託者の全員が使う。項目ごとの公開の範囲の外の人には、項目があることも知らせない。',
  },
  'knowledge.write': {
    roles: ['security-office', ...ANSWERING],
    because: '項目は、相談に答える人が書く。公開するまでは書いた側だけが見る。',
  },
  'knowledge.review': {
    roles: ['security-office', 'audit-lead', 'project-manager'],
    because: '公開の前に、書いた人以外の責任者が、個人や所属が分からないことを確かめる。',
  },
} as const satisfies Readonly<Record<string, Permission>>;
