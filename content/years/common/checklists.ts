/** The checklist of an audit programme: drafted from its catalogues, grounded, proposed, discussed and agreed before the audit. */
import type { Step } from '../../../src/cli/year/year.ts';
import { checklistContract } from '../../../src/modules/checklist/contract.ts';
import { standardsContract } from '../../../src/modules/standards/contract.ts';
import type { PlannedAudit, PlannedChecklist } from './audit-data.ts';
import { type Play, step } from './play.ts';

export function checklists(play: Play): Step[] {
  return (play.data.audits ?? []).flatMap((audit) =>
    audit.checklist === undefined ? [] : stepsOf(play, audit, audit.checklist),
  );
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
  await addObserved(world, id, audit);
  for (const one of plan.earlier ?? []) await lead.addEarlierItem({ checklistId: id, section: '', ...one });
  const { rows } = await lead.getChecklist({ checklistId: id });
  for (const { standard, place, set } of plan.grounds) {
    const items = rows.filter((row) => set === undefined || row.set === set).map((row) => row.id);
    await lead.groundItems({ checklistId: id, items, standard, place });
  }
  await takeTrends(world, id, plan.trends ?? []);
}

/** Catalogues by the beginning of their items' keys. */
const CATALOGUES: Readonly<Record<string, string>> = {
  mp: 'policy-guideline',
  mn: 'my-number-safety',
  bp: 'beta-prime',
  sa: 'information-system',
  ws: 'website',
  vs: 'vendor-site',
};

/** What the auditors will look at closely is among the items, also where the draft left it to their choice. */
async function addObserved(world: Play['world'], checklistId: string, { observed = [] }: PlannedAudit): Promise<void> {
  const lead = world.as('lead', checklistContract);
  const { rows } = await lead.getChecklist({ checklistId });
  const missing = new Set(
    observed.map(({ what }) => what.item).filter((item) => !rows.some(({ key }) => key === item)),
  );
  for (const [prefix, items] of Map.groupBy(missing, (item) => item.split('-')[0] ?? ''))
    await lead.addCatalogueItems({ checklistId, catalogue: CATALOGUES[prefix] ?? '', items });
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
