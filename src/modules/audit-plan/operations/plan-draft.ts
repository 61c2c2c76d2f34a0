/** The first draft of a plan, from what is on record. */
import { fiscalYearPeriod } from '../../../core/calendar/index.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementOf } from '../../engagement/contract.ts';
import { departmentNames } from '../../people/contract.ts';
import type { PlanContent } from '../contract/plans.ts';
import { roleMark } from '../labels.ts';
import { type PlanSource, planText } from '../rules/plan-text.ts';
import { countOfShare } from '../rules/rotation.ts';
import { demands, programmes, type SlotRecord, slots, type TargetRecord, targets } from '../store/stores.ts';
import { readRotation } from './people.ts';
import { programmeInForce } from './shared.ts';
import { readPeople } from './team.ts';

export const PLAN_TITLES: Readonly<Record<PlanContent['stage'], string>> = {
  'three-year': '監査中期計画書',
  yearly: '年間監査計画書',
  basic: '監査基本計画書',
  implementation: '監査実施計画書',
};

interface Wanted {
  readonly engagementId: string;
  readonly stage: PlanContent['stage'];
  readonly programmeId: string | null;
  readonly targetId: string | null;
}

export async function firstDraft(context: Context, wanted: Wanted): Promise<PlanContent> {
  const { periodFrom, periodTo, fiscalYear } = await engagementOf(context, wanted.engagementId);
  const empty = {
    stage: wanted.stage,
    lineId: null,
    reason: '',
    remark: '',
    submittedOn: null,
    submittedBy: null,
    agreedOn: null,
    distributedOn: null,
    confirmedOn: null,
    confirmedBy: null,
    considered: [],
    years: [],
    title: PLAN_TITLES[wanted.stage],
    from: periodFrom,
    to: periodTo,
  };
  if (wanted.programmeId === null) return overProgrammes(context, wanted, { ...empty, fields: [] }, fiscalYear);
  const { programme } = await programmeInForce(context, wanted.programmeId);
  const asked = programme.plans.find(({ stage }) => stage === wanted.stage);
  const source = await planSource(context, wanted.engagementId, wanted.programmeId, wanted.targetId);
  return {
    ...empty,
    title: asked?.title ?? empty.title,
    fields: (asked?.fields ?? []).map((name) => ({ name, text: planText(name, source), none: false })),
  };
}

/** What the words of a plan are made from. */
export async function planSource(
  context: Context,
  engagementId: string,
  programmeId: string,
  targetId: string | null,
): Promise<PlanSource> {
  const { programme } = await programmeInForce(context, programmeId);
  const { periodFrom, periodTo } = await engagementOf(context, engagementId);
  const names = await departmentNames(context);
  const people = await readPeople(context, engagementId, []);
  const nameOf = (kind: string, id: string) => people.find((one) => one.kind === kind && one.id === id)?.name ?? '未定';
  const own = (await targets.list(context.tx, { programmeId })).filter(
    ({ id, state }) => state !== 'withdrawn' && (targetId === null || id === targetId),
  );
  const times = (await slots.list(context.tx, { engagementId }))
    .filter((slot) => own.some(({ id }) => id === slot.targetId))
    .toSorted(byTime);
  const asked = await demands.list(context.tx, { engagementId });
  return {
    programme,
    from: times[0]?.content.day ?? periodFrom,
    to: times.at(-1)?.content.day ?? periodTo,
    targets: own.map(({ content }) => ({
      name: content.name,
      kind: content.kind,
      departments: content.departmentIds.map((id) => names.get(id) ?? '廃止された所属').join('、'),
      minutes: content.minutes,
      people: content.team.map(({ kind, id }) => `${nameOf(kind, id)}${roleMark(content.team, id)}`),
    })),
    slots: times.map(({ targetId: of, content }) => ({
      targetName: own.find(({ id }) => id === of)?.content.name ?? '',
      day: content.day,
      from: content.from,
      to: content.to,
      place: content.place,
      people: content.people.map(
        ({ kind, id }) => `${nameOf(kind, id)}${roleMark(own.find((one) => one.id === of)?.content.team ?? [], id)}`,
      ),
    })),
    documents: [
      ...new Set(
        asked
          .filter(({ state, targetId: of }) => state !== 'withdrawn' && own.some(({ id }) => id === of))
          .map(({ content }) => content.title),
      ),
    ],
  };
}

export function byTime(a: SlotRecord, b: SlotRecord): number {
  const key = ({ content }: SlotRecord) => `${content.day} ${content.from}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

/** The year over all programmes, or three years with the departments that the rotation brings in each. */
async function overProgrammes(
  context: Context,
  { engagementId, stage }: Wanted,
  empty: PlanContent,
  fiscalYear: number,
): Promise<PlanContent> {
  const own = (await programmes.list(context.tx, { engagementId })).filter(({ content }) => !content.retired);
  const described: string[] = [];
  let years: PlanContent['years'] = [];
  for (const { id } of own) {
    const { programme } = await programmeInForce(context, id);
    const chosen = (await targets.list(context.tx, { programmeId: id })).filter(({ state }) => state !== 'withdrawn');
    described.push(`${programme.title}：${chosen.length === 0 ? '対象は未定' : namesOf(chosen)}`);
    const wanted = programme.wanted.find(({ kind }) => kind === 'department');
    if (stage === 'three-year' && wanted?.rotationYears !== undefined && years.length === 0)
      years = await threeYears(context, engagementId, id, fiscalYear);
  }
  const last = fiscalYearPeriod(fiscalYear + 2);
  return {
    ...empty,
    ...(stage === 'three-year' ? { to: last.to } : {}),
    fields: [
      { name: '監査の目的', text: '情報セキュリティ対策の実施状況を計画的に確かめ、継続して改善する。', none: false },
      { name: '監査の対象', text: described.join('\n'), none: false },
      {
        name: stage === 'three-year' ? '年度ごとの重点' : '実施時期',
        text: stage === 'three-year' ? '' : '所属の繁忙期と議会の会期を避け、手順ごとの日程表による。',
        none: false,
      },
      { name: '実施体制', text: '発注者の担当課、内部監査人及び受託者の監査人による。', none: false },
    ],
    years:
      stage === 'three-year' && years.length === 0
        ? [0, 1, 2].map((ahead) => ({ fiscalYear: fiscalYear + ahead, departmentIds: [], text: '' }))
        : years,
  };
}

function namesOf(chosen: readonly TargetRecord[]): string {
  return chosen.map(({ content }) => content.name).join('、');
}

/** This year's targets, then those whose audit lies back longest: each year the share of the programme. */
async function threeYears(
  context: Context,
  engagementId: string,
  programmeId: string,
  fiscalYear: number,
): Promise<PlanContent['years']> {
  const { rotation, departments } = await readRotation(context, engagementId, programmeId);
  const { programme } = await programmeInForce(context, programmeId);
  const share = programme.wanted.find(({ kind }) => kind === 'department')?.share ?? 1;
  const first = rotation.lines.filter(({ targeted, proposed }) => targeted || proposed);
  const rest = rotation.lines.filter(({ targeted, proposed }) => !targeted && !proposed);
  const size = Math.max(1, countOfShare(share, departments));
  const round = [...rest, ...first].map(({ departmentId }) => departmentId);
  const second = round.slice(0, size);
  const third = [...round.slice(size), ...round].slice(0, size);
  return [
    { fiscalYear, departmentIds: first.map(({ departmentId }) => departmentId), text: '' },
    { fiscalYear: fiscalYear + 1, departmentIds: second, text: '' },
    { fiscalYear: fiscalYear + 2, departmentIds: third, text: '' },
  ];
}
