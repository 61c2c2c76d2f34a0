/** The checklist of a programme in versions: drafted from catalogues, proposed, agreed by the city, and changed with a reason. */
import { z } from 'zod';
import { targetKind } from '../../../core/programme/schema.ts';
import { command, download, query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import { itemView } from './items.ts';
import { changed, contentCode, day, id, line, text, version } from './shared.ts';

export const CHECKLIST_STATES = ['draft', 'proposed', 'returned', 'agreed', 'superseded'] as const;

/** What is taken from one catalogue. */
export const source = z.strictObject({
  catalogue: contentCode,
  set: z.string().trim().max(80),
  /** How many items the draft begins with; null for all that suit. */
  items: z.int().min(1).max(2000).nullable(),
  /** Chapters to take from; empty for all. */
  chapters: z.array(contentCode).max(60),
});
export type Source = z.output<typeof source>;

/** New information that the items take into account. */
export const trend = z.strictObject({ name: line.max(80), text });
export type Trend = z.output<typeof trend>;

export const checklistContent = z.strictObject({
  title: line,
  sources: z.array(source).max(10),
  trends: z.array(trend).max(10),
  /** Id of the first version. */
  lineId: id.nullable(),
  /** Why this version takes the place of an earlier one; empty for the first. */
  reason: text,
  remark: text,
  proposedOn: day.nullable(),
  agreedOn: day.nullable(),
  /** Revised forms: which, when and what changed. */
  forms: z.array(z.strictObject({ documents: z.array(z.string()), on: day, note: z.string() })).max(20),
});
export type ChecklistContent = z.output<typeof checklistContent>;

/** What the items amount to; this goes to the journal when the checklist is proposed. */
const tally = z.strictObject({
  items: z.int(),
  leftOut: z.int(),
  areas: z.array(z.string()),
  sets: z.array(z.string()),
  basis: z.array(z.string()),
  editions: z.array(z.string()),
  withoutBasis: z.int(),
  withoutPoint: z.int(),
  uncovered: z.int(),
  commonItems: z.int(),
  addedItems: z.int(),
  trends: z.array(z.string()),
  /** Null while there is nothing to compare with. */
  changed: z.int().nullable(),
});
export type Tally = z.output<typeof tally>;

const warning = z.strictObject({ code: z.string(), message: z.string() });

const head = checklistContent.extend({
  id,
  engagementId: id,
  programmeId: id,
  programme: z.string(),
  recordType: z.string(),
  /** Number of the version. */
  position: z.int(),
  state: z.enum(CHECKLIST_STATES),
  version: z.int(),
  items: z.int(),
});
export type ChecklistHead = z.output<typeof head>;

export const checklistView = head.extend({
  tally,
  warnings: z.array(warning),
  rows: z.array(itemView),
  /** Standards that an item may rest on, with their editions. */
  standards: z.array(z.strictObject({ code: z.string(), name: z.string(), edition: z.string() })),
  /** What the clause asks to take into account. */
  trendsAsked: z.array(z.string()),
  formsAsked: z.array(z.string()),
  unverified: z.array(z.string()),
  /** Agreed checklists of the same kind in earlier contracts. */
  earlierChecklists: z.array(z.strictObject({ id, title: z.string() })),
});
export type ChecklistView = z.output<typeof checklistView>;

const moved = z.strictObject({ checklistId: id, version, occurredOn: day.optional() });

export const checklistOperations = {
  listChecklists: query({
    summary: '契約の監査チェックリストを、版とともに返す。',
    permission: 'checklist.read',
    input: engagementInput,
    output: z.strictObject({ checklists: z.array(head) }),
  }),
  getChecklist: query({
    summary: '監査チェックリスト一件を、項目、根拠とする基準及び注意とともに返す。',
    permission: 'checklist.read',
    input: z.strictObject({ checklistId: id }),
    output: checklistView,
  }),
  draftChecklist: command({
    summary: '手順の定める目録から、監査チェックリストの案を作る。',
    permission: 'checklist.work',
    input: z.strictObject({
      programmeId: id,
      /** What the programme says when left out. */
      sources: z.array(source).min(1, '目録を一つ以上選んでください。').max(10).optional(),
    }),
    output: changed.extend({ items: z.int() }),
  }),
  saveChecklist: command({
    summary: '監査チェックリストの名称と、反映した動向の内容を保存する。',
    permission: 'checklist.work',
    input: z.strictObject({ checklistId: id, version, title: line, trends: z.array(trend).max(10) }),
    output: changed,
  }),
  proposeChecklist: command({
    summary: '監査チェックリストの案を市に提案する。項目がないとき、又は目録にない項目の根拠がないときは提案できない。',
    permission: 'checklist.propose',
    input: moved,
    output: changed,
  }),
  agreeChecklist: command({
    summary: '提案された監査チェックリストに、協議の上で合意する。',
    permission: 'checklist.agree',
    input: moved,
    output: changed,
  }),
  returnChecklist: command({
    summary: '提案された監査チェックリストを、意見を付けて戻す。',
    permission: 'checklist.agree',
    input: z.strictObject({ checklistId: id, version, remark: line }),
    output: changed,
  }),
  changeChecklist: command({
    summary: '提案した監査チェックリストを、理由を示して変えるための新しい版を作る。',
    permission: 'checklist.work',
    input: z.strictObject({ checklistId: id, reason: line }),
    output: changed,
  }),
  reviseForms: command({
    summary: '合意した監査項目に合わせて、チェックリストと関連様式を直したことを記録する。',
    permission: 'checklist.propose',
    input: moved.extend({
      documents: z.array(line.max(80)).min(1, '直した様式を一つ以上選んでください。').max(10),
      note: line,
    }),
    output: changed,
  }),
  getItemsForTarget: query({
    summary: '監査の対象に用いる項目を、合意したチェックリストから、なければ手順の定める目録から返す。',
    permission: 'checklist.read',
    input: z.strictObject({ programmeId: id, edition: z.int().min(1), kind: targetKind }),
    output: z.strictObject({
      /** The agreed checklist; null when the items are the proposal of the programme. */
      checklist: z.strictObject({ id, position: z.int() }).nullable(),
      agreement: z.enum(['required', 'warned']),
      catalogues: z.array(
        z.strictObject({ catalogue: z.string(), title: z.string(), items: z.int(), chosen: z.int() }),
      ),
      items: z.array(itemView.omit({ id: true, state: true, position: true, version: true })),
    }),
  }),
  downloadDocument: download({
    summary: '監査チェックリスト又は関連様式を文書として取得する。',
    permission: 'checklist.read',
    input: engagementInput.extend({
      kind: line.max(60),
      /** A version of a checklist; the newest when null. */
      subject: id.nullable(),
      format: z.enum(['docx', 'pdf', 'xlsx']),
    }),
  }),
} as const;
