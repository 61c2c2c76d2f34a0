/** The register: what is owed, by when, and what has become of it. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { deliverablesContract, DeliverableVersion, Edition, OwedDeliverable } from '../contract.ts';
import { providerOf } from '../render.ts';
import { type Subject, SUBJECT_KINDS, subjectsOwed, visibleTo } from '../rules.ts';
import { selectVersions } from '../store/versions.ts';

type Contract = typeof deliverablesContract;

export async function listDeliverables(
  context: Context,
  input: ParsedInputOf<Contract, 'listDeliverables'>,
): Promise<OutputOf<Contract, 'listDeliverables'>> {
  return { today: context.today, deliverables: await registerOf(context, input.engagementId) };
}

/** What is owed: everything, or what there is of one type, without asking the makers of the other documents. */
export async function registerOf(context: Context, engagementId: string, type?: string): Promise<OwedDeliverable[]> {
  const specification = await context.client(engagementContract).getSpecification({ engagementId });
  const versions = visibleTo(context.caller.party, await selectVersions(context.tx, engagementId, { type }));
  const facts = await readFacts(context.tx, { engagementId, kinds: SUBJECT_KINDS });
  const owed: OwedDeliverable[] = [];
  for (const definition of specification.deliverables) {
    if (type !== undefined && definition.type !== type) continue;
    const provider = providerOf(context, definition.type);
    const departments = (await provider?.departments?.(context, engagementId)) ?? [];
    const base = { ...definition, canProduce: provider !== null, cityReads: definition.cityReads ?? null };
    const of = (subject: string | null): Pick<OwedDeliverable, 'versions' | 'editions'> => {
      const own = versions.filter((version) => version.type === definition.type && version.subject === subject);
      const ofEdition = (edition: Edition, departmentId: string | null = null): DeliverableVersion[] =>
        own.filter((version) => version.edition === edition && version.departmentId === departmentId);
      const editions = provider?.editions ?? [];
      return {
        versions: ofEdition('detailed'),
        editions: [
          ...editions.map((edition) => ({ edition, department: null, versions: ofEdition(edition) })),
          ...departments.map(({ id, title: name }) => ({
            edition: 'department' as const,
            department: { id, name },
            versions: ofEdition('department', id),
          })),
        ],
      };
    };
    if (definition.per === null) {
      owed.push({ ...base, subject: null, subjectName: null, ...of(null) });
      continue;
    }
    const named = await namesOf(context, engagementId, definition.type);
    // The months of a contract are no facts: the module that reports on them knows which have passed.
    const subjects = definition.per === 'month' ? [...(named?.keys() ?? [])] : subjectsOwed(definition.per, facts);
    for (const subject of subjects) {
      // Where the module that makes the document knows its subjects, only those are owed (a hearing by mail has no minutes).
      if (named !== null && !named.has(subject)) continue;
      owed.push({ ...base, subject, subjectName: named?.get(subject) ?? null, ...of(subject) });
    }
  }
  return owed;
}

async function namesOf(
  context: Context,
  engagementId: string,
  type: string,
): Promise<ReadonlyMap<string, string> | null> {
  const provider = providerOf(context, type);
  if (provider?.subjects === undefined) return null;
  const subjects: readonly Subject[] = await provider.subjects(context, engagementId);
  return new Map(subjects.map((subject) => [subject.id, subject.title]));
}
