/** What the forms about meetings offer to choose from. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { peopleContract } from '../../people/contract.ts';
import type { meetingsContract } from '../contract.ts';
import { sideOf } from './common.ts';
import { settingOf } from './setting.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

/** The team comes first: it is short, and always there. Then the city by its sections. */
const ranks = { contractor: 0, city: 1, vendor: 2, system: 3 } as const;
const { compare } = new Intl.Collator('ja');

export const listChoices: H<'listChoices'> = async (context, { engagementId }) => {
  await settingOf(context, engagementId);
  const client = context.client(peopleContract);
  const { accounts } = await client.listAccounts({});
  const { departments } = await client.listDepartments({});
  return {
    documents: await explainedDocuments(context, engagementId),
    people: accounts
      .toSorted((a, b) =>
        compare(`${ranks[a.party]}${a.organisation ?? ''}`, `${ranks[b.party]}${b.organisation ?? ''}`),
      )
      .flatMap(({ id, displayName, party, organisation }) =>
        party === 'system'
          ? []
          : [{ id, name: organisation === null ? displayName : `${displayName}（${organisation}）`, side: party }],
      ),
    departments: departments
      .map(({ id, name, bureauName }) => ({ id, name: bureauName === null ? name : `${bureauName}　${name}` }))
      .toSorted((a, b) => compare(a.name, b.name)),
  };
};

/** Facts by which a plan or a deliverable becomes known to a side. */
const KNOWN_BY = {
  city: ['plan.submitted', 'deliverable.submitted'],
  contractor: ['plan.drafted', 'plan.submitted', 'deliverable.reviewed', 'deliverable.submitted'],
} as const;

/** Plans and deliverables by their latest version, in the order in which they became known. */
async function explainedDocuments(context: Context, engagementId: string): Promise<{ id: string; name: string }[]> {
  const found = await readFacts(context.tx, { engagementId, kinds: KNOWN_BY[sideOf(context)] });
  const names = new Map<string, string>();
  for (const { kind, subject, data } of found) {
    const type = kind.startsWith('plan.') ? 'work-plan' : String(data['type']);
    const title = context.providers.documents.find((provider) => provider.kind === type)?.title ?? TITLES[type] ?? type;
    names.set(subject, `${title}（第${String(data['version'])}版）`);
  }
  return [...names].map(([id, name]) => ({ id, name }));
}

/** Titles of types that no document is made for. */
const TITLES: Readonly<Record<string, string>> = { 'work-plan': '作業計画書', 'business-report': '事業報告書' };
