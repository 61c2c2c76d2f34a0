/** Consultations, days on site, progress. */
import type { Step } from '../../../src/cli/year/year.ts';
import { consultationContract } from '../../../src/modules/consultation/contract.ts';
import { engagementContract } from '../../../src/modules/engagement/contract.ts';
import { type Play, step } from './play.ts';
import type { Question } from './data.ts';
import type { Moment } from './moment.ts';

export function work(play: Play): Step[] {
  const { world, data, engagement } = play;
  return [
    ...data.questions.flatMap((question, index) => consultation(play, question, index)),
    ...data.onSite.days.map((day) =>
      step(`${day} 17:00`, '庁舎での作業を記録する', async () => {
        await world.as('lead', engagementContract).recordWork({
          ...engagement(),
          clause: data.onSite.clause,
          mode: 'オンサイト',
          occurredOn: day,
          members: [world.caller('lead').accountId, world.caller('auditor').accountId],
          responsible: world.caller('pm').accountId,
          content: data.onSite.content,
        });
      }),
    ),
    ...data.progress.map((at) => step(at, '作業の進み具合を記録する', () => reportProgress(play, at))),
  ];
}

function consultation({ world, keep, get, engagement }: Play, question: Question, index: number): Step[] {
  const one = () => ({ ...engagement(), consultationId: get(`consultation:${index}`) });
  return [
    step(question.asked, '相談を受け、受託者に引き継ぐ', async () => {
      const { id } = await world.as(question.by, consultationContract).askConsultation({
        ...engagement(),
        title: question.title,
        category: question.category,
        urgent: question.urgent ?? false,
        questions: 1,
        question: question.question,
        fileIds: [],
      });
      keep(`consultation:${index}`, id);
      const office = world.as('office', consultationContract);
      const { version } = await office.getConsultation(one());
      const triaged = await office.triageConsultation({ ...one(), version, decision: 'contractor', due: null });
      const memberId = world.caller('lead').accountId;
      await world.as('pm', consultationContract).assignMember({ ...one(), version: triaged.version, memberId });
    }),
    step(question.answered, '相談に回答する', async () => {
      const lead = world.as('lead', consultationContract);
      const choices = await lead.listChoices(engagement());
      const { version } = await lead.getConsultation(one());
      const { version: answered } = await lead.issueAnswer({
        ...one(),
        version,
        channel: question.channel,
        occurredOn: question.answered.slice(0, 10),
        fileIds: [],
        answer: {
          text: question.answer,
          plain: '',
          citations: [{ ...question.cites }],
          considerations: choices.considerations.map((name) => ({ name, text: `${name}を確かめた上で回答しました。` })),
          basis: choices.basis.slice(0, 1).map((name) => ({ name, text: `${name}の考え方によりました。` })),
          questions: 1,
        },
      });
      const asker = world.as(question.by, consultationContract);
      await asker.closeConsultation({ ...one(), version: answered });
    }),
  ];
}

/** Tasks stand where the calendar is within their planned days. */
async function reportProgress({ world, engagement }: Play, at: Moment): Promise<void> {
  const contractor = world.as('pm', engagementContract);
  const today = Date.parse(at.slice(0, 10));
  const { tasks } = await contractor.listTasks(engagement());
  for (const task of tasks) {
    const [from, to] = [Date.parse(task.plannedStart), Date.parse(task.plannedEnd)];
    const share = to <= from ? (today >= to ? 1 : 0) : Math.min(1, Math.max(0, (today - from) / (to - from)));
    const percent = Math.round(share * 20) * 5;
    if (percent === task.percent) continue;
    await contractor.reportProgress({ ...engagement(), taskId: task.id, version: task.version, percent });
  }
}
