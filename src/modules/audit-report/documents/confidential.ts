/** Words of the audited targets that the public must not read: departments, systems, sites and their vendors. */
import type { ConfidentialProvider } from '../../../kernel/module.ts';
import { engagementOf } from '../../engagement/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import { planOf } from '../operations/common.ts';

export const confidential: ConfidentialProvider = {
  permission: 'audit-report.read',
  async words(context, engagementId) {
    const { targets } = await planOf(context).listTargets({ engagementId });
    const { departments } = await context.client(peopleContract).listDepartments({});
    const { client } = await engagementOf(context, engagementId);
    // The city's own office stands in the address of every paper.
    const names = new Map(departments.map(({ id, name }) => [id, name === client.department ? '' : name]));
    return targets.flatMap((target) => {
      const departmentId = target.departmentIds[0];
      const of = departmentId === undefined ? {} : { departmentId };
      return [
        ...target.departmentIds.map((id) => ({
          kind: 'department' as const,
          word: names.get(id) ?? '',
          departmentId: id,
        })),
        ...[target.kind === 'department' ? '' : target.name, target.system, target.vendor, ...target.systems].map(
          (word) => ({ kind: 'system' as const, word, ...of }),
        ),
      ].filter(({ word }) => word !== '');
    });
  },
};
