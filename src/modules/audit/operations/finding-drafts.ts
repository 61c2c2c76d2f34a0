/** Drafts of findings: taken over from a failed check, a contract item or the outline of a visit. */
import type { Context } from '../../../kernel/module.ts';
import { AppError, refuse } from '../../../kernel/error.ts';
import { nextPosition } from '../../../kernel/record-store.ts';
import { basisOf } from '../imported-standards.ts';
import type { FindingContent, FindingText } from '../contract/findings.ts';
import { REFLECTION_LABELS } from '../labels.ts';
import { orderBasis, precedenceNote } from '../rules/basis.ts';
import { suggestGrade, suggestLevel } from '../rules/check-rules.ts';
import {
  type AuditRecord,
  checks,
  contractItems,
  contracts,
  type FindingRecord,
  findings,
  type VisitRecord,
} from '../store/stores.ts';
import { agreedPolicy } from './policy.ts';
import { facts } from './shared.ts';

type Draft = FindingText & Pick<FindingContent, 'source' | 'origin' | 'evidenceIds'>;

export const BLANK: FindingText = {
  title: '',
  fact: '',
  cause: '',
  basis: [],
  risk: '',
  recommendation: '',
  grade: null,
  gradeReason: '',
  alternatives: [],
  importance: null,
  ease: null,
  cost: '',
  constraints: { physical: '', organisational: '', affair: '' },
};

export async function draftFromCheck(context: Context, audit: AuditRecord, checkId: string): Promise<Draft> {
  const check = await checks.get(context.tx, checkId);
  if (check.auditId !== audit.id) throw new AppError('record.missing', { internal: 'check of another audit' });
  const { content } = check;
  const praised =
    content.judgement === 'adequate' && audit.content.programme.levels.some(({ needsRemedy }) => !needsRemedy);
  if (content.judgement !== 'minor' && content.judgement !== 'inadequate' && !praised)
    throw refuse(
      '発見事項にできるのは、「一部不備」又は「不備」と判断した確認項目です。先に確認項目を判断してください。',
    );
  const basis = orderBasis(await basisOf(context, audit.engagementId, content.references));
  const { programme } = audit.content;
  const { judgement, severity } = content;
  const suggestion =
    programme.kind === 'focus-theme' && (judgement === 'minor' || judgement === 'inadequate')
      ? suggestGrade({ judgement, severity }, basis)
      : suggestLevel({ judgement, severity }, programme.levels);
  return {
    ...BLANK,
    title: content.title,
    fact: content.fact,
    basis,
    risk: praised ? '' : content.assumedRisk,
    recommendation: praised ? '' : content.recommendation,
    grade: suggestion.grade,
    gradeReason: suggestion.reason,
    source: programme.kind === 'focus-theme' ? '9(1)イ' : 'audit',
    origin: { kind: 'check', id: check.id },
    evidenceIds: content.evidenceIds,
  };
}

export async function draftFromContractItem(context: Context, audit: AuditRecord, itemId: string): Promise<Draft> {
  const item = await contractItems.get(context.tx, itemId);
  if (item.auditId !== audit.id) throw new AppError('record.missing', { internal: 'item of another audit' });
  const { content } = item;
  const { judgement } = content;
  if (judgement === null || judgement === 'reflected')
    throw refuse('発見事項にできるのは、「一部反映」又は「記載なし」と判断した項目です。先に項目を判断してください。');
  if (content.waiver !== null) throw refuse('市が不要と判断した項目は、発見事項にできません。');
  const contract = await contracts.get(context.tx, item.parentId);
  const basis = orderBasis(await basisOf(context, audit.engagementId, content.references));
  const suggestion = suggestGrade({ judgement, severity: content.severity }, basis);
  return {
    ...BLANK,
    title: `${content.title}（${content.number}）`.slice(0, 200),
    fact: `「${contract.content.title}」の契約書類において、「${content.title}」に対応する記載は「${REFLECTION_LABELS[judgement]}」であった。${content.note}`,
    basis,
    risk: `${content.point}この点が契約書類に定められていないと、事業者に対策を求める根拠がなく、問題が起きたときに対応を求められないおそれがある。`,
    recommendation:
      content.advice?.text ?? (content.example === '' ? '' : `次の内容を契約書類に定める。${content.example}`),
    grade: suggestion.grade,
    gradeReason: suggestion.reason,
    source: '9(1)ウ',
    origin: { kind: 'contract-item', id: item.id },
    evidenceIds: [],
  };
}

/** Items of a visit's outline become draft findings (clause 9(1)イ(イ)-p6). */
export function draftFromOutline(
  context: Context,
  audit: AuditRecord,
  visit: VisitRecord,
  item: { readonly title: string; readonly fact: string },
): Promise<FindingRecord> {
  return insertFinding(context, audit, {
    ...BLANK,
    title: item.title,
    fact: item.fact,
    source: '9(1)イ',
    origin: { kind: 'visit-outline', id: visit.id },
    evidenceIds: [],
  });
}

export async function insertFinding(context: Context, audit: AuditRecord, draft: Draft): Promise<FindingRecord> {
  const { source, origin, evidenceIds, ...text } = draft;
  const finding = await findings.insert(context, {
    engagementId: audit.engagementId,
    auditId: audit.id,
    state: 'draft',
    position: nextPosition(await findings.list(context.tx, { auditId: audit.id })),
    content: {
      ...text,
      ...{ source, origin, evidenceIds },
      conflict: precedenceNote(text.basis),
      criterion: await criterionFor(context, audit, text.grade),
      edition: 1,
      review: null,
      issuedOn: null,
      confirmedOn: null,
      shownOn: null,
      returns: [],
      qualityReturns: [],
      earlier: null,
      sectionDraft: null,
      views: [],
      withdrawal: null,
      issued: null,
      shown: null,
      history: [{ edition: 1, at: context.now.toISOString(), by: context.caller.accountId, change: '案を作成', text }],
    },
  });
  recordDrafted(context, audit, finding);
  return finding;
}

/** The criterion of the policy in force or of the programme for the grade; null while there is none. */
export async function criterionFor(
  context: Context,
  audit: AuditRecord,
  grade: FindingText['grade'],
): Promise<FindingContent['criterion']> {
  if (grade === null) return null;
  const { programme } = audit.content;
  if (programme.kind !== 'focus-theme') {
    const level = programme.levels.find(({ label }) => label === grade);
    return level === undefined ? null : { policyId: null, edition: programme.edition, text: level.meaning };
  }
  const policy = await agreedPolicy(context, audit.engagementId);
  const found = policy?.content.criteria.find((entry) => entry.grade === grade);
  return policy === null || found === undefined
    ? null
    : { policyId: policy.id, edition: policy.position, text: found.criterion };
}

export function recordDrafted(context: Context, audit: AuditRecord, finding: FindingRecord): void {
  const { grade, basis, source, edition } = finding.content;
  facts.record(context, 'finding.drafted', {
    engagementId: audit.engagementId,
    subject: finding.id,
    data: {
      department: audit.departmentId,
      grade,
      basis: basis.map(({ standard, provision }) => `${standard}:${provision}`),
      source,
      edition,
    },
  });
}
