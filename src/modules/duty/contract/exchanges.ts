/** Contract, exchanges part: oaths, what leaves the premises, third parties, requests of the city. */
import { z } from 'zod';
import { day, id, line, requiredText, text } from '../../../kernel/schema.ts';
import { files, lines } from '../records.ts';
import { costBearer, disclosureAct, oathSigner } from '../records-exchange.ts';
import { change, creation, decision, occurredOn, record } from './commands.ts';

export const exchangeOperations = {
  submitOath: creation('duty.manage', '従事者、受託者又は再委託先の誓約書を発注者に提出する。', {
    signer: oathSigner,
    /** The members whose oath it is; empty for the firm and subcontractors. */
    members: z.array(id).max(200),
    subcontractId: id.nullable(),
    files,
    occurredOn,
  }),

  requestCarryOut: creation('duty.manage', '資料等を庁舎の外へ持ち出すことの承諾を求める。', {
    materials: lines.min(1),
    purpose: line,
    /** Member who carries it. */
    carrier: id,
    medium: line,
    clause: line,
    destination: line,
    takeOn: day,
    /** Last day on which it comes back or is erased. */
    backBy: day,
  }),
  decideCarryOut: change('duty.decide', '資料等の持出しを承諾するかどうかを決める。', decision),
  takeOut: change('duty.manage', '承諾された資料等を持ち出したことを記録する。', { ...record, occurredOn }),
  bringBack: change('duty.manage', '持ち出した資料等を返し、又は消去したことを記録する。', {
    ...record,
    note: text,
    occurredOn,
  }),

  requestDisclosure: creation('duty.manage', '成果物や記録を第三者に見せ、写させ、貸し、又は渡すことの許可を求める。', {
    acts: z.array(disclosureAct).min(1).max(10),
    object: line,
    recipient: line,
    reason: requiredText,
  }),
  decideDisclosure: change('duty.decide', '第三者への提供等を許可するかどうかを決める。', decision),
  recordDisclosure: change('duty.manage', '許可された第三者への提供等を行ったことを記録する。', {
    ...record,
    occurredOn,
  }),
  registerThirdPartyWork: creation('duty.manage', '用いる第三者の著作物を、使用許諾と費用の負担とともに登録する。', {
    name: line,
    owner: line,
    licence: line,
    costBy: costBearer,
    use: text,
    papers: text,
    files,
  }),

  requestReport: creation('duty.decide', '契約の遵守や業務の状況について、報告を求め、又は指示する。', {
    topic: line,
    request: requiredText,
    due: day.nullable(),
    subcontractId: id.nullable(),
  }),
  answerReport: change('duty.manage', '報告の求め又は指示に答える。', { ...record, answer: requiredText, files }),
  decideReport: change('duty.decide', '報告の答えを受け入れ、又は理由を示して差し戻す。', decision),
  nameSupervisor: creation('duty.decide', '業務を監督する者を定める。', { name: line, department: line, occurredOn }),
  recordEco: creation('duty.manage', '環境に配慮した物品の使用を記録する。', { items: lines.min(1), note: text }),
};
