/** A survey of affairs or of people: form from the library, review by experts, lists, answers, results, analysis. */
import type { AnswerSheet, ItemAnswer } from '../../../src/core/assessment/index.ts';
import type { FormItem, Questionnaire } from '../../../src/core/content-schema/index.ts';
import type { Step } from '../../../src/cli/year/year.ts';
import type { Client, InputOf } from '../../../src/kernel/contract.ts';
import { analysisContract } from '../../../src/modules/analysis/contract.ts';
import { questionnaireContract } from '../../../src/modules/questionnaire/contract.ts';
import { selfCheckContract } from '../../../src/modules/self-check/contract.ts';
import { type Play, step } from './play.ts';
import type { SurveyData } from './survey-data.ts';

export function surveys(play: Play): Step[] {
  return (play.data.surveys ?? []).flatMap((survey) => stepsOf(play, survey));
}

function stepsOf(play: Play, survey: SurveyData): Step[] {
  const { world, get, keep, engagement } = play;
  const office = () => world.as('office', selfCheckContract);
  const formId = () => get(`form:${survey.type}`);
  const campaignId = () => get(`campaign:${survey.type}`);
  const { reviewed, presented } = survey;
  return [
    step(survey.formed, '調査票を作り、公開する', () => buildForm(play, survey)),
    ...(presented === undefined
      ? []
      : [
          step(presented, '設計した調査票を示す', async () => {
            const design = { ...engagement(), questionnaireId: formId() };
            await world.as('lead', selfCheckContract).presentDesign(design);
          }),
        ]),
    ...(reviewed === undefined
      ? []
      : [
          step(reviewed.at, '調査票を専門的な観点から確かめる', async () => {
            const form = await formOf(play, formId());
            const [item] = plainItems(form);
            await world.as('lead', selfCheckContract).reviewForm({
              ...{ ...engagement(), questionnaireId: formId() },
              conclusion: reviewed.conclusion,
              opinions: item === undefined ? [] : [{ item: item.id, opinion: reviewed.opinion }],
            });
          }),
        ]),
    step(survey.opened, '調査の対象をそろえ、調査を始める', async () => {
      const { id, version } = await office().prepareCampaign({
        ...{ ...engagement(), questionnaireId: formId() },
        unit: survey.affairs === undefined ? 'person' : 'affair',
        opens: survey.opened.slice(0, 10),
        due: survey.due,
        message: survey.introduction,
      });
      keep(`campaign:${survey.type}`, id);
      await listRespondents(play, survey, id);
      await office().startCampaign({ campaignId: id, version });
    }),
    step(survey.answered, '調査に答える', async () => {
      const form = await formOf(play, formId());
      if (survey.affairs !== undefined) await answerForAffairs(play, survey, form, campaignId());
      if (survey.people !== undefined) await answerByLinks(play, survey, form, campaignId());
    }),
    step(survey.closed, '調査を締め切り、結果を引き渡す', async () => {
      const { campaign } = await office().getProgress({ campaignId: campaignId() });
      const { version } = await office().closeCampaign({ campaignId: campaignId(), version: campaign.version });
      await office().deliverResults({ campaignId: campaignId(), version });
    }),
    step(survey.analysed, '調査の結果を分析する', async () => {
      const { summary } = survey;
      await world.as('lead', analysisContract).recordAnalysis({ campaignId: campaignId(), number: 0, summary });
    }),
  ];
}

type Edit = InputOf<typeof questionnaireContract, 'buildDraft'>['edits'][number];
const ASKING = 'about-you';

async function buildForm({ world, keep }: Play, survey: SurveyData): Promise<void> {
  const office = world.as('office', questionnaireContract);
  const { type, fiscalYear, title, introduction, respondent, segmentItem, shipped } = survey;
  const begin = async () => {
    if (shipped === undefined) return office.createQuestionnaire({ type, fiscalYear, title });
    return office.importFromContent({ content: shipped.content });
  };
  const draft = await begin();
  const subjects = shipped === undefined ? {} : { subjects: [...shipped.subjects] };
  const described: Edit = { kind: 'describe', title, introduction, respondent, ...subjects };
  const edits = [described, ...(shipped === undefined ? await sectionEdits(office, survey, segmentItem) : [])];
  const built = await office.buildDraft({ questionnaireId: draft.id, version: draft.version, edits });
  await office.publish({ questionnaireId: built.id, version: built.version });
  keep(`form:${type}`, built.id);
}

/** Sections filled from the library, after the question that asks for the segment. */
async function sectionEdits(
  office: Client<typeof questionnaireContract>,
  { sections = [] }: SurveyData,
  segmentItem: string | undefined,
): Promise<Edit[]> {
  const { groups } = await office.listLibraryItems({});
  const edits: Edit[] = [];
  if (segmentItem !== undefined) {
    const { items } = await office.searchLibrary({ library: 'segments/respondents', words: '' });
    const asking = items.find(({ item }) => item.id === segmentItem);
    if (asking === undefined) throw new Error(`the library has no ${segmentItem}`);
    edits.push(
      { kind: 'add-section', section: ASKING, title: '回答する人' },
      { kind: 'add-item', section: ASKING, item: asking.item },
      { kind: 'ask-segment', item: segmentItem },
    );
  }
  for (const { group: id, take, segment } of sections) {
    const group = groups.find((one) => one.id === id);
    if (group === undefined) throw new Error(`the library has no ${id}`);
    const segments = segment === undefined ? [] : [segment];
    edits.push({ kind: 'add-section', section: id, title: group.title, segments });
    for (const item of group.items.filter(isPlain).slice(0, take)) edits.push({ kind: 'add-item', section: id, item });
  }
  return [...edits, { kind: 'remove-section', section: 'section-1' }];
}

/** A question with はい, いいえ and 対象外, or about a risk, that depends on no other. */
const isPlain = (item: FormItem): boolean =>
  (item.type === 'yes-no-na' || item.risk !== undefined) && item.visibleIf === undefined;
const plainItems = (form: Questionnaire): FormItem[] => form.sections.flatMap(({ items }) => items.filter(isPlain));

async function formOf({ world }: Play, questionnaireId: string): Promise<Questionnaire> {
  return (await world.as('office', questionnaireContract).getQuestionnaire({ questionnaireId })).form;
}

async function listRespondents(play: Play, survey: SurveyData, campaignId: string): Promise<void> {
  const { world, get, keep, engagement } = play;
  const office = world.as('office', selfCheckContract);
  for (const { name, kind, section } of survey.affairs ?? []) {
    const { affairId } = await office.saveAffair({
      ...engagement(),
      ...{ name, kind, departmentId: get(`department:${section}`) },
    });
    keep(`affair:${name}`, affairId);
  }
  if (survey.affairs !== undefined) await office.addAffairs({ campaignId, affairs: 'all' });
  for (const [index, { name, segment, section }] of (survey.people ?? []).entries()) {
    const { respondentId } = await office.saveRespondent({
      ...{ campaignId, name, segment, departmentId: get(`department:${section}`) },
      staffNumber: `S${String(index + 101)}`,
    });
    keep(`person:${name}`, respondentId);
  }
}

function answersOf(items: readonly FormItem[], notDone: readonly string[], why: string): AnswerSheet {
  const plain = (id: string): ItemAnswer => (notDone.includes(id) ? { value: 'no', reason: why } : { value: 'yes' });
  return Object.fromEntries(
    items.map((item) => [item.id, item.type === 'single' ? chosen(item, !notDone.includes(item.id)) : plain(item.id)]),
  );
}

const chosen = (item: Extract<FormItem, { type: 'single' }>, right: boolean): ItemAnswer => ({
  value: item.options.find(({ achievement }) => (achievement === 1) === right)?.value ?? null,
});

/** Staff or the head of the section answers on the page; the office types in what came from elsewhere on paper. */
async function answerForAffairs(
  { world, cast, get }: Play,
  { affairs = [], answered, why }: SurveyData,
  form: Questionnaire,
  campaignId: string,
): Promise<void> {
  for (const { name, section, notDone = [] } of affairs) {
    const own = ['staff', 'head']
      .map((post) => `${section}-${post}`)
      .find((key) => cast.some((one) => one.key === key));
    const answer = {
      ...{ campaignId, respondentId: get(`affair:${name}`), expectedRevision: 0 },
      answers: answersOf(plainItems(form), notDone, why),
    };
    if (own !== undefined) await world.as(own, selfCheckContract).submitResponse(answer);
    else
      await world.as('office', selfCheckContract).submitOnBehalf({
        ...answer,
        channel: 'paper',
        receivedOn: answered.slice(0, 10),
      });
  }
}

/** Everybody answers by the link that came with the request. */
async function answerByLinks(
  { world, get }: Play,
  { people = [], segmentItem, why }: SurveyData,
  form: Questionnaire,
  campaignId: string,
): Promise<void> {
  const { links } = await world.as('office', selfCheckContract).issueLinks({ campaignId });
  for (const { name, segment, notDone = [] } of people) {
    const path = links.find(({ respondentId }) => respondentId === get(`person:${name}`))?.path ?? '';
    const shown = form.sections.filter(({ segments }) => segments === undefined || segments.includes(segment));
    const plain = shown.flatMap(({ items }) => items.filter(isPlain));
    const answers = {
      ...answersOf(plain, notDone, why),
      ...(segmentItem === undefined ? {} : { [segmentItem]: { value: segment } }),
    };
    const input = { token: path.split('#')[1], expectedRevision: 0, answers };
    await world.application.call(selfCheckContract.id, 'submitByLink', input, { caller: null });
  }
}
