/** The course of a technical verification inside an audit. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { changedOf } from '../../../kernel/record-store.ts';
import { auditContract } from '../../audit/contract.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import { engagementContract, dayOfEvent } from '../../engagement/contract.ts';
import type { verificationContract, VerificationView } from '../contract.ts';
import { facts } from '../facts.ts';
import { cancellable, disturbable, editable, runFaults, runnable, windowFaults } from '../rules/plan.ts';
import {
  getVerification as readOne,
  insertVerification,
  listVerifications as readAll,
  saveVerification as save,
  takeVerification,
  type VerificationRecord,
} from '../store.ts';

type C = typeof verificationContract;
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

const viewOf = ({ content, ...record }: VerificationRecord): VerificationView => ({ ...content, ...record });

export const listVerifications: H<'listVerifications'> = async (context, { engagementId }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const { targets } = await context.client(auditPlanContract).listTargets({ engagementId });
  return {
    verifications: (await readAll(context.tx, engagementId)).map(viewOf),
    targets: targets
      .filter(({ state, vendorCheck }) => state !== 'withdrawn' && vendorCheck?.verification === true)
      .map(({ id, name }) => ({ id, name })),
  };
};

export const getVerification: H<'getVerification'> = async (context, { verificationId }) =>
  viewOf(await readOne(context.tx, verificationId));

export const draftVerification: H<'draftVerification'> = async (context, { targetId, ...plan }) => {
  const target = await context.client(auditPlanContract).getTarget({ targetId });
  if (target.state === 'withdrawn') throw refuse('取り下げられた対象です。別の対象を選んでください。');
  if (target.vendorCheck?.verification !== true)
    throw refuse(
      '市が技術的検証を行うと決めた対象ではありません。監査計画の「対象」の画面で、市の判断を得てから計画を作ってください。',
    );
  await checkWindow(context, target.engagementId, plan);
  const all = await readAll(context.tx, target.engagementId);
  const record = await insertVerification(context, {
    engagementId: target.engagementId,
    targetId,
    state: 'draft',
    position: all.length + 1,
    content: {
      ...plan,
      targetName: target.name,
      remark: '',
      submittedOn: null,
      approvedOn: null,
      conditions: '',
      run: null,
      disturbances: [],
      ending: '',
    },
  });
  return changedOf(record);
};

export const saveVerification: H<'saveVerification'> = async (context, { verificationId, version, ...plan }) => {
  const record = await take(context, verificationId, version);
  if (!editable(record.state))
    throw refuse('提出した計画は変えられません。変えるときは、市に戻してもらってから直してください。');
  await checkWindow(context, record.engagementId, plan);
  return changedOf(await save(context.tx, record, { content: plan }));
};

export const submitVerification: H<'submitVerification'> = async (context, { verificationId, version, occurredOn }) => {
  const record = await take(context, verificationId, version);
  if (!editable(record.state)) throw refuse('この計画は既に提出しています。画面を開き直してください。');
  const day = await dayOfEvent(context, record.engagementId, occurredOn);
  const { windowFrom, windowTo, stopConditions, contact } = record.content;
  if (windowFrom.slice(0, 10) < day)
    throw fieldError('occurredOn', '実施する日を過ぎています。時間を改めて保存してから提出してください。');
  const saved = await save(context.tx, record, { state: 'submitted', content: { submittedOn: day, remark: '' } });
  facts.record(context, 'verification.planned', {
    ...placeOf(saved),
    data: {
      target: saved.targetId,
      window: `${windowFrom}/${windowTo}`,
      stopConditions: stopConditions.split('\n').filter((line) => line.trim() !== '').length,
      contact: contact.trim() !== '',
      occurredOn: day,
    },
  });
  return changedOf(saved);
};

export const approveVerification: H<'approveVerification'> = async (context, input) => {
  const { verificationId, version, conditions, occurredOn } = input;
  const record = await take(context, verificationId, version);
  if (record.state !== 'submitted') throw refuse('承認を待つ計画ではありません。画面を開き直してください。');
  const day = await dayOfEvent(context, record.engagementId, occurredOn);
  const { submittedOn } = record.content;
  if (submittedOn !== null && day < submittedOn)
    throw fieldError('occurredOn', '提出した日より前の日付は登録できません。');
  const saved = await save(context.tx, record, { state: 'approved', content: { approvedOn: day, conditions } });
  facts.record(context, 'verification.approved', {
    ...placeOf(saved),
    data: { target: saved.targetId, occurredOn: day },
  });
  return changedOf(saved);
};

export const returnVerification: H<'returnVerification'> = async (context, { verificationId, version, remark }) => {
  const record = await take(context, verificationId, version);
  if (record.state !== 'submitted') throw refuse('承認を待つ計画ではありません。画面を開き直してください。');
  const saved = await save(context.tx, record, { state: 'returned', content: { remark } });
  facts.record(context, 'verification.returned', { ...placeOf(saved), data: { target: saved.targetId } });
  return changedOf(saved);
};

export const recordRun: H<'recordRun'> = async (context, { verificationId, version, files, ...run }) => {
  const record = await take(context, verificationId, version);
  if (!runnable(record.state) || record.content.run !== null)
    throw refuse(
      record.content.run === null
        ? '市が計画を承認するまで、検証は行えません。承認を待ってから実施し、記録してください。'
        : 'この計画による実施は既に記録しています。もう一度行うときは、新しい計画を作ってください。',
    );
  const faults = runFaults(record.content, run, context.today);
  if (faults.length > 0) throw new AppError('input.invalid', { fields: faults });
  const byProducts = await keepByProducts(context, record, run, files);
  const saved = await save(context.tx, record, {
    state: record.state === 'stopped' ? 'stopped' : 'run',
    content: { run: { ...run, byProducts } },
  });
  const { high, medium, low } = run.vulnerabilities;
  facts.record(context, 'verification.run', {
    ...placeOf(saved),
    data: {
      target: saved.targetId,
      tool: run.tool,
      toolVersion: run.toolVersion,
      vulnerabilities: high + medium + low,
      byProducts: byProducts.length,
      occurredOn: run.startedAt.slice(0, 10),
    },
  });
  return changedOf(saved);
};

type Run = Omit<Parameters<H<'recordRun'>>[1], 'verificationId' | 'version' | 'files'>;

/** Reports and logs of the tool become evidence of the audit of the target. */
async function keepByProducts(
  context: Context,
  record: VerificationRecord,
  run: Run,
  files: Parameters<H<'recordRun'>>[1]['files'],
) {
  if (files.length === 0) return [];
  const client = context.client(auditContract);
  const { audits } = await client.getProgramme({ engagementId: record.engagementId });
  const audit = audits.find(({ targetId }) => targetId === record.targetId);
  if (audit === undefined)
    throw fieldError(
      'files',
      'この対象の監査がまだ登録されていないため、証拠を残せません。監査を登録してから記録してください。',
    );
  const kept = [];
  for (const { fileId, title } of files) {
    const { id, sha256 } = await client.addEvidence({
      auditId: audit.id,
      title,
      source: `技術的検証（${run.tool}　${run.toolVersion}）`,
      technique: 're-performance',
      description: '検証の道具が残した記録である。',
      from: { kind: 'upload', fileId },
    });
    kept.push({ evidenceId: id, title, sha256 });
  }
  return kept;
}

export const reportDisturbance: H<'reportDisturbance'> = async (context, { verificationId, version, ...told }) => {
  const record = await take(context, verificationId, version);
  if (!disturbable(record.state))
    throw refuse('承認された検証について、実施の間又は後に起きた支障を記録します。状態を確かめてください。');
  if (told.at.slice(0, 10) > context.today) throw fieldError('at', 'これから先の日時は登録できません。');
  if (told.recoveredAt !== null && told.recoveredAt < told.at)
    throw fieldError('recoveredAt', '復旧した日時が、支障の起きた日時より前です。');
  const saved = await save(context.tx, record, {
    state: 'stopped',
    content: { disturbances: [...record.content.disturbances, told] },
  });
  facts.record(context, 'verification.disturbed', {
    ...placeOf(saved),
    data: { target: saved.targetId, recovered: told.recoveredAt !== null, occurredOn: told.at.slice(0, 10) },
  });
  return changedOf(saved);
};

export const cancelVerification: H<'cancelVerification'> = async (context, { verificationId, version, reason }) => {
  const record = await take(context, verificationId, version);
  if (!cancellable(record.state) || record.content.run !== null)
    throw refuse('実施した検証は取りやめられません。記録を残してください。');
  const saved = await save(context.tx, record, { state: 'cancelled', content: { ending: reason } });
  facts.record(context, 'verification.cancelled', { ...placeOf(saved), data: { target: saved.targetId } });
  return changedOf(saved);
};

const placeOf = ({ id, engagementId }: VerificationRecord) => ({ engagementId, subject: id });

async function take(context: Context, id: string, version: number): Promise<VerificationRecord> {
  const record = await takeVerification(context.tx, id);
  if (record.version !== version) throw new AppError('record.stale', { current: viewOf(record) });
  return record;
}

async function checkWindow(
  context: Context,
  engagementId: string,
  plan: { readonly windowFrom: string; readonly windowTo: string },
): Promise<void> {
  const { periodFrom, periodTo } = await context.client(engagementContract).getEngagement({ engagementId });
  const faults = windowFaults(plan);
  if (plan.windowFrom.slice(0, 10) < periodFrom || plan.windowTo.slice(0, 10) > periodTo)
    faults.push({ path: 'windowFrom', message: '実施する時間が、契約の期間の外にあります。日時を確かめてください。' });
  if (faults.length > 0) throw new AppError('input.invalid', { fields: faults });
}
