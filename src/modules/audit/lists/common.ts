/** What the lists of the audit have in common. */
import type { OutputOf } from '../../../kernel/contract.ts';
import type { Context } from '../../../kernel/module.ts';
import { auditContract } from '../contract.ts';

type C = typeof auditContract;
export type Out<K extends keyof C['operations']> = OutputOf<C, K>;

export const COMMON = {
  scope: 'engagement',
  permission: 'audit.read',
  key: ({ id }: { readonly id: string }) => id,
} as const;

export const client = (context: Context) => context.client(auditContract);

/** One list for each audited department. */
export const per = {
  title: '監査対象課',
  subjects: async (context: Context, engagementId: string | null) => {
    if (engagementId === null) return [];
    const { audits } = await client(context).getProgramme({ engagementId });
    return audits.map(({ id, departmentName }) => ({ id, title: departmentName }));
  },
};
