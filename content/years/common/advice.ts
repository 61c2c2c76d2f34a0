/** Advice that the office asks for on its own work: asked, given, put into writing. */
import type { Step } from '../../../src/cli/year/year.ts';
import { consultationContract } from '../../../src/modules/consultation/contract.ts';
import type { PlannedAdvice } from './auditor-data.ts';
import { type Play, step } from './play.ts';

export function advice(play: Play): Step[] {
  return (play.data.advice ?? []).flatMap((one, index) => stepsOf(play, one, index));
}

function stepsOf({ world, keep, get, engagement }: Play, planned: PlannedAdvice, index: number): Step[] {
  const one = () => ({ ...engagement(), consultationId: get(`advice:${index}`) });
  const version = async () => (await world.as('office', consultationContract).getConsultation(one())).version;
  const { area, topic, title, category, question } = planned;
  return [
    step(planned.asked, '市の業務への助言を求める', async () => {
      const office = world.as('office', consultationContract);
      const { id } = await office.askConsultation({
        ...engagement(),
        ...{ title, category, urgent: false, questions: 1, question, fileIds: [], advice: { area, topic } },
      });
      keep(`advice:${index}`, id);
      const triaged = await office.triageConsultation({
        ...{ ...one(), version: await version(), decision: 'contractor', due: null },
      });
      const memberId = world.caller('lead').accountId;
      await world.as('pm', consultationContract).assignMember({ ...one(), version: triaged.version, memberId });
    }),
    step(planned.given, '助言する', async () => {
      const lead = world.as('lead', consultationContract);
      const choices = await lead.listChoices(engagement());
      await lead.issueAnswer({
        ...{ ...one(), version: await version(), channel: planned.channel, occurredOn: planned.given.slice(0, 10) },
        fileIds: [],
        answer: {
          ...{ text: planned.answer, plain: '', citations: [{ ...planned.cites }], questions: 1 },
          considerations: choices.considerations.map((name) => ({ name, text: `${name}を確かめた上で助言しました。` })),
          basis: choices.basis.slice(0, 1).map((name) => ({ name, text: `${name}の考え方によりました。` })),
          precedents: [{ kind: '他の団体の例', text: planned.precedent }],
        },
      });
    }),
    step(planned.recorded, '助言を書面の記録に残す', async () => {
      await world.as('lead', consultationContract).recordAdvice({ ...one(), version: await version() });
      await world.as('office', consultationContract).closeConsultation({ ...one(), version: await version() });
    }),
  ];
}
