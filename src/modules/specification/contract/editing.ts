/** Changes of a draft. Each carries the version it was made on and answers with the next one. */
import { z } from 'zod';
import { PARTIES } from '../../../core/obligation/index.ts';
import { CLAUSE_KINDS } from '../../../core/specification/index.ts';
import { command } from '../../../kernel/contract.ts';
import { day, id, line, text, version } from '../../../kernel/schema.ts';
import {
  clauseId,
  DECISIONS,
  draftDeliverable,
  draftHead,
  identifier,
  PARTS,
  problem,
  specificationId,
} from './draft.ts';

/** Parts of a clause beside its words, rules and work item. */
export const CLAUSE_PARTS = ['openPoints', 'evidence', 'parameters'] as const;
export type ClausePart = (typeof CLAUSE_PARTS)[number];

const saved = z.strictObject({ version, problems: z.array(problem) });
const oneDraft = { draftId: id, version };
const oneClause = { ...oneDraft, key: id };

export const editingOperations = {
  updateHead: command({
    summary: '下書きの件名、発注者、年度及び委託期間を直す。',
    permission: 'specification.edit',
    input: z.strictObject({
      ...oneDraft,
      head: z.strictObject({
        id: specificationId,
        title: line,
        authority: line,
        fiscalYear: z.int().min(2000).max(2100).nullable(),
        periodFrom: draftHead.shape.periodFrom,
        periodTo: day.nullable(),
        marking: line.nullable(),
        /** Absent, it stays as it is. */
        departments: draftHead.shape.departments.optional(),
      }),
    }),
    output: saved,
  }),
  updateClause: command({
    summary: '下書きの条項の番号、見出し、種類、担当機能、要旨、義務を負う人及び規則を直す。',
    permission: 'specification.edit',
    input: z.strictObject({
      ...oneClause,
      id: clauseId,
      title: line,
      kind: z.enum(CLAUSE_KINDS),
      capability: identifier,
      summary: text.min(1),
      /** Whose duty the clause is; absent, it stays as it is. */
      party: z.enum(PARTIES).optional(),
      /** The rules as YAML; absent, they stay as they are. */
      rules: text.optional(),
    }),
    output: saved,
  }),
  updateRules: command({
    summary: '下書きの条項の規則を、YAMLの文章として直す。',
    permission: 'specification.edit',
    input: z.strictObject({ ...oneClause, rules: text }),
    output: saved,
  }),
  updateRule: command({
    summary: '下書きの条項の規則を一つ、加える、直す又は除く。',
    permission: 'specification.edit',
    input: z.strictObject({
      ...oneClause,
      /** Position among the rules of the clause; null adds one. */
      at: z.int().min(0).max(200).nullable(),
      /** The rule as data; null removes it. */
      rule: z.json(),
    }),
    output: saved,
  }),
  updateWork: command({
    summary: '下書きの条項の作業項目（名称、期間、前の作業、担当）を直す。',
    permission: 'specification.edit',
    input: z.strictObject({ ...oneClause, work: z.json() }),
    output: saved,
  }),
  updateClausePart: command({
    summary: '下書きの条項の論点とその読み方、証跡又は数値を直す。',
    permission: 'specification.edit',
    input: z.strictObject({ ...oneClause, part: z.enum(CLAUSE_PARTS), value: z.json() }),
    output: saved,
  }),
  updatePart: command({
    summary: '下書きの基準、役割、会議、体制、受託者の義務、相談、報告書又は納品の定めを直す。',
    permission: 'specification.edit',
    input: z.strictObject({
      ...oneDraft,
      part: z.enum(PARTS),
      /** Null where the specification says nothing about it. */
      value: z.json(),
      /** Names of qualifications by code, when they are edited with the team. */
      qualifications: z
        .array(z.strictObject({ code: identifier, name: line }))
        .max(200)
        .optional(),
    }),
    output: saved,
  }),
  decideSuggestion: command({
    summary: '読み取った案（種類、期限、上限、成果物、体制の条件など）を採用する、退ける又は未定に戻す。',
    permission: 'specification.edit',
    input: z.strictObject({ ...oneClause, suggestion: z.string().min(1).max(80), decision: z.enum(DECISIONS) }),
    output: saved,
  }),
  arrangeClause: command({
    summary: '下書きの条項を移す、分ける、次の条項と合わせる、加える又は除く。',
    permission: 'specification.edit',
    input: z.strictObject({
      ...oneClause,
      action: z.enum(['move-up', 'move-down', 'split', 'merge-next', 'add-after', 'delete']),
      /** Where the text is split. */
      at: z.int().min(1).optional(),
    }),
    output: saved.extend({ key: id.nullable() }),
  }),
  updateDeliverables: command({
    summary: '下書きの成果物の一覧（名称、期限、提出の形、部数）を直す。',
    permission: 'specification.edit',
    input: z.strictObject({ ...oneDraft, deliverables: z.array(draftDeliverable).max(300) }),
    output: saved,
  }),
} as const;
