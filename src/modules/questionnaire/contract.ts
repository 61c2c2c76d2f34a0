/** Questionnaires: versioned forms of the self-check and the preliminary survey. Clause 9(1)イ【自己点検のイメージ】. */
import { z } from 'zod';
import { type Condition, type FormItem, type Questionnaire, SURVEY_TYPE_IDS } from '../../core/content-schema/index.ts';
import { command, defineContract, query } from '../../kernel/contract.ts';
import { CITY_ROLES, CONTRACTOR_ROLES } from '../../kernel/role.ts';
import { day, done, id, instant, line, noInput, requiredText, text, version } from '../../kernel/schema.ts';

export const questionnaireType = z.enum(SURVEY_TYPE_IDS);
export type QuestionnaireType = z.output<typeof questionnaireType>;

export const questionnaireSummary = z.strictObject({
  id,
  /** Identity across years. */
  code: z.string(),
  edition: z.string(),
  /** Version within the edition, from 1. */
  number: z.int(),
  type: questionnaireType,
  fiscalYear: z.int(),
  title: z.string(),
  state: z.enum(['draft', 'published']),
  items: z.int(),
  version,
  createdAt: instant,
  publishedAt: instant.nullable(),
});
export type QuestionnaireSummary = z.output<typeof questionnaireSummary>;

/** A whole form as in `core/content-schema`: sections, items, guidance, conditions, choices. Checked before it is stored. */
export const formSchema = z.custom<Questionnaire>((value) => typeof value === 'object' && value !== null);

const itemReference = z.strictObject({ id: z.string(), number: z.int(), question: z.string() });

export const questionnaireDetail = questionnaireSummary.extend({
  form: formSchema,
  leftOut: z.array(itemReference),
});
export type QuestionnaireDetail = z.output<typeof questionnaireDetail>;

/** Items, sections and segments are named by these. */
const contentId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/);
/** An item or condition as in `core/content-schema`; its schema checks it before anything is kept. */
const formItem = z.custom<FormItem>((value) => typeof value === 'object' && value !== null);
const condition = z.custom<Condition>((value) => typeof value === 'object' && value !== null);
const place = z.int().min(0).max(1000);

const sectionTexts = {
  section: contentId,
  title: line.max(60),
  description: text.max(400).default(''),
  visibleIf: condition.nullable().default(null),
  /** Empty: everybody. */
  segments: z.array(contentId).max(30).default([]),
};

export const formEdit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('describe'),
    title: line.max(60),
    introduction: requiredText.max(400),
    respondent: requiredText.max(400),
    /** Labels of what the answers measure; a label that was there keeps its items. Absent: as it was. */
    subjects: z.array(line.max(40)).max(10).optional(),
  }),
  /** The single choice whose answer is the segment of the respondent; null: nobody is asked. */
  z.strictObject({ kind: z.literal('ask-segment'), item: contentId.nullable() }),
  z.strictObject({ kind: z.literal('add-section'), ...sectionTexts }),
  z.strictObject({ kind: z.literal('change-section'), ...sectionTexts }),
  z.strictObject({ kind: z.literal('move-section'), section: contentId, to: place }),
  z.strictObject({ kind: z.literal('remove-section'), section: contentId }),
  z.strictObject({ kind: z.literal('add-item'), section: contentId, item: formItem, to: place.optional() }),
  z.strictObject({
    kind: z.literal('change-item'),
    item: formItem,
    /** True: answers of earlier years are no longer comparable; the revision of the item is raised. */
    meaningChanged: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('move-item'), item: contentId, section: contentId, to: place }),
  /** Leaves the item out; until the version is published it can come back. */
  z.strictObject({ kind: z.literal('remove-item'), item: contentId }),
  z.strictObject({ kind: z.literal('restore-item'), item: contentId }),
]);

const libraryItem = z.strictObject({ library: z.string(), section: z.string(), item: formItem });

const libraryGroup = z.strictObject({
  library: z.string(),
  kind: z.enum(['self-check', 'my-number', 'pre-audit-survey']),
  id: z.string(),
  title: z.string(),
  /** Chapter of the policy guideline, 1 to 9. */
  chapter: z.int().nullable(),
  /** Safety measure for individual numbers: `a`, `c-b`. */
  measure: z.string().nullable(),
  audiences: z.array(z.string()),
  items: z.array(formItem),
});
export type LibraryGroup = z.output<typeof libraryGroup>;

export const ITEM_COMPARISONS = ['same', 'reworded', 'changed', 'added', 'removed'] as const;

export const questionnaireContract = defineContract({
  id: 'questionnaire',
  title: '調査票',
  permissions: {
    'questionnaire.read': {
      roles: [...CITY_ROLES, ...CONTRACTOR_ROLES],
      because: '調査票は答える所属、実施する担当課、結果を使う受託者が同じものを見る。',
    },
    'questionnaire.edit': {
      roles: ['security-office'],
      because: '自己点検と予備調査は発注者が行うため、調査票を決めるのは情報セキュリティ担当課である。',
    },
  },
  operations: {
    listQuestionnaires: query({
      summary: '調査票の版の一覧を返す。作成中の版は担当課だけに見える。',
      permission: 'questionnaire.read',
      input: z.strictObject({ type: questionnaireType.optional() }),
      output: z.strictObject({ questionnaires: z.array(questionnaireSummary) }),
    }),
    getQuestionnaire: query({
      summary: '調査票一版を、設問と解説の全文とともに返す。',
      permission: 'questionnaire.read',
      input: z.strictObject({ questionnaireId: id }),
      output: questionnaireDetail,
    }),
    compareQuestionnaires: query({
      summary: '二つの版を設問ごとに比べ、年度間で比べられる設問を返す。',
      permission: 'questionnaire.read',
      input: z.strictObject({ fromId: id, toId: id }),
      output: z.strictObject({
        items: z.array(
          z.strictObject({
            id: z.string(),
            comparison: z.enum(ITEM_COMPARISONS),
            before: z.string(),
            after: z.string(),
          }),
        ),
      }),
    }),
    listContent: query({
      summary: '製品に付いている調査票のひな形を返す。',
      permission: 'questionnaire.edit',
      input: noInput,
      output: z.strictObject({
        contents: z.array(
          z.strictObject({ content: z.string(), title: z.string(), type: questionnaireType, items: z.int() }),
        ),
      }),
    }),
    importFromContent: command({
      summary: 'ひな形から調査票の作成中の版を作る。',
      permission: 'questionnaire.edit',
      input: z.strictObject({ content: z.string().max(80) }),
      output: questionnaireSummary,
    }),
    startNextEdition: command({
      summary: '公開済みの版を写して、別の年度の作成中の版を作る。設問の識別子は引き継ぐ。',
      permission: 'questionnaire.edit',
      input: z.strictObject({ questionnaireId: id, fiscalYear: z.int().min(2000).max(2200), title: line }),
      output: questionnaireSummary,
    }),
    createQuestionnaire: command({
      summary: '設問のない調査票の作成中の版を作る。',
      permission: 'questionnaire.edit',
      input: z.strictObject({
        type: questionnaireType,
        fiscalYear: z.int().min(2000).max(2200),
        title: line.max(60),
      }),
      output: questionnaireSummary,
    }),
    buildDraft: command({
      summary: '作成中の版の分類と設問を加え、直し、動かし、又は外す。',
      permission: 'questionnaire.edit',
      input: z.strictObject({ questionnaireId: id, version, edits: z.array(formEdit).min(1).max(300) }),
      output: questionnaireDetail,
    }),
    searchLibrary: query({
      summary: '製品に付いている設問を、言葉で探して返す。',
      permission: 'questionnaire.edit',
      input: z.strictObject({
        /** Null: all collections. */
        library: z.string().max(80).nullable().default(null),
        words: z.string().max(100).default(''),
      }),
      output: z.strictObject({
        libraries: z.array(z.strictObject({ name: z.string(), title: z.string(), items: z.int() })),
        found: z.int(),
        /** The first of those found. */
        items: z.array(libraryItem),
      }),
    }),
    listLibraryItems: query({
      summary: '製品に付いている設問集の全部を、章、安全管理措置及び答える人の区分とともに返す。',
      permission: 'questionnaire.read',
      input: noInput,
      output: z.strictObject({ groups: z.array(libraryGroup) }),
    }),
    discardDraft: command({
      summary: '作成中の版を取りやめる。',
      permission: 'questionnaire.edit',
      input: z.strictObject({ questionnaireId: id, version }),
      output: done,
    }),
    publish: command({
      summary: '作成中の版を公開する。公開した版は変えられない。',
      permission: 'questionnaire.edit',
      input: z.strictObject({ questionnaireId: id, version }),
      output: questionnaireSummary,
    }),
  },
});

export const publishedFact = z.strictObject({
  code: z.string(),
  edition: z.string(),
  number: z.int(),
  type: questionnaireType,
  items: z.int(),
  occurredOn: day.optional(),
});
