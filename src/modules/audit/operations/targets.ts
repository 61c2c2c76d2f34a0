/** The audit of a planned target: opened with the items of its programme, stopped when the target is withdrawn. */
import type { Programme } from '../../../core/programme/index.ts';
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { auditPlanContract, type TargetView } from '../../audit-plan/contract.ts';
import { checklistContract } from '../../checklist/contract.ts';
import { engagementOf } from '../../engagement/contract.ts';
import { standardsContract } from '../../standards/contract.ts';
import type { CheckContent } from '../contract/checks.ts';
import { programmeOf } from '../rules/opening.ts';
import { type AuditRecord, audits, checks } from '../store/stores.ts';
import { catalogueContent, checklistCheck, insertChecks } from './check-scope.ts';
import type { H } from './handler.ts';
import { insertAudit, NO_PROFILE } from './opening.ts';
import { checkOpen, facts, moveAudit, takeAudit } from './shared.ts';

const planOf = (context: Context) => context.client(auditPlanContract);

export const listOpenableTargets: H<'listOpenableTargets'> = async (context, { engagementId }) => {
  await engagementOf(context, engagementId);
  const opened = new Set((await audits.list(context.tx, { engagementId })).map(({ targetId }) => targetId));
  const { targets } = await planOf(context).listTargets({ engagementId });
  const programmes = new Map<string, Programme>();
  const known = new Map<string, Awaited<ReturnType<typeof itemsFor>>>();
  const found = [];
  for (const target of targets) {
    if (opened.has(target.id) || ['proposed', 'withdrawn', 'handed-over'].includes(target.state)) continue;
    const programme = programmes.get(target.programmeId) ?? (await editionOf(context, target)).programme;
    programmes.set(target.programmeId, programme);
    if (programme.kind === 'focus-theme') continue;
    const key = `${target.programmeId} ${target.programmeEdition} ${target.kind}`;
    const wanted = known.get(key) ?? (await itemsFor(context, target));
    known.set(key, wanted);
    found.push({
      targetId: target.id,
      programme: programme.title,
      ...{ name: target.name, kind: target.kind, state: target.state },
      checklists: wanted.catalogues.map(({ chosen, ...one }) => ({ ...one, proposed: chosen })),
      agreed: wanted.checklist?.position ?? null,
      agreementNeeded: wanted.agreement === 'required',
    });
  }
  return { targets: found };
};

/** The items of the agreed checklist that suit the target, else what the programme proposes. */
export const itemsFor = (context: Context, target: TargetView) =>
  context.client(checklistContract).getItemsForTarget({
    programmeId: target.programmeId,
    edition: target.programmeEdition,
    kind: target.kind,
  });

const editionOf = (context: Context, { programmeId, programmeEdition }: TargetView) =>
  planOf(context).getProgramme({ programmeId, edition: programmeEdition });

export const openAuditOfTarget: H<'openAuditOfTarget'> = async (context, { targetId, items }) => {
  const target = await planOf(context).getTarget({ targetId });
  const { engagementId } = target;
  const all = await audits.list(context.tx, { engagementId });
  if (all.some((audit) => audit.targetId === targetId))
    throw new AppError('record.duplicate', { message: `「${target.name}」の監査は、既に登録されています。` });
  const edition = await editionOf(context, target);
  if (edition.programme.kind === 'focus-theme')
    throw refuse('重点テーマの監査は、監査の画面の「監査対象課を登録する」から登録してください。');
  const wanted = await itemsFor(context, target);
  checkAgreement(wanted, items !== undefined);
  const { specification } = await engagementOf(context, engagementId);
  const source = { id: target.programmeId, edition: edition.shown, specification };
  // Refuses a target that was not decided or was withdrawn.
  await planOf(context).handOverTarget({ targetId });
  const audit = await insertAudit(context, {
    ...{ engagementId, targetId },
    programme: programmeOf({ ...source, programme: edition.programme }, target.minutes),
    target: {
      kind: target.kind,
      name: target.kind === 'department' ? '' : target.name,
      departmentIds: target.departmentIds,
      ...{ system: target.system, url: target.url, vendor: target.vendor },
    },
    position: nextPosition(all),
    reason: target.reason,
    profile: NO_PROFILE,
    selfCheck: [],
    checklist: wanted.checklist,
  });
  const added =
    items === undefined ? await placeItems(context, audit, wanted.items) : await addItems(context, audit, items);
  const warning =
    wanted.checklist === null
      ? '市が合意したチェックリストがないため、手順の定める目録の項目を置きました。監査を行う前に、チェックリストの合意を得てください。'
      : null;
  return { ...changedOf(audit), items: added, warning };
};

function checkAgreement({ checklist, agreement }: Awaited<ReturnType<typeof itemsFor>>, chosenByHand: boolean): void {
  if (checklist === null && agreement === 'required')
    throw refuse(
      'この手順では、市がチェックリストに合意するまで監査を登録できません。監査チェックリストの画面で案を提案し、市の合意を得てください。',
    );
  if (checklist !== null && chosenByHand)
    throw refuse(
      '市が合意したチェックリストがあるため、項目を選んで登録することはできません。合意した項目で登録し、項目を変えるときはチェックリストの新しい版を作ってください。',
    );
}

/** Items of the checklist that are not there yet. */
export async function placeItems(
  context: Context,
  audit: AuditRecord,
  items: Awaited<ReturnType<typeof itemsFor>>['items'],
): Promise<number> {
  const present = await checks.list(context.tx, { auditId: audit.id });
  const keys = new Set(present.map(({ content }) => content.key));
  const { standards } = await context.client(standardsContract).listStandards({ engagementId: audit.engagementId });
  const nameOf = (code: string): string => standards.find((one) => one.code === code)?.name ?? code;
  const first = nextPosition(present);
  const rows = items
    .filter(({ key }) => !keys.has(key))
    .map((item, index) => ({
      position: first + index,
      content: { ...checklistCheck(item, nameOf), number: first + index },
    }));
  await insertChecks(context, audit, rows);
  return rows.length;
}

interface Wanted {
  readonly catalogue: string;
  readonly items: readonly string[];
}

async function addItems(context: Context, audit: AuditRecord, wanted: readonly Wanted[]): Promise<number> {
  const present = await checks.list(context.tx, { auditId: audit.id });
  const keys = new Set(present.map(({ content }) => content.key));
  const contents: Omit<CheckContent, 'number'>[] = [];
  for (const [index, { catalogue, items }] of wanted.entries()) {
    const ids = new Set(items);
    const { engagementId } = audit;
    const { chapters } = await context.client(checklistContract).getCatalogue({ engagementId, code: catalogue });
    for (const { sections } of chapters)
      for (const section of sections)
        for (const item of section.items) {
          if (!ids.delete(item.id) || keys.has(item.id)) continue;
          keys.add(item.id);
          contents.push(catalogueContent(item, section));
        }
    if (ids.size > 0)
      throw fieldError(
        `items.${index}.items`,
        '目録に見つからない項目があります。目録を開き直して、選び直してください。',
      );
  }
  const first = nextPosition(present);
  const rows = contents.map((content, index) => ({
    position: first + index,
    content: { ...content, number: first + index },
  }));
  await insertChecks(context, audit, rows);
  return rows.length;
}

export const addCatalogueChecks: H<'addCatalogueChecks'> = async (context, { auditId, catalogue, items, reason }) => {
  const audit = await takeAudit(context, auditId);
  if (audit.content.programme.kind === 'focus-theme')
    throw refuse('この監査の確認項目は、市に提案し、同意を得て加えます。目録の画面から提案してください。');
  if (audit.state !== 'preparing' && audit.state !== 'in-progress')
    throw refuse('確認作業が終わっているため、確認項目を加えられません。');
  const added = await addItems(context, audit, [{ catalogue, items }]);
  if (added > 0)
    facts.record(context, 'check-items.added', {
      engagementId: audit.engagementId,
      subject: audit.id,
      data: { department: audit.departmentId, audit: audit.id, catalogue, items: added, reason },
    });
  return { added };
};

export const stopAudit: H<'stopAudit'> = async (context, { auditId, version, reason }) => {
  const audit = await takeAudit(context, auditId, version);
  checkOpen(audit);
  if (audit.targetId === null) throw refuse('重点テーマの監査は、説明まで済ませてから終了してください。');
  const target = await planOf(context).getTarget({ targetId: audit.targetId });
  if (target.state !== 'withdrawn')
    throw refuse('監査を途中で終えるのは、対象を取り下げたときです。先に監査計画の画面で対象を取り下げてください。');
  return changedOf(await moveAudit(context, audit, 'stop', { closing: { on: context.today, note: reason } }));
};
