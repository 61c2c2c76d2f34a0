/** Firms beside the municipality. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { Firm } from '../shapes.ts';
import { insertFirm, listFirms as readFirms, updateFirm } from '../store/account-store.ts';
import { lockOrganisation } from '../store/department-store.ts';

export async function listFirms(context: Context): Promise<{ firms: Firm[] }> {
  return { firms: [...(await readFirms(context.tx))] };
}

export async function saveFirm(
  context: Context,
  input: {
    readonly firmId?: string | undefined;
    readonly version?: number | undefined;
    readonly kind: 'contractor' | 'vendor';
    readonly name: string;
  },
): Promise<{ firmId: string; version: number }> {
  const { firmId, kind, name } = input;
  await lockOrganisation(context.tx);
  const firms = await readFirms(context.tx);
  if (firms.some((firm) => firm.name === name && firm.id !== firmId))
    throw fieldError('name', '同じ名称の事業者が既に登録されています。');
  if (firmId === undefined) {
    const id = context.newId();
    await insertFirm(context.tx, { id, kind, name, version: 1 });
    return { firmId: id, version: 1 };
  }
  const firm = firms.find(({ id }) => id === firmId);
  if (firm === undefined) throw new AppError('record.missing', { internal: 'firm' });
  if (firm.version !== input.version) throw new AppError('record.stale', { current: firm });
  if (firm.kind !== kind) throw fieldError('kind', '事業者の種類は変えられません。別の事業者として登録してください。');
  const version = firm.version + 1;
  await updateFirm(context.tx, { ...firm, name, version });
  return { firmId: firm.id, version };
}
