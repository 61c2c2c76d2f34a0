/** What a version of the policy changes in the one before it (見え消し). */
import { changedDocument, detailedOf, remarkOn, renderFile } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { EDITION, policyTree } from '../documents/policy.ts';
import { clientOf, readSource } from '../documents/source.ts';
import { policies } from '../store/stores.ts';
import type { H } from './handler.ts';

export const downloadPolicyChanges: H<'downloadPolicyChanges'> = async (context, { policyId, format }) => {
  const { engagementId } = await policies.get(context.tx, policyId);
  const source = await readSource(context, engagementId);
  const { policies: visible } = await clientOf(context).listPolicies({ engagementId });
  const index = visible.findIndex(({ id }) => id === policyId);
  const policy = visible[index];
  if (policy === undefined) throw new AppError('record.missing', { internal: 'policy' });
  const before = visible[index - 1];
  if (before === undefined) {
    throw new AppError('state.refused', { message: '初版の方針には、比べる前の版がありません。' });
  }
  const { engagement } = source;
  const revision = {
    author: engagement.contractor,
    at: policy.proposedOn === null ? policy.createdAt : `${policy.proposedOn}T09:00:00+09:00`,
  };
  const changed = changedDocument(
    detailedOf(policyTree(source, before)),
    detailedOf(policyTree(source, policy)),
    revision,
  );
  const name = `情報セキュリティ監査方針_第${policy.position}版_見え消し`;
  const last = policy.remarks.at(-1);
  if (last === undefined) return renderFile(changed, format, name);
  // Why the city sent drafts of this version back stands beside its number.
  const remarked = remarkOn(changed, EDITION, {
    author: `${engagement.municipality}${engagement.client.department}`,
    at: `${last.on}T09:00:00+09:00`,
    text: policy.remarks.map(({ text }) => `差し戻した理由：${text}`).join('\n'),
  });
  return renderFile(remarked, format, name);
};
