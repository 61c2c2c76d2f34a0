/** Technical verification inside an audit: planned, approved by the city, carried out in its window, with the tool's records kept. */
import type { Step } from '../../../src/cli/year/year.ts';
import { verificationContract } from '../../../src/modules/verification/contract.ts';
import { type Play, step } from './play.ts';
import type { PlannedVerification } from './verification-data.ts';

export function verifications(play: Play): Step[] {
  return (play.data.verifications ?? []).flatMap((planned) => stepsOf(play, planned));
}

function stepsOf({ world, get, keep }: Play, planned: PlannedVerification): Step[] {
  const lead = () => world.as('lead', verificationContract);
  const name = `${planned.source}:${planned.target}`;
  const own = async () => {
    const verificationId = get(`verification:${name}`);
    return { verificationId, version: (await lead().getVerification({ verificationId })).version };
  };
  return [
    step(planned.submitted, '技術的検証の計画を市に提出する', async () => {
      const { id } = await lead().draftVerification({ targetId: get(`target:${name}`), ...planned.plan });
      keep(`verification:${name}`, id);
      await lead().submitVerification(await own());
    }),
    step(planned.approved, '技術的検証の計画を承認する', async () => {
      await world
        .as('office', verificationContract)
        .approveVerification({ ...(await own()), conditions: planned.conditions });
    }),
    step(planned.recorded, '技術的検証の実施を記録する', async () => {
      const files = [];
      for (const { title, text } of planned.records)
        files.push({ title, fileId: await world.upload('lead', `${title}.txt`, new TextEncoder().encode(text)) });
      await lead().recordRun({ ...(await own()), ...planned.run, files });
    }),
  ];
}
