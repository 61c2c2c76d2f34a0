import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';
import { day, id, sha256 } from '../../kernel/schema.ts';
import { campaignType, channel, unit } from './contract/campaigns.ts';
import { riskWeights, SELECTION_BASES } from './contract/selection.ts';

export const facts = defineFacts({
  'campaign.opened': {
    when: 'The city sends a self-check or a preliminary survey to departments.',
    data: z.strictObject({
      type: campaignType,
      departments: z.array(id),
      bureaus: z.int(),
      items: z.int(),
      /** Who answers, unless departments do; then how many of them. */
      unit: unit.exclude(['department']).optional(),
      respondents: z.int().optional(),
      anonymous: z.boolean().optional(),
      questionnaire: id,
      fiscalYear: z.int(),
      due: day,
    }),
  },
  'campaign.reminded': {
    when: 'Departments that have not answered are reminded, by the office or by the product before the due day.',
    data: z.strictObject({
      type: campaignType,
      departments: z.array(id),
      /** Persons or affairs, where those answer. */
      respondents: z.array(id).optional(),
    }),
  },
  'response.submitted': {
    when: 'The answer of a department, a person or an affair counts: it was submitted, or approved by the head where the campaign asks for that.',
    data: z.strictObject({
      campaign: id,
      type: campaignType,
      department: id,
      /** The person or the affair, where those answer. */
      respondent: id.optional(),
      revision: z.int(),
      answersHash: sha256,
      /** Handed in by the security office for the department; what it was made from arrived on `occurredOn`. */
      proxy: z.boolean().optional(),
      /** How it came, unless typed on the page. */
      channel: channel.exclude(['web']).optional(),
      occurredOn: day.optional(),
    }),
  },
  'response.reopened': {
    when: 'The security office takes answers of a department again until another day.',
    data: z.strictObject({ campaign: id, department: id, respondent: id.optional(), due: day, revision: z.int() }),
  },
  'campaign.closed': {
    when: 'No more answers are taken.',
    data: z.strictObject({ type: campaignType, answered: z.int(), departments: z.int() }),
  },
  'survey.delivered': {
    when: 'The city hands the results of a closed survey to the contractor (clause 9(1)イ(ア)-p1).',
    data: z.strictObject({ type: campaignType, answered: z.int() }),
  },
  'links.issued': {
    when: 'The office makes links by which people without an account answer.',
    data: z.strictObject({ respondents: z.array(id) }),
  },
  'sheet.passed': {
    when: 'Somebody passes a sheet to a colleague, or takes it back.',
    data: z.strictObject({ campaign: id, department: id, respondent: id.optional(), to: id.nullable() }),
  },
  'people.forgotten': {
    when: 'Names, staff numbers and links of the people of a campaign are removed.',
    data: z.strictObject({ people: z.int() }),
  },
  'questionnaire.reviewed': {
    when: "The contractor's experts have looked at a form and said what they would change. Clause 4(4)①ア-p1 (koganei-2023).",
    data: z.strictObject({
      questionnaire: id,
      type: campaignType,
      version: z.int(),
      items: z.int(),
      changes: z.int(),
      viewpoint: z.string().max(20),
    }),
  },
  'self-check.designed': {
    when: 'The contractor presents a published form of the self-check as its design. Clause 1(2)ア (tokubetsuku).',
    data: z.strictObject({
      questionnaire: id,
      segments: z.array(z.string().max(60)),
      subjects: z.array(z.string().max(40)),
      items: z.int(),
      withoutSubject: z.int(),
      riskItems: z.int(),
      riskWithoutExplanation: z.int(),
    }),
  },
  'affair.registered': {
    when: 'An affair enters the register, or changes its kind or its department. Clause 4(4)① (koganei-2023).',
    data: z.strictObject({ type: z.string().max(20), department: id }),
  },
  'affair.continued': {
    when: 'The office says that an affair is the same as one of an earlier year, or takes that back.',
    data: z.strictObject({ earlier: id.nullable() }),
  },
  'affair.removed': {
    when: 'An affair leaves the register.',
    data: z.strictObject({}),
  },
  'course.surveyed': {
    when: 'The survey before a course is closed and summed up. Clause 4(2)②-p3 (koganei-2023).',
    data: z.strictObject({ course: z.string().max(200), answers: z.int() }),
  },
  'weights.changed': {
    when: 'The office changes the weights of the risk value.',
    data: z.strictObject({ number: z.int(), weights: riskWeights }),
  },
  'departments.selected': {
    when: 'The city decides which departments are audited.',
    data: z.strictObject({
      departments: z.array(id),
      bureaus: z.int(),
      reasons: z.array(z.string()),
      basis: z.array(z.enum(SELECTION_BASES)),
      number: z.int(),
    }),
  },
  'departments.notified': {
    when: 'The city tells the contractor which bureaus and departments are audited (clause 9【監査対象課】-p2).',
    data: z.strictObject({ departments: z.array(id), bureaus: z.array(id) }),
  },
});
