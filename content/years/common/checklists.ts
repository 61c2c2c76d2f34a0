/** The checklist of an audit programme: drafted from its catalogues, grounded, proposed, discussed and agreed before the audit. */
import type { Step } from '../../../src/cli/year/year.ts';
import { checklistContract } from '../../../src/modules/checklist/contract.ts';
import { standardsContract } from '../../../src/modules/standards/contract.ts';
import type { PlannedAudit } from './audit-data.ts';
import type { Moment } from './data.ts';
import { type Play, step } from './play.ts';

export interface PlannedChecklist {
  readonly drafted: Moment;
  /** The city sends it back with a remark, and the contractor lays it before the city again. */
  readonly returned?: { readonly at: Moment; readonly remark: string; readonly again: Moment };
  readonly agreed?: Moment;
  /** What all items (or those of one set) rest on besides the provisions of their catalogues. */
  readonly grounds: readonly { readonly standard: string; readonly place: string; readonly set?: string }[];
  /** New information; each is taken into account by some items. */
  readonly trends?: readonly { readonly name: string; readonly text: string }[];
  /** Items of the year before, to show what changed. */
  readonly earlier?: readonly { readonly number: string; readonly title: string; readonly point: string }[];
  /** The forms are revised after the items. */
  readonly forms?: { readonly at: Moment; readonly note: string };
}

export function checklists(play: Play): Step[] {
  return (play.data.audits ?? []).flatMap((audit) => {
    const plan = play.data.checklists?.[audit.source];
    return plan === undefined ? [] : stepsOf(play, audit, plan);
  });
}

function stepsOf(play: Play, audit: PlannedAudit, plan: PlannedChecklist): Step[] {
  const { world, get } = play;
  const lead = () => world.as('lead', checklistContract);
  const office = () => world.as('office', checklistContract);
  const own = async () => {
    const checklistId = get(`checklist:${audit.source}`);
    return { checklistId, version: (await lead().getChecklist({ checklistId })).version };
  };
  const propose = async () => void (await lead().proposeChecklist(await own()));
  const { returned, agreed, forms } = plan;
  return [
    step(plan.drafted, '監査チェックリストの案を作り、市に提案する', async () => {
      await confirmEditions(play, plan.drafted.slice(0, 10));
      await draft(play, audit, plan);
      await propose();
    }),
    ...(returned === undefined
      ? []
      : [
          step(returned.at, '監査チェックリストを、意見を付けて戻す', async () => {
            await office().returnChecklist({ ...(await own()), remark: returned.remark });
          }),
          step(returned.again, '監査チェックリストを直し、再び提案する', propose),
        ]),
    ...(agreed === undefined
      ? []
      : [
          step(agreed, '監査チェックリストに合意する', async () => {
            await office().agreeChecklist(await own());
          }),
        ]),
    ...(forms === undefined
      ? []
      : [
          step(forms.at, '監査項目に合わせて様式を直す', async () => {
            const { formsAsked, id, version } = await lead().getChecklist(await identity(own));
            await lead().reviseForms({ checklistId: id, version, documents: formsAsked, note: forms.note });
          }),
        ]),
  ];
}

const identity = async (own: () => Promise<{ checklistId: string }>) => ({ checklistId: (await own()).checklistId });

/** Everybody works by the newest editions. */
async function confirmEditions({ world, engagement }: Play, today: string): Promise<void> {
  const client = world.as('lead', standardsContract);
  const { standards } = await client.listStandards(engagement());
  for (const { id, version, edition, confirmedOn } of standards)
    if (confirmedOn !== today)
      await client.confirmEdition({ ...engagement(), standardId: id, version, edition, occurredOn: today });
}

async function draft({ world, get, keep }: Play, audit: PlannedAudit, plan: PlannedChecklist): Promise<void> {
  const lead = world.as('lead', checklistContract);
  const { id } = await lead.draftChecklist({ programmeId: get(`programme:${audit.source}`) });
  keep(`checklist:${audit.source}`, id);
  await takeObserved(world, id, audit);
  for (const one of plan.earlier ?? []) await lead.addEarlierItem({ checklistId: id, section: '', ...one });
  const { rows } = await lead.getChecklist({ checklistId: id });
  for (const { standard, place, set } of plan.grounds) {
    const items = rows.filter((row) => set === undefined || row.set === set).map((row) => row.id);
    await lead.groundItems({ checklistId: id, items, standard, place });
  }
  await takeTrends(world, id, plan.trends ?? []);
}

/** The auditors know beforehand which items they will have something to say about. */
async function takeObserved(world: Play['world'], checklistId: string, audit: PlannedAudit): Promise<void> {
  const lead = world.as('lead', checklistContract);
  const { rows, sources, engagementId } = await lead.getChecklist({ checklistId });
  const missing = new Set(
    (audit.observed ?? []).map(({ what }) => what.item).filter((item) => !rows.some(({ key }) => key === item)),
  );
  for (const { catalogue } of sources) {
    if (missing.size === 0) return;
    const { chapters } = await lead.getCatalogue({ engagementId, code: catalogue });
    const found = chapters
      .flatMap(({ sections }) => sections.flatMap(({ items }) => items.map(({ id }) => id)))
      .filter((id) => missing.has(id));
    if (found.length > 0) await lead.addCatalogueItems({ checklistId, catalogue, items: found });
    for (const id of found) missing.delete(id);
  }
}

/** Every trend is described, and the first items of different sections take it into account. */
async function takeTrends(
  world: Play['world'],
  checklistId: string,
  trends: NonNullable<PlannedChecklist['trends']>,
): Promise<void> {
  if (trends.length === 0) return;
  const lead = world.as('lead', checklistContract);
  const { version, title } = await lead.getChecklist({ checklistId });
  await lead.saveChecklist({ checklistId, version, title, trends: [...trends] });
  const { rows } = await lead.getChecklist({ checklistId });
  const firsts = [...Map.groupBy(rows, ({ section }) => section).values()].flatMap(([row]) => row ?? []);
  for (const [index, { name }] of trends.entries()) {
    const item = firsts[index % firsts.length];
    if (item === undefined) continue;
    const { id, set, area, section, point, procedures, evidence, askWhom, severity, targets, basis } = item;
    await lead.changeItem({
      ...{ itemId: id, version: item.version, set, area, section, title: item.title, point },
      ...{ procedures, evidence, askWhom, severity, targets, basis, trends: [...item.trends, name] },
    });
  }
}
