/** Opening audits: of the departments selected under the focus theme, and of a target of any programme. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { nextPosition } from '../../../kernel/record-store.ts';
import { engagementOf } from '../../engagement/contract.ts';
import { departmentNames } from '../../people/contract.ts';
import type { AuditContent, Profile } from '../contract/programme.ts';
import { type AuditProgramme, type AuditTarget, FOCUS_THEME } from '../contract/target.ts';
import { type AuditRecord, audits } from '../store/stores.ts';
import { addSuitableChecks } from './check-scope.ts';
import type { H } from './handler.ts';
import { writeTheme } from './programme.ts';
import { facts } from './shared.ts';

export const NO_PROFILE: Profile = { visitorCounter: false, serverRoom: false, externalService: false };

export const openAudits: H<'openAudits'> = async (context, input) => {
  await engagementOf(context, input.engagementId);
  if (new Set(input.departments).size !== input.departments.length)
    throw fieldError('departments', '同じ所属が二度選ばれています。');
  const names = await departmentNames(context);
  if (input.departments.some((department) => !names.has(department)))
    throw new AppError('record.missing', { internal: 'department' });
  if (input.theme !== undefined) await writeTheme(context, input.engagementId, input.theme);
  const all = await audits.list(context.tx, { engagementId: input.engagementId });
  const open = all.filter(({ targetId }) => targetId === null);
  const first = nextPosition(all);
  const opened: { id: string; departmentId: string }[] = [];
  for (const [index, departmentId] of input.departments.entries()) {
    if (open.some((audit) => audit.departmentId === departmentId)) {
      throw new AppError('record.duplicate', {
        message: `「${names.get(departmentId) ?? ''}」の監査は、この年度に既に登録されています。`,
      });
    }
    const given = input.profiles?.find((entry) => entry.departmentId === departmentId);
    const audit = await insertAudit(context, {
      engagementId: input.engagementId,
      programme: FOCUS_THEME,
      target: { kind: 'department', name: '', departmentIds: [departmentId], system: '', url: '', vendor: '' },
      targetId: null,
      position: first + index,
      reason: given?.reason ?? '',
      profile: given?.profile ?? NO_PROFILE,
      selfCheck: given?.selfCheck ?? [],
    });
    await addSuitableChecks(context, audit);
    opened.push({ id: audit.id, departmentId });
  }
  return { audits: opened };
};

interface NewAudit {
  readonly engagementId: string;
  readonly programme: AuditProgramme;
  readonly target: AuditTarget;
  readonly targetId: string | null;
  readonly position: number;
  readonly reason: string;
  readonly profile: Profile;
  readonly selfCheck: AuditContent['selfCheck'];
  /** The agreed checklist that its items come from. */
  readonly checklist?: AuditContent['checklist'];
}

/** Puts the audit on file and says so in the journal. */
export async function insertAudit(context: Context, given: NewAudit): Promise<AuditRecord> {
  const { engagementId, programme, target, targetId, position } = given;
  const [departmentId] = target.departmentIds;
  if (departmentId === undefined) throw new AppError('internal.failure', { internal: 'target without department' });
  const audit = await audits.insert(context, {
    ...{ engagementId, departmentId, targetId, position },
    programmeId: programme.id,
    state: 'preparing',
    content: newAudit(given),
  });
  facts.record(context, 'audit.opened', {
    engagementId,
    subject: audit.id,
    data: {
      department: departmentId,
      audit: audit.id,
      programme: programme.id,
      ...(targetId === null ? {} : { target: targetId }),
    },
  });
  return audit;
}

function newAudit({ programme, target, reason, profile, selfCheck, checklist = null }: NewAudit): AuditContent {
  return {
    ...{ programme, target, reason, profile, selfCheck },
    issues: [],
    method: null,
    notice: null,
    contractNotApplicable: null,
    fieldworkClosedOn: null,
    findingsIssuedOn: null,
    explanation: null,
    closing: null,
    papers: null,
    checklist,
  };
}
