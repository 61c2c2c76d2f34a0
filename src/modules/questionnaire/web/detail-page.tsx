import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { fiscalYearLabel } from '../../../core/calendar/fiscal-year.ts';
import type { QuestionnaireSection } from '../../../core/content-schema/index.ts';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Detail, questionnaires } from './client.ts';
import { itemCondition } from '../condition-words.ts';
import { versionBefore } from './editions.ts';
import { ItemView } from './item-view.tsx';
import { messages } from './messages.ja.ts';
import { DiscardButton, NextButton, PublishButton } from './version-actions.tsx';
import { VersionBadge } from './version-badge.tsx';

const text = messages.detail;
const LIST = [{ label: messages.title, href: '/questionnaires' }];

/** One version in full, as its respondents will meet it. */
export function Component() {
  const { questionnaireId = '' } = useParams();
  const load = ui.useLoad(async () => {
    const [detail, list] = await Promise.all([
      questionnaires.getQuestionnaire({ questionnaireId }),
      questionnaires.listQuestionnaires({}),
    ]);
    return { detail, earlier: versionBefore(list.questionnaires, detail) };
  }, [questionnaireId]);
  if (load.state !== 'ready') {
    return (
      <ui.Page title={messages.title} breadcrumbs={LIST}>
        <ui.Loaded from={load}>{() => null}</ui.Loaded>
      </ui.Page>
    );
  }
  const { detail, earlier } = load.data;
  return (
    <ui.Page
      title={detail.title}
      breadcrumbs={LIST}
      actions={<Actions detail={detail} earlierId={earlier?.id ?? null} reload={load.reload} />}
    >
      {detail.state === 'draft' && (
        <ui.Notice tone="warning" title={text.draftTitle}>
          <p>{text.draft}</p>
        </ui.Notice>
      )}
      <Facts detail={detail} />
      <Contents sections={detail.form.sections} />
      <Sections detail={detail} />
      {detail.leftOut.length > 0 && (
        <ui.Section title={text.leftOut}>
          <p>{text.leftOutLead}</p>
          <ul className="list-disc ps-6">
            {detail.leftOut.map(({ id, number, question }) => (
              <li key={id}>
                {messages.item.question(number)}　{question}
              </li>
            ))}
          </ul>
        </ui.Section>
      )}
    </ui.Page>
  );
}

function Actions({ detail, earlierId, reload }: { detail: Detail; earlierId: string | null; reload: () => void }) {
  const office = useCan()('questionnaire.edit');
  const navigate = useNavigate();
  const draft = detail.state === 'draft';
  return (
    <>
      {earlierId !== null && (
        <ui.LinkButton href={`/questionnaires/compare?from=${earlierId}&to=${detail.id}`}>{text.compare}</ui.LinkButton>
      )}
      {office && draft && (
        <>
          <ui.LinkButton href={`/questionnaires/${detail.id}/edit`}>{text.edit}</ui.LinkButton>
          <PublishButton version={detail} onDone={reload} onStale={reload} />
          <DiscardButton version={detail} onDone={() => void navigate('/questionnaires')} onStale={reload} />
        </>
      )}
      {office && !draft && <NextButton version={detail} />}
    </>
  );
}

function Facts({ detail }: { detail: Detail }) {
  const { form } = detail;
  return (
    <ui.DataList
      items={[
        { term: text.number, value: messages.version(fiscalYearLabel(detail.fiscalYear), detail.number) },
        { term: text.type, value: messages.types[detail.type] },
        { term: text.state, value: <VersionBadge state={detail.state} /> },
        { term: text.items, value: messages.list.itemsText(detail.items) },
        ...(detail.publishedAt === null
          ? []
          : [{ term: text.publishedAt, value: <ui.InstantText at={detail.publishedAt} /> }]),
        { term: text.introduction, value: form.introduction },
        { term: text.respondent, value: form.respondent },
      ]}
    />
  );
}

function Contents({ sections }: { sections: readonly QuestionnaireSection[] }) {
  return (
    <nav aria-label={text.contents}>
      <h2 className="mb-2 text-std-20B-150">{text.contents}</h2>
      <ul className="grid gap-2">
        {sections.map(({ id, number, title, items }) => (
          <li key={id}>
            <ui.TextLink href={`#${id}`}>{text.section(number, title)}</ui.TextLink>
            <span className="ms-3 text-solid-gray-700">
              {text.sectionItems(items[0]?.number ?? 0, items.at(-1)?.number ?? 0)}
            </span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Sections({ detail: { form } }: { detail: Detail }) {
  const [settings, setSettings] = useState(false);
  return (
    <>
      <div data-print="never">
        <ui.Checkbox
          name="settings"
          label={text.showSettings}
          hint={text.showSettingsHint}
          checked={settings}
          onChange={setSettings}
        />
      </div>
      {form.sections.map((section) => (
        <ui.Section key={section.id} id={section.id} title={text.section(section.number, section.title)}>
          {section.description !== undefined && <p>{section.description}</p>}
          {section.visibleIf !== undefined && (
            <p className="text-solid-gray-700">{messages.item.visibleNote(itemCondition(form, section.visibleIf))}</p>
          )}
          {section.items.map((item) => (
            <div key={item.id} className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-solid-gray-420 pt-5">
              <ItemView form={form} item={item} settings={settings} />
            </div>
          ))}
        </ui.Section>
      ))}
    </>
  );
}
