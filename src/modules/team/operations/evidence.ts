/** Qualifications, experience, credentials of the firm, independence. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { QUALIFICATIONS, qualificationName } from '../choices.ts';
import type { teamContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { judgeExperience } from '../experience.ts';
import { listMembers } from '../store.ts';
import {
  addCredentialCheck,
  insertCredential,
  insertExperience,
  insertQualification,
  listCredentials,
  listDeclarations,
  listExperience,
  listQualifications,
  saveDeclarations,
} from '../store-evidence.ts';
import { listCareers, listExpertise } from '../store-statements.ts';
import { choicesOf } from './choices.ts';
import { checkDepartments, checkSpeaksFor, happenedOn, settingOf, workingMember } from './common.ts';

type C = typeof teamContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const attach = async (context: Context, fileId: string | null, id: string): Promise<void> => {
  if (fileId !== null) await context.files.attach(fileId, `team:${id}`);
};

/** @throws AppError `input.invalid` for an end before its beginning. */
export const checkOrder = (from: string, to: string | null, path: string): void => {
  if (to !== null && to < from) throw fieldError(path, '終わりの日付は、始まりの日付以後にしてください。');
};

/** Kind of earlier work that serves no condition and is put on record all the same. */
export const OTHER_WORK = 'その他の業務';

/** @throws AppError `input.invalid` for a value that is none of the choices. */
function checkChosen(path: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) throw fieldError(path, `「${value}」は選択肢にありません。一覧から選んでください。`);
}

export const registerQualification: H<'registerQualification'> = async (context, input) => {
  const { engagementId, memberId, code, number, validFrom, validTo, fileId } = input;
  const setting = await settingOf(context, engagementId);
  await workingMember(context, engagementId, memberId);
  checkChosen(
    'code',
    code,
    choicesOf(setting).qualifications.map((choice) => choice.code),
  );
  checkOrder(validFrom, validTo, 'validTo');
  if (validTo === null && QUALIFICATIONS.some((known) => known.code === code && known.expires)) {
    throw fieldError(
      'validTo',
      `${qualificationName(code)}は更新しないと失効する資格です。証書に書かれた有効期限を入力してください。`,
    );
  }
  if (validFrom > context.today) {
    throw fieldError('validFrom', '取得日又は有効期間の初日が、まだ来ていません。日付を確かめてください。');
  }
  if (code === 'other' && input.name === undefined) throw fieldError('name', '資格の名称を入力してください。');
  const id = context.newId();
  await attach(context, fileId, id);
  await insertQualification(context.tx, {
    engagement_id: engagementId,
    id,
    member_id: memberId,
    code,
    name: input.name ?? qualificationName(code),
    number,
    valid_from: validFrom,
    valid_to: validTo,
    file_id: fileId,
  });
  facts.record(context, 'qualification.registered', {
    engagementId,
    subject: id,
    data: { member: memberId, code, number, validFrom, validTo },
  });
  return { id };
};

export const registerExperience: H<'registerExperience'> = async (context, input) => {
  const { engagementId, memberId, fileId, client, category, population, subject, from, to } = input;
  const { completed, activities, evidence } = input;
  const setting = await settingOf(context, engagementId);
  await workingMember(context, engagementId, memberId);
  const choices = choicesOf(setting);
  const kind = input.kind ?? (choices.kinds.length === 1 ? choices.kinds[0] : undefined);
  if (kind === undefined) throw fieldError('kind', '業務の種類を選んでください。');
  checkChosen('kind', kind, [...choices.kinds, OTHER_WORK]);
  checkChosen('category', category, choices.categories);
  for (const activity of activities) checkChosen('activities', activity, choices.activities);
  checkOrder(from, to, 'to');
  if (from > context.today) throw fieldError('from', 'まだ始まっていない業務は、実績として登録できません。');
  if (completed && to > context.today) {
    throw fieldError('to', `完了した${kind}の終わりの日付は、今日以前にしてください。`);
  }
  const record = { kind, category, population, from, to, completed, activities };
  const verdict = judgeExperience(record, setting.conditions?.experience ?? []);
  const id = context.newId();
  await attach(context, fileId, id);
  await insertExperience(context.tx, {
    engagement_id: engagementId,
    id,
    member_id: memberId,
    client,
    category,
    population,
    subject,
    from_day: from,
    to_day: to,
    completed,
    activities,
    evidence,
    counted: verdict.counted,
    reason: verdict.reason,
    clause: verdict.clause,
    file_id: fileId,
    kind,
    counts: verdict.counts,
  });
  facts.record(context, 'experience.registered', {
    engagementId,
    subject: id,
    data: {
      ...record,
      member: memberId,
      counted: verdict.counted,
      reason: verdict.reason,
      counts: [...verdict.counts],
    },
  });
  return { ...verdict, id, counts: [...verdict.counts] };
};

export const registerCredential: H<'registerCredential'> = async (context, input) => {
  const { engagementId, type, number, field, scope, validFrom, validTo, fileId } = input;
  const setting = await settingOf(context, engagementId);
  checkChosen(
    'type',
    type,
    choicesOf(setting).credentials.map((choice) => choice.type),
  );
  checkOrder(validFrom, validTo, 'validTo');
  const id = context.newId();
  await attach(context, fileId, id);
  await insertCredential(context.tx, {
    engagement_id: engagementId,
    id,
    type,
    number,
    field,
    scope,
    valid_from: validFrom,
    valid_to: validTo,
    file_id: fileId,
  });
  facts.record(context, 'firm-credential.registered', {
    engagementId,
    subject: id,
    data: { type, number, field, validFrom, validTo, scope },
  });
  return { id };
};

export const recheckCredential: H<'recheckCredential'> = async (context, input) => {
  const { engagementId, credentialId, result } = input;
  const setting = await settingOf(context, engagementId);
  const day = happenedOn(context, setting, input.occurredOn);
  const before = await addCredentialCheck(context.tx, engagementId, credentialId, { day, result });
  const { type } = before;
  facts.record(context, 'firm-credential.rechecked', {
    engagementId,
    subject: credentialId,
    data: { type, result, ...(day === context.today ? {} : { occurredOn: day }) },
  });
  // Vanishing from the list ended the registration; coming back is a registration again.
  if (result === 'listed' && before.checks.at(-1)?.result === 'absent') {
    const { number, field, valid_to: validTo, scope } = before;
    facts.record(context, 'firm-credential.registered', {
      engagementId,
      subject: credentialId,
      data: { type, number, field, validFrom: day, validTo, scope },
    });
  }
  return OK;
};

export const declareIndependence: H<'declareIndependence'> = async (context, input) => {
  const { engagementId, memberId, departments, involved, note } = input;
  const setting = await settingOf(context, engagementId);
  const day = happenedOn(context, setting, input.occurredOn);
  const member = await workingMember(context, engagementId, memberId);
  checkSpeaksFor(context, member);
  await checkDepartments(context, departments);
  const unique = [...new Set(departments)];
  await saveDeclarations(
    context.tx,
    unique.map((department) => ({
      engagement_id: engagementId,
      member_id: memberId,
      department_id: department,
      involved,
      note,
      declared_on: day,
    })),
  );
  facts.record(context, 'independence.declared', {
    engagementId,
    subject: memberId,
    data: {
      member: memberId,
      departments: unique,
      involved,
      ...(day === context.today ? {} : { occurredOn: day }),
    },
  });
  return OK;
};

export const checkIndependence: H<'checkIndependence'> = async (context, { engagementId, departments }) => {
  const members = await listMembers(context.tx, engagementId);
  const declarations = await listDeclarations(context.tx, engagementId);
  return {
    members: members
      .filter((member) => member.state === 'active')
      .map((member) => {
        const own = declarations.filter((declaration) => declaration.member_id === member.id);
        const said = (department: string) => own.find((declaration) => declaration.department_id === department);
        return {
          memberId: member.id,
          accountId: member.account_id,
          involved: departments.filter((department) => said(department)?.involved === true),
          undeclared: departments.filter((department) => said(department) === undefined),
        };
      }),
  };
};

export const downloadEvidence: H<'downloadEvidence'> = async (context, { engagementId, recordId }) => {
  const rows = [
    ...(await listQualifications(context.tx, engagementId)),
    ...(await listExperience(context.tx, engagementId)),
    ...(await listCredentials(context.tx, engagementId)),
    ...(await listCareers(context.tx, engagementId)),
    ...(await listExpertise(context.tx, engagementId)),
  ];
  const fileId = rows.find((row) => row.id === recordId)?.file_id ?? null;
  if (fileId === null) throw new AppError('record.missing', { internal: 'no evidence file' });
  const { name, mediaType, bytes } = await context.files.open(fileId);
  return { name, mediaType, bytes };
};
