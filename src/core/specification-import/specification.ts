import type { DateExpression } from '../obligation/index.ts';
import type { FoundDocument } from './documents.ts';
import type { FoundCadence, FoundDeadline } from './finding.ts';
import type { Proposal, ProposedClause } from './propose.ts';
import { conditionsOf, type DraftConditions } from './proposed-conditions.ts';
import { summaryOf } from './summary.ts';
import type { DraftMeeting } from './draft-meeting.ts';

/** What a specification file holds, before the schema has looked at it. */
export type SpecificationDraft = {
  id: string;
  title: string;
  authority: string;
  fiscalYear: number;
  period: { from: 'contractDate'; to: string };
  marking?: string;
  standards: readonly never[];
  precedence: readonly never[];
  qualifications: readonly { code: string; name: string }[];
  roles: readonly never[];
  meetings: readonly DraftMeeting[];
  conditions: DraftConditions;
  deliverables: readonly DraftDeliverable[];
  clauses: readonly DraftClause[];
};
export type DraftClause = {
  id: string;
  title: string;
  kind: string;
  capability: string;
  summary: string;
  parameters: Readonly<Record<string, unknown>>;
  rules?: readonly unknown[];
  statement?: boolean;
};
export type DraftDeliverable = {
  type: string;
  name: string;
  clause: string;
  due: DateExpression | null;
  forms: readonly string[];
  formats: readonly string[];
  copies?: number;
  approval: boolean;
};
/** What the user knows and the text does not say. */
export type HeadAnswers = { id: string; title: string; authority: string; fiscalYear: number; periodTo: string };

/**
 * A specification file from a proposal. Duties that the records of the product can show become rules; every other clause
 * is a statement, which a person acknowledges.
 */
export function specificationFrom(
  proposal: Pick<Proposal, 'clauses'>,
  head: HeadAnswers & { marking: string | null },
): SpecificationDraft {
  const clauses = proposal.clauses;
  const deliverables = deliverablesOf(clauses);
  const meetings = clauses.flatMap(meetingOf);
  const qualifications = codesOf(clauses);
  const conditions = conditionsOf(clauses, { meetings, qualifications });
  return {
    id: head.id,
    title: head.title,
    authority: head.authority,
    fiscalYear: head.fiscalYear,
    period: { from: 'contractDate', to: head.periodTo },
    ...(head.marking === null ? {} : { marking: head.marking }),
    standards: [],
    precedence: [],
    qualifications: [...qualifications].map(([name, code]) => ({ code, name })),
    roles: [],
    meetings,
    conditions,
    deliverables,
    clauses: clauses.map((clause) => draftClause(clause, { deliverables, meetings, qualifications, conditions })),
  };
}

type Context = {
  deliverables: readonly DraftDeliverable[];
  meetings: readonly DraftMeeting[];
  qualifications: ReadonlyMap<string, string>;
  conditions: DraftConditions;
};

function draftClause(clause: ProposedClause, context: Context): DraftClause {
  const rules = rulesOf(clause, context);
  return {
    id: clause.id,
    title: clause.title.slice(0, 200) || clause.id,
    kind: clause.kind,
    capability: clause.capability,
    summary: summaryOf(clause.text, clause.title) || clause.id,
    parameters: parametersOf(clause),
    ...(rules.length > 0 ? { rules } : { statement: true }),
  };
}

/** Rules over facts that the product records: submission of documents, meetings and minutes, qualifications. */
function rulesOf(clause: ProposedClause, context: Context): unknown[] {
  const rules: unknown[] = [];
  for (const one of context.deliverables.filter((it) => it.clause === clause.id)) {
    const fact = { fact: 'deliverable.submitted', where: { type: one.type } };
    if (one.due !== null)
      rules.push({ type: 'by', id: `${one.type}-submitted`, title: `${one.name}の提出`, fact, due: one.due });
    if (one.copies !== undefined && one.forms.includes('paper')) {
      const paper = { ...fact, where: { ...fact.where, form: 'paper' } };
      const must = { copies: { atLeast: one.copies } };
      rules.push({
        type: 'content',
        id: `${one.type}-copies`,
        title: `${one.name}の部数`,
        occasional: true,
        fact: paper,
        must,
      });
    }
  }
  const minutes = clause.found.deadlines.find((one) => one.kind === 'span' && one.side === 'within');
  if (/議事録|議事要旨/.test(clause.text) && minutes?.kind === 'span' && minutes.from !== 'contractDate') {
    rules.push({
      type: 'respond',
      id: 'minutes-submitted',
      title: '議事録の提出',
      trigger: { fact: 'meeting.held' },
      response: { fact: 'minutes.submitted' },
      within: spanOf(minutes),
    });
  }
  for (const meeting of context.meetings.filter((one) => one.clause === clause.id)) {
    const every = meeting.cadence;
    rules.push({
      type: 'recur',
      id: `${meeting.type}-held`,
      title: `${meeting.name}の開催`,
      fact: { fact: 'meeting.held', where: { type: meeting.type } },
      every,
    });
  }
  const { cap } = context.conditions.consultation ?? {};
  if (cap?.clause === clause.id) {
    rules.push({ type: 'count', id: 'consultation-cap', title: '相談の上限', max: cap.max, ...cappedBy(cap.per) });
  }
  const condition = clause.condition;
  const codes = (condition?.qualifications ?? []).flatMap((name) => context.qualifications.get(name) ?? []);
  if (
    condition !== null &&
    codes.length > 0 &&
    (condition.any || codes.length === 1) &&
    condition.minPersons !== null
  ) {
    rules.push({
      type: 'holds',
      id: 'qualified',
      title: '資格を有する者の配置',
      all: [
        {
          fact: 'qualification.registered',
          where: { code: { in: codes } },
          key: 'member',
          validFrom: 'validFrom',
          validTo: 'validTo',
        },
      ],
      min: Math.max(1, condition.minPersons),
    });
  }
  return rules;
}

/** A month's cap is counted by the month that the question belongs to; the city may let more through for one month. */
function cappedBy(per: 'month' | 'fiscal-year'): Readonly<Record<string, unknown>> {
  const taken = { fact: 'consultation.triaged', where: { decision: 'contractor' } };
  if (per === 'fiscal-year') return { occasional: true, fact: taken, every: { unit: 'fiscal-years' } };
  const monthly = { ...taken, key: 'month' };
  const permitted = { fact: 'consultation.cap-exceeded-approved', key: 'month', party: 'city' };
  return { occasional: true, fact: monthly, per: monthly, distinct: 'subject', unless: [permitted] };
}

/** The numbers of a clause, as they go into the file. */
export function parametersOf(clause: ProposedClause): Readonly<Record<string, unknown>> {
  const { deadlines, cadences, quantities } = clause.found;
  const written = (one: { start: number; end: number }): string => clause.text.slice(one.start, one.end);
  return {
    ...(deadlines.length === 0
      ? {}
      : {
          deadlines: deadlines.map((one) =>
            one.kind === 'day'
              ? {
                  by: one.day,
                  ...(one.notBefore === undefined ? {} : { notBefore: one.notBefore }),
                  written: written(one),
                }
              : { n: one.n, unit: one.unit, first: one.first, side: one.side, from: one.from, written: written(one) },
          ),
        }),
    ...(cadences.length === 0
      ? {}
      : {
          cadences: cadences.map((one) => ({
            times: one.times,
            every: one.every,
            unit: one.unit,
            written: written(one),
          })),
        }),
    ...(quantities.length === 0
      ? {}
      : {
          amounts: quantities.map((one) => ({
            ...(one.min === one.max ? { n: one.min } : { min: one.min, max: one.max }),
            unit: one.unit,
            bound: one.bound,
            ...(one.per === undefined ? {} : { per: one.per }),
            written: written(one),
          })),
        }),
    ...(clause.condition === null
      ? {}
      : {
          condition: {
            qualifications: clause.condition.qualifications,
            any: clause.condition.any,
            minPersons: clause.condition.minPersons,
            years: clause.condition.years,
            window: clause.condition.window,
          },
        }),
  };
}

function deliverablesOf(clauses: readonly ProposedClause[]): DraftDeliverable[] {
  const everywhere = clauses
    .filter((one) => /成果物|納品|納入/.test([one.title, ...one.under].join(' ')))
    .flatMap((one) => one.documents);
  const forms = [...new Set(everywhere.flatMap((one) => one.forms))];
  const formats = [...new Set(everywhere.flatMap((one) => one.formats))];
  const seen = new Map<string, DraftDeliverable>();
  for (const clause of clauses) {
    for (const document of clause.documents) {
      const due = dueOf(clause, document);
      const known = seen.get(document.name);
      // The place that names a date says more than the list of deliverables.
      if (known !== undefined && (known.due !== null || due === null)) continue;
      seen.set(document.name, {
        type: known?.type ?? `document-${seen.size + 1}`,
        name: document.name,
        clause: clause.id,
        due,
        forms: document.forms.length > 0 ? document.forms : forms.length > 0 ? forms : ['electronic'],
        formats:
          document.formats.length > 0 ? document.formats : formats.length > 0 ? formats : ['docx', 'xlsx', 'pdf'],
        ...(document.copies === null ? {} : { copies: document.copies }),
        approval: document.approval,
      });
    }
  }
  return [...seen.values()];
}

/** The date of a document: only where the clause names one date and it is one of the engagement or of the calendar. */
function dueOf(clause: ProposedClause, document: FoundDocument): DateExpression | null {
  const deadlines = clause.found.deadlines.filter((one) => one.kind === 'day' || one.side === 'within');
  const nearest = deadlines.find((one) => one.end >= document.start - 60) ?? deadlines[0];
  if (nearest === undefined) return null;
  if (nearest.kind === 'day') return nearest.day;
  return nearest.from === 'contractDate' ? { from: 'contractDate', span: spanOf(nearest) } : null;
}

function spanOf(one: Extract<FoundDeadline, { kind: 'span' }>): {
  n: number;
  unit: typeof one.unit;
  first: typeof one.first;
  roll: 'none';
} {
  return { n: one.n, unit: one.unit, first: one.first, roll: 'none' };
}

function meetingOf(clause: ProposedClause, at: number): DraftMeeting[] {
  const cadence = clause.found.cadences.find((one) => one.times >= 1 && one.unit !== 'years');
  const name = /(定例(?:報告)?会(?:議)?|打ち?合(?:わ)?せ|[一-龠]{2,8}会議|進捗会議)/.exec(clause.text)?.[1];
  if (cadence === undefined || name === undefined) return [];
  const modes = [
    ...(/対面|オンサイト|赴/.test(clause.text) ? ['対面'] : []),
    ...(/web|ｗｅｂ|オンライン|ＷＥＢ/i.test(clause.text) ? ['オンライン'] : []),
  ];
  return [
    {
      type: `meeting-${at + 1}`,
      name,
      clause: clause.id,
      cadence: everyOf(cadence),
      modes: modes.length > 0 ? modes : ['対面', 'オンライン'],
    },
  ];
}

function everyOf(cadence: FoundCadence): { n: number; unit: 'days' | 'months' } {
  if (cadence.unit === 'months' && cadence.times === 1) return { n: cadence.every, unit: 'months' };
  const days = { days: 1, weeks: 7, months: 30, years: 365 }[cadence.unit] * cadence.every;
  return { n: Math.max(1, Math.floor(days / cadence.times)), unit: 'days' };
}

/** Codes that the product already knows; others are numbered. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/システム監査技術者/, 'systems-auditor'],
  [/CISA|ＣＩＳＡ|公認情報システム監査人/, 'cisa'],
  [/公認システム監査人/, 'certified-systems-auditor'],
  [/主任審査員/, 'isms-lead-auditor'],
  [/審査員/, 'isms-auditor'],
  [/情報セキュリティ主任監査人/, 'lead-information-security-auditor'],
  [/公認情報セキュリティ監査人/, 'information-security-auditor'],
  [/情報処理安全確保支援士/, 'riss'],
  [/情報セキュリティスペシャリスト/, 'information-security-specialist'],
  [/ネットワークスペシャリスト/, 'network-specialist'],
  [/データベーススペシャリスト/, 'database-specialist'],
  [/ITストラテジスト|ＩＴストラテジスト/, 'it-strategist'],
  [/システムアーキテクト/, 'systems-architect'],
  [/ITサービスマネージャ|ＩＴサービスマネージャ/, 'it-service-manager'],
  [/CISM|ＣＩＳＭ|公認情報セキュリティマネージャ/, 'cism'],
  [/CISSP|ＣＩＳＳＰ|セキュリティプロフェッショナル/, 'cissp'],
  [/PMP|ＰＭＰ/, 'pmp'],
];

function codesOf(clauses: readonly ProposedClause[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const name of clauses.flatMap((clause) => clause.condition?.qualifications ?? [])) {
    if (codes.has(name)) continue;
    const code = KNOWN.find(([pattern]) => pattern.test(name))?.[1];
    codes.set(
      name,
      code !== undefined && ![...codes.values()].includes(code) ? code : `qualification-${codes.size + 1}`,
    );
  }
  return codes;
}
