/** Which lists there are, and a list as a file. */
import { writeCsv } from '../../../core/exchange/index.ts';
import { portableName, renderXlsx } from '../../../documents/index.ts';
import { mayUse } from '../../../kernel/caller.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context, Handler, ListProvider, ListScope, ListWays, OpenList } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { exchangeContract } from '../contract.ts';
import { listWorkbook } from '../documents/list-workbook.ts';

type C = typeof exchangeContract;
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;
export type Provider = ListProvider & { readonly moduleId: string };
/** A list with what was chosen of it. */
export interface Chosen {
  readonly list: string;
  readonly engagementId: string | null;
  readonly subject: string | null;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const addressOf = ({ moduleId, id }: Provider): string => `${moduleId}.${id}`;

export const listLists: H<'listLists'> = async (context, { engagementId }) => {
  const scope = engagementId === null ? 'municipality' : 'engagement';
  const lists = context.providers.lists.filter(
    (provider) => provider.scope === scope && may(context, provider, provider.permission),
  );
  return {
    lists: lists.map((provider) => ({
      list: addressOf(provider),
      title: provider.title,
      editable: mayEdit(context, provider),
      because: provider.because,
      help: provider.help,
      per: provider.per,
    })),
  };
};

export const listSubjects: H<'listSubjects'> = async (context, { list, engagementId }) => {
  const provider = providerOf(context, list);
  return { subjects: [...(await provider.subjects(context, engagementId))] };
};

export const downloadList: H<'downloadList'> = async (context, { format, ...chosen }) => {
  const provider = providerOf(context, chosen.list);
  const scope = scopeOf(provider, chosen);
  const open = await openAs(context, provider, scope);
  const title = await titleFor(context, provider, scope);
  const name = portableName(title);
  if (format === 'csv') {
    return { name: `${name}.csv`, mediaType: 'text/csv', bytes: new TextEncoder().encode(writeCsv(open)) };
  }
  const { engagementId } = scope;
  const engagement =
    engagementId === null ? null : await context.client(engagementContract).getEngagement({ engagementId });
  const editable = mayEdit(context, provider);
  const additions = open.add !== undefined;
  const tree = listWorkbook(open, {
    title,
    help: provider.help,
    today: context.today,
    editable,
    additions,
    engagement,
  });
  return { name: `${name}.xlsx`, mediaType: XLSX, bytes: await renderXlsx(tree) };
};

/** @throws AppError `record.missing` for an unknown list, `permission.refused` for one that the caller may not see. */
export function providerOf(context: Context, list: string): Provider {
  const provider = context.providers.lists.find((one) => addressOf(one) === list);
  if (provider === undefined) throw new AppError('record.missing', { internal: `list ${list}` });
  context.providers.check(provider);
  return provider;
}

export function scopeOf(provider: Provider, { engagementId, subject }: Chosen): ListScope {
  if (provider.scope === 'municipality') return { engagementId: null, subject };
  if (engagementId === null) throw new AppError('input.invalid', { internal: 'engagement wanted' });
  return { engagementId, subject };
}

/** Refuses a list that only goes out, with its reason, and a caller who may not edit it. */
export function requireEditable(context: Context, provider: Provider): void {
  if (provider.edit === null) {
    throw new AppError('state.refused', {
      message: `「${provider.title}」は取り出すだけの一覧です。${provider.because ?? ''}`,
    });
  }
  if (mayEdit(context, provider)) return;
  const [permission = ''] = Object.values(provider.edit);
  context.providers.check({ moduleId: provider.moduleId, permission });
}

/** Whether the caller may do anything at all to a row. */
const mayEdit = (context: Context, provider: Provider): boolean =>
  Object.values(provider.edit ?? {}).some((permission) => may(context, provider, permission));

/** The list with only those ways to bring rows back that are the caller's. */
export async function openAs(context: Context, provider: Provider, scope: ListScope): Promise<OpenList> {
  const { add, change, remove, ...list } = await provider.open(context, scope);
  const own = (way: keyof ListWays): boolean => {
    const permission = provider.edit?.[way];
    return permission !== undefined && may(context, provider, permission);
  };
  return {
    ...list,
    ...(add !== undefined && own('add') ? { add } : {}),
    ...(change !== undefined && own('change') ? { change } : {}),
    ...(remove !== undefined && own('remove') ? { remove } : {}),
  };
}

function may(context: Context, { moduleId }: Provider, permission: string): boolean {
  const contract = context.providers.contracts.find(({ id }) => id === moduleId);
  return contract !== undefined && mayUse(contract, permission, context.caller);
}

async function titleFor(context: Context, provider: Provider, scope: ListScope): Promise<string> {
  if (scope.subject === null) return provider.title;
  const subjects = await provider.subjects(context, scope.engagementId);
  const subject = subjects.find(({ id }) => id === scope.subject);
  return subject === undefined ? provider.title : `${provider.title}（${subject.title}）`;
}
