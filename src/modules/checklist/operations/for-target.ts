/** What an audit of a target goes by: the agreed checklist, else what the programme proposes. */
import { suitsKind } from '../../../core/programme/suitable.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import { items } from '../store/stores.ts';
import { proposalFor } from './draft.ts';
import { type H, versionsOf } from './shared.ts';

export const getItemsForTarget: H<'getItemsForTarget'> = async (context, { programmeId, edition, kind }) => {
  const view = await context.client(auditPlanContract).getProgramme({ programmeId, edition });
  const { programme, engagementId } = view;
  const { agreement } = programme.checklistTerms;
  const agreed = (await versionsOf(context, programmeId)).findLast(({ state }) => state === 'agreed');
  if (agreed === undefined) {
    const proposal = await proposalFor(context, engagementId, programme, kind);
    return {
      checklist: null,
      agreement,
      catalogues: proposal.map(({ catalogue, title, items: all, contents }) => ({
        ...{ catalogue, title, items: all, chosen: contents.length },
      })),
      items: proposal.flatMap(({ contents }) => [...contents]),
    };
  }
  const rows = (await items.list(context.tx, { checklistId: agreed.id })).filter(({ state }) => state === 'in-scope');
  const own = rows.filter(({ content }) => suitsKind(content, kind, programme.targetKinds));
  return {
    checklist: { id: agreed.id, position: agreed.position },
    agreement,
    catalogues: [{ catalogue: agreed.id, title: agreed.content.title, items: rows.length, chosen: own.length }],
    items: own.map(({ content }) => content),
  };
};
