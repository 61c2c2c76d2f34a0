import { useParams } from 'react-router';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { ADVICE_AREAS } from '../advice.ts';
import { periodName } from '../rules/cap.ts';
import { AnswerForm } from './answer-form.tsx';
import { type Choices, consultations, type Detail, knowledgePath, type List, listPath, NO_CHOICES } from './client.ts';
import { AssignForm, VisitForm } from './contractor-forms.tsx';
import { CloseButton, MessageForm, RateForm, ReopenForm } from './follow-forms.tsx';
import { messages } from './messages.ja.ts';
import { DuplicateForm, TriageForm } from './office-forms.tsx';
import { StateBadge, UrgentBadge } from './state-badge.tsx';
import { Thread } from './thread.tsx';

const text = messages.detail;

export function Component() {
  const engagementId = useEngagementId();
  const { consultationId = '' } = useParams();
  const can = useCan();
  const choosing = can('consultation.choose');
  const load = ui.useLoad(async () => {
    const [detail, choices, list] = await Promise.all([
      consultations.getConsultation({ engagementId, consultationId }),
      choosing ? consultations.listChoices({ engagementId }) : Promise.resolve<Choices>(NO_CHOICES),
      consultations.listConsultations({ engagementId }),
    ]);
    return { detail, choices, list };
  }, [engagementId, consultationId]);
  const title = load.state === 'ready' ? load.data.detail.title : messages.title;
  return (
    <ui.Page title={title} breadcrumbs={[{ label: messages.title, href: listPath(engagementId) }]}>
      <ui.Loaded from={load}>
        {({ detail, choices, list }) => (
          <>
            <Facts engagementId={engagementId} detail={detail} />
            <Thread engagementId={engagementId} detail={detail} choices={choices} />
            <AdviceRecord engagementId={engagementId} detail={detail} reload={load.reload} />
            <Work engagementId={engagementId} detail={detail} choices={choices} list={list} reload={load.reload} />
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function Facts({ engagementId, detail }: { engagementId: string; detail: Detail }) {
  const { sameAs, planned } = detail;
  return (
    <ui.Section
      title={`${messages.number(detail.number)}：${text.facts}`}
      actions={
        <>
          {detail.urgent && <UrgentBadge />}
          <StateBadge state={detail.state} />
        </>
      }
    >
      <ui.DataList
        items={[
          { term: text.category, value: detail.category },
          {
            term: text.asker,
            value: [detail.department?.name ?? messages.own, detail.asker].filter((part) => part !== '').join('　'),
          },
          {
            term: text.received,
            value: (
              <>
                <ui.DayText day={detail.receivedOn} look="weekday" />　{detail.channel}
              </>
            ),
          },
          ...(detail.advice === null
            ? []
            : [{ term: text.advice, value: `${ADVICE_AREAS[detail.advice.area].name}：${detail.advice.topic}` }]),
          { term: text.questions, value: String(detail.questions) },
          ...(detail.handler === null ? [] : [{ term: text.handler, value: text.handlers[detail.handler] }]),
          ...(detail.member === null ? [] : [{ term: text.member, value: detail.member.name }]),
          { term: text.due, value: <ui.DayText day={detail.due} look="weekday" /> },
          ...(planned === null ? [] : [{ term: text.planned, value: periodName(planned) }]),
          ...(detail.exceededBecause === '' ? [] : [{ term: text.exceeded, value: detail.exceededBecause }]),
          ...(detail.closedBecause === null
            ? []
            : [{ term: text.closed, value: messages.closings[detail.closedBecause] }]),
          ...(detail.score === null
            ? []
            : [{ term: text.rating, value: text.ratingText(detail.score, detail.scoreComment) }]),
        ]}
      />
      {sameAs !== null && (
        <p>
          <ui.TextLink href={`${listPath(engagementId)}/${sameAs.id}`}>{text.sameAs(sameAs.number)}</ui.TextLink>
        </p>
      )}
    </ui.Section>
  );
}

/** Advice on the office's own work is kept in writing, also when it was given by telephone. */
function AdviceRecord({ engagementId, detail, reload }: { engagementId: string; detail: Detail; reload: () => void }) {
  const { account } = useSession();
  const can = useCan();
  const one = { engagementId, consultationId: detail.id };
  const record = ui.useCommand((options) => consultations.recordAdvice({ ...one, version: detail.version }, options), {
    done: text.adviceRecorded,
    onDone: reload,
  });
  if (detail.advice === null || detail.answeredOn === null) return null;
  return (
    <ui.Section title={text.adviceRecord}>
      <p>
        {detail.adviceRecordedOn === null ? (
          text.adviceOpen
        ) : (
          <>
            {text.adviceKept}
            <ui.DayText day={detail.adviceRecordedOn} />
          </>
        )}
      </p>
      {record.problem !== undefined && <ui.Problem problem={record.problem} />}
      {detail.adviceRecordedOn === null && account.party === 'contractor' && can('consultation.answer') && (
        <div>
          <ui.Button busy={record.busy} onClick={() => void record.run()}>
            {text.adviceKeep}
          </ui.Button>
        </div>
      )}
      {can('consultation.summarise') && (
        <DocumentLinks
          title={text.adviceRecord}
          files={(['docx', 'pdf'] as const).map((format) => ({
            kind: format,
            href: consultations.href('downloadAdvice', { ...one, format }),
          }))}
        />
      )}
    </ui.Section>
  );
}

/** What the person may do next, by state and side. */
function Work(props: { engagementId: string; detail: Detail; choices: Choices; list: List; reload: () => void }) {
  const { engagementId, detail } = props;
  const { account } = useSession();
  const can = useCan();
  const contractor = account.party === 'contractor';
  const open = detail.state !== 'answered' && detail.state !== 'closed';
  const office = can('consultation.triage');
  const turn = detail.state === 'contractor' ? contractor : detail.state === 'office' && office;
  return (
    <>
      {office && (detail.state === 'received' || (open && detail.deferred)) && <TriageForm {...props} />}
      {can('consultation.assign') && detail.state === 'contractor' && <AssignForm {...props} />}
      {can('consultation.answer') && turn && <AnswerForm {...props} />}
      {can('consultation.follow') && detail.own && detail.state === 'answered' && <RateForm {...props} />}
      {can('consultation.choose') && detail.state !== 'closed' && <MessageForm {...props} />}
      {can('consultation.visit') && detail.state !== 'closed' && contractor && <VisitForm {...props} />}
      {office && open && <DuplicateForm {...props} />}
      {can('consultation.follow') && !open && <ReopenForm {...props} />}
      {can('knowledge.write') && detail.answeredOn !== null && (
        <div>
          <ui.LinkButton href={`${knowledgePath(engagementId)}/new?from=${detail.id}`}>
            {text.makeKnowledge}
          </ui.LinkButton>
        </div>
      )}
      {can('consultation.follow') && detail.state !== 'closed' && <CloseButton {...props} />}
    </>
  );
}
