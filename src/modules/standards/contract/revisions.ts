/** From one edition of a standard to the next: what became of each provision, confirmed by a person; taking it back. */
import { z } from 'zod';
import { MATCH_GROUNDS, MATCH_KINDS } from '../../../core/catalogue/editions.ts';
import { command, query } from '../../../kernel/contract.ts';
import { day, done, engagementInput, id, version } from '../../../kernel/schema.ts';
import { code, provision } from './shared.ts';

const provisionView = z.strictObject({
  id: z.string(),
  kind: z.enum(['group', 'control']),
  number: z.string().nullable(),
  title: z.string(),
  text: z.string(),
});
export type ProvisionView = z.output<typeof provisionView>;

const matchKind = z.enum(MATCH_KINDS);
const effect = z.strictObject({
  /** Go along as they are. */
  kept: z.int(),
  /** Go along and are to be looked at again. */
  review: z.int(),
  /** End with their requirement. */
  ended: z.int(),
});

const head = z.strictObject({
  id,
  version,
  code: z.string(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  state: z.enum(['proposed', 'applied', 'undone', 'discarded']),
  createdOn: day,
  appliedOn: day.nullable(),
  counts: z.record(matchKind, z.int()),
});

const move = z.strictObject({ from: z.string(), to: z.array(z.string()), changed: z.boolean() });

export const revisionView = head.extend({
  matches: z.array(
    z.strictObject({
      kind: matchKind,
      ground: z.enum(MATCH_GROUNDS),
      score: z.number().nullable(),
      from: z.array(provisionView),
      to: z.array(provisionView),
    }),
  ),
  /** Provisions that are named or worded otherwise in the new edition, for what hangs on them elsewhere. */
  moves: z.array(move),
  mappings: effect,
  items: effect,
});
export type RevisionView = z.output<typeof revisionView>;

const one = engagementInput.extend({ revisionId: id });
const versioned = one.extend({ version });
const side = z.array(provision).max(50);

export const revisionOperations = {
  listRevisions: query({
    summary: '基準の改定の一覧を返す。',
    permission: 'standards.read',
    input: engagementInput.extend({ code: code.optional() }),
    output: z.strictObject({ revisions: z.array(head) }),
  }),
  getRevision: query({
    summary: '基準の改定一件を、項目の対照、項目の対応及び監査項目への影響とともに返す。',
    permission: 'standards.read',
    input: one,
    output: revisionView,
  }),
  startRevision: command({
    summary: '取り込んだ版と今使う版の項目を突き合わせ、対照の案を作る。',
    permission: 'standards.manage',
    input: engagementInput.extend({ code, edition: id }),
    output: z.strictObject({ revisionId: id }),
  }),
  correctMatch: command({
    summary: '改定の対照の案を直す。前の版のどの項目が、新しい版のどの項目になったかを定める。',
    permission: 'standards.manage',
    input: versioned.extend({ from: side, to: side, unchanged: z.boolean() }),
    output: z.strictObject({ version }),
  }),
  discardRevision: command({
    summary: '基準の改定の案を、適用せずに取り下げる。',
    permission: 'standards.manage',
    input: versioned,
    output: done,
  }),
  switchEdition: command({
    summary: '確かめた対照により、今使う版を新しい版に切り替え、項目の対応と監査項目を移す。',
    permission: 'standards.manage',
    nestedOnly: true,
    input: versioned,
    output: z.strictObject({ code: z.string(), edition: z.string(), moves: z.array(move) }),
  }),
  switchBack: command({
    summary: '版の切替えを元に戻す。移した後に項目の対応又は監査項目を直したときは、戻せない。',
    permission: 'standards.manage',
    nestedOnly: true,
    input: versioned,
    output: done,
  }),
} as const;
