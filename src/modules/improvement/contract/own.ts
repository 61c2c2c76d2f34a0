/** What an audited department reads and writes: its own improvement plans only. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import { planFields, planView } from './plans.ts';
import { changed, id, occurredOn, paragraph, planInput } from './shared.ts';

export const ownOperations = {
  listOwnPlans: query({
    summary: '自所属の改善計画を返す。',
    permission: 'improvement.own.read',
    input: engagementInput,
    output: z.strictObject({ plans: z.array(planView) }),
  }),
  getOwnPlan: query({
    summary: '自所属の改善計画一件を返す。',
    permission: 'improvement.own.read',
    input: z.strictObject({ planId: id }),
    output: planView,
  }),
  savePlan: command({
    summary: '改善計画の案を書く。提出するまで何度でも直せる。',
    permission: 'improvement.own.write',
    input: planInput.extend(planFields.shape),
    output: changed,
  }),
  readSheet: command({
    summary: '所属が記入した改善計画書シート（Excel）を読み込み、改善計画の案として保存する。',
    permission: 'improvement.own.write',
    input: planInput.extend({ fileId: id }),
    output: changed,
  }),
  submitPlan: command({
    summary: '改善計画の案を提出する。',
    permission: 'improvement.own.submit',
    input: planInput.extend({ occurredOn }),
    output: changed,
  }),
  reportProgress: command({
    summary: '改善の進み具合を、証拠のファイルとともに報告する。',
    permission: 'improvement.own.write',
    input: planInput.extend({
      percent: z.int().min(0).max(100),
      text: paragraph,
      fileIds: z.array(id).max(20),
      occurredOn,
    }),
    output: changed,
  }),
  reportImprovement: command({
    summary: '改善が済んだことを、所属による効果の評価とともに報告する。',
    permission: 'improvement.own.submit',
    input: planInput.extend({
      text: paragraph,
      evaluation: paragraph,
      fileIds: z.array(id).max(20),
      occurredOn,
    }),
    output: changed,
  }),
  downloadOwnFile: download({
    summary: '自所属が改善の報告に添えたファイルを取り出す。',
    permission: 'improvement.own.read',
    input: z.strictObject({ planId: id, fileId: id }),
  }),
  downloadOwnSheet: download({
    summary: '自所属の改善計画書シートを取り出す。',
    permission: 'improvement.own.read',
    input: z.strictObject({ planId: id, format: z.enum(['xlsx', 'docx', 'pdf']) }),
  }),
} as const;
