import { clientFor } from '../../../web/client.ts';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import type { peopleContract } from '../../people/contract.ts';
import { AUDIT_STATE_LABELS } from '../labels.ts';
import { audit, auditHref, auditNames, departmentHref, documentFiles, type Programme, toneOf } from './audit-client.ts';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { messages } from './messages.ja.ts';
import { OpenTargets } from './target-part.tsx';

const people = clientFor<typeof peopleContract>('people');
const text = messages.overview;
type Row = Programme['audits'][number];

/** Contracts are checked under the focus theme only. */
const columnsFor = (
  engagementId: string,
  themed: boolean,
  names: ReadonlyMap<string, string>,
): readonly ui.Column<Row>[] => [
  {
    key: 'department',
    header: text.department,
    rowHeader: true,
    cell: ({ id }) => <ui.TextLink href={departmentHref(engagementId, id)}>{names.get(id)}</ui.TextLink>,
  },
  {
    key: 'state',
    header: text.state,
    cell: ({ state }) => <ui.StatusBadge tone={toneOf(state)}>{AUDIT_STATE_LABELS[state]}</ui.StatusBadge>,
  },
  {
    key: 'next',
    header: text.next,
    cell: ({ next }) => (next.who === 'nobody' ? next.what : `${text.who[next.who]}：${next.what}`),
  },
  {
    key: 'checks',
    header: text.checks,
    align: 'end',
    nowrap: true,
    cell: ({ counts }) => `${counts.judged}／${counts.checks}`,
  },
  ...(themed
    ? [
        {
          key: 'contracts',
          header: text.contracts,
          align: 'end',
          nowrap: true,
          cell: ({ counts }: Row) => `${counts.contracts - counts.contractsOpen}／${counts.contracts}`,
        } as const,
      ]
    : []),
  { key: 'findings', header: text.findings, align: 'end', cell: ({ counts }) => counts.findings },
];

/** Also while nothing is begun: the first audit may be one under a focus theme. */
const isThemed = ({ theme, audits }: Programme): boolean =>
  theme !== null || audits.length === 0 || audits.some(({ targetId }) => targetId === null);

export function Component() {
  const engagementId = useEngagementId();
  const city = useCan()('audit.city');
  const load = ui.useLoad(() => audit.getProgramme({ engagementId }), [engagementId]);
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ui.Loaded from={load}>
        {(programme) => (
          <>
            <ui.Table
              caption={text.caption}
              columns={columnsFor(engagementId, isThemed(programme), auditNames(programme.audits))}
              rows={programme.audits}
              rowKey={({ id }) => id}
              empty={<ui.EmptyState title={text.empty}>{city ? text.emptyCity : text.emptyContractor}</ui.EmptyState>}
            />
            <OpenTargets engagementId={engagementId} onDone={load.reload} />
            {programme.audits.length > 0 && <Documents engagementId={engagementId} themed={isThemed(programme)} />}
            {isThemed(programme) && (
              <ui.Section title={text.theme}>
                {programme.theme === null ? <p>{text.themeEmpty}</p> : <ThemeList theme={programme.theme} />}
                {city && programme.theme !== null && (
                  <ui.Disclosure summary={text.changeTheme}>
                    <ThemeForm engagementId={engagementId} theme={programme.theme} onDone={load.reload} />
                  </ui.Disclosure>
                )}
              </ui.Section>
            )}
            {city && programme.audits.length === 0 && (
              <OpenForm engagementId={engagementId} programme={programme} onDone={load.reload} />
            )}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function Documents({ engagementId, themed }: { engagementId: string; themed: boolean }) {
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-2">
      {themed && (
        <DocumentLinks
          title={text.documents.checklist}
          files={documentFiles(engagementId, 'checklist', null, ['xlsx', 'docx', 'pdf'])}
        />
      )}
      <ui.LinkButton href={`${auditHref(engagementId)}/findings`} size="small">
        {text.links.findings}
      </ui.LinkButton>
    </div>
  );
}

type Theme = NonNullable<Programme['theme']>;

function ThemeList({ theme }: { theme: Theme }) {
  return (
    <ui.DataList
      items={[
        { term: text.themeName, value: theme.theme },
        { term: text.article, value: theme.article },
        { term: text.guideline, value: theme.guideline },
        { term: text.guidelineVersion, value: theme.guidelineVersion },
      ]}
    />
  );
}

function ThemeFields({ theme, prefix = '' }: { theme: Theme | null; prefix?: string }) {
  const fields = [
    ['theme', text.themeName],
    ['article', text.article],
    ['guideline', text.guideline],
    ['guidelineVersion', text.guidelineVersion],
  ] as const;
  return fields.map(([name, label]) => (
    <ui.TextField
      key={name}
      name={`${prefix}${name}`}
      label={label}
      required
      maxLength={200}
      defaultValue={theme?.[name] ?? ''}
    />
  ));
}

function ThemeForm({ engagementId, theme, onDone }: { engagementId: string; theme: Theme; onDone: () => void }) {
  return (
    <ui.Form
      submitLabel={text.saveTheme}
      submit={(form) =>
        audit.setTheme(
          {
            engagementId,
            theme: form.text('theme'),
            article: form.text('article'),
            guideline: form.text('guideline'),
            guidelineVersion: form.text('guidelineVersion'),
          },
          form.options,
        )
      }
      onDone={onDone}
    >
      <ThemeFields theme={theme} />
    </ui.Form>
  );
}

function OpenForm({
  engagementId,
  programme,
  onDone,
}: {
  engagementId: string;
  programme: Programme;
  onDone: () => void;
}) {
  const load = ui.useLoad(() => people.listDepartments({}), []);
  return (
    <ui.Section title={text.open}>
      <p>{text.openHelp}</p>
      <ui.Loaded from={load}>
        {({ departments }) => (
          <ui.Form
            draft={`audit-open:${engagementId}`}
            submitLabel={text.open}
            done={text.openDone}
            submit={(form) =>
              audit.openAudits(
                {
                  engagementId,
                  departments: form.all('departments'),
                  theme: {
                    theme: form.text('theme.theme'),
                    article: form.text('theme.article'),
                    guideline: form.text('theme.guideline'),
                    guidelineVersion: form.text('theme.guidelineVersion'),
                  },
                },
                form.options,
              )
            }
            onDone={onDone}
          >
            <ui.CheckboxGroup
              name="departments"
              label={text.departments}
              required
              options={departments
                .filter(({ bureauId }) => bureauId !== null)
                .map(({ id, name, bureauName }) => ({ value: id, label: `${bureauName ?? ''} ${name}`.trim() }))}
            />
            <ThemeFields theme={programme.theme} prefix="theme." />
          </ui.Form>
        )}
      </ui.Loaded>
    </ui.Section>
  );
}
