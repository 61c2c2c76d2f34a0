/** Evidence on file: where it came from, its hash, and through whose hands it went. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { FileView } from '../contract/shared.ts';
import { CUSTODY_LABELS, TECHNIQUE_NAMES } from '../labels.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { type AuditRecord, checks, contracts, type EvidenceRecord, evidences, requests } from '../store/stores.ts';
import { papersVisible } from './checks.ts';
import type { H } from './handler.ts';
import { checkUnlocked } from './paper-lock.ts';
import { attach, checkFieldwork, checkFieldworker, checkOpen, facts, readAudit, takeAudit } from './shared.ts';

export function viewOf(evidence: EvidenceRecord) {
  const { id, version, position, createdAt, auditId, state, content } = evidence;
  return { ...content, id, version, position, createdAt, auditId, state };
}

export const listEvidence: H<'listEvidence'> = async (context, { auditId }) => {
  const audit = await readAudit(context, auditId);
  if (!papersVisible(context, audit)) return { evidence: [] };
  return { evidence: (await evidences.list(context.tx, { auditId })).map(viewOf) };
};

export const addEvidence: H<'addEvidence'> = async (context, input) => {
  const audit = await takeAudit(context, input.auditId);
  checkFieldworker(context, audit);
  checkFieldwork(audit);
  const collectedAt = input.collectedAt ?? context.now.toISOString();
  if (collectedAt > context.now.toISOString()) throw fieldError('collectedAt', 'これから先の日時は登録できません。');
  const file = await fileOf(context, audit, input.from, input.title);
  const evidence = await keepEvidence(context, audit, { ...input, place: input.place ?? '', collectedAt, file });
  for (const checkId of input.checkIds ?? []) {
    const check = await checks.take(context.tx, checkId);
    if (check.auditId !== audit.id) throw new AppError('record.missing', { internal: 'check of another audit' });
    await checkUnlocked(context, audit, check);
    await checks.save(context.tx, check, { content: { evidenceIds: [...check.content.evidenceIds, evidence.id] } });
  }
  return { ...changedOf(evidence), sha256: file.sha256 };
};

type From = Parameters<H<'addEvidence'>>[1]['from'];

async function fileOf(context: Context, audit: AuditRecord, from: From, title: string): Promise<FileView> {
  switch (from.kind) {
    case 'upload':
      return attach(context, from.fileId, `evidence:${audit.id}`);
    case 'note':
      return keepText(context, audit, title, from.text);
    case 'request': {
      const request = await requests.get(context.tx, from.requestId);
      const files = request.content.items.flatMap((item) => item.files);
      const file = files.find(({ fileId }) => fileId === from.fileId);
      if (request.auditId !== audit.id || file === undefined) throw new AppError('file.missing');
      const { fileId, name, mediaType, size, sha256 } = file;
      return { fileId, name, mediaType, size, sha256 };
    }
    case 'contract': {
      const contract = await contracts.get(context.tx, from.contractId);
      const found = contract.content.documents.find(({ id }) => id === from.documentId);
      if (contract.auditId !== audit.id || found === undefined) throw new AppError('file.missing');
      const { fileId, name, mediaType, size, sha256 } = found;
      return { fileId, name, mediaType, size, sha256 };
    }
  }
}

/** What was only observed or written becomes a text file, so that it has a hash like everything else. */
export async function keepText(context: Context, audit: AuditRecord, title: string, text: string): Promise<FileView> {
  const { id, name, mediaType, size, sha256 } = await context.files.keep(
    { name: `${title}.txt`, mediaType: 'text/plain', bytes: new TextEncoder().encode(text) },
    `audit:evidence:${audit.id}`,
  );
  return { fileId: id, name, mediaType, size, sha256 };
}

interface NewEvidence {
  readonly title: string;
  readonly source: string;
  readonly technique: keyof typeof TECHNIQUE_NAMES;
  readonly description: string;
  readonly collectedAt: string;
  readonly place: string;
  readonly file: FileView;
}

export async function keepEvidence(context: Context, audit: AuditRecord, given: NewEvidence): Promise<EvidenceRecord> {
  const { title, source, technique, description, collectedAt, place, file } = given;
  const collector = context.caller.accountId;
  const evidence = await evidences.insert(context, {
    engagementId: audit.engagementId,
    auditId: audit.id,
    state: 'held',
    position: nextPosition(await evidences.list(context.tx, { auditId: audit.id })),
    content: {
      ...file,
      ...{ title, source, technique, description, place, collector, collectedAt },
      custody: [{ kind: 'received', at: collectedAt, by: collector, counterpart: source, note: '' }],
    },
  });
  facts.record(context, 'evidence.added', {
    engagementId: audit.engagementId,
    subject: evidence.id,
    data: { department: audit.departmentId, sha256: file.sha256, collector, technique: TECHNIQUE_NAMES[technique] },
  });
  return evidence;
}

/** What is said about it; the file and its hash stay. Nothing that a reviewed paper rests on is reworded. */
export const describeEvidence: H<'describeEvidence'> = async (context, { evidenceId, version, ...said }) => {
  const evidence = await evidences.take(context.tx, evidenceId);
  const audit = await readAudit(context, evidence.auditId);
  checkFieldworker(context, audit);
  checkFieldwork(audit);
  checkRecordVersion(evidence, version, viewOf(evidence));
  if (evidence.state === 'erased') throw erased();
  for (const check of await checks.list(context.tx, { auditId: audit.id })) {
    if (check.content.evidenceIds.includes(evidenceId)) await checkUnlocked(context, audit, check);
  }
  const saved = await evidences.save(context.tx, evidence, { content: said });
  facts.record(context, 'evidence.described', {
    engagementId: audit.engagementId,
    subject: evidence.id,
    data: {
      department: audit.departmentId,
      sha256: evidence.content.sha256,
      technique: TECHNIQUE_NAMES[said.technique],
    },
  });
  return changedOf(saved);
};

export const recordCustody: H<'recordCustody'> = async (context, { evidenceId, version, kind, counterpart, note }) => {
  const evidence = await evidences.take(context.tx, evidenceId);
  const audit = await readAudit(context, evidence.auditId);
  checkOpen(audit);
  checkRecordVersion(evidence, version, viewOf(evidence));
  if (evidence.state === 'erased') throw erased();
  if (kind !== 'viewed' && counterpart.trim() === '')
    throw fieldError('counterpart', '受け取った相手、引き渡した相手又は返した相手を書いてください。');
  const event = { kind, at: context.now.toISOString(), by: context.caller.accountId, counterpart, note };
  const saved = await evidences.save(context.tx, evidence, {
    state: kind === 'received' ? 'held' : kind === 'viewed' ? evidence.state : 'handed-over',
    content: { custody: [...evidence.content.custody, event] },
  });
  facts.record(context, 'evidence.custody-recorded', {
    engagementId: audit.engagementId,
    subject: evidence.id,
    data: { department: audit.departmentId, event: CUSTODY_LABELS[kind] },
  });
  return changedOf(saved);
};

export const downloadEvidence: H<'downloadEvidence'> = async (context, { evidenceId }) => {
  const evidence = await evidences.get(context.tx, evidenceId);
  const audit = await readAudit(context, evidence.auditId);
  if (!papersVisible(context, audit)) throw new AppError('record.missing');
  if (evidence.state === 'erased') throw erased();
  const { name, mediaType, bytes } = await context.files.open(evidence.content.fileId);
  return { name, mediaType, bytes };
};

const erased = (): AppError =>
  new AppError('state.refused', {
    message: 'この監査証拠は契約の終了に伴い消去済みです。ハッシュ値だけが残っています。消去証明書で確かめてください。',
  });
