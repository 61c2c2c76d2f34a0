import { lazy, Suspense, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { checkForm } from '../../../../core/assessment/index.ts';
import type { FormItem } from '../../../../core/content-schema/index.ts';
import * as ui from '../../../../web/ui/index.ts';
import { type Detail, questionnaires } from '../client.ts';
import { messages } from '../messages.ja.ts';
import { PublishButton } from '../version-actions.tsx';
import { Findings } from './findings.tsx';
import { HeadSection } from './head-section.tsx';
import { LeftOut } from './left-out.tsx';
import type { Editing } from './paths.ts';
import { Preview, PREVIEW } from './preview.tsx';
import { SectionPart } from './section-part.tsx';
import { AddSection } from './section-form.tsx';
import { useBuild } from './use-build.ts';

/** The way through a spreadsheet comes after the editor. */
const ListExchange = lazy(async () => ({
  default: (await import('../../../../web/list-exchange.tsx')).ListExchange,
}));

const text = messages.builder;

/** The builder: sections and items of a draft, what is wrong with it, and what a respondent sees. */
export function Component() {
  const { questionnaireId = '' } = useParams();
  const load = ui.useLoad(() => questionnaires.getQuestionnaire({ questionnaireId }), [questionnaireId]);
  const list = { label: messages.title, href: '/questionnaires' };
  if (load.state !== 'ready') {
    return (
      <ui.Page title={text.title} breadcrumbs={[list]}>
        <ui.Loaded from={load}>{() => null}</ui.Loaded>
      </ui.Page>
    );
  }
  const detail = load.data;
  if (detail.state === 'published') {
    return (
      <ui.Page title={text.title} breadcrumbs={[list, { label: detail.title, href: `/questionnaires/${detail.id}` }]}>
        <ui.Notice tone="warning" title={text.published}>
          <p>{text.publishedHelp}</p>
        </ui.Notice>
      </ui.Page>
    );
  }
  return <Builder key={`${detail.id}:${detail.version}`} first={detail} reload={load.reload} />;
}

function Builder({ first, reload }: { first: Detail; reload: () => void }) {
  const builder = useBuild(first);
  const navigate = useNavigate();
  const [editing, setEditing] = useState<Editing>(null);
  const [draftItem, setDraftItem] = useState<FormItem | null>(null);
  const { detail } = builder;
  const { form } = detail;
  const findings = useMemo(() => checkForm(form), [form]);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const edit = (next: Editing): void => {
    setEditing(next);
    setDraftItem(null);
  };
  return (
    <ui.Page
      title={text.title}
      breadcrumbs={[
        { label: messages.title, href: '/questionnaires' },
        { label: detail.title, href: `/questionnaires/${detail.id}` },
      ]}
      lead={text.lead}
      actions={
        <>
          <ui.LinkButton size="small" href={`#${PREVIEW}`}>
            {text.preview.jump}
          </ui.LinkButton>
          <Suspense fallback={null}>
            <ListExchange
              list="questionnaire.items"
              engagementId={null}
              edit="questionnaire.edit"
              subject={detail.id}
              onDone={reload}
            />
          </Suspense>
          {errors === 0 && (
            <PublishButton
              version={detail}
              onDone={() => void navigate(`/questionnaires/${detail.id}`)}
              onStale={reload}
            />
          )}
        </>
      }
    >
      {builder.problem !== undefined && <ui.Problem problem={builder.problem} />}
      <Findings findings={findings} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 desktop-admin:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
          <HeadSection builder={builder} />
          {form.sections.map((section, index) => (
            <SectionPart
              key={section.id}
              builder={builder}
              section={section}
              index={index}
              findings={findings}
              editing={editing}
              onEdit={edit}
              onDraft={setDraftItem}
            />
          ))}
          <AddSection builder={builder} />
          <LeftOut builder={builder} />
        </div>
        <Preview form={form} item={draftItem} />
      </div>
    </ui.Page>
  );
}
