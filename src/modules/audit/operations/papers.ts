/** Working papers: written with the judgement of an item, submitted, reviewed by somebody else, then locked. */
import { AppError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { PaperContent, PaperView } from '../contract/papers.ts';
import { citationsWith } from '../imported-standards.ts';
import { paperGaps, paperMachine, paperTextOf, sameText } from '../rules/paper-rules.ts';
import { readCheckRows } from '../store/check-rows.ts';
import { checkRecordVersion, changedOf } from '../../../kernel/record-store.ts';
import {
  type AuditRecord,
  type CheckRecord,
  checks,
  evidences,
  fieldRecords,
  findings,
  type PaperRecord,
  papers,
  samples,
} from '../store/stores.ts';
import { checkJudgement, checkViewOf, papersVisible, recordJudged } from './checks.ts';
import { viewOf as evidenceViewOf } from './evidence.ts';
import { recordViewOf, sampleViewOf } from './field-records.ts';
import type { H } from './handler.ts';
import { paperOf } from './paper-lock.ts';
import { advance, checkFieldworker, facts, readAudit, takeAudit } from './shared.ts';

const BLANK: PaperContent = {
  procedure: '',
  conclusion: '',
  crossReferences: [],
  submitted: null,
  review: null,
  remarks: [],
  changes: [],
};

function paperViewOf(paper: PaperRecord): PaperView {
  const { id, version, position, createdAt, auditId, parentId, state, content } = paper;
  return { ...content, id, version, position, createdAt, auditId, checkId: parentId, state };
}

export const listCheckRows: H<'listCheckRows'> = async (context, { auditId }) => {
  const audit = await readAudit(context, auditId);
  if (!papersVisible(context, audit)) return { rows: [], visible: false };
  return { rows: await readCheckRows(context.tx, auditId), visible: true };
};

export const getPaper: H<'getPaper'> = async (context, { checkId }) => {
  const check = await checks.get(context.tx, checkId);
  const audit = await readAudit(context, check.auditId);
  if (!papersVisible(context, audit)) throw new AppError('record.missing', { internal: 'papers not visible' });
  const { tx } = context;
  const paper = await paperOf(context, checkId);
  const own = { parentId: checkId };
  const ofCheck = (await findings.list(tx, { auditId: audit.id }))
    .filter(({ content }) => content.origin.kind === 'check' && content.origin.id === checkId)
    .map(({ id }) => id);
  const evidence = [];
  for (const id of check.content.evidenceIds) evidence.push(evidenceViewOf(await evidences.get(tx, id)));
  const cited = await citationsWith(context, audit.engagementId, check.content.references);
  return {
    check: checkViewOf(check, audit, ofCheck, cited),
    paper: paper === null ? null : paperViewOf(paper),
    evidence,
    records: (await fieldRecords.list(tx, own)).map(recordViewOf),
    samples: (await samples.list(tx, own)).map(sampleViewOf),
    missing: paperGaps(check.content, cited(check.content.references)),
  };
};

/** The item, its audit and its paper, held: the audit is not, so that auditors of one audit do not wait for each other. */
async function take(context: Context, checkId: string) {
  const check = await checks.take(context.tx, checkId);
  const audit = await readAudit(context, check.auditId);
  const found = await paperOf(context, checkId);
  return { check, audit, paper: found === null ? null : await papers.take(context.tx, found.id) };
}

/** The version in hand must be the version on file; without a paper it is 0. */
function checkPaperVersion(paper: PaperRecord | null, version: number): void {
  if (paper === null && version === 0) return;
  if (paper === null) throw new AppError('record.missing', { internal: 'no paper' });
  checkRecordVersion(paper, version, paperViewOf(paper));
}

const begin = (context: Context, audit: AuditRecord, check: CheckRecord): Promise<PaperRecord> =>
  papers.insert(context, {
    engagementId: audit.engagementId,
    auditId: audit.id,
    parentId: check.id,
    state: 'draft',
    position: check.position,
    content: BLANK,
  });

export const savePaper: H<'savePaper'> = async (context, { checkId, version, ...written }) => {
  const { check, audit, paper } = await take(context, checkId);
  checkFieldworker(context, audit);
  checkPapersOpen(audit);
  checkPaperVersion(paper, version);
  await checkReferences(context, audit, written.crossReferences);
  const current = paper ?? (await begin(context, audit, check));
  const state = advance(paperMachine, current.state, 'save');
  return changedOf(await papers.save(context.tx, current, { state, content: { ...written, submitted: null } }));
};

/** Papers are written until the result has left; afterwards they stand. */
export function checkPapersOpen(audit: AuditRecord): void {
  if (audit.state !== 'preparing' && audit.state !== 'in-progress' && audit.state !== 'findings')
    throw refuse('監査の結果を通知した後は、監査調書を変えられません。');
}

async function checkReferences(context: Context, audit: AuditRecord, references: PaperContent['crossReferences']) {
  for (const { kind, id } of references) {
    const store = { check: checks, finding: findings, evidence: evidences }[kind];
    const record = await store.get(context.tx, id);
    if (record.auditId !== audit.id) throw new AppError('record.missing', { internal: 'reference to another audit' });
  }
}

export const submitPapers: H<'submitPapers'> = async (context, { auditId, papers: asked }) => {
  const audit = await readAudit(context, auditId);
  checkFieldworker(context, audit);
  checkPapersOpen(audit);
  for (const { checkId, version } of asked) {
    const { check, paper } = await takeOf(context, audit, checkId);
    checkPaperVersion(paper, version);
    const { references } = check.content;
    const cited = await citationsWith(context, audit.engagementId, references);
    const missing = paperGaps(check.content, cited(references));
    if (missing.length > 0)
      throw refuse(
        `項目${check.content.number}「${check.content.title}」の調書には、まだ書かれていない事項があります：${missing.join('、')}。`,
      );
    const current = paper ?? (await begin(context, audit, check));
    const state = advance(paperMachine, current.state, 'submit');
    await papers.save(context.tx, current, {
      state,
      content: { submitted: { by: context.caller.accountId, on: context.today } },
    });
  }
  return { submitted: asked.length };
};

async function takeOf(context: Context, audit: AuditRecord, checkId: string) {
  const taken = await take(context, checkId);
  if (taken.check.auditId !== audit.id) throw new AppError('record.missing', { internal: 'check of another audit' });
  return taken;
}

export const reviewPapers: H<'reviewPapers'> = async (context, { auditId, papers: asked, note }) => {
  const audit = await readAudit(context, auditId);
  checkPapersOpen(audit);
  for (const { checkId, version } of asked) {
    const { check, paper } = await takeOf(context, audit, checkId);
    if (paper === null) throw refuse(notSubmitted(check));
    checkPaperVersion(paper, version);
    const state = advance(paperMachine, paper.state, 'review');
    const me = context.caller.accountId;
    if (check.content.judgedBy === me || paper.content.submitted?.by === me)
      throw refuse(
        `項目${check.content.number}の調書は、自分で書いたものです。書いた本人は査閲できません。ほかの査閲者に頼んでください。`,
      );
    await papers.save(context.tx, paper, {
      state,
      content: { review: { by: me, on: context.today, note: note ?? '' } },
    });
    facts.record(context, 'working-paper.reviewed', {
      engagementId: audit.engagementId,
      subject: paper.id,
      data: {
        department: audit.departmentId,
        audit: audit.id,
        item: check.content.key,
        changes: paper.content.changes.length,
      },
    });
  }
  return { reviewed: asked.length };
};

const notSubmitted = ({ content }: CheckRecord): string =>
  `項目${content.number}の調書は、まだ査閲に出されていません。先に、書いた人が査閲に出してください。`;

export const returnPaper: H<'returnPaper'> = async (context, { checkId, version, remark }) => {
  const { check, audit, paper } = await take(context, checkId);
  checkPapersOpen(audit);
  if (paper === null) throw refuse(notSubmitted(check));
  checkPaperVersion(paper, version);
  const state = advance(paperMachine, paper.state, 'return');
  const said = { text: remark, by: context.caller.accountId, on: context.today };
  return changedOf(
    await papers.save(context.tx, paper, {
      state,
      content: { submitted: null, remarks: [...paper.content.remarks, said] },
    }),
  );
};

/** A locked paper is changed only with a reason; before, after, who and when stay with it, and it is reviewed again. */
export const amendPaper: H<'amendPaper'> = async (context, { checkId, version, reason, ...given }) => {
  const { check, paper } = await take(context, checkId);
  const audit = await takeAudit(context, check.auditId);
  checkFieldworker(context, audit);
  checkPapersOpen(audit);
  checkRecordVersion(check, version, checkViewOf(check, audit, []));
  const state = advance(paperMachine, paper?.state ?? 'draft', 'amend');
  if (paper === null) throw new AppError('internal.failure', { internal: 'a machine let an absent paper through' });
  const judged = { ...given, note: given.note ?? check.content.note };
  await checkJudgement(context, audit, judged);
  const before = paperTextOf(check.content);
  const after = paperTextOf({ ...check.content, ...judged });
  if (sameText(before, after)) throw refuse('内容が変わっていません。直した内容を書いてから保存してください。');
  const me = context.caller.accountId;
  const saved = await checks.save(context.tx, check, {
    content: { ...judged, judgedBy: me, judgedOn: context.today },
  });
  await papers.save(context.tx, paper, {
    state,
    content: {
      submitted: { by: me, on: context.today },
      review: null,
      changes: [...paper.content.changes, { at: context.now.toISOString(), by: me, reason, before, after }],
    },
  });
  facts.record(context, 'working-paper.amended', {
    engagementId: audit.engagementId,
    subject: paper.id,
    data: { department: audit.departmentId, audit: audit.id, item: check.content.key },
  });
  recordJudged(context, audit, saved);
  return changedOf(saved);
};
