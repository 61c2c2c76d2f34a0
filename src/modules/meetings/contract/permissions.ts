/** Who may do what with meetings, and why. */
import { CONTRACTOR_ROLES } from '../../../kernel/role.ts';

export const meetingPermissions = {
  'meetings.read': {
    roles: ['ciso', 'security-office', 'department-head', 'department-staff', 'system-owner', ...CONTRACTOR_ROLES],
    because: '打合せの予定と議事録は、参加する両者が見る。所属の人は自らの所属に関する会議だけを見る。',
  },
  'meetings.arrange': {
    roles: ['security-office', 'audit-lead', 'project-manager', 'auditor'],
    because: '打合せの日、次第及び資料は発注者と受託者が決める。',
  },
  'meetings.choose': {
    roles: ['security-office', 'audit-lead', 'project-manager', 'auditor', 'assistant'],
    because: '打合せの日を決める人と議事録を書く人は、出席者と説明する文書を選ぶ。',
  },
  'meetings.agree': {
    roles: ['security-office'],
    because: 'ブラウザで使えないツールを認めるか、発注者の会場をどこにするかは、発注者が決める。',
  },
  'meetings.record': {
    roles: ['audit-lead', 'project-manager', 'auditor', 'assistant'],
    because: '議事録は受託者が作成し、提出するまでは受託者だけのものである。',
  },
  'meetings.approve': {
    roles: ['security-office'],
    because: '議事録の承認は発注者が行う。書いた側が自ら承認してはならない。',
  },
  'meetings.follow': {
    roles: ['ciso', 'security-office', ...CONTRACTOR_ROLES],
    because: '課題と情報提供は、契約の両当事者が同じものを見る。',
  },
  'meetings.contribute': {
    roles: ['security-office', 'audit-lead', 'project-manager', 'auditor', 'assistant'],
    because: '課題とその対応、提供する情報は、打合せに加わる担当者が双方から書き込む。',
  },
  'messages.read': {
    roles: ['security-office', ...CONTRACTOR_ROLES],
    because: '発注者の担当課と受託者の間の連絡の記録である。',
  },
  'messages.record': {
    roles: ['security-office', 'audit-lead', 'project-manager', 'auditor', 'assistant'],
    because: '連絡は、送った側又は受けた側が記録する。',
  },
} as const;
