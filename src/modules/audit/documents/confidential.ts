/** What the public must not read of an audit: the departments, the city's people in them, the services they use. */
import type { ConfidentialProvider } from '../../../kernel/module.ts';
import { type Marks, sensitive } from '../../../documents/index.ts';
import { peopleContract } from '../../people/contract.ts';
import { clientOf } from './source.ts';

export const confidential: ConfidentialProvider = {
  permission: 'audit.read',
  async words(context, engagementId) {
    const { audits } = await clientOf(context).getProgramme({ engagementId });
    const { contracts } = await clientOf(context).listContracts({ engagementId });
    const { accounts } = await context.client(peopleContract).listAccounts({ everyone: true });
    const audited = new Set(audits.map(({ departmentId }) => departmentId));
    return [
      // With its bureau and alone: a department is known by either.
      ...audits.flatMap(({ departmentId, departmentName }) =>
        [...new Set([departmentName, departmentName.split(/\s+/u).at(-1) ?? ''])].map((word) => ({
          kind: 'department' as const,
          word,
          departmentId,
        })),
      ),
      ...accounts
        .filter(({ departmentId }) => departmentId !== null && audited.has(departmentId))
        .map(({ displayName, departmentId }) => ({
          kind: 'person' as const,
          word: displayName.replace(/（.*$/u, ''),
          ...(departmentId === null ? {} : { departmentId }),
        })),
      ...contracts.flatMap(({ service, provider, departmentId }) => [
        { kind: 'system' as const, word: service, departmentId },
        { kind: 'system' as const, word: provider, departmentId },
      ]),
    ];
  },
};

/** The marks by which the public edition hides them. */
/** What only the department itself reads. */
export const onlyFor = (departmentId: string): Marks => ({ departments: [departmentId] });

/** What tells of all departments together: a department reads its own counts instead. */
export const forAll: Marks = { only: ['detailed', 'public', 'executive'] };

/** What stands in the edition of one department alone. */
export const instead = (departmentId: string): Marks => ({ only: ['department'], departments: [departmentId] });

export const HIDDEN = {
  department: (index: number) => sensitive('監査対象課の名称', `対象課${index + 1}`),
  chart: sensitive('監査対象課ごとの図'),
  contract: sensitive('契約及び事業者の名称'),
  detail: sensitive('対策の弱点が分かる記載'),
  day: sensitive('監査対象課の予定が分かる記載'),
} as const;
