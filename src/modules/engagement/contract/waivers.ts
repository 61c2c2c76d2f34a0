/** Contract, waiver part: the contractor asks, the city decides, and what was granted can be taken back. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { day, done, engagementInput, id, requiredText, version } from '../../../kernel/schema.ts';

const key = z.string().max(300);
const reason = requiredText.max(2000);
const terms = {
  /** What the waiver depends on. */
  conditions: requiredText.max(2000).optional(),
  /** The last day of the waiver; afterwards the duty counts again. */
  validUntil: day.optional(),
};

const waiver = z.strictObject({
  key: z.string(),
  clause: z.string(),
  title: z.string(),
  reason: z.string(),
  conditions: z.string().nullable(),
  validUntil: day.nullable(),
  approver: z.string().nullable(),
  grantedOn: day,
  /** `standing` excuses the duty today; `needless`: the duty was met all the same. */
  state: z.enum(['standing', 'ended', 'revoked', 'needless']),
  revokedOn: day.nullable(),
  revokeReason: z.string().nullable(),
});
export type Waiver = z.output<typeof waiver>;

const waiverRequest = z.strictObject({
  id,
  key: z.string(),
  clause: z.string(),
  title: z.string(),
  reason: z.string(),
  state: z.enum(['requested', 'granted', 'refused', 'withdrawn']),
  requestedBy: z.string().nullable(),
  /** True for the caller's own request, which only they can take back. */
  mine: z.boolean(),
  requestedOn: day,
  decidedBy: z.string().nullable(),
  decidedOn: day.nullable(),
  decision: z.string().nullable(),
  version,
});
export type WaiverRequest = z.output<typeof waiverRequest>;

export const waiverOperations = {
  waiveObligation: command({
    summary: '理由を示して義務を免除する。',
    permission: 'engagement.approve',
    input: engagementInput.extend({ key, reason, ...terms }),
    output: done,
  }),
  requestWaiver: command({
    summary: '理由を示して義務の免除を申し出る。',
    permission: 'engagement.request-waiver',
    input: engagementInput.extend({ key, reason }),
    output: z.strictObject({ requestId: id }),
  }),
  withdrawWaiver: command({
    summary: '自分が申し出た免除を、決定の前に取り下げる。',
    permission: 'engagement.request-waiver',
    input: z.strictObject({ requestId: id, version }),
    output: done,
  }),
  decideWaiver: command({
    summary: '免除の申出を認めるか、理由を示して断る。',
    permission: 'engagement.approve',
    input: z.strictObject({
      requestId: id,
      version,
      decision: z.enum(['grant', 'refuse']),
      reason,
      ...terms,
    }),
    output: done,
  }),
  revokeWaiver: command({
    summary: '理由を示して免除を取り消す。義務は再び数えられる。',
    permission: 'engagement.approve',
    input: engagementInput.extend({ key, reason }),
    output: done,
  }),
  listWaivers: query({
    summary: '免除の申出とその結果、免除とその取消しを返す。',
    permission: 'engagement.follow',
    input: engagementInput,
    output: z.strictObject({ requests: z.array(waiverRequest), waivers: z.array(waiver) }),
  }),
};
