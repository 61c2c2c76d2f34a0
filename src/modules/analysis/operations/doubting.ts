/** How far the answers may be trusted: contradictions, uniform sheets, relations to findings and incidents. */
import { answerTo, scoreSelfCheck } from '../../../core/assessment/index.ts';
import { questionnaireItems } from '../../../core/content-schema/index.ts';
import type { Context } from '../../../kernel/module.ts';
import { dutyContract } from '../../duty/contract.ts';
import { auditContract, type FindingView } from '../../audit/contract.ts';
import { selfCheckContract } from '../../self-check/contract.ts';
import type { Relation } from '../contract/views.ts';
import { againstEvidence, againstLastYear, type JudgedCheck } from '../rules/contradictions.ts';
import { correlate, type Pair } from '../rules/correlation.ts';
import { criteria as criteriaOf, uniformSheets } from '../rules/straight-line.ts';
import type { H } from './common.ts';
import { earlierOf, type Material, materialOf, tryMaterial } from './material.ts';

export const findDoubts: H<'findDoubts'> = async (context, { campaignId }) => {
  const material = await materialOf(context, campaignId);
  return { campaign: material.campaign, ...(await doubtsOf(context, material)) };
};

export async function doubtsOf(context: Context, material: Material) {
  const { form, sheets, criteria, campaign } = material;
  const names = new Map(sheets.map(({ id, departmentName }) => [id, departmentName]));
  const named = (id: string) => ({ respondentId: id, departmentName: names.get(id) ?? '' });
  const survey = await surveyDoubts(context, material);
  const checks = await judgedChecks(context, campaign.engagementId);
  const earlier = await earlierOf(context, material);
  const doubts = sheets.flatMap(({ id, departmentId, answers }) => {
    const own = checks.get(departmentId) ?? [];
    const before = earlier?.sheets.find((sheet) => sheet.id === id);
    return [
      ...(survey ?? [])
        .filter((one) => one.departmentId === departmentId)
        .map(({ item, message }) => ({
          kind: 'survey' as const,
          item,
          message,
        })),
      ...againstEvidence(form, answers, own),
      ...(earlier === null || before === undefined
        ? []
        : againstLastYear(form, answers, { form: earlier.form, answers: before.answers })),
    ].map((doubt) => ({ ...named(id), ...doubt }));
  });
  const { leastAlike } = criteria.criteria;
  return {
    doubts,
    uniform: uniformSheets(form, sheets, leastAlike).map(({ id, ...one }) => ({ ...named(id), ...one })),
    criteria: criteriaOf(leastAlike),
    auditsCompared: checks.size,
    surveyCompared: survey !== null,
    earlierCompared: earlier !== null,
  };
}

/** Contradictions with the preliminary survey; null when there is none to compare with. */
async function surveyDoubts(context: Context, { campaign }: Material) {
  const { campaigns } = await context.client(selfCheckContract).listCampaigns({ engagementId: campaign.engagementId });
  // What is compared is the newest self-check of the engagement with its newest survey.
  if (campaigns.findLast(({ type }) => type === 'self-check')?.id !== campaign.id) return null;
  const survey = await newestSurvey(context, campaign.engagementId);
  if (survey === null) return null;
  const { contradictions } = await context
    .client(selfCheckContract)
    .findContradictions({ engagementId: campaign.engagementId });
  return contradictions.map(({ departmentId, checkItem, message }) => ({ departmentId, item: checkItem, message }));
}

async function newestSurvey(context: Context, engagementId: string): Promise<Material | null> {
  const { campaigns } = await context.client(selfCheckContract).listCampaigns({ engagementId });
  const found = campaigns.findLast(({ type }) => type === 'preliminary-survey');
  return found === undefined ? null : tryMaterial(context, found.id);
}

/** What the audits of the engagement judged, by department; those without a judgement that the caller may see are left out. */
async function judgedChecks(
  context: Context,
  engagementId: string,
): Promise<ReadonlyMap<string, readonly JudgedCheck[]>> {
  const audits = context.client(auditContract);
  const judged = new Map<string, readonly JudgedCheck[]>();
  for (const { id, departmentId } of (await audits.getProgramme({ engagementId })).audits) {
    const { checks } = await audits.listChecks({ auditId: id });
    const own = checks
      .filter(({ state, judgement }) => state === 'in-scope' && judgement !== 'unconfirmed')
      .map(({ title, selfCheckItems, judgement, evidenceIds }) => ({
        title,
        selfCheckItems,
        judgement,
        evidence: evidenceIds.length,
      }));
    if (own.length > 0) judged.set(departmentId, own);
  }
  return judged;
}

export const relate: H<'relate'> = async (context, { campaignId }) => {
  const material = await materialOf(context, campaignId);
  return {
    campaign: material.campaign,
    least: material.criteria.criteria.leastPairs,
    relations: await relationsOf(context, material),
  };
};

const GAP = '自己点検の不足';
/** Choices of the preliminary survey's question on incidents, the fewest first. */
const INCIDENTS = ['none', 'once', 'several'];

export async function relationsOf(context: Context, material: Material): Promise<Relation[]> {
  const { form, sheets, criteria, campaign } = material;
  // Of several people or affairs of one department the mean.
  const gaps = new Map(
    [...Map.groupBy(sheets, ({ departmentId }) => departmentId)].map(([departmentId, own]) => [
      departmentId,
      own.reduce((sum, { answers }) => sum + 100 * scoreSelfCheck(form, answers).gap, 0) / own.length,
    ]),
  );
  const pairsWith = (values: ReadonlyMap<string, number>): Pair[] =>
    [...values].flatMap(([department, y]) => {
      const x = gaps.get(department);
      return x === undefined ? [] : [{ x, y }];
    });
  const { leastPairs } = criteria.criteria;
  const relation = (id: string, y: string, values: ReadonlyMap<string, number>): Relation => {
    const { n, rho, interval, sentence } = correlate(pairsWith(values), GAP, y, leastPairs);
    return {
      id,
      x: GAP,
      y,
      n,
      rho,
      interval: interval === null ? null : { low: interval[0], high: interval[1] },
      sentence,
    };
  };
  const survey = await newestSurvey(context, campaign.engagementId);
  return [
    relation('findings', '監査の発見事項の数', await findingsByDepartment(context, campaign.engagementId)),
    relation(
      'recorded-incidents',
      '記録された事故等の数（関係する所属が示されたもの）',
      await recordedIncidents(context, campaign.engagementId, gaps),
    ),
    relation('incidents', '過去3年間の事故の回数（予備調査の回答）', survey === null ? new Map() : incidentsOf(survey)),
  ];
}

/** Findings that were issued and stand, by audited department; an audited department without one counts with none. */
async function findingsByDepartment(context: Context, engagementId: string): Promise<ReadonlyMap<string, number>> {
  const { audits } = await context.client(auditContract).getProgramme({ engagementId });
  const findings = await standingFindings(context, engagementId);
  return new Map(
    audits
      .filter(({ findingsIssuedOn }) => findingsIssuedOn !== null)
      .map(({ departmentId }) => [departmentId, findings.filter((one) => one.departmentId === departmentId).length]),
  );
}

/** Incidents that were reported to the city, by the departments that they concern; those that none concerns count with none. */
async function recordedIncidents(
  context: Context,
  engagementId: string,
  departments: ReadonlyMap<string, unknown>,
): Promise<ReadonlyMap<string, number>> {
  const { registers } = await context.client(dutyContract).getDuties({ engagementId });
  const reported = registers.incident.filter(({ reportedOn }) => reportedOn !== null);
  return new Map(
    [...departments.keys()].map((id) => [id, reported.filter((one) => one.departments.includes(id)).length]),
  );
}

/** Findings that were issued to the city and not withdrawn. */
export async function standingFindings(context: Context, engagementId: string): Promise<FindingView[]> {
  const { findings } = await context.client(auditContract).listFindings({ engagementId });
  return findings.filter(({ state, issuedOn }) => issuedOn !== null && state !== 'withdrawn');
}

function incidentsOf({ form, sheets }: Material): ReadonlyMap<string, number> {
  const item = questionnaireItems(form).find(({ id }) => id === 'past-incident');
  if (item?.type !== 'single') return new Map();
  return new Map(
    sheets.flatMap(({ departmentId, answers }) => {
      const value = answerTo(answers, item.id)?.value;
      const rank = typeof value === 'string' ? INCIDENTS.indexOf(value) : -1;
      return rank < 0 ? [] : [[departmentId, rank] as const];
    }),
  );
}
