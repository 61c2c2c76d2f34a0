/** A programme to read: every condition with its clause and the reason. */
import {
  ASSURANCES,
  CONDUCTORS,
  PROGRAMME_DOCUMENTS,
  STEP_PARTIES,
  TARGET_KINDS,
} from '../../../core/programme/words.ts';
import { clauseLabel } from '../../../core/specification/label.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import type { ProgrammeSources, ProgrammeView } from './plan-client.ts';

const text = messages.one;
type Programme = ProgrammeView['programme'];
type Step = Programme['steps'][number];
type Level = Programme['grading']['levels'][number];

interface Condition {
  readonly name: string;
  readonly value: string;
  readonly clause: string | null;
  readonly because: string;
}

const clauseOf = (clause: string | null): string => (clause === null ? text.own : clauseLabel(clause));

const STEP_COLUMNS: readonly ui.Column<Step>[] = [
  { key: 'title', header: text.step, rowHeader: true, cell: ({ title }) => title },
  { key: 'by', header: text.by, nowrap: true, cell: ({ by }) => STEP_PARTIES[by] },
  {
    key: 'document',
    header: text.document,
    cell: ({ document }) => (document === undefined ? '―' : PROGRAMME_DOCUMENTS[document]),
  },
  { key: 'clause', header: text.clause, cell: ({ clause }) => clauseOf(clause) },
  { key: 'because', header: text.because, cell: ({ because }) => because },
];

const CONDITION_COLUMNS: readonly ui.Column<Condition>[] = [
  { key: 'name', header: text.name, rowHeader: true, cell: ({ name }) => name },
  { key: 'value', header: text.method, cell: ({ value }) => value },
  { key: 'clause', header: text.clause, cell: ({ clause }) => clauseOf(clause) },
  { key: 'because', header: text.because, cell: ({ because }) => because },
];

const LEVEL_COLUMNS: readonly ui.Column<Level>[] = [
  { key: 'label', header: text.level, rowHeader: true, cell: ({ label }) => label },
  { key: 'meaning', header: text.meaning, cell: ({ meaning }) => meaning },
  {
    key: 'remedy',
    header: text.remedy,
    cell: ({ needsRemedy }) => (needsRemedy ? text.remedyNeeded : text.remedyNot),
  },
];

export function ProgrammeParts({ programme, sources }: { programme: Programme; sources: ProgrammeSources }) {
  return (
    <>
      <ui.DataList
        items={[
          { term: text.purpose, value: programme.purpose },
          { term: text.scope, value: programme.scope },
          { term: text.conductedBy, value: CONDUCTORS[programme.conductedBy] },
          { term: text.assurance, value: ASSURANCES[programme.assurance] },
          { term: text.targetKinds, value: programme.targetKinds.map((kind) => TARGET_KINDS[kind]).join('、') },
        ]}
      />
      {programme.unverified.length > 0 && (
        <ui.Notice tone="warning" title={text.unverified}>
          <ul className="list-disc pl-6">
            {programme.unverified.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </ui.Notice>
      )}
      <ui.Section title={text.steps}>
        <ui.Table
          caption={text.steps}
          hideCaption
          rows={programme.steps}
          rowKey={({ id }) => id}
          columns={STEP_COLUMNS}
        />
      </ui.Section>
      <ui.Section title={text.method}>
        <ui.Table
          caption={text.method}
          hideCaption
          rows={conditionsOf(programme, sources)}
          rowKey={({ name }) => name}
          columns={CONDITION_COLUMNS}
        />
      </ui.Section>
      <ui.Section title={text.grading}>
        <ui.Table
          caption={programme.grading.title}
          rows={programme.grading.levels}
          rowKey={({ id }) => id}
          columns={LEVEL_COLUMNS}
        />
      </ui.Section>
    </>
  );
}

function range(atLeast: number | undefined, atMost: number | undefined): string {
  return `${atLeast ?? ''}～${atMost ?? ''}`;
}

const titleOf = (catalogue: string, { catalogues }: ProgrammeSources): string =>
  catalogues.find(({ code }) => code === catalogue)?.title ?? catalogue;

function askedOf(one: Programme['checklists'][number], sources: ProgrammeSources): string {
  const { items, itemsAtLeast, itemsAtMost, areas } = one;
  return [
    titleOf(one.catalogue, sources),
    ...(items === undefined ? [] : [text.asked.items(items)]),
    ...(itemsAtLeast === undefined ? [] : [text.asked.atLeast(itemsAtLeast)]),
    ...(itemsAtMost === undefined ? [] : [text.asked.atMost(itemsAtMost)]),
    ...(areas.length === 0 ? [] : [text.asked.areas(areas.map(({ name }) => name).join('、'))]),
  ].join('　');
}

const basesOf = (bases: readonly string[], { standards }: ProgrammeSources): string =>
  bases.map((base) => standards.find(({ code }) => code === base)?.name ?? base).join('、');

function conditionsOf(programme: Programme, sources: ProgrammeSources): Condition[] {
  const { method, deadlines, parties, briefing, checklistTerms } = programme;
  const of = (name: string, value: string, { clause, because }: Pick<Condition, 'clause' | 'because'>): Condition => ({
    name,
    value,
    clause,
    because,
  });
  return [
    of(text.techniques, method.techniques.join('、'), method),
    of(text.auditorsAtLeast, String(method.auditorsAtLeast), method),
    of(text.qualifiedAtLeast, String(method.qualifiedAtLeast), method),
    ...programme.durations.map((one) =>
      of(`${text.durations}：${TARGET_KINDS[one.kind]}`, `${one.usual}（${range(one.atLeast, one.atMost)}）`, one),
    ),
    ...programme.wanted.map((one) =>
      of(
        `${text.wanted}：${TARGET_KINDS[one.kind]}`,
        one.share === undefined ? range(one.atLeast, one.atMost) : `${Math.round(one.share * 100)}%`,
        one,
      ),
    ),
    ...programme.checklists.map((one) =>
      of(`${text.checklists}：${one.set ?? titleOf(one.catalogue, sources)}`, askedOf(one, sources), one),
    ),
    ...(checklistTerms.bases.length === 0
      ? []
      : [of(text.bases, basesOf(checklistTerms.bases, sources), checklistTerms)]),
    of(text.agreement, text.agreements[checklistTerms.agreement], checklistTerms),
    ...(checklistTerms.trends.length === 0 ? [] : [of(text.trends, checklistTerms.trends.join('、'), checklistTerms)]),
    ...(checklistTerms.forms.length === 0 ? [] : [of(text.forms, checklistTerms.forms.join('、'), checklistTerms)]),
    ...programme.questionnaires.map((one) =>
      of(`${one.title}${one.variant === null ? '' : `（${one.variant}）`}`, one.subjects.join('、'), one),
    ),
    ...programme.plans.map((one) => of(one.title, one.fields.join('、'), one)),
    of(
      text.deadlines,
      (['noticeDays', 'preSurveyDays', 'documentDays', 'additionalDocumentDays'] as const)
        .map((key) => `${text[key]} ${deadlines[key]}`)
        .join('、'),
      deadlines,
    ),
    ...(briefing === null ? [] : [of(briefing.title, briefing.contents.join('、'), briefing)]),
    of(
      text.parties,
      (['targetsDecidedBy', 'noticeBy', 'preSurveyBy', 'documentRequestBy'] as const)
        .map((key) => `${text[key]}：${STEP_PARTIES[parties[key]]}`)
        .join('、'),
      parties,
    ),
  ];
}
