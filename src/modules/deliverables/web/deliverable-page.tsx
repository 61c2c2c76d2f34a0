import { clauseLabel } from '../../../core/specification/label.ts';
import { useParams, useSearchParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  DataList,
  DayText,
  EmptyState,
  LinkButton,
  Loaded,
  Page,
  Section,
  Steps,
  type Step,
  useLoad,
} from '../../../web/ui/index.ts';
import {
  deliverableHref,
  deliverables,
  inEdition,
  type Owed,
  previewHref,
  type Reader,
  readerFrom,
  readersOf,
  suffixOf,
  titleOf,
} from './client.ts';
import { EditionLinks } from './edition-links.tsx';
import { MakeVersion } from './make-version.tsx';
import { messages } from './messages.ja.ts';
import { RemovedPieces } from './removed-pieces.tsx';
import { StageBadge } from './stage-badge.tsx';
import { nextPermission, type Stage, stageOf } from './stage.ts';
import { DecideVersion, FinaliseVersion, ReviewVersion, SubmitVersion } from './version-forms.tsx';
import { VersionTable } from './version-table.tsx';

const text = messages.detail;

/** One deliverable: its conditions, its versions, and what this person can do with the newest. */
export function Component() {
  const engagementId = useEngagementId();
  const { type } = useParams();
  const [parameters] = useSearchParams();
  const subject = parameters.get('subject');
  const reader = readerFrom(parameters);
  const register = useLoad(() => deliverables.listDeliverables({ engagementId }), [engagementId]);
  const owed =
    register.state === 'ready'
      ? register.data.deliverables.find((it) => it.type === type && it.subject === subject)
      : undefined;
  const back = `/engagements/${engagementId}/deliverables`;
  return (
    <Page
      title={owed === undefined ? messages.register.title : `${titleOf(owed)}${suffixOf(owed, reader)}`}
      breadcrumbs={[{ label: messages.register.title, href: back }]}
    >
      <Loaded from={register}>
        {() =>
          owed === undefined ? (
            <EmptyState title={text.unknown} action={<LinkButton href={back}>{text.toRegister}</LinkButton>}>
              <p>{text.unknownHelp}</p>
            </EmptyState>
          ) : (
            <Deliverable
              engagementId={engagementId}
              owed={inEdition(owed, reader)}
              reader={reader}
              onChange={register.reload}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function Deliverable({
  engagementId,
  owed,
  reader,
  onChange,
}: {
  engagementId: string;
  owed: Owed;
  reader: Reader;
  onChange: () => void;
}) {
  const can = useCan();
  const stage = stageOf(owed);
  const latest = owed.versions.at(-1);
  const { type, subject } = owed;
  const mayLook = can('deliverables.make') || (can('deliverables.look') && owed.cityReads !== null);
  const mine = can(nextPermission(stage) ?? '');
  return (
    <>
      {owed.editions.length > 0 && (
        <Section title={text.editions}>
          <p>{text.editionsLead}</p>
          <EditionLinks
            name={text.editions}
            readers={readersOf(owed)}
            current={reader}
            hrefOf={(other) => deliverableHref(engagementId, { type, subject, ...other })}
          />
        </Section>
      )}
      <Steps name={text.stages} items={stepsOf(stage)} />
      {latest !== undefined && mine && stage === 'draft' && (
        <ReviewVersion engagementId={engagementId} version={latest} onDone={onChange} />
      )}
      {latest !== undefined && mine && stage === 'reviewed' && (
        <SubmitVersion engagementId={engagementId} owed={owed} version={latest} onDone={onChange} />
      )}
      {latest !== undefined && mine && stage === 'submitted' && (
        <DecideVersion engagementId={engagementId} version={latest} onDone={onChange} />
      )}
      {latest !== undefined && (stage === 'submitted' || stage === 'accepted') && reader.edition === 'detailed' && (
        <FinaliseVersion engagementId={engagementId} version={latest} onDone={onChange} />
      )}
      {!mine && (stage === 'draft' || stage === 'reviewed' || stage === 'submitted' || stage === 'rejected') && (
        <p>{text.nextBy[stage]}</p>
      )}
      <Section title={text.versions}>
        <VersionTable engagementId={engagementId} versions={owed.versions} mayMake={can('deliverables.make')} />
      </Section>
      {latest !== undefined && latest.removed !== null && latest.removed > 0 && (
        <RemovedPieces engagementId={engagementId} version={latest} />
      )}
      {mayLook && owed.canProduce && (
        <Section title={text.preview}>
          <p>{can('deliverables.make') ? text.previewLead : text.previewCity(owed.cityReads ?? '')}</p>
          <div>
            <LinkButton href={previewHref(engagementId, { type, subject, ...reader })}>{text.toPreview}</LinkButton>
          </div>
        </Section>
      )}
      {can('deliverables.make') && <MakeVersion {...{ engagementId, owed, reader }} onDone={onChange} />}
      <Conditions owed={owed} />
    </>
  );
}

function Conditions({ owed }: { owed: Owed }) {
  return (
    <Section title={text.conditions}>
      <DataList
        items={[
          { term: text.clause, value: clauseLabel(owed.clause) },
          { term: text.due, value: <DayText day={owed.due} look="weekday" /> },
          { term: text.derivation, value: owed.dueDerivation },
          { term: text.forms, value: owed.forms.map((form) => text.formNames[form] ?? form).join('、') },
          { term: text.formats, value: owed.formats.map((format) => text.formatNames[format] ?? format).join('、') },
          { term: text.copies, value: owed.copies === null ? null : text.copiesText(owed.copies) },
          { term: messages.register.columns.state, value: <StageBadge stage={stageOf(owed)} /> },
        ]}
      />
    </Section>
  );
}

const ORDER = ['make', 'review', 'submit', 'accept'] as const;
/** How many of the four steps are behind each stage; a version sent back begins again. */
const DONE: Readonly<Record<Stage, number>> = {
  none: 0,
  draft: 1,
  reviewed: 2,
  submitted: 3,
  accepted: 4,
  rejected: 0,
};

function stepsOf(stage: Stage): Step[] {
  return ORDER.map((step, index) => ({
    label: text.steps[step],
    state: index < DONE[stage] ? 'done' : index === DONE[stage] ? 'current' : 'upcoming',
  }));
}
