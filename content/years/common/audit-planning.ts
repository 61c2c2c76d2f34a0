/** Audits of the year as they are planned: programme, targets, plans, pre-survey, documents, briefing. */
import type { Step } from '../../../src/cli/year/year.ts';
import { auditPlanContract } from '../../../src/modules/audit-plan/contract.ts';
import type { PlannedAudit, PlannedPlan, PlannedTarget } from './audit-data.ts';
import { auditTimetable } from './audit-timetable.ts';
import { type Play, step } from './play.ts';

export function auditPlanning(play: Play): Step[] {
  return (play.data.audits ?? []).flatMap((audit) => stepsOf(play, audit));
}

function stepsOf(play: Play, audit: PlannedAudit): Step[] {
  const { world, keep, get, engagement } = play;
  const programmeId = () => get(`programme:${audit.source}`);
  const targetId = (index: number) => get(`target:${audit.source}:${index}`);
  const lead = () => world.as('lead', auditPlanContract);
  const office = () => world.as('office', auditPlanContract);
  const every = audit.targets.map((_, index) => index);
  const { documents, survey, briefing } = audit;

  const checks = new Map<number, NonNullable<PlannedTarget['vendorCheck']>>();

  const propose = async () => {
    const { id } = await lead().adoptProgramme({ ...engagement(), source: audit.source });
    keep(`programme:${audit.source}`, id);
    for (const [index, { sections, vendorCheck, ...target }] of audit.targets.entries()) {
      if (vendorCheck !== undefined) checks.set(index, vendorCheck);
      const departmentIds = sections.map((key) => get(`department:${key}`));
      const made = await lead().addTarget({ programmeId: id, ...target, departmentIds });
      keep(`target:${audit.source}:${index}`, made.id);
    }
  };
  const decide = async () => {
    for (const index of every) {
      const vendorCheck = checks.get(index);
      const own = { targetId: targetId(index) };
      const { targets } = await office().decideTargets({ targets: [{ ...own, version: 1 }] });
      if (vendorCheck === undefined) continue;
      const version = targets[0]?.version ?? 0;
      await office().decideVendorCheck({ ...own, version, ...vendorCheck, reason: '運用の形態による。' });
    }
  };

  return [
    step(audit.proposed, '監査の手順を取り入れ、対象を提案する', propose),
    step(audit.decided, '監査の対象を決定する', decide),
    ...auditTimetable(play, audit),
    ...audit.plans.flatMap((plan) => planSteps(play, audit, plan)),
    ...(documents === undefined
      ? []
      : [
          step(documents.requested, '前もって出す資料を求める', async () => {
            const { programme } = await lead().getProgramme({ programmeId: programmeId() });
            const sender = programme.parties.documentRequestBy === 'city' ? office() : lead();
            for (const index of every) {
              for (const title of documents.titles)
                await lead().addDocument({
                  targetId: targetId(index),
                  title,
                  purpose: '規程と運用の状況を確かめる。',
                  due: null,
                });
              await sender.requestDocuments({ targetId: targetId(index), due: documents.due });
            }
          }),
          step(documents.answered, '資料を受け取り、読み込む', () => answerDocuments(play, audit)),
        ]),
    ...(survey === undefined
      ? []
      : [
          step(survey.sent, '事前調査票を配る', async () => {
            const { programme } = await lead().getProgramme({ programmeId: programmeId() });
            const sender = programme.parties.preSurveyBy === 'city' ? office() : lead();
            const { id } = await sender.sendSurvey({
              programmeId: programmeId(),
              targetIds: every.map(targetId),
              due: survey.due,
            });
            keep(`survey:${audit.source}`, id);
          }),
          step(survey.answered, '事前調査に回答する', async () => {
            const surveyId = get(`survey:${audit.source}`);
            for (const { targetId: of, form } of await repliesOf(play, surveyId))
              await office().replySurvey({
                surveyId,
                targetId: of,
                form,
                answer: '別に保管する記録のとおりです。',
                fileIds: [],
              });
          }),
          step(survey.read, '事前調査の回答を読み込む', async () => {
            const surveyId = get(`survey:${audit.source}`);
            for (const { targetId: of, form } of await repliesOf(play, surveyId)) {
              const { surveys } = await lead().listSurveys(engagement());
              const version = surveys.find(({ id }) => id === surveyId)?.version ?? 0;
              await lead().readReply({ surveyId, version, targetId: of, form, notes: '聞き取りで運用を確かめる。' });
            }
          }),
        ]),
    ...(briefing === undefined
      ? []
      : [
          step(briefing, '監査の説明資料を作る', async () => {
            const { draft, title } = await lead().getBriefing({ programmeId: programmeId() });
            const sections = draft.map((one) => ({
              ...one,
              text: one.text === '' ? `${one.title}を説明します。` : one.text,
            }));
            const saved = await lead().saveBriefing({ programmeId: programmeId(), version: null, title, sections });
            await lead().prepareBriefing({ briefingId: saved.id, version: saved.version });
          }),
        ]),
  ];
}

async function repliesOf({ world, engagement }: Play, surveyId: string) {
  const { surveys } = await world.as('lead', auditPlanContract).listSurveys(engagement());
  return surveys.find(({ id }) => id === surveyId)?.replies ?? [];
}

async function answerDocuments({ world, get, engagement }: Play, audit: PlannedAudit): Promise<void> {
  const ids = audit.targets.map((_, index) => get(`target:${audit.source}:${index}`));
  const lead = world.as('lead', auditPlanContract);
  const { documents } = await lead.listDocuments(engagement());
  for (const { id: documentId, targetId, version } of documents) {
    if (!ids.includes(targetId)) continue;
    const office = world.as('office', auditPlanContract);
    const own = { documentId, fileIds: [], comment: '紙で提出しました。' };
    const answered = await office.answerDocument({ ...own, version });
    const judged = await lead.judgeDocument({
      documentId,
      version: answered.version,
      judgement: 'accepted',
      reason: '',
    });
    await lead.readDocument({ documentId, version: judged.version, notes: '聞き取りで運用を確かめる。' });
  }
}

/** Of a field that neither the records nor the script know anything about. */
const TO_BE_SETTLED = '市と協議の上で定める。';

function planSteps(play: Play, audit: PlannedAudit, plan: PlannedPlan): Step[] {
  const { world, keep, get, engagement } = play;
  const lead = () => world.as('lead', auditPlanContract);
  const office = () => world.as('office', auditPlanContract);
  const programmeId = () => get(`programme:${audit.source}`);
  const indexes: readonly (number | null)[] = plan.perTarget === true ? audit.targets.map((_, index) => index) : [null];
  const key = (index: number | null) => `plan:${audit.source}:${plan.stage}:${index ?? ''}`;
  const each = async (act: (planId: string, version: number) => Promise<unknown>) => {
    for (const index of indexes) {
      const planId = get(key(index));
      const { version } = await lead().getPlan({ planId });
      await act(planId, version);
    }
  };
  const { agreed, changed, distributed, confirmed } = plan;
  return [
    step(plan.submitted, '監査の計画書を作り、提出する', async () => {
      for (const index of indexes) {
        const targetId = index === null ? null : get(`target:${audit.source}:${index}`);
        const { id } = await lead().draftPlan({
          ...engagement(),
          stage: plan.stage,
          programmeId: programmeId(),
          targetId,
        });
        keep(key(index), id);
        const { title, from, to, fields, version, years } = await lead().getPlan({ planId: id });
        const saved = await lead().savePlan({
          planId: id,
          version,
          title,
          from,
          to,
          years,
          considered: ['対象所属の繁忙期', '議会対応等の業務負荷'],
          fields: fields.map((field) => ({
            ...field,
            text: plan.words?.[field.name] ?? (field.text || TO_BE_SETTLED),
          })),
        });
        await lead().submitPlan({ planId: id, version: saved.version });
      }
    }),
    ...(changed === undefined
      ? []
      : [
          step(changed.at, '監査の計画書の変更を示す', async () => {
            for (const index of indexes) {
              const { id } = await lead().changePlan({ planId: get(key(index)), reason: changed.reason });
              keep(key(index), id);
              const { version } = await lead().getPlan({ planId: id });
              await lead().submitPlan({ planId: id, version });
            }
          }),
          step(changed.agreed, '監査の計画書の変更に同意する', () =>
            each((planId, version) => office().agreePlan({ planId, version })),
          ),
        ]),
    ...(agreed === undefined
      ? []
      : [
          step(agreed, '監査の計画書に同意する', () =>
            each((planId, version) => office().agreePlan({ planId, version })),
          ),
        ]),
    ...(distributed === undefined
      ? []
      : [
          step(distributed, '実施計画書を所属に配る', () =>
            each((planId, version) => office().distributePlan({ planId, version })),
          ),
        ]),
    ...(confirmed === undefined
      ? []
      : [
          step(confirmed, '所属が実施計画書を確認する', () =>
            each((planId, version) => office().confirmOwnPlan({ planId, version })),
          ),
        ]),
  ];
}
