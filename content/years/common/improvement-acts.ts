/** What each party does to one improvement plan, by the plan's id; the plan is taken as it stands at that moment. */
import type { World } from '../../../src/cli/year/year.ts';
import { improvementContract, type PlanFields } from '../../../src/modules/improvement/contract.ts';
import type { ImprovementWords } from './improvement-words.ts';

export function improvementActs(world: World, engagement: () => { engagementId: string }) {
  const lead = () => world.as('lead', improvementContract);
  const office = () => world.as('office', improvementContract);
  const taken = async (planId: string) => ({ planId, version: (await lead().getPlan({ planId })).version });
  return {
    /** The section writes its plan and hands it in. */
    async write(writer: string, planId: string, fields: PlanFields): Promise<void> {
      const section = world.as(writer, improvementContract);
      const { version } = await section.savePlan({ ...(await taken(planId)), ...fields });
      await section.submitPlan({ planId, version });
    },
    async advise(planId: string, text: string): Promise<void> {
      const { checks } = await lead().getFollowUpTerms(engagement());
      const fine = checks.map((name) => ({ name, ok: true, remark: '' }));
      await lead().advisePlan({ ...(await taken(planId)), checks: fine, text });
    },
    async approve(planId: string): Promise<void> {
      await office().decidePlan({ ...(await taken(planId)), decision: 'approve', remark: '' });
    },
    async report(writer: string, planId: string, { report, evaluation }: Result): Promise<void> {
      const section = world.as(writer, improvementContract);
      await section.reportImprovement({ ...(await taken(planId)), text: report, evaluation, fileIds: [] });
    },
    async confirm(planId: string, techniques: readonly string[], { result }: Result, effectOn?: string): Promise<void> {
      await lead().confirmImprovement({
        ...(await taken(planId)),
        ...{ techniques: [...techniques], meetsIntent: true, evaluated: true, text: result, fileIds: [] },
        ...(effectOn === undefined ? {} : { effectOn }),
      });
    },
    async close(planId: string, note = ''): Promise<void> {
      await office().closePlan({ ...(await taken(planId)), note });
    },
    taken,
  };
}

/** What the section reports once it is done, and what the contractor saw when it confirmed. */
export type Result = Pick<ImprovementWords, 'report' | 'evaluation' | 'result'>;
