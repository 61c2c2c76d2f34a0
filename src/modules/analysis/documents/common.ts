/** What the papers of the module share. */
import { fiscalYearLabel, formatEra } from '../../../core/calendar/index.ts';
import { scoreSelfCheck } from '../../../core/assessment/index.ts';
import { type FormItem, type Questionnaire, questionnaireItems } from '../../../core/content-schema/index.ts';
import {
  type Block,
  chart,
  type ChartSpec,
  type DocumentParticulars,
  note,
  paragraph,
  table,
  toTheCity,
} from '../../../documents/index.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import { selfCheckContract } from '../../self-check/contract.ts';
import type { Overview } from '../contract/views.ts';
import { overviewOf, themesOf, yearsOf } from '../operations/viewing.ts';
import { doubtsOf, relationsOf } from '../operations/doubting.ts';
import type { Material } from '../operations/material.ts';
import { proposalsOf } from '../operations/proposing.ts';
import { adviceOf } from '../rules/advice.ts';
import { newestRecords } from '../store/records.ts';

/** Everything that the reports tell. */
export async function reportMaterial(context: Context, material: Material) {
  const { campaign } = material;
  const profile = await context.client(engagementContract).getEngagement({ engagementId: campaign.engagementId });
  const overview = await overviewOf(context, material);
  const record = (await newestRecords(context.tx, [campaign.id])).get(campaign.id) ?? null;
  const weak = overview.weak.flatMap((id) => overview.items.find((item) => item.id === id) ?? []);
  const items = new Map(questionnaireItems(material.form).map((item) => [item.id, item]));
  return {
    profile,
    material,
    overview,
    record,
    years: await yearsOf(context, material),
    doubts: await doubtsOf(context, material),
    themes: themesOf(material),
    relations: await relationsOf(context, material),
    proposals: await proposalsOf(context, material),
    ranking:
      campaign.type === 'self-check'
        ? await context.client(selfCheckContract).getRanking({ engagementId: campaign.engagementId })
        : null,
    weak: weak.map((row) => ({ ...row, advice: adviceOf(items.get(row.id), record?.advice ?? []) })),
  };
}
export type ReportMaterial = Awaited<ReturnType<typeof reportMaterial>>;
export type WeakRow = ReportMaterial['weak'][number];

export const particulars = (
  title: string,
  { profile, overview }: Pick<ReportMaterial, 'profile' | 'overview'>,
  today: string,
): DocumentParticulars => ({
  title,
  subtitle: overview.campaign.title,
  date: formatEra(today),
  author: profile.contractor,
  created: today,
  ...toTheCity(profile),
});

export const marked = (profile: EngagementProfile) => (profile.marking === null ? {} : { marking: profile.marking });
export const percent = (rate: number | null): string => (rate === null ? '―' : `${rate.toFixed(1)}%`);
export const pointsText = (value: number | null): string => (value === null ? '―' : `${value.toFixed(1)}点`);
export const yearName = (fiscalYear: number): string => fiscalYearLabel(fiscalYear);

export const charted = (source: string, ...charts: readonly (ChartSpec | null)[]): Block[] =>
  charts.flatMap((one) => (one === null ? [] : [chart({ ...one, source })]));

/** A table of names and rates. */
export const rateTable = (
  caption: string,
  name: string,
  rows: readonly { readonly name: string; readonly items?: number; readonly rate: number | null }[],
): Block => {
  const counted = rows.some(({ items }) => items !== undefined);
  return table({
    caption,
    columns: [
      { width: '1fr' },
      ...(counted ? [{ width: 24, align: 'right' as const }] : []),
      { width: 24, align: 'right' },
    ],
    header: [name, ...(counted ? ['設問の数'] : []), '達成率'],
    rows: rows.map((row) => [row.name, ...(counted ? [row.items ?? 0] : []), percent(row.rate)]),
  });
};

/** Groups of more than one: a lone one says what the whole says. */
export const telling = ({ groups }: Pick<Overview, 'groups'>): Overview['groups'] =>
  groups.filter(({ rows }) => rows.length > 1);

/** The groups, with what is kept back told and not shown. */
export function groupTable(group: Overview['groups'][number], smallest: number): Block[] {
  const shown = group.rows.filter(({ respondents }) => respondents !== null);
  if (shown.length === 0) return [paragraph(hiddenNote(smallest))];
  return [
    table({
      caption: `${group.title}ごとの平均点`,
      columns: [{ width: '1fr' }, { width: 26, align: 'right' }, { width: 26, align: 'right' }],
      header: [group.title, '回答', '平均点'],
      rows: [
        ...shown.map((row) => [row.name, row.respondents ?? 0, pointsText(row.points)]),
        ...group.rows.filter(({ respondents }) => respondents === null).map((row) => [row.name, '―', '非表示']),
      ],
      empty: '回答なし',
    }),
    ...(group.hidden === 0 ? [] : [note(hiddenNote(smallest))]),
  ];
}

export const hiddenNote = (smallest: number): string =>
  `回答が${smallest}件に満たない集まりは、個々の回答が分からないように表示していません。全体の数からの引き算などで値が分かってしまう集まりも、合わせて表示していません。`;

/** The form with only some of its items; sections without any are gone. */
export function restricted(form: Questionnaire, wanted: (item: FormItem) => boolean): Questionnaire {
  return {
    ...form,
    sections: form.sections
      .map((section) => ({ ...section, items: section.items.filter(wanted) }))
      .filter(({ items }) => items.length > 0),
  };
}

/** The same campaign seen through part of its form. */
export function through(material: Material, wanted: (item: FormItem) => boolean): Material {
  const form = restricted(material.form, wanted);
  return { ...material, form, points: material.sheets.map(({ answers }) => scoreSelfCheck(form, answers).points) };
}
