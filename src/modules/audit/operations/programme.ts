/** The audits of the year: theme, issues, methods, stages. */
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { dayOfEvent, engagementOf } from '../../engagement/contract.ts';
import { departmentNames } from '../../people/contract.ts';
import type { Theme } from '../contract/programme.ts';
import { checkRecordVersion, changedOf } from '../../../kernel/record-store.ts';
import { type AuditRecord, audits, checks, contracts, hearings, programmes, visits } from '../store/stores.ts';
import { addSuitableChecks } from './check-scope.ts';
import type { H } from './handler.ts';
import { checkFieldwork, checkOpen, facts, moveAudit, readAudit, takeAudit, targetName } from './shared.ts';
import { type Standing, standingsOf } from './situation.ts';
import { checkTargetAlive } from './target-alive.ts';

export const setTheme: H<'setTheme'> = async (context, { engagementId, ...theme }) => {
  await engagementOf(context, engagementId);
  return changedOf(await writeTheme(context, engagementId, theme));
};

type GivenTheme = Omit<Theme, 'description'> & { readonly description?: string | undefined };

export async function writeTheme(context: Context, engagementId: string, theme: GivenTheme) {
  const content = { ...theme, description: theme.description ?? '' };
  const [found] = await programmes.list(context.tx, { engagementId });
  const saved =
    found === undefined
      ? await programmes.insert(context, { engagementId, state: 'set', position: 1, content })
      : await programmes.save(context.tx, await programmes.take(context.tx, found.id), { content });
  const { theme: name, article, guideline, guidelineVersion } = content;
  facts.record(context, 'theme.set', {
    engagementId,
    subject: engagementId,
    data: { theme: name, article, guideline, guidelineVersion },
  });
  return saved;
}

export async function auditViewOf(context: Context, audit: AuditRecord) {
  const [view] = await auditViewsOf(context, [audit]);
  if (view === undefined) throw new AppError('internal.failure', { internal: 'audit without view' });
  return view;
}

async function auditViewsOf(context: Context, all: readonly AuditRecord[]) {
  const [names, standing] = await Promise.all([departmentNames(context), standingsOf(context, all)]);
  return all.map((audit) => viewOf(context, audit, names, standing(audit)));
}

function viewOf(context: Context, audit: AuditRecord, names: ReadonlyMap<string, string>, standing: Standing) {
  const contractor = context.caller.party === 'contractor';
  return {
    ...audit.content,
    // The issues are working papers until field work began on their ground.
    issues: contractor || audit.state !== 'preparing' ? audit.content.issues : [],
    id: audit.id,
    version: audit.version,
    position: audit.position,
    createdAt: audit.createdAt,
    engagementId: audit.engagementId,
    targetId: audit.targetId,
    departmentId: audit.departmentId,
    departmentName: targetName(audit, names),
    state: audit.state,
    ...standing,
  };
}

export const getProgramme: H<'getProgramme'> = async (context, { engagementId }) => {
  await engagementOf(context, engagementId);
  const [[programme], all] = await Promise.all([
    programmes.list(context.tx, { engagementId }),
    audits.list(context.tx, { engagementId }),
  ]);
  return { theme: programme?.content ?? null, audits: await auditViewsOf(context, all) };
};

export const getAudit: H<'getAudit'> = async (context, { auditId }) => {
  const audit = await readAudit(context, auditId);
  return auditViewOf(context, audit);
};

export const setProfile: H<'setProfile'> = async (context, { auditId, version, profile, selfCheck }) => {
  const audit = await takeAudit(context, auditId, version);
  checkFieldwork(audit);
  const saved = await audits.save(context.tx, audit, {
    content: { profile, ...(selfCheck === undefined ? {} : { selfCheck }) },
  });
  await addSuitableChecks(context, saved);
  return changedOf(saved);
};

export const saveIssues: H<'saveIssues'> = async (context, { auditId, version, issues }) => {
  const audit = await takeAudit(context, auditId, version);
  checkFieldwork(audit);
  const saved = await audits.save(context.tx, audit, {
    content: { issues: issues.map((entry) => ({ ...entry, id: entry.id ?? context.newId() })) },
  });
  facts.record(context, 'issues.organised', {
    engagementId: audit.engagementId,
    subject: audit.id,
    data: { department: audit.departmentId, issues: issues.length },
  });
  return changedOf(saved);
};

export const chooseMethod: H<'chooseMethod'> = async (context, { auditId, version, ...method }) => {
  const audit = await takeAudit(context, auditId, version);
  checkFieldwork(audit);
  if (!method.documents && !method.hearing && !method.visit)
    throw fieldError('documents', '書類確認、ヒアリング、現場確認のうち一つ以上を選んでください。');
  const saved = await audits.save(context.tx, audit, { content: { method: { ...method, chosenOn: context.today } } });
  facts.record(context, 'method.chosen', {
    engagementId: audit.engagementId,
    subject: audit.id,
    data: { department: audit.departmentId, ...method },
  });
  return changedOf(saved);
};

export const beginAudit: H<'beginAudit'> = async (context, { auditId, version }) => {
  const audit = await takeAudit(context, auditId, version);
  if (audit.content.programme.kind === 'focus-theme')
    throw refuse(
      'この監査は、市が監査通知書を送付すると始まります。先に方針を決め、市が監査通知書を送付してください。',
    );
  await checkTargetAlive(context, audit);
  return changedOf(await moveAudit(context, audit, 'begin', {}));
};

export const closeFieldwork: H<'closeFieldwork'> = async (context, { auditId, version }) => {
  const audit = await takeAudit(context, auditId, version);
  const obstacles = await fieldworkObstacles(context, audit);
  if (audit.state === 'in-progress' && obstacles.length > 0) throw refuse(obstacles.join(''));
  return changedOf(await moveAudit(context, audit, 'close-fieldwork', { fieldworkClosedOn: context.today }));
};

async function fieldworkObstacles(context: Context, audit: AuditRecord): Promise<string[]> {
  const of = { auditId: audit.id };
  const obstacles: string[] = [];
  const themed = audit.content.programme.kind === 'focus-theme';
  if (themed && audit.content.method === null) obstacles.push('確認の方法を決めていません。');
  const open = (await checks.list(context.tx, of)).filter(
    ({ state, content }) => state === 'in-scope' && content.judgement === 'unconfirmed',
  );
  if (open.length > 0) obstacles.push(`判断していない確認項目が${open.length}項目あります。`);
  const designated = await contracts.list(context.tx, of);
  if (themed && designated.length === 0 && audit.content.contractNotApplicable === null)
    obstacles.push('重点テーマの契約が指定されていません。市が契約を指定するか、対象外としてください。');
  const unfinished = designated.filter(({ state }) => state === 'designated');
  if (unfinished.length > 0) obstacles.push(`確認を終えていない契約が${unfinished.length}件あります。`);
  const openHearings = (await hearings.list(context.tx, of)).filter(
    ({ state }) => state !== 'closed' && state !== 'minutes-submitted',
  );
  if (openHearings.length > 0) obstacles.push(`終わっていないヒアリングが${openHearings.length}件あります。`);
  const allVisits = await visits.list(context.tx, of);
  if (allVisits.some(({ state }) => state === 'held')) obstacles.push('現場確認の発見事項の概要を提出していません。');
  if ((audit.content.method?.visit ?? false) && !allVisits.some(({ state }) => state === 'outline-submitted'))
    obstacles.push('現場確認を行うこととしていますが、行った記録がありません。');
  return obstacles;
}

export const recordExplained: H<'recordExplained'> = async (context, { auditId, version, occurredOn, meetingId }) => {
  const audit = await takeAudit(context, auditId, version);
  const on = await dayOfEvent(context, audit.engagementId, occurredOn);
  const saved = await moveAudit(context, audit, 'explain', {
    explanation: { kind: 'held', reason: '', on, meetingId: meetingId ?? null },
  });
  facts.record(context, 'explanation.recorded', {
    engagementId: audit.engagementId,
    subject: audit.id,
    data: { department: audit.departmentId, occurredOn: on },
  });
  return changedOf(saved);
};

export const waiveExplanation: H<'waiveExplanation'> = async (context, { auditId, version, reason }) => {
  const audit = await takeAudit(context, auditId, version);
  const saved = await moveAudit(context, audit, 'explain', {
    explanation: { kind: 'waived', reason, on: context.today, meetingId: null },
  });
  facts.record(context, 'explanation.waived', {
    engagementId: audit.engagementId,
    subject: audit.departmentId,
    data: { department: audit.departmentId, reason },
  });
  return changedOf(saved);
};

export const closeAudit: H<'closeAudit'> = async (context, { auditId, version, note }) => {
  const audit = await audits.take(context.tx, auditId);
  checkRecordVersion(audit, version, audit.content);
  checkOpen(audit);
  return changedOf(await moveAudit(context, audit, 'close', { closing: { on: context.today, note } }));
};
