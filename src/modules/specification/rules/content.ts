/** Drafts as values: made from a proposal or a file, changed, checked, and written as a specification file. */
import { parse, parseDocument, LineCounter, stringify } from 'yaml';
import { z } from 'zod';
import { RuleSchema } from '../../../core/obligation/index.ts';
import { parametersOf, specificationFrom, type Proposal } from '../../../core/specification-import/index.ts';
import { checkReadings, parseSpecification, SpecificationError } from '../../../core/specification/index.ts';
import type { DraftClause, DraftDeliverable, DraftHead, Problem } from '../contract.ts';
import { suggestionsOf } from './suggestions.ts';

type Json = DraftClause['parameters'];

/** What a draft holds besides its name. */
export type DraftContent = {
  head: DraftHead;
  clauses: DraftClause[];
  deliverables: DraftDeliverable[];
  /** Fields of the file that the pages do not edit: standards, roles, meetings … */
  more: Record<string, Json>;
};

const HEAD_FIELDS = new Set(['id', 'title', 'authority', 'fiscalYear', 'period', 'marking', 'clauses', 'deliverables']);
const CLAUSE_FIELDS = new Set(['id', 'title', 'kind', 'capability', 'summary', 'parameters', 'rules', 'statement']);
const DELIVERABLE_FIELDS = new Set(['type', 'name', 'clause', 'due', 'forms', 'formats', 'copies', 'approval']);

/** A draft from what the importer read. `newId` gives the keys. */
export function contentOf(proposal: Proposal, newId: () => string): DraftContent {
  const { head } = proposal;
  const fiscalYear = head.fiscalYear;
  const file = specificationFrom(proposal, {
    id: 'draft',
    title: head.title ?? '',
    authority: head.authority ?? '',
    fiscalYear: fiscalYear ?? 0,
    periodTo: head.periodTo ?? '',
    marking: head.marking,
  });
  const rules = new Map(file.clauses.map((clause) => [clause.id, clause.rules ?? []]));
  return {
    head: {
      id: fiscalYear === null ? 'specification' : `specification-${fiscalYear}`,
      title: head.title ?? '',
      authority: head.authority ?? '',
      fiscalYear,
      periodFrom: 'contractDate',
      periodTo: head.periodTo,
      marking: head.marking,
    },
    clauses: proposal.clauses.map((clause) => ({
      key: newId(),
      id: clause.id,
      title: clause.title.slice(0, 200) || clause.id,
      kind: clause.kind,
      capability: clause.capability,
      summary: clause.text.slice(0, 10_000),
      text: clause.text,
      parts: clause.parts,
      under: [...clause.under],
      rules: ruleText(rules.get(clause.id) ?? []),
      suggestions: suggestionsOf(clause),
      kindConfidence: clause.kindConfidence,
      capabilityConfidence: clause.capabilityConfidence,
      parameters: jsonOf(parametersOf(clause)),
      more: {},
    })),
    deliverables: file.deliverables.map((one) => deliverableOf(jsonOf(one))),
    more: jsonRecord(
      jsonOf({
        standards: [],
        precedence: [],
        qualifications: file.qualifications,
        roles: [],
        meetings: file.meetings,
      }),
    ),
  };
}

/** A draft from a specification file of the product's own format. @throws SpecificationError */
export function contentOfFile(text: string, newId: () => string): DraftContent {
  checkReadings(parseSpecification(text));
  const raw = jsonRecord(jsonOf(parse(text)));
  const clauses = Array.isArray(raw['clauses']) ? raw['clauses'].map(jsonRecord) : [];
  const period = jsonRecord(raw['period'] ?? {});
  return {
    head: {
      id: textOf(raw['id']),
      title: textOf(raw['title']),
      authority: textOf(raw['authority']),
      fiscalYear: typeof raw['fiscalYear'] === 'number' ? raw['fiscalYear'] : null,
      periodFrom: period['from'] === 'dayAfterContract' ? 'dayAfterContract' : 'contractDate',
      periodTo: typeof period['to'] === 'string' ? period['to'] : null,
      marking: typeof raw['marking'] === 'string' ? raw['marking'] : null,
    },
    clauses: clauses.map((clause) => ({
      key: newId(),
      id: textOf(clause['id']),
      title: textOf(clause['title']),
      kind: clause['kind'] as DraftClause['kind'],
      capability: textOf(clause['capability']),
      summary: textOf(clause['summary']),
      text: '',
      parts: [],
      under: [],
      rules: ruleText(Array.isArray(clause['rules']) ? clause['rules'] : []),
      suggestions: [],
      kindConfidence: 1,
      capabilityConfidence: 1,
      parameters: clause['parameters'] ?? {},
      more: rest(clause, CLAUSE_FIELDS),
    })),
    deliverables: Array.isArray(raw['deliverables']) ? raw['deliverables'].map(deliverableOf) : [],
    more: rest(raw, HEAD_FIELDS),
  };
}

/** The draft as a specification file. */
export function fileOf(content: DraftContent, id: string): string {
  const { head, clauses, deliverables, more } = content;
  return stringify(
    {
      id,
      title: head.title,
      authority: head.authority,
      fiscalYear: head.fiscalYear,
      period: { from: head.periodFrom, to: head.periodTo },
      ...(head.marking === null ? {} : { marking: head.marking }),
      ...more,
      deliverables: deliverables.map(({ due, copies, more: others, ...one }) => ({
        ...one,
        ...others,
        ...(due === null && 'due' in others ? {} : { due: dueOf(due) }),
        ...(copies === null ? {} : { copies }),
      })),
      clauses: clauses.map((clause) => {
        const rules = rulesIn(clause.rules);
        const proven =
          rules.length > 0 || (Array.isArray(clause.more['evidence']) && clause.more['evidence'].length > 0);
        return {
          id: clause.id,
          title: clause.title,
          kind: clause.kind,
          capability: clause.capability,
          summary: clause.summary,
          parameters: clause.parameters,
          ...clause.more,
          ...(rules.length > 0 ? { rules } : {}),
          ...(proven ? {} : { statement: true }),
        };
      }),
    },
    { lineWidth: 0 },
  );
}

/**
 * Everything that keeps a draft from being published, and what should be looked at. Before publication under every reading
 * that a user can choose; while editing under the default ones, which is quick.
 */
export function problemsOf(content: DraftContent, readings: 'every' | 'default' = 'default'): Problem[] {
  const { head, clauses } = content;
  const problems: Problem[] = [];
  const add = (message: string, clause: DraftClause | null = null, weight: Problem['weight'] = 'error'): void => {
    problems.push({ clause: clause?.id ?? null, line: clause?.parts[0]?.line ?? null, weight, message });
  };
  if (clauses.length === 0) add('条項が一つもありません。条項を加えてください。');
  if (head.title === '') add('件名がありません。「基本の事項」に件名を入力してください。');
  if (head.authority === '') add('発注者がありません。「基本の事項」に発注者の名称を入力してください。');
  if (head.fiscalYear === null)
    add('年度が書かれていません。仕様書に年度の定めがないときは、契約の日から決まります。', null, 'hint');
  if (head.periodTo === null)
    add(
      '委託期間の末日が書かれていません。仕様書に末日の定めがないときは、契約を登録するときに入力します。',
      null,
      'hint',
    );
  const seen = new Set<string>();
  for (const clause of clauses) {
    const place = placeOf(clause);
    if (seen.has(clause.id))
      add(`${place}：番号「${clause.id}」が二つ以上あります。番号を変えるか、合わせてください。`, clause);
    seen.add(clause.id);
    for (const message of ruleProblems(clause.rules)) add(`${place}：${message}`, clause);
    const unused =
      clause.rules === '' && clause.suggestions.some((one) => one.type === 'deadline' && one.confidence >= 0.8);
    if (unused)
      add(
        `${place}：期限が見つかりましたが、規則がありません。記録から判定するときは、規則を加えてください。`,
        clause,
        'hint',
      );
    if (clause.kindConfidence < 0.5) add(`${place}：種類の推定に自信がありません。確かめてください。`, clause, 'hint');
  }
  if (problems.some((one) => one.weight === 'error')) return problems;
  return [...problems, ...fileProblems(content, readings)];
}

const placeOf = (clause: DraftClause): string => {
  const part = clause.parts[0];
  const page = part?.page === undefined ? '' : `${part.page}頁`;
  return part === undefined ? `条項「${clause.id}」` : `条項「${clause.id}」（${page}${part.line}行目）`;
};

function ruleProblems(text: string): string[] {
  const document = parseDocument(text);
  if (document.errors.length > 0) return ['規則をYAMLとして読み取れません。字下げと記号を確かめてください。'];
  const rules: unknown = document.toJS();
  if (rules === null || rules === undefined) return [];
  if (!Array.isArray(rules)) return ['規則は「- type: …」の並びで書いてください。'];
  return rules.flatMap((rule, at) => {
    // A value that a reading supplies is checked with the whole file.
    if (JSON.stringify(rule).includes('"$reading"')) return [];
    const read = RuleSchema.safeParse(rule);
    if (read.success) return [];
    const issue = read.error.issues[0];
    return [
      `${at + 1}番目の規則に誤りがあります（${issue?.path.map(String).join('.') ?? ''} ${issue?.message ?? ''}）。`,
    ];
  });
}

function fileProblems(content: DraftContent, readings: 'every' | 'default'): Problem[] {
  try {
    const source = parseSpecification(fileOf(content, content.head.id));
    if (readings === 'every') checkReadings(source);
    return [];
  } catch (error) {
    if (!(error instanceof SpecificationError)) throw error;
    return error.problems.map((message) => {
      const id = /条項「([^」]+)」/.exec(message)?.[1] ?? null;
      const clause = content.clauses.find((one) => one.id === id);
      return { clause: clause?.id ?? null, line: clause?.parts[0]?.line ?? null, weight: 'error', message };
    });
  }
}

/** Problems of an uploaded specification file, each with the file's name and the line of the clause. */
export function filed(name: string, text: string, problems: readonly string[]): string[] {
  const lines = new LineCounter();
  parseDocument(text, { lineCounter: lines });
  return problems.map((message) => {
    const id = /条項「([^」]+)」/.exec(message)?.[1];
    const at =
      id === undefined ? -1 : text.search(new RegExp(`^\\s*- (?:\\{ *)?id: *["']?${escaped(id)}["']?\\s*(?:,|$)`, 'm'));
    const line = at < 0 ? '' : `${lines.linePos(at + (/\S/.exec(text.slice(at))?.index ?? 0)).line}行目、`;
    return `「${name}」${line}${message}`;
  });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function rulesIn(text: string): unknown[] {
  const rules: unknown = parse(text);
  return Array.isArray(rules) ? rules : [];
}

function ruleText(rules: readonly unknown[]): string {
  return rules.length === 0 ? '' : stringify(rules, { lineWidth: 0 });
}

function deliverableOf(value: Json): DraftDeliverable {
  const raw = jsonRecord(value);
  const due = readDue(raw['due'] ?? null);
  return {
    type: textOf(raw['type']),
    name: textOf(raw['name']),
    clause: textOf(raw['clause']),
    due: due === undefined ? null : due,
    forms: raw['forms'] as DraftDeliverable['forms'],
    formats: raw['formats'] as DraftDeliverable['formats'],
    copies: typeof raw['copies'] === 'number' ? raw['copies'] : null,
    approval: raw['approval'] === true,
    // A date that this page cannot show is kept as it is.
    more: { ...rest(raw, DELIVERABLE_FIELDS), ...(due === undefined ? { due: raw['due'] ?? null } : {}) },
  };
}

function readDue(due: Json): DraftDeliverable['due'] | undefined {
  if (due === null || typeof due === 'string') return due;
  const raw = jsonRecord(due);
  const span = jsonRecord(raw['span'] ?? {});
  const unit = span['unit'];
  const plain = (span['first'] ?? 'exclusive') === 'exclusive' && (span['roll'] ?? 'none') === 'none';
  if (raw['from'] !== 'contractDate' || typeof span['n'] !== 'number' || !plain) return undefined;
  if (unit !== 'days' && unit !== 'business-days' && unit !== 'opening-days' && unit !== 'months') return undefined;
  return { days: span['n'], unit };
}

function dueOf(due: DraftDeliverable['due']): unknown {
  return due === null || typeof due === 'string'
    ? due
    : { from: 'contractDate', span: { n: due.days, unit: due.unit } };
}

function rest(raw: Readonly<Record<string, Json>>, known: ReadonlySet<string>): Record<string, Json> {
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !known.has(key)));
}

function jsonOf(value: unknown): Json {
  return z.json().parse(JSON.parse(JSON.stringify(value)));
}

/** The schema has checked the file: what is no text here is a number or a truth value. */
function textOf(value: Json | undefined): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}

function jsonRecord(value: Json): Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
