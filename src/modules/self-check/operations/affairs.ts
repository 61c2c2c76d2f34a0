/** The register of affairs with individual numbers, and of others that a campaign asks. Clause 4(4)① (koganei-2023). */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import { facts } from '../facts.ts';
import { AFFAIR_WORDS } from '../labels.ts';
import {
  deleteAffair,
  findAffair,
  insertAffair,
  listAffairs as storedAffairs,
  updateAffair,
} from '../store/affair-store.ts';
import type { AffairKind } from '../store/tables.ts';
import type { H } from './common.ts';

export const listAffairs: H<'listAffairs'> = async (context, { engagementId }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const { departments } = await context.client(peopleContract).listDepartments({});
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  return {
    affairs: (await storedAffairs(context.tx, engagementId)).map((row) => ({
      affairId: row.id,
      name: row.name,
      kind: row.kind,
      departmentId: row.department_id,
      departmentName: names.get(row.department_id) ?? '',
      version: row.version,
    })),
  };
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
