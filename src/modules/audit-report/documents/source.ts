/** Which records a document of the module is made from, as the caller may read them. */
import type { ProgrammeReport, RecordType } from '../../../core/programme/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { Material } from '../contract/material.ts';
import { planOf, type ProgrammeInUse, programmesOf } from '../operations/common.ts';
import { type Composed, compose } from '../operations/composing.ts';
import { visible } from '../operations/reports.ts';
import { type ReportRecord, reports } from '../store/stores.ts';

export const missing = (message: string): AppError => new AppError('record.missing', { message });

/** The programme that keeps its records under this word. */
export async function programmeOfType(
  context: Context,
  engagementId: string,
  type: RecordType,
): Promise<ProgrammeInUse> {
  const all = await programmesOf(context, engagementId);
  const found = all.find(({ programme }) => programme.recordType === type && programme.kind !== 'focus-theme');
  if (found === undefined)
    throw missing(
      'この文書のもとになる監査の手順が、まだ公開されていません。先に監査計画の画面で監査の手順を取り入れてください。',
    );
  return found;
}

export interface ReportOfTarget extends Composed {
  readonly record: ReportRecord;
  readonly name: string;
}

/** The reports of a programme that the caller may read, composed; on targets in the order of the targets. */
export async function composedReports(
  context: Context,
  inUse: ProgrammeInUse,
  scope: ProgrammeReport['scope'],
): Promise<ReportOfTarget[]> {
  const all = (await reports.list(context.tx, { engagementId: inUse.engagementId })).filter(
    (record) =>
      record.programmeId === inUse.id &&
      (record.targetId === null) === (scope === 'programme') &&
      visible(context, record),
  );
  const composed: ReportOfTarget[] = [];
  for (const record of all) {
    const one = await compose(context, record);
    composed.push({ ...one, record, name: one.material.targets.find(({ id }) => id === record.targetId)?.name ?? '' });
  }
  const { targets } = await planOf(context).listTargets({ engagementId: inUse.engagementId });
  const place = new Map(targets.map(({ id }, index) => [id, index]));
  const placeOf = ({ record }: ReportOfTarget): number => place.get(record.targetId ?? '') ?? 0;
  return composed.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** What one department reads of the records: its own targets and the issues that concern it. */
export function ofDepartment(material: Material, departmentId: string): Material {
  const targets = material.targets.filter(({ departmentIds }) => departmentIds.includes(departmentId));
  const ids = new Set(targets.map(({ id }) => id));
  return {
    ...material,
    targets,
    findings: material.findings.filter(({ targetId }) => ids.has(targetId)),
    issues: material.issues.filter(({ departmentIds }) => departmentIds.includes(departmentId)),
    verifications: material.verifications.filter(({ targetId }) => ids.has(targetId)),
  };
}
