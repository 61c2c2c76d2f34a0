import { z } from 'zod';
import { DateExpressionSchema, DaySchema, EvidenceSchema, PARTIES, RuleSchema } from '../obligation/index.ts';
import { conditionProblems } from './condition-checks.ts';
import { type Conditions, ConditionsSchema, type MeetingDefinition, MeetingSchema } from './conditions.ts';
import { type DeliveryConditions, deliveryProblems, DeliverySchema } from './delivery.ts';
import { identifier } from './identifier.ts';
import { beginsWith, type ReportChapter, ReportSchema } from './report.ts';

/**
 * One way to read an open point: a value, or several by name where one choice sets things in different places (the number
 * of a rule and a word of a condition).
 */
export const ReadingOptionSchema = z
  .strictObject({
    id: identifier,
    label: z.string().min(1),
    value: z.json().optional(),
    values: z.record(identifier, z.json()).optional(),
  })
  .refine(({ value, values }) => (value === undefined) !== (values === undefined), {
    error: '読み方の選択肢には、value か values のどちらか一方を書いてください。',
  });

/**
 * A gap or inconsistency of the source text. `reading` says in words how it is read; with `options` the user can choose
 * another reading for one engagement. `{$reading: <id>}` anywhere in the file stands for the value of the choice, and
 * `{$reading: <id>.<name>}` for one of its values by name; every option of a point names the same values.
 */
export const OpenPointSchema = z
  .strictObject({
    id: identifier,
    question: z.string().min(1),
    reading: z.string().min(1),
    options: z.array(ReadingOptionSchema).min(2).optional(),
    /** Id of the option that holds unless the user chooses; the first one when absent. */
    default: identifier.optional(),
  })
  .refine(
    ({ options = [] }) =>
      new Set(
        options.map(({ values }) =>
          Object.keys(values ?? {})
            .toSorted()
            .join(' '),
        ),
      ).size <= 1,
    { error: '論点の選択肢は、どれも同じ名前の values を定めてください。' },
  );

/** One line of the work breakdown. The clause id is the id of the task. */
export const WbsItemSchema = z.strictObject({
  name: z.string().min(1),
  start: DateExpressionSchema,
  end: DateExpressionSchema,
  /** Clauses whose tasks come first. */
  after: z.array(z.string()).default([]),
  owner: z.enum(PARTIES).default('contractor'),
});

export const CLAUSE_KINDS = [
  'confidentiality',
  'conduct',
  'deadline',
  'deliverable',
  'disposal',
  'meeting',
  'qualification',
  'quantity',
  'schedule',
  'standard',
  'subcontract',
  'team',
  'work',
] as const;

/** A clause has rules (duties), evidence (records that show it at work) or is a statement that nobody can prove. */
export const ClauseSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  kind: z.enum(CLAUSE_KINDS),
  capability: identifier,
  summary: z.string().min(1),
  parameters: z.record(z.string(), z.json()),
  openPoints: z.array(OpenPointSchema).default([]),
  party: z.enum(PARTIES).default('contractor'),
  rules: z.array(RuleSchema).default([]),
  evidence: z.array(EvidenceSchema).default([]),
  statement: z.boolean().default(false),
  wbs: WbsItemSchema.optional(),
});

/** A document owed under the specification. `own`: the product adds it; the specification does not name it as owed. */
export const DeliverableSchema = z.strictObject({
  type: identifier,
  name: z.string().min(1),
  clause: z.string(),
  due: DateExpressionSchema.nullable(),
  /** Owed once for each of these; `month`: for every month of the contract. */
  per: z.enum(['department', 'meeting', 'hearing', 'visit', 'contract', 'training', 'month']).optional(),
  /** `disc`: on CD-ROM or DVD-ROM; `bound`: printed and bound. */
  forms: z.array(z.enum(['electronic', 'paper', 'email', 'disc', 'bound'])).min(1),
  formats: z.array(z.enum(['docx', 'xlsx', 'pptx', 'pdf'])).min(1),
  papers: z.array(z.enum(['A4', 'A3'])).default([]),
  /** Copies when submitted on paper. */
  copies: z.int().positive().optional(),
  approval: z.boolean().default(false),
  /** The clause by which the city reads the document, or has it explained, before it is handed in. */
  cityReads: z.string().optional(),
  own: z.boolean().default(false),
});

/** Somebody whom the contractor must put in place. */
export const RoleSchema = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  clause: z.string(),
  min: z.int().positive(),
});

/** Groups of standard codes, the strongest first. */
export const PrecedenceSchema = z.array(z.array(identifier));

export const StandardSchema = z.strictObject({
  code: identifier,
  name: z.string().min(1),
  clause: z.string(),
  issuer: z.string().min(1),
  public: z.boolean(),
  /** Rank in the precedence order; 1 is the highest. */
  tier: z.int().positive(),
});

/** A specification whose readings are settled: what the rest of the product works with. */
export const SpecificationSchema = z
  .strictObject({
    id: identifier,
    title: z.string().min(1),
    authority: z.string().min(1),
    /** Null, as is the end of the period, when the specification leaves it to the contract. */
    fiscalYear: z.int().nullable(),
    period: z.strictObject({ from: z.enum(['contractDate', 'dayAfterContract']), to: DaySchema.nullable() }),
    marking: z.string().optional(),
    departments: z.strictObject({ bureaus: z.int(), sections: z.int() }).optional(),
    standards: z.array(StandardSchema),
    precedence: PrecedenceSchema,
    qualifications: z.array(z.strictObject({ code: identifier, name: z.string() })),
    roles: z.array(RoleSchema),
    meetings: z.array(MeetingSchema),
    conditions: ConditionsSchema.prefault({}),
    report: ReportSchema.prefault({}),
    deliverables: z.array(DeliverableSchema),
    /** How it all is handed over; absent when the specification says nothing about it. */
    delivery: DeliverySchema.optional(),
    clauses: z.array(ClauseSchema).min(1),
  })
  .superRefine((specification, context) => {
    for (const message of inconsistencies(specification)) context.addIssue({ code: 'custom', message });
  });

export type Specification = z.output<typeof SpecificationSchema>;
export type Clause = z.output<typeof ClauseSchema>;
export type OpenPoint = z.output<typeof OpenPointSchema>;
export type WbsItem = z.output<typeof WbsItemSchema>;
export type DeliverableDefinition = z.output<typeof DeliverableSchema>;
export type StandardDefinition = z.output<typeof StandardSchema>;

type Checked = {
  clauses: Clause[];
  standards: StandardDefinition[];
  precedence: string[][];
  meetings: MeetingDefinition[];
  conditions: Conditions;
  report: { chapters: ReportChapter[] };
  deliverables: { type: string; name: string; clause: string; cityReads?: string | undefined }[];
  delivery?: DeliveryConditions | undefined;
  roles: { id: string; name: string; clause: string }[];
};

function inconsistencies(specification: Checked): string[] {
  const { clauses } = specification;
  const ids = new Set(clauses.map((clause) => clause.id));
  const codes = new Set(specification.standards.map((standard) => standard.code));
  const references = (
    [
      ['成果物', specification.deliverables],
      ['会議', specification.meetings],
      ['役割', specification.roles],
      ['基準', specification.standards],
    ] as const
  ).flatMap(([what, items]) => items.map(({ name, clause }) => ({ what, name, clause })));
  for (const { name, cityReads } of specification.deliverables) {
    if (cityReads !== undefined) references.push({ what: '成果物', name, clause: cityReads });
  }
  return [
    ...duplicates(clauses.map((clause) => clause.id)).map((id) => `条項「${id}」が二つ以上あります。`),
    ...duplicates(clauses.flatMap((clause) => clause.openPoints.map((point) => point.id))).map(
      (id) => `解釈の論点「${id}」が二つ以上あります。`,
    ),
    ...clauses.flatMap((clause) => clauseProblems(clause, ids)),
    ...references
      .filter(({ clause }) => !ids.has(clause))
      .map(({ what, name, clause }) => `${what}「${name}」が、存在しない条項「${clause}」を参照しています。`),
    ...duplicates(specification.standards.map((standard) => standard.code)).map(
      (code) => `基準「${code}」が二つ以上あります。`,
    ),
    ...duplicates(specification.roles.map((role) => role.id)).map((id) => `役割「${id}」が二つ以上あります。`),
    ...specification.precedence
      .flat()
      .filter((code) => !codes.has(code))
      .map((code) => `優先順位の基準「${code}」がありません。`),
    ...specification.report.chapters
      .filter((chapter) => !clauses.some(({ id }) => beginsWith(id, chapter.clause)))
      .map((chapter) => `報告書の章「${chapter.title}」の始まりの条項「${chapter.clause}」がありません。`),
    ...conditionProblems(specification.conditions, ids, specification.meetings),
    ...deliveryProblems(specification.delivery, specification.deliverables, [...ids]),
    ...cycle(clauses),
  ];
}

function clauseProblems(clause: Clause, ids: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const proven = clause.rules.length + clause.evidence.length > 0;
  if (!proven && !clause.statement) problems.push('規則、証跡、確認のどれもありません。');
  if (proven && clause.statement) problems.push('確認だけの条項に規則や証跡は置けません。');
  for (const id of duplicates(clause.rules.map((rule) => rule.id))) problems.push(`規則「${id}」が二つ以上あります。`);
  for (const id of clause.wbs?.after ?? []) if (!ids.has(id)) problems.push(`先行作業「${id}」がありません。`);
  for (const point of clause.openPoints) {
    if (point.default !== undefined && !point.options?.some((option) => option.id === point.default)) {
      problems.push(`論点「${point.id}」の既定の読み方「${point.default}」が選択肢にありません。`);
    }
  }
  return problems.map((problem) => `条項「${clause.id}」：${problem}`);
}

function cycle(clauses: readonly Clause[]): string[] {
  const after = new Map(clauses.map((clause) => [clause.id, clause.wbs?.after ?? []]));
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): string[] => {
    if (path.includes(id))
      return [
        `条項「${id}」：作業の前後関係が循環しています（${[...path, id].join(' → ')}）。先行作業を一つ外してください。`,
      ];
    if (done.has(id)) return [];
    done.add(id);
    return (after.get(id) ?? []).flatMap((previous) => visit(previous, [...path, id]));
  };
  return clauses.flatMap((clause) => visit(clause.id, []));
}

function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, position) => values.indexOf(value) !== position))];
}
