import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { PlanTabs } from './frame.tsx';
import { messages } from './messages.ja.ts';
import { plan, planHref, type ProgrammeView, toneOf } from './plan-client.ts';
import { ProgrammeForm } from './programme-form.tsx';
import { ProgrammeParts } from './programme-parts.tsx';

const text = messages.one;

export function Component() {
  const engagementId = useEngagementId();
  const { programmeId = '' } = useParams();
  const [search] = useSearchParams();
  const edition = Number(search.get('edition') ?? '');
  const load = ui.useLoad(async () => {
    const wanted = edition > 0 ? { programmeId, edition } : { programmeId };
    const [view, sources] = await Promise.all([plan.getProgramme(wanted), plan.getProgrammeSources(wanted)]);
    return { view, sources };
  }, [programmeId, edition]);
  return (
    <ui.Loaded from={load}>
      {({ view, sources }) => (
        <ui.Page
          title={view.programme.title}
          lead={text.lead}
          breadcrumbs={[{ label: messages.programmes.title, href: planHref(engagementId) }]}
        >
          <PlanTabs />
          <p>
            {messages.programmes.version(view.shown)}
            {'　'}
            <ui.StatusBadge tone={toneOf(view.state)}>{text.states[view.state]}</ui.StatusBadge>
          </p>
          <Actions view={view} reload={load.reload} />
          {view.state === 'draft' ? (
            <ProgrammeForm key={view.editionVersion} view={view} sources={sources} reload={load.reload} />
          ) : (
            <ProgrammeParts programme={view.programme} sources={sources} />
          )}
          <Editions view={view} />
        </ui.Page>
      )}
    </ui.Loaded>
  );
}

function Actions({ view, reload }: { view: ProgrammeView; reload: () => void }) {
  const may = useCan()('audit-plan.programme');
  const navigate = useNavigate();
  const { id: programmeId, engagementId } = view;
  const open = (id: string, edition?: number): void =>
    void navigate(planHref(engagementId, `programmes/${id}${edition === undefined ? '' : `?edition=${edition}`}`));
  const edit = ui.useCommand((options) => plan.editProgramme({ programmeId }, options), {
    onDone: () => open(programmeId, Math.max(...view.editions.map((one) => one.edition)) + 1),
  });
  const publish = ui.useCommand(
    (options) => plan.publishProgramme({ programmeId, version: view.editionVersion }, options),
    {
      done: text.publishedDone,
      onDone: () => {
        open(programmeId);
        reload();
      },
    },
  );
  const discard = ui.useCommand(
    (options) => plan.discardProgramme({ programmeId, version: view.editionVersion }, options),
    { onDone: () => void navigate(planHref(engagementId)) },
  );
  const retire = ui.useCommand(
    (options) => plan.retireProgramme({ programmeId, version: view.version, retired: !view.retired }, options),
    { done: messages.saved, onDone: reload },
  );
  if (!may) return null;
  return (
    <>
      {[edit, publish, discard, retire].map(({ problem }) =>
        problem === undefined ? null : <ui.Problem key={problem.message} problem={problem} />,
      )}
      <div className="flex flex-wrap gap-4">
        {view.state === 'draft' && (
          <>
            <ui.ConfirmButton
              variant="solid"
              title={text.publishTitle}
              body={text.publishBody}
              busy={publish.busy}
              onConfirm={() => publish.run()}
            >
              {text.publish}
            </ui.ConfirmButton>
            <ui.ConfirmButton
              title={text.discardTitle}
              body={text.discardBody}
              busy={discard.busy}
              onConfirm={() => discard.run()}
            >
              {text.discard}
            </ui.ConfirmButton>
          </>
        )}
        {view.state !== 'draft' &&
          (view.draft === null ? (
            <ui.Button busy={edit.busy} onClick={() => void edit.run()}>
              {text.edit}
            </ui.Button>
          ) : (
            <ui.LinkButton href={planHref(engagementId, `programmes/${programmeId}?edition=${view.draft}`)}>
              {text.continueDraft}
            </ui.LinkButton>
          ))}
        {view.edition !== null && (
          <ui.ConfirmButton
            title={text.retireTitle}
            body={text.retireBody}
            busy={retire.busy}
            onConfirm={() => retire.run()}
          >
            {view.retired ? text.revive : text.retire}
          </ui.ConfirmButton>
        )}
      </div>
      <ui.Disclosure summary={text.copy}>
        <ui.Form
          submitLabel={text.copySubmit}
          done={text.copied}
          submit={(form) => plan.copyProgramme({ programmeId, title: form.text('title') }, form.options)}
          onDone={({ id }) => open(id)}
        >
          <ui.TextField name="title" label={text.copyTitle} required maxLength={80} />
        </ui.Form>
      </ui.Disclosure>
    </>
  );
}

type Edition = ProgrammeView['editions'][number];

const editionColumns = (view: ProgrammeView): readonly ui.Column<Edition>[] => [
  {
    key: 'edition',
    header: messages.programmes.edition,
    rowHeader: true,
    cell: ({ edition }) => (
      <ui.TextLink href={planHref(view.engagementId, `programmes/${view.id}?edition=${edition}`)}>
        {messages.programmes.version(edition)}
      </ui.TextLink>
    ),
  },
  { key: 'state', header: text.state, cell: ({ state }) => text.states[state] },
  {
    key: 'publishedAt',
    header: text.published,
    cell: ({ publishedAt }) => (publishedAt === null ? '―' : <ui.InstantText at={publishedAt} />),
  },
  { key: 'note', header: text.editionNote, cell: ({ note }) => (note === '' ? '―' : note) },
];

function Editions({ view }: { view: ProgrammeView }) {
  return (
    <ui.Section title={text.editions}>
      <ui.Table
        caption={text.editions}
        hideCaption
        rows={view.editions}
        rowKey={({ edition }) => String(edition)}
        columns={editionColumns(view)}
      />
    </ui.Section>
  );
}
