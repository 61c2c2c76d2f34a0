/** The policy: drafted by the contractor, talked over, in force when both sides have confirmed it; and the notice. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { dayOfEvent, engagementOf } from '../../engagement/contract.ts';
import { departmentNames } from '../../people/contract.ts';
import type { PolicyContent, PolicyFields } from '../contract/policy.ts';
import { POLICY_FIELDS } from '../labels.ts';
import { policyMachine } from '../rules/machines.ts';
import { filledFields, INITIAL_FIELDS, missingFields, noticeText } from '../rules/policy-rules.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { type AuditRecord, policies, type PolicyRecord, programmes } from '../store/stores.ts';
import type { H } from './handler.ts';
import { advance, facts, isContractor, moveAudit, readAudit, takeAudit } from './shared.ts';

export function policyViewOf(policy: PolicyRecord) {
  const { id, version, position, createdAt, engagementId, state, content } = policy;
  return { ...content, id, version, position, createdAt, engagementId, state, missing: missingFields(content) };
}

export const listPolicies: H<'listPolicies'> = async (context, { engagementId }) => {
  await engagementOf(context, engagementId);
  const all = await policies.list(context.tx, { engagementId });
  // A draft is the contractor's until it is laid before the city.
  return { policies: all.filter(({ state }) => isContractor(context.caller) || state !== 'draft').map(policyViewOf) };
};

export const draftPolicy: H<'draftPolicy'> = async (context, { engagementId, fields }) => {
  await engagementOf(context, engagementId);
  const earlier = await policies.list(context.tx, { engagementId });
  if (earlier.some(({ state }) => state === 'draft' || state === 'proposed')) {
    throw new AppError('record.duplicate', {
      message: '作成中又は協議中の方針があります。その方針を決めてから、新しい版を起こしてください。',
    });
  }
  const last = earlier.at(-1);
  const policy = await policies.insert(context, {
    engagementId,
    state: 'draft',
    position: nextPosition(earlier),
    content: { ...fresh(last?.content ?? INITIAL_FIELDS), ...defined(fields ?? {}) },
  });
  return changedOf(policy);
};

function fresh(fields: PolicyFields): PolicyContent {
  const { purpose, methods, period, schedule, requests, criteria, other } = fields;
  return {
    ...{ purpose, methods, period, schedule, requests, criteria, other },
    proposedOn: null,
    contractorConfirmedOn: null,
    cityConfirmedOn: null,
    agreedOn: null,
    remarks: [],
  };
}

/** Leaves out keys whose value is undefined: an absent field is not an empty one. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

export const savePolicy: H<'savePolicy'> = async (context, { policyId, version, fields }) => {
  const policy = await takePolicy(context, policyId, version);
  const state = advance(policyMachine, policy.state, 'save');
  return changedOf(await policies.save(context.tx, policy, { state, content: fields }));
};

async function takePolicy(context: Context, id: string, version: number): Promise<PolicyRecord> {
  const policy = await policies.take(context.tx, id);
  if (!isContractor(context.caller) && policy.state === 'draft') throw new AppError('record.missing');
  checkRecordVersion(policy, version, policyViewOf(policy));
  return policy;
}

export const proposePolicy: H<'proposePolicy'> = async (context, { policyId, version }) => {
  const policy = await takePolicy(context, policyId, version);
  const state = advance(policyMachine, policy.state, 'propose');
  const missing = missingFields(policy.content);
  if (missing.length > 0) {
    throw fieldError(
      'fields',
      `方針に書く事項のうち、まだ書かれていないものがあります：${missing.join('、')}。該当がない事項には「なし」と書いてください。`,
    );
  }
  const saved = await policies.save(context.tx, policy, { state, content: { proposedOn: context.today } });
  facts.record(context, 'audit-policy.drafted', {
    engagementId: policy.engagementId,
    subject: policy.id,
    data: { version: policy.position, fields: filledFields(policy.content).map((field) => POLICY_FIELDS[field]) },
  });
  return changedOf(saved);
};

export const returnPolicy: H<'returnPolicy'> = async (context, { policyId, version, remark }) => {
  const policy = await takePolicy(context, policyId, version);
  const state = advance(policyMachine, policy.state, 'return');
  const saved = await policies.save(context.tx, policy, {
    state,
    content: {
      remarks: [...policy.content.remarks, { party: 'city', text: remark, on: context.today }],
      // What was confirmed is no longer what will be proposed.
      contractorConfirmedOn: null,
      cityConfirmedOn: null,
      proposedOn: null,
    },
  });
  facts.record(context, 'audit-policy.returned', {
    engagementId: policy.engagementId,
    subject: policy.id,
    data: { version: policy.position },
  });
  return changedOf(saved);
};

export const confirmPolicy: H<'confirmPolicy'> = async (context, { policyId, version }) => {
  const policy = await takePolicy(context, policyId, version);
  advance(policyMachine, policy.state, 'confirm');
  const side = isContractor(context.caller) ? 'contractor' : 'city';
  const already = side === 'city' ? policy.content.cityConfirmedOn : policy.content.contractorConfirmedOn;
  if (already !== null) {
    throw new AppError('record.duplicate', {
      message: 'この方針は、こちらの側では既に確認しています。相手方の確認をお待ちください。',
    });
  }
  const content: Partial<PolicyContent> =
    side === 'city' ? { cityConfirmedOn: context.today } : { contractorConfirmedOn: context.today };
  const both = (side === 'city' ? policy.content.contractorConfirmedOn : policy.content.cityConfirmedOn) !== null;
  facts.record(context, 'audit-policy.confirmed', {
    engagementId: policy.engagementId,
    subject: policy.id,
    data: { version: policy.position, side },
  });
  if (!both) return changedOf(await policies.save(context.tx, policy, { content }));
  await supersedeOthers(context, policy);
  const saved = await policies.save(context.tx, policy, {
    state: 'agreed',
    content: { ...content, agreedOn: context.today },
  });
  facts.record(context, 'audit-policy.agreed', {
    engagementId: policy.engagementId,
    subject: policy.id,
    data: { version: policy.position },
  });
  return changedOf(saved);
};

async function supersedeOthers(context: Context, policy: PolicyRecord): Promise<void> {
  for (const other of await policies.list(context.tx, { engagementId: policy.engagementId })) {
    if (other.id === policy.id || other.state !== 'agreed') continue;
    await policies.save(context.tx, other, { state: advance(policyMachine, other.state, 'supersede') });
  }
}

/** The policy in force, or null. */
export async function agreedPolicy(context: Context, engagementId: string): Promise<PolicyRecord | null> {
  const all = await policies.list(context.tx, { engagementId });
  return all.findLast(({ state }) => state === 'agreed') ?? null;
}

/** The notice as generated from the policy in force; null while there is none. */
export async function generatedNotice(context: Context, audit: AuditRecord) {
  const policy = await agreedPolicy(context, audit.engagementId);
  if (policy === null) return null;
  const profile = await engagementOf(context, audit.engagementId);
  const [programme] = await programmes.list(context.tx, { engagementId: audit.engagementId });
  const names = await departmentNames(context);
  const text = noticeText({
    municipality: profile.municipality,
    department: names.get(audit.departmentId) ?? '',
    contractName: profile.title,
    contractor: profile.contractor,
    theme: programme?.content.theme ?? null,
    policy: policy.content,
  });
  return { text, policy };
}

export const previewNotice: H<'previewNotice'> = async (context, { auditId }) => {
  const audit = await readAudit(context, auditId);
  if (audit.content.notice !== null) {
    const { text, policyId, policyEdition } = audit.content.notice;
    return { text, policyId, policyEdition };
  }
  const generated = await generatedNotice(context, audit);
  return {
    text: generated?.text ?? '',
    policyId: generated?.policy.id ?? null,
    policyEdition: generated?.policy.position ?? null,
  };
};

export const sendAuditNotice: H<'sendAuditNotice'> = async (
  context,
  { auditId, version, text, number, occurredOn },
) => {
  const audit = await takeAudit(context, auditId, version);
  const generated = await generatedNotice(context, audit);
  if (generated === null) {
    throw new AppError('state.refused', {
      message: '方針がまだ決まっていません。先に監査責任者が方針を示し、市と受注者の双方が確認してください。',
    });
  }
  const { policy } = generated;
  const sentOn = await dayOfEvent(context, audit.engagementId, occurredOn);
  const saved = await moveAudit(context, audit, 'notify', {
    notice: {
      text: text ?? generated.text,
      number: number ?? '',
      sentOn,
      policyId: policy.id,
      policyEdition: policy.position,
    },
  });
  facts.record(context, 'audit-notice.sent', {
    engagementId: audit.engagementId,
    subject: audit.departmentId,
    data: { department: audit.departmentId, policy: policy.id, occurredOn: sentOn },
  });
  return changedOf(saved);
};
