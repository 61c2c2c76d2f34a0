/** The register of affairs with individual numbers, and of others that a campaign asks. Clause 4(4)① (koganei-2023). */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import { facts } from '../facts.ts';
import { AFFAIR_WORDS } from '../labels.ts';
import { earlierOf } from '../rules/affairs.ts';
import {
  deleteAffair,
  findAffair,
  type AffairRow,
  insertAffair,
  listAffairs as storedAffairs,
  listAllAffairs,
  updateAffair,
} from '../store/affair-store.ts';
import type { AffairKind } from '../store/tables.ts';
import type { H } from './common.ts';

export const listAffairs: H<'listAffairs'> = async (context, { engagementId }) => {
  const engagements = context.client(engagementContract);
  await engagements.getEngagement({ engagementId });
  const { departments } = await context.client(peopleContract).listDepartments({});
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const years = new Map((await engagements.listEngagements({})).engagements.map((one) => [one.id, one.fiscalYear]));
  const all = await listAllAffairs(context.tx);
  const shown = (row: AffairRow | null) =>
    row === null
      ? null
      : {
          affairId: row.id,
          name: row.name,
          departmentName: names.get(row.department_id) ?? '',
          fiscalYear: years.get(row.engagement_id) ?? 0,
        };
  return {
    affairs: (await storedAffairs(context.tx, engagementId)).map((row) => {
      const { continues, candidate } = earlierOf(row, all, (id) => years.get(id) ?? 0);
      return {
        affairId: row.id,
        name: row.name,
        kind: row.kind,
        departmentId: row.department_id,
        departmentName: names.get(row.department_id) ?? '',
        version: row.version,
        continues: shown(continues),
        candidate: shown(candidate),
      };
    }),
  };
};

export const continueAffair: H<'continueAffair'> = async (context, { affairId, version, earlier }) => {
  const affair = await findAffair(context.tx, affairId);
  const before = earlier === null ? null : await findAffair(context.tx, earlier);
  if (before !== null) {
    const { engagements } = await context.client(engagementContract).listEngagements({});
    const yearOf = (id: string): number => engagements.find((one) => one.id === id)?.fiscalYear ?? 0;
    if (yearOf(before.engagement_id) >= yearOf(affair.engagement_id))
      throw fieldError('earlier', '前の年度の事務ではありません。前の年度の事務を選び直してください。');
  }
  const root = before === null ? null : (before.root_id ?? before.id);
  const others = (await storedAffairs(context.tx, affair.engagement_id)).filter(({ id }) => id !== affairId);
  const same = others.find((other) => root !== null && other.root_id === root);
  if (same !== undefined)
    throw fieldError('earlier', `前の年度のこの事務は、今年度の「${same.name}」に対応付けられています。`);
  const after = await updateAffair(context.tx, affairId, version, { root_id: root });
  facts.record(context, 'affair.continued', {
    engagementId: affair.engagement_id,
    subject: affairId,
    data: { earlier },
  });
  return { version: after.version };
};

export const saveAffair: H<'saveAffair'> = async (context, { engagementId, affairId, version, ...affair }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const { departments } = await context.client(peopleContract).listDepartments({});
  if (!departments.some(({ id }) => id === affair.departmentId))
    throw fieldError('departmentId', '今はない所属です。所属を選び直してください。');
  const others = (await storedAffairs(context.tx, engagementId)).filter(({ id }) => id !== affairId);
  if (others.some((other) => other.name === affair.name && other.department_id === affair.departmentId))
    throw fieldError('name', 'この所属には、同じ名称の事務が既に登録されています。');
  const row = { name: affair.name, kind: affair.kind, department_id: affair.departmentId };
  if (affairId === undefined) {
    const id = context.newId();
    await insertAffair(context.tx, { ...row, id, engagement_id: engagementId });
    record(context, engagementId, id, affair);
    return { affairId: id, version: 1 };
  }
  const before = await findAffair(context.tx, affairId);
  if (before.engagement_id !== engagementId) throw new AppError('record.missing', { internal: 'affair' });
  const after = await updateAffair(context.tx, affairId, version ?? 0, row);
  if (before.kind !== affair.kind || before.department_id !== affair.departmentId)
    record(context, engagementId, affairId, affair);
  return { affairId, version: after.version };
};

function record(
  context: Context,
  engagementId: string,
  id: string,
  { kind, departmentId }: { readonly kind: AffairKind; readonly departmentId: string },
): void {
  facts.record(context, 'affair.registered', {
    engagementId,
    subject: id,
    data: { type: AFFAIR_WORDS[kind], department: departmentId },
  });
}

export const removeAffair: H<'removeAffair'> = async (context, { affairId }) => {
  const affair = await findAffair(context.tx, affairId);
  await deleteAffair(context.tx, affairId);
  facts.record(context, 'affair.removed', { engagementId: affair.engagement_id, subject: affairId, data: {} });
  return OK;
};
