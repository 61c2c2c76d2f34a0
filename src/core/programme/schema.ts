/**
 * A programme: how audits of one kind are carried out, as data. Every condition names the clause it comes from and says
 * why in a sentence; one that a municipality made itself has no clause. Numbers may be changed for an engagement.
 */
import * as z from 'zod';
import { contentId, readableText, refuseDuplicates, sentence } from '../content-schema/common.ts';
import { parseContent } from '../content-schema/parse.ts';
import {
  ASSURANCES,
  CONDUCTORS,
  PROGRAMME_DOCUMENTS,
  PROGRAMME_KINDS,
  PROGRAMME_TECHNIQUES,
  RECORD_TYPES,
  REMEDY_CONSIDERATIONS,
  REPORT_CONTENTS,
  STEP_PARTIES,
  TARGET_KINDS,
} from './words.ts';

const keys = <T extends Readonly<Record<string, string>>>(words: T) =>
  z.enum(Object.keys(words) as [keyof T & string, ...(keyof T & string)[]]);

export const programmeKind = keys(PROGRAMME_KINDS);
export const recordType = keys(RECORD_TYPES);
export const conductor = keys(CONDUCTORS);
export const targetKind = keys(TARGET_KINDS);
export const stepParty = keys(STEP_PARTIES);
export const assurance = keys(ASSURANCES);
export const programmeDocument = keys(PROGRAMME_DOCUMENTS);
export const reportContents = keys(REPORT_CONTENTS);

const label = readableText.max(80);
const shortId = contentId.max(60);
const minutes = z.number().int().min(5).max(1440);
const count = z.number().int().min(0).max(2000);

/** Where a condition comes from: the clause (none when the municipality made it) and why it holds. */
const ground = { clause: label.nullable().default(null), because: sentence };

/** One step; `needs` are steps that must be done before. */
const step = z.strictObject({
  id: shortId,
  title: label,
  by: stepParty,
  needs: z.array(shortId).max(20).default([]),
  document: programmeDocument.optional(),
  ...ground,
});

/** How long one target of a kind takes: the usual time and the bounds within which no reason is asked for. */
const duration = z
  .strictObject({ kind: targetKind, usual: minutes, atLeast: minutes, atMost: minutes, ...ground })
  .refine(
    ({ usual, atLeast, atMost }) => atLeast <= usual && usual <= atMost,
    '時間の上限と下限が標準の時間と合いません',
  );

/** How many targets of a kind a year has: a number, or a share of all departments that come round within some years. */
const wanted = z
  .strictObject({
    kind: targetKind,
    atLeast: count.optional(),
    atMost: count.optional(),
    /** Part of all departments, 0 to 1; rounded up. */
    share: z.number().min(0.01).max(1).optional(),
    /** Years within which every department is audited once. */
    rotationYears: z.number().int().min(1).max(10).optional(),
    ...ground,
  })
  .refine(({ atLeast, atMost }) => atLeast === undefined || atMost === undefined || atLeast <= atMost, {
    message: '対象の数の上限が下限を下回っています',
  });

const level = z.strictObject({
  id: shortId,
  label,
  /** 1 is the gravest; the same rank means the same weight. */
  rank: z.number().int().min(1).max(9),
  meaning: sentence,
  /** A finding of this level cannot be issued without a remedy. */
  needsRemedy: z.boolean(),
});

const grading = z.strictObject({ id: shortId, title: label, levels: z.array(level).min(2).max(9), ...ground });

/** Chapters and sections of a catalogue under the name of a clause; `model` where the clause counts them apart. */
const area = z.strictObject({
  name: label,
  parts: z.array(shortId).min(1).max(40),
  model: z.enum(['common', 'added']).optional(),
});

const checklist = z.strictObject({
  /** A folder of `content/checklists`, or a file without its ending. */
  catalogue: shortId,
  /** What the items are for, when an audit joins several sets. */
  set: label.optional(),
  /** How many a draft begins with; everything that suits where nothing is said. */
  items: count.optional(),
  itemsAtLeast: count.optional(),
  itemsAtMost: count.optional(),
  areas: z.array(area).max(20).default([]),
  ...ground,
});

/** What is asked of the checklist of the programme, beside its numbers. */
const checklistTerms = z.strictObject({
  /** `required`: no audit is opened before the city has agreed to the checklist; `warned`: it is, and the page says so. */
  agreement: z.enum(['required', 'warned']),
  /** Codes of the standards that the items must rest on. */
  bases: z.array(shortId).max(20),
  /** What the items must take into account, in the words of the clause. */
  trends: z.array(label).max(10),
  /** Type of the meeting at which it is discussed, as the specification calls it. */
  meeting: z.string().max(60).nullable(),
  /** Forms that follow the checklist and are revised with it. */
  forms: z.array(label).max(10),
  ...ground,
});
export type ChecklistTerms = z.output<typeof checklistTerms>;

/** Of programmes that say nothing about it, and of editions from before it could be said. */
const NO_TERMS: ChecklistTerms = {
  agreement: 'warned',
  bases: [],
  trends: [],
  meeting: null,
  forms: [],
  clause: null,
  because: 'チェックリストの合意の時期と根拠は、この手順では定めていない。',
};

/** A pre-survey: the form, who answers and about what. */
const questionnaire = z.strictObject({
  id: shortId,
  title: label,
  /** 立場, システム責任者用. */
  variant: label.nullable().default(null),
  subjects: z.array(label).min(1).max(10),
  respondents: z.array(label).min(1).max(10),
  ...ground,
});

const paper = z.strictObject({ kind: programmeDocument, title: label, ...ground });

/** A plan and what it must say; `targets` asks for one plan per target. */
const plan = z.strictObject({
  stage: z.enum(['basic', 'implementation']),
  title: label,
  per: z.enum(['programme', 'target']),
  fields: z.array(label).min(1).max(30),
  /** What may be marked as not applicable. */
  optionalFields: z.array(label).max(10).default([]),
  /** Whether the city agrees to it before the audit, and whether the audited department confirms it. */
  agreed: z.boolean(),
  confirmedByTarget: z.boolean(),
  ...ground,
});

const method = z.strictObject({
  techniques: z.array(z.enum(PROGRAMME_TECHNIQUES)).min(1).max(4),
  auditorsAtLeast: z.number().int().min(1).max(10),
  qualifiedAtLeast: z.number().int().min(0).max(10),
  onSite: z.boolean(),
  ...ground,
});

/** How many days before the audit what must have happened; the first day is not counted. */
const deadlines = z.strictObject({
  noticeDays: z.number().int().min(0).max(120),
  preSurveyDays: z.number().int().min(0).max(120),
  documentDays: z.number().int().min(0).max(120),
  /** A document that the briefing did not name is notified this many days before the audit. */
  additionalDocumentDays: z.number().int().min(0).max(60),
  ...ground,
});

const briefing = z.strictObject({
  title: label,
  contents: z.array(label).min(1).max(12),
  /** Type of the meeting at which it is used, as the specification calls it. */
  meeting: z.string().max(60).nullable().default(null),
  ...ground,
});

/** A report: on every target, or on the whole programme, with the parts that its clause names. */
const report = z.strictObject({
  scope: z.enum(['target', 'programme']),
  title: label,
  parts: z
    .array(z.strictObject({ title: label, content: reportContents }))
    .min(1)
    .max(12),
  /** What every remedy must have taken into account. */
  considerations: z.array(z.enum(REMEDY_CONSIDERATIONS)).max(REMEDY_CONSIDERATIONS.length).default([]),
  /** Points of view of the assessment; the last is left out where no target handles individual numbers, if so marked. */
  viewpoints: z
    .array(z.strictObject({ title: label, onlyMyNumber: z.boolean().default(false) }))
    .max(6)
    .default([]),
  /** Readers without special knowledge: terms are explained and the wording is checked. */
  plain: z.boolean().default(false),
  /** Name of an edition for the public, when the clause wants one. */
  publicEdition: label.nullable().default(null),
  ...ground,
});

/** The material for the meeting at which the results are explained. */
const debriefing = z.strictObject({
  title: label,
  per: z.enum(['target', 'programme']),
  contents: z.array(label).min(1).max(8),
  /** Cases of other municipalities that it must tell of. */
  casesAtLeast: z.number().int().min(0).max(10).default(0),
  /** Type of the meeting at which it is used, as the specification calls it. */
  meeting: z.string().max(60).nullable().default(null),
  ...ground,
});

/** Which party sends and sees what. */
const parties = z.strictObject({
  noticeBy: stepParty,
  preSurveyBy: stepParty,
  documentRequestBy: stepParty,
  targetsDecidedBy: stepParty,
  ...ground,
});

/** Numbers and readings that nobody could verify; each is shown, and may be changed for an engagement. */
const unverified = z.array(sentence).max(20).default([]);

/** The content of a programme, as a municipality may change it. */
export const programmeSchema = z
  .strictObject({
    title: label,
    kind: programmeKind,
    recordType,
    conductedBy: conductor,
    assurance,
    purpose: sentence,
    scope: sentence,
    targetKinds: z.array(targetKind).min(1).max(5),
    steps: z.array(step).min(1).max(30),
    method,
    durations: z.array(duration).min(1).max(5),
    wanted: z.array(wanted).max(5),
    grading,
    checklists: z.array(checklist).max(10),
    checklistTerms: checklistTerms.default(NO_TERMS),
    questionnaires: z.array(questionnaire).max(10),
    plans: z.array(plan).min(1).max(4),
    deadlines,
    briefing: briefing.nullable(),
    reports: z.array(report).max(3).default([]),
    debriefing: debriefing.nullable().default(null),
    parties,
    documents: z.array(paper).max(30),
    unverified,
  })
  .superRefine((programme, context) => {
    const { steps, grading: scheme, questionnaires, plans } = programme;
    refuseDuplicates(
      steps.map(({ id }, index) => ({ value: id, path: ['steps', index, 'id'] })),
      '手順の識別子',
      context,
    );
    refuseDuplicates(
      scheme.levels.map(({ id }, index) => ({ value: id, path: ['grading', 'levels', index, 'id'] })),
      '評価の段階の識別子',
      context,
    );
    refuseDuplicates(
      questionnaires.map(({ id }, index) => ({ value: id, path: ['questionnaires', index, 'id'] })),
      '事前調査票の識別子',
      context,
    );
    refuseDuplicates(
      programme.checklists.map(({ catalogue }, index) => ({
        value: catalogue,
        path: ['checklists', index, 'catalogue'],
      })),
      '監査項目の目録',
      context,
    );
    refuseDuplicates(
      plans.map(({ stage }, index) => ({ value: stage, path: ['plans', index, 'stage'] })),
      '計画書の段階',
      context,
    );
    for (const [index, { id, needs }] of steps.entries()) {
      const earlier = new Set(steps.slice(0, index).map((other) => other.id));
      const wrong = needs.filter((need) => !earlier.has(need));
      if (wrong.length > 0) {
        const message = `手順「${id}」が先に要るとする手順「${wrong.join('、')}」が、前にありません`;
        context.addIssue({ code: 'custom', path: ['steps', index, 'needs'], message });
      }
    }
    for (const [
      index,
      { itemsAtLeast = 0, items = itemsAtLeast, itemsAtMost = items },
    ] of programme.checklists.entries()) {
      if (itemsAtLeast <= items && items <= itemsAtMost) continue;
      const message = '項目の数が、上限と下限の間にありません';
      context.addIssue({ code: 'custom', path: ['checklists', index, 'items'], message });
    }
    for (const [index, kind] of programme.targetKinds.entries()) {
      if (!programme.durations.some((entry) => entry.kind === kind))
        context.addIssue({
          code: 'custom',
          path: ['targetKinds', index],
          message: 'この種類の対象の標準の時間がありません',
        });
    }
  });
export type Programme = z.output<typeof programmeSchema>;
export type ProgrammeStep = Programme['steps'][number];
export type GradingScheme = Programme['grading'];
export type GradingLevel = GradingScheme['levels'][number];
export type ProgrammeReport = Programme['reports'][number];
export type ProgrammeDebriefing = NonNullable<Programme['debriefing']>;

/** A programme that ships with the product, of one specification. */
const fileSchema = z.strictObject({
  id: contentId,
  type: z.literal('audit-programme'),
  order: z.number().int().positive(),
  /** Edition of the file. */
  edition: readableText.max(40),
  /** The specification whose clauses it carries out. */
  specification: shortId,
  programme: programmeSchema,
});
export type ProgrammeFile = z.output<typeof fileSchema>;

/** @throws ContentError that names every fault. */
export function parseProgramme(text: string): ProgrammeFile {
  return parseContent(text, fileSchema, '監査の実施手順');
}
