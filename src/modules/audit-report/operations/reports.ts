/** Reports while they are written: listed, begun, saved, wording kept. */
import { isCity } from '../../../kernel/caller.ts';
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { assuranceIn } from '../../../documents/index.ts';
import { changedOf } from '../../../kernel/record-store.ts';
import { engagementOf } from '../../engagement/contract.ts';
import { OVERALL } from '../labels.ts';
import { draftPart, draftViewpoint, WRITTEN } from '../rules/drafting.ts';
import { handlesMyNumber, viewpointsOf } from '../rules/figures.ts';
import { type ReportRecord, reports } from '../store/stores.ts';
import { facts, type H, planOf, programmeOf, programmesOf } from './common.ts';
import { compose, reportAsked } from './composing.ts';
import { collect } from './material.ts';

/** Names of programmes and targets, for lists. */
async function namesOf(context: Context, engagementId: string) {
  const { programmes } = await planOf(context).listProgrammes({ engagementId });
  const { targets } = await planOf(context).listTargets({ engagementId });
  const programmeNames = new Map(programmes.map(({ id, title }) => [id, title]));
  const targetNames = new Map(targets.map(({ id, name }) => [id, name]));
  return {
    targets,
    of: ({ programmeId, targetId }: { programmeId: string; targetId: string | null }) => ({
      programme: programmeNames.get(programmeId) ?? '',
      target: targetId === null ? null : (targetNames.get(targetId) ?? ''),
    }),
  };
}

type Names = Awaited<ReturnType<typeof namesOf>>;

const lineOf = (record: ReportRecord, names: Names) => {
  const { id, engagementId, programmeId, targetId, state, position, version, content } = record;
  const { title, finishedOn, settledOn } = content;
  return {
    id,
    engagementId,
    programmeId,
    targetId,
    ...names.of(record),
    title,
    state,
    number: position,
    finishedOn,
    settledOn,
    version,
  };
};

/** The city knows of a report from its first finished version on. */
export const visible = (context: Context, { content }: ReportRecord): boolean =>
  !isCity(context.caller) || content.finishedOn !== null;

export const listReports: H<'listReports'> = async (context, { engagementId }) => {
  await engagementOf(context, engagementId);
  // In the order in which they were begun, whatever version each has come to.
  const all = (await reports.list(context.tx, { engagementId })).toSorted((a, b) =>
    a.createdAt.localeCompare(b.createdAt),
  );
  const names = await namesOf(context, engagementId);
  const begun = new Set(all.map(({ programmeId, targetId }) => `${programmeId} ${targetId ?? ''}`));
  const wanted = [];
  for (const { id: programmeId, programme } of await programmesOf(context, engagementId))
    for (const report of programme.reports) {
      const targetIds =
        report.scope === 'programme'
          ? [null]
          : names.targets
              .filter((one) => one.programmeId === programmeId && one.state === 'handed-over')
              .map(({ id }) => id);
      for (const targetId of targetIds)
        if (!begun.has(`${programmeId} ${targetId ?? ''}`))
          wanted.push({ programmeId, targetId, ...names.of({ programmeId, targetId }), title: report.title });
    }
  return {
    reports: all.filter((record) => visible(context, record)).map((record) => lineOf(record, names)),
    wanted: isCity(context.caller) ? [] : wanted,
  };
};

export async function readReport(context: Context, reportId: string): Promise<ReportRecord> {
  const record = await reports.get(context.tx, reportId);
  if (!visible(context, record)) throw new AppError('record.missing', { internal: 'report not finished' });
  return record;
}

export const getReport: H<'getReport'> = async (context, { reportId }) => {
  const record = await readReport(context, reportId);
  const composed = await compose(context, record);
  const names = await namesOf(context, record.engagementId);
  const { content, report, material, figures, check, versions } = composed;
  const { reason, remark, wordingKept, publicEdition } = record.content;
  return {
    ...lineOf(record, names),
    title: content.title,
    parts: report.parts.map(({ title, content: kind }) => ({
      title,
      content: kind,
      text: content.parts.find((part) => part.title === title)?.text ?? '',
      suggestion: draftPart(kind, material),
      written: WRITTEN.includes(kind),
    })),
    viewpoints: viewpointsOf(report, handlesMyNumber(material)).map((title) => ({
      title,
      text: content.viewpoints.find((one) => one.title === title)?.text ?? '',
    })),
    ...{ reason, remark, wordingKept, publicEdition, figures, check },
    publicName: report.publicEdition,
    versions: versions.map((version) => ({
      number: version.number,
      finishedOn: version.finishedOn,
      reason: version.report.reason,
    })),
  };
};

export const startReport: H<'startReport'> = async (context, { programmeId, targetId }) => {
  const inUse = await programmeOf(context, programmeId);
  const { engagementId } = inUse;
  const report = reportAsked(inUse, targetId);
  if (targetId !== null) {
    const target = await planOf(context).getTarget({ targetId });
    if (target.programmeId !== programmeId)
      throw new AppError('record.missing', { internal: 'target of another programme' });
    if (target.state === 'withdrawn')
      throw refuse(
        `「${target.name}」の監査は取りやめたため、報告書は作りません。取りやめたことと理由は、全体の報告書に載ります。`,
      );
  }
  const all = await reports.list(context.tx, { engagementId });
  if (all.some((one) => one.programmeId === programmeId && one.targetId === targetId))
    throw new AppError('record.duplicate', { message: 'この報告書は既にあります。報告書の一覧から開いてください。' });
  const material = await collect(context, inUse, targetId);
  const saved = await reports.insert(context, {
    ...{ engagementId, programmeId, targetId },
    state: 'draft',
    position: 1,
    content: {
      title: report.title,
      parts: report.parts.map(({ title, content }) => ({ title, text: draftPart(content, material) })),
      viewpoints: viewpointsOf(report, handlesMyNumber(material)).map((title) => ({
        title,
        text: draftViewpoint(title, material),
      })),
      wordingKept: null,
      ...{ reason: '', remark: '', finishedOn: null, settledOn: null, publicEdition: null },
    },
  });
  facts.record(context, 'audit-report.started', {
    engagementId,
    subject: saved.id,
    data: { type: inUse.programme.recordType, target: targetId ?? OVERALL, version: 1 },
  });
  return changedOf(saved);
};

export function checkWritten(record: ReportRecord): void {
  if (record.state !== 'draft' && record.state !== 'returned')
    throw refuse('確定した版は変えられません。「新しい版を始める」から、理由を示して変えてください。');
}

export const saveReport: H<'saveReport'> = async (context, { reportId, version, title, parts, viewpoints }) => {
  const record = await reports.take(context.tx, reportId, version);
  checkWritten(record);
  const { programme } = await programmeOf(context, record.programmeId);
  for (const [name, texts] of [
    ['parts', parts],
    ['viewpoints', viewpoints],
  ] as const)
    for (const [index, { text }] of texts.entries()) {
      const found = programme.assurance === 'advice' ? assuranceIn(text) : null;
      if (found !== null)
        throw fieldError(`${name}.${index}.text`, `「${found.found}」：${found.reason}${found.suggestion}`);
    }
  // Wording that was kept was another one.
  const saved = await reports.save(context.tx, record, { content: { title, parts, viewpoints, wordingKept: null } });
  return changedOf(saved);
};

export const keepWording: H<'keepWording'> = async (context, { reportId, version, reason }) => {
  const record = await reports.take(context.tx, reportId, version);
  checkWritten(record);
  const { stumbles } = await compose(context, record);
  if (stumbles.length === 0) throw refuse('読みやすさの確認で挙がった表現は、もうありません。');
  const kept = { reason, by: context.caller.accountId, on: context.today };
  return changedOf(await reports.save(context.tx, record, { content: { wordingKept: kept } }));
};
