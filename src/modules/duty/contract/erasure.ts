/** Contract, erasure part: what the contractor holds is really removed at the end, and a certificate says so. */
import { z } from 'zod';
import { query } from '../../../kernel/contract.ts';
import { id, line, text } from '../../../kernel/schema.ts';
import { erasureItem } from '../records-exchange.ts';
import { change, creation, inEngagement, record } from './commands.ts';

export const erasureOperations = {
  planErasure: query({
    summary: '契約の終わりに消去されるものを、実際には消去せずに一覧にして返す。',
    permission: 'duty.read',
    input: z.strictObject({ ...inEngagement, personal: z.boolean() }),
    output: z.strictObject({
      items: z.array(erasureItem),
      /** What must be settled by hand before: sentences for people. */
      obstacles: z.array(z.string()),
      /** Whether the specification itself wants the personal data of the contractor's people erased. */
      personalAsked: z.boolean(),
      afterEnd: z.boolean(),
    }),
  }),
  requestErasure: creation('duty.manage', '消去するものの一覧を確定し、立会人の確認を求める。', {
    method: line,
    /** Why before the end of the contract; may be empty after it. */
    reason: text,
    personal: z.boolean(),
    /** Number of items in the plan that the caller has seen; a plan that has changed since is refused. */
    seen: z.int().min(0),
    /** Member who carries it out: the caller. */
    memberId: id,
  }),
  withdrawErasure: change('duty.manage', '確認の前に、消去の求めを取り下げる。', record),
  confirmErasure: change('duty.exchange', '立会人として消去を確認し、消去を始めさせる。', record),
  certifyErasure: change('duty.manage', '消去されたことを確かめた結果に基づき、証明書を発行する。', record),
};
