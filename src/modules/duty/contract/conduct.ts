/** Contract, conduct part: annexes, declarations of compliance, proposals and the city's decision on them. */
import { z } from 'zod';
import { line, requiredText } from '../../../kernel/schema.ts';
import { files, lines } from '../records.ts';
import { change, creation, decision, occurredOn } from './commands.ts';

export const conductOperations = {
  registerAnnex: creation('duty.exchange', '仕様書の別紙を受け取ったことを、別紙が求める事項とともに登録する。', {
    /** One of the annexes of the conditions. */
    annex: line,
    items: z.array(line).min(1).max(100),
    files,
    occurredOn,
  }),
  declareCompliance: creation('duty.manage', '仕様書が定める法令を守って業務を行うことを申告する。', {
    /** Clause that asks for it: one of the conditions. */
    clause: line,
    /** Laws beside those that the clause names. */
    others: lines,
    occurredOn,
  }),
  makeProposal: creation('duty.manage', '業務の目的の達成に必要なことを、発注者に提案する。', {
    /** Clause of the aim that it serves: one of the conditions. */
    objective: line,
    title: line,
    content: requiredText,
    files,
  }),
  decideProposal: change('duty.decide', '提案を採用するかどうかを決める。', decision),
};
