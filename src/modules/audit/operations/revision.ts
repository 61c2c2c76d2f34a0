/** What a new edition of a standard does to checklists, and taking it back. */
import { refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementOf } from '../../engagement/contract.ts';
import { departmentNames } from '../../people/contract.ts';
import type { CheckContent } from '../contract/checks.ts';
import { JUDGEMENT_LABELS, TECHNIQUE_NAMES } from '../labels.ts';
import { carriedReferences, isReopened, noteOfRevision } from '../rules/revision-rules.ts';
import { type AuditRecord, audits, type CheckRecord, checks } from '../store/stores.ts';
import type { H } from './handler.ts';
import { facts, takeAudit } from './shared.ts';

const inFieldwork = ({ state }: AuditRecord): boolean => state === 'preparing' || state === 'in-progress';

async function checksOf(context: Context, engagementId: string) {
  await engagementOf(context, engagementId);
  const byId = new Map((await audits.list(context.tx, { engagementId })).map((audit) => [audit.id, audit]));
  return (await checks.list(context.tx, { engagementId })).flatMap((check) => {
    const audit = byId.get(check.auditId);
    return audit === undefined ? [] : [{ check, audit }];
  });
}

export const listChecksCiting: H<'listChecksCiting'> = async (context, { engagementId, standard, provisions }) => {
  const asked = new Set(provisions);
  const names = await departmentNames(context);
  const all = await checksOf(context, engagementId);
  return {
    checks: all.flatMap(({ check, audit }) => {
      const cited = check.content.references
        .filter((one) => one.standard === standard && asked.has(one.provision))
        .map(({ provision }) => provision);
      if (cited.length === 0 || check.state === 'left-out') return [];
      return [
        {
          checkId: check.id,
          auditId: audit.id,
          departmentName: names.get(audit.departmentId) ?? '',
          number: check.content.number,
          title: check.content.title,
          judgement: check.content.judgement,
          open: inFieldwork(audit),
          provisions: cited,
        },
      ];
    }),
  };
};

export const carryChecks: H<'carryChecks'> = async (context, input) => {
  const { engagementId, standard, revisionId, edition, moves } = input;
  const byProvision = new Map(moves.map((move) => [move.from, move]));
  let reopened = 0;
  const concerned = (await checksOf(context, engagementId)).filter(
    ({ check, audit }) =>
      inFieldwork(audit) &&
      check.content.references.some((one) => one.standard === standard && byProvision.has(one.provision)),
  );
  // The audits first and in one order, as every other command of the field work does.
  for (const id of [...new Set(concerned.map(({ audit }) => audit.id))].toSorted()) await takeAudit(context, id);
  for (const { check: seen, audit } of concerned) {
    const check = await checks.take(context.tx, seen.id);
    const { judgement, judgedBy, judgedOn, note, references } = check.content;
    const again =
      isReopened(references, standard, byProvision) && check.state === 'in-scope' && judgement !== 'unconfirmed';
    const before = { judgement, judgedBy, judgedOn, note, references };
    await checks.save(context.tx, check, {
      content: {
        references: carriedReferences(references, standard, byProvision),
        revised: { revision: revisionId, version: check.version + 1, ...before },
        ...(again ? reopenedContent(note, edition, judgement) : {}),
      },
    });
    if (!again) continue;
    reopened += 1;
    facts.record(context, 'check.judgement-withdrawn', {
      engagementId,
      subject: check.id,
      data: { department: audit.departmentId, item: check.content.key },
    });
  }
  return { carried: concerned.length, reopened };
};

/** Fact, techniques and evidence stay in the working paper: whoever judges again begins with them. */
const reopenedContent = (
  note: string,
  edition: string,
  judgement: CheckContent['judgement'],
): Partial<CheckContent> => ({
  judgement: 'unconfirmed',
  judgedBy: null,
  judgedOn: null,
  note: noteOfRevision(note, edition, JUDGEMENT_LABELS[judgement]),
});

export const restoreChecks: H<'restoreChecks'> = async (context, { engagementId, revisionId }) => {
  const found = (await checksOf(context, engagementId)).filter(
    ({ check }) => check.content.revised?.revision === revisionId,
  );
  for (const id of [...new Set(found.map(({ audit }) => audit.id))].toSorted()) await takeAudit(context, id);
  for (const { check: seen, audit } of found) {
    const check = await checks.take(context.tx, seen.id);
    const { revised } = check.content;
    if (!revised || check.version !== revised.version || !inFieldwork(audit)) throw refuse(WORKED);
    const { revision: _revision, version: _version, ...before } = revised;
    await checks.save(context.tx, check, { content: { ...before, revised: null } });
    if (before.judgement !== check.content.judgement) judgedAgain(context, audit, check, before.judgement);
  }
  return { restored: found.length };
};

const WORKED =
  '改定を適用した後に、確認項目の判断又は監査の段階が進んでいます。その作業が失われるため、元に戻せません。';

function judgedAgain(
  context: Context,
  audit: AuditRecord,
  { id, content }: CheckRecord,
  judgement: CheckContent['judgement'],
): void {
  facts.record(context, 'check.judged', {
    engagementId: audit.engagementId,
    subject: id,
    data: {
      department: audit.departmentId,
      item: content.key,
      judgement: JUDGEMENT_LABELS[judgement],
      method: content.techniques.map((technique) => TECHNIQUE_NAMES[technique]),
      evidence: content.evidenceIds.length,
    },
  });
}
