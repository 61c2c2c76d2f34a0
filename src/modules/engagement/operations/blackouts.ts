/** When departments or the whole city cannot take part: the office for all, a head for the own department. */
import { daysBetween } from '../../../core/calendar/index.ts';
import { type Caller, reachesDepartment } from '../../../kernel/caller.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { peopleContract } from '../../people/contract.ts';
import type { BlackoutWindow, engagementContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { deleteBlackout, insertBlackout, saveBlackout, selectBlackouts } from '../store-blackouts.ts';

type Contract = typeof engagementContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function listBlackouts(context: Context): Out<'listBlackouts'> {
  const blackouts = await selectBlackouts(context.tx);
  const { departments } = await context.client(peopleContract).listDepartments({});
  const own = departments.filter(({ id }) => maintains(context.caller, id)).map(({ id, name }) => ({ id, name }));
  return {
    blackouts: blackouts.map((window) => ({ ...window, mine: maintains(context.caller, window.departmentId) })),
    departments: maintains(context.caller, null) ? [{ id: null, name: '' }, ...own] : own,
  };
}

export async function registerBlackout(context: Context, input: In<'registerBlackout'>): Out<'registerBlackout'> {
  await checkWindow(context, input);
  const window: BlackoutWindow = { ...input, id: context.newId(), version: 1 };
  await insertBlackout(context.tx, window);
  record(context, 'blackout.registered', window);
  return window;
}

export async function changeBlackout(context: Context, input: In<'changeBlackout'>): Out<'changeBlackout'> {
  const { blackoutId, version, ...fields } = input;
  await requireOwn(context, blackoutId, version);
  await checkWindow(context, fields);
  const window: BlackoutWindow = { ...fields, id: blackoutId, version: version + 1 };
  await saveBlackout(context.tx, window);
  record(context, 'blackout.changed', window);
  return window;
}

export async function removeBlackout(context: Context, input: In<'removeBlackout'>): Out<'removeBlackout'> {
  const window = await requireOwn(context, input.blackoutId, input.version);
  await deleteBlackout(context.tx, window.id);
  facts.record(context, 'blackout.removed', {
    engagementId: null,
    subject: window.id,
    data: { department: window.departmentId },
  });
  return OK;
}

function record(context: Context, kind: 'blackout.registered' | 'blackout.changed', window: BlackoutWindow): void {
  const { departmentId: department, from, to } = window;
  facts.record(context, kind, { engagementId: null, subject: window.id, data: { department, from, to } });
}

/** The office maintains all windows, also those of the whole city; a head those of the own department. */
function maintains(caller: Caller, departmentId: string | null): boolean {
  if (caller.roles.includes('security-office')) return true;
  return departmentId !== null && caller.roles.includes('department-head') && reachesDepartment(caller, departmentId);
}

async function requireOwn(context: Context, id: string, version: number): Promise<BlackoutWindow> {
  const found = (await selectBlackouts(context.tx)).find((window) => window.id === id);
  if (found === undefined) throw new AppError('record.missing', { internal: 'blackout' });
  if (!maintains(context.caller, found.departmentId))
    throw new AppError('permission.refused', { internal: 'blackout' });
  if (found.version !== version) throw new AppError('record.stale', { current: found });
  return found;
}

/** A year holds the longest season; a longer one is a mistyped year. */
const LONGEST_DAYS = 366;

async function checkWindow(
  context: Context,
  { departmentId, from, to }: Pick<BlackoutWindow, 'departmentId' | 'from' | 'to'>,
): Promise<void> {
  if (!maintains(context.caller, departmentId)) {
    throw new AppError('permission.refused', {
      message:
        '所属長が登録できるのは自分の所属の期間だけです。市の全体の期間は、情報セキュリティ担当課に依頼してください。',
    });
  }
  if (to < from) throw fieldError('to', '終わりの日は、始めの日以後の日にしてください。');
  if (daysBetween(from, to) > LONGEST_DAYS) {
    throw fieldError('to', '期間が一年を超えています。始めと終わりの日を確かめてください。');
  }
  if (departmentId === null) return;
  const { departments } = await context.client(peopleContract).listDepartments({});
  if (!departments.some(({ id }) => id === departmentId)) {
    throw fieldError('departmentId', '今ある所属を選んでください。廃止された所属は選べません。');
  }
}
