/** Findings over all targets: grades that do not fit together, and what several departments have in common. */
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit, auditHref, auditNames, type Finding } from './audit-client.ts';
import { messages } from './messages-papers.ja.ts';

const text = messages.issues;

async function read(engagementId: string, work: boolean) {
  const [{ findings }, { audits }, { issues, candidates }, { groups }] = await Promise.all([
    audit.listFindings({ engagementId }),
    audit.getProgramme({ engagementId }),
    audit.listCommonIssues({ engagementId }),
    work ? audit.checkConsistency({ engagementId }) : { groups: [] },
  ]);
  return {
    byId: new Map(findings.map((finding) => [finding.id, finding])),
    names: auditNames(audits),
    ...{ issues, candidates, groups },
  };
}
type Data = Awaited<ReturnType<typeof read>>;

export function Component() {
  const engagementId = useEngagementId();
  const work = useCan()('audit.work');
  const load = ui.useLoad(() => read(engagementId, work), [engagementId, work]);
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ui.Loaded from={load}>
        {(data) => (
          <>
            {work && <Consistency engagementId={engagementId} data={data} />}
            <Candidates engagementId={engagementId} data={data} work={work} reload={load.reload} />
            <Issues data={data} work={work} reload={load.reload} />
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function Names({ engagementId, data, ids }: { engagementId: string; data: Data; ids: readonly string[] }) {
  return (
    <ul>
      {ids
        .map((id) => data.byId.get(id))
        .filter((finding): finding is Finding => finding !== undefined)
        .map(({ id, auditId, title, grade }) => (
          <li key={id}>
            <ui.TextLink href={`${auditHref(engagementId)}/findings/${id}`}>
              {`${data.names.get(auditId) ?? ''}　${title}（${grade ?? '―'}）`}
            </ui.TextLink>
          </li>
        ))}
    </ul>
  );
}

const groupColumns = (engagementId: string, data: Data): readonly ui.Column<Data['groups'][number]>[] => [
  { key: 'grades', header: text.grades, rowHeader: true, cell: ({ grades }) => grades.join('、') },
  {
    key: 'findings',
    header: text.findings,
    cell: ({ findingIds }) => <Names engagementId={engagementId} data={data} ids={findingIds} />,
  },
  { key: 'reason', header: text.reason, cell: ({ reason }) => text.reasons[reason] },
];

function Consistency({ engagementId, data }: { engagementId: string; data: Data }) {
  return (
    <ui.Section title={text.consistency}>
      {data.groups.length === 0 ? (
        <p>{text.consistent}</p>
      ) : (
        <ui.Table
          caption={text.consistency}
          hideCaption
          rows={data.groups}
          rowKey={({ findingIds }) => findingIds.join(' ')}
          columns={groupColumns(engagementId, data)}
        />
      )}
    </ui.Section>
  );
}

interface Part {
  readonly data: Data;
  readonly work: boolean;
  readonly reload: () => void;
}

function Candidates({ engagementId, data, work, reload }: Part & { readonly engagementId: string }) {
  return (
    <ui.Section title={text.candidates}>
      {data.candidates.length === 0 && <p>{text.noCandidates}</p>}
      {data.candidates.map(({ reason, findingIds, departmentIds }) => (
        <div key={findingIds.join(' ')} className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <p>
            {text.reasons[reason]}　{text.departments}：{departmentIds.length}
          </p>
          <Names engagementId={engagementId} data={data} ids={findingIds} />
          {work && (
            <ui.Disclosure summary={text.raise}>
              <ui.Form
                submitLabel={text.raise}
                submit={(form) =>
                  audit.raiseCommonIssue(
                    { engagementId, title: form.text('title'), text: form.text('text'), findingIds },
                    form.options,
                  )
                }
                onDone={reload}
              >
                <ui.TextField
                  name="title"
                  label={text.name}
                  required
                  maxLength={200}
                  defaultValue={data.byId.get(findingIds[0] ?? '')?.title ?? ''}
                />
                <ui.TextArea name="text" label={text.text} required maxLength={10000} rows={3} />
              </ui.Form>
            </ui.Disclosure>
          )}
        </div>
      ))}
    </ui.Section>
  );
}

function Issues({ data, work, reload }: Part) {
  return (
    <ui.Section title={text.issues}>
      {data.issues.length === 0 && <p>{text.none}</p>}
      {data.issues.map((issue) => (
        <div key={issue.id} className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <ui.DataList
            items={[
              { term: text.name, value: issue.title },
              { term: text.text, value: issue.text },
              { term: text.departments, value: issue.departmentIds.length },
              { term: text.templates, value: issue.templates.map(({ document }) => document).join('、') },
            ]}
          />
          {work && (
            <ui.Disclosure summary={text.provide}>
              <ui.Form
                version={issue.version}
                submitLabel={text.provide}
                submit={(form) =>
                  audit.provideTemplate(
                    {
                      issueId: issue.id,
                      version: form.version,
                      document: form.text('document'),
                      note: form.text('note'),
                    },
                    form.options,
                  )
                }
                onDone={reload}
              >
                <ui.TextField name="document" label={text.document} required maxLength={200} />
                <ui.TextArea name="note" label={text.note} maxLength={4000} rows={2} />
              </ui.Form>
            </ui.Disclosure>
          )}
        </div>
      ))}
    </ui.Section>
  );
}
