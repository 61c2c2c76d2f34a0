import * as ui from '../../../web/ui/index.ts';
import { BriefingPart } from './briefing-part.tsx';
import { DocumentsPart } from './documents-part.tsx';
import { ProgrammeFrame } from './frame.tsx';
import { planMessages } from './messages-plan.ja.ts';
import { NoticesPart } from './notices-part.tsx';
import { plan } from './plan-client.ts';
import { SurveysPart } from './surveys-part.tsx';

const text = planMessages.preparation;

export function Component() {
  return (
    <ProgrammeFrame title={text.title} lead={text.lead}>
      {({ engagementId, programme }) => <Preparation engagementId={engagementId} programmeId={programme.id} />}
    </ProgrammeFrame>
  );
}

function Preparation({ engagementId, programmeId }: { engagementId: string; programmeId: string }) {
  const load = ui.useLoad(async () => {
    const { targets } = await plan.listTargets({ engagementId, programmeId });
    const open = targets.filter(({ state }) => state !== 'withdrawn' && state !== 'proposed');
    const mine = <T extends { readonly targetId: string }>(all: readonly T[]): T[] =>
      all.filter(({ targetId }) => targets.some(({ id }) => id === targetId));
    return {
      targets: open,
      programme: (await plan.getProgramme({ programmeId })).programme,
      notices: mine((await plan.listNotices({ engagementId })).notices),
      documents: mine((await plan.listDocuments({ engagementId })).documents),
      surveys: (await plan.listSurveys({ engagementId })).surveys.filter((one) => one.programmeId === programmeId),
      briefing: await plan.getBriefing({ programmeId }),
    };
  }, [engagementId, programmeId]);
  return (
    <ui.Loaded from={load}>
      {(data) => {
        const part = { ...data, engagementId, programmeId, reload: load.reload };
        return (
          <>
            <NoticesPart {...part} />
            <DocumentsPart {...part} />
            <SurveysPart {...part} />
            <BriefingPart {...part} />
          </>
        );
      }}
    </ui.Loaded>
  );
}
