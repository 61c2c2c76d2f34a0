/** The overview of a survey without names: from sums that `self-check` keeps back for itself, never from single answers. */
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import { YES_NO_NA, YES_NO_NA_LABELS } from '../../../core/assessment/index.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import type { Context } from '../../../kernel/module.ts';
import { questionnaireContract } from '../../questionnaire/contract.ts';
import { selfCheckContract, tellsBureaus } from '../../self-check/contract.ts';
import { type ItemRow, tenth } from '../rules/distribution.ts';
import { currentCriteria } from './common.ts';
import { headOf, type Summary } from './material.ts';

type Result = OutputOf<typeof selfCheckContract, 'analyseCampaign'>;

/** What an overview is made from where no answer may be read by itself. */
export async function sumsOf(context: Context, campaign: Summary) {
  const selfCheck = context.client(selfCheckContract);
  const result = await selfCheck.analyseCampaign({ campaignId: campaign.id });
  const { form } = await context
    .client(questionnaireContract)
    .getQuestionnaire({ questionnaireId: campaign.questionnaireId });
  const { bureaus } = await selfCheck.getProgress({ campaignId: campaign.id });
  const version = await currentCriteria(context, campaign.engagementId);
  const { analysis, suppression } = result;
  const hidden = suppression?.hiddenGroups ?? [];
  return {
    campaign: headOf(campaign),
    form,
    // What was promised to those who answered holds, not the criterion of the office.
    criteria: { ...version, criteria: { ...version.criteria, smallestGroup: campaign.smallestGroup } },
    hidden: suppression?.few ?? false,
    points: analysis.points,
    completion: bureaus.map(({ bureauName, departments, answered }) => ({
      bureau: bureauName,
      asked: departments,
      answered,
    })),
    spread: analysis.spread.map(({ label, departments }) => ({ label, count: departments })),
    sections: analysis.sections,
    rows: rowsOf(form, result),
    groups: [
      ...(tellsBureaus([...analysis.bureaus.map(({ name }) => name), ...hidden])
        ? [
            {
              id: 'bureau',
              title: '局',
              hidden: hidden.length,
              rows: [
                ...analysis.bureaus.map(({ name, departments, points }) => ({
                  name,
                  respondents: departments,
                  points,
                  sections: [],
                })),
                ...hidden.map((name) => ({ name, respondents: null, points: null, sections: [] })),
              ],
            },
          ]
        : []),
    ],
  };
}

function rowsOf(form: Questionnaire, { analysis, choices }: Result): ItemRow[] {
  const counted = new Map(analysis.items.map((item) => [item.id, item]));
  return form.sections.flatMap(({ title, items }) =>
    items.map((item): ItemRow => {
      const sums = counted.get(item.id);
      const own = choices.filter((choice) => choice.item === item.id);
      const answered = sums === undefined ? 0 : sums.yes + sums.no + sums.notApplicable;
      const counts =
        sums === undefined
          ? own.flatMap(({ column, label, counts: all }) =>
              all.map((one) => ({ label: column === null ? one.label : `${label}：${one.label}`, count: one.count })),
            )
          : YES_NO_NA.map((value) => ({
              label: YES_NO_NA_LABELS[value],
              count: value === 'yes' ? sums.yes : value === 'no' ? sums.no : sums.notApplicable,
            }));
      return {
        id: item.id,
        number: item.number,
        revision: item.revision,
        type: item.type,
        section: title,
        question: item.question,
        severity: item.severity,
        answered,
        hidden: sums === undefined && own.length === 0,
        rate: sums?.rate ?? null,
        notApplicable: sums === undefined || answered === 0 ? null : tenth((100 * sums.notApplicable) / answered),
        counts,
      };
    }),
  );
}
