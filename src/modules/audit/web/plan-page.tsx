import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { ISSUE_SOURCE_LABELS } from '../labels.ts';
import { audit, choicesOf, type DepartmentAudit } from './audit-client.ts';
import { DepartmentFrame } from './department-frame.tsx';
import { messages } from './messages.ja.ts';
import { ChecklistPart } from './checklist-part.tsx';
import { TargetPart } from './target-part.tsx';

const text = messages.plan;
const SOURCES = ['self-check', 'preliminary-survey', 'other'] as const;

interface Part {
  readonly data: DepartmentAudit;
  readonly reload: () => void;
  readonly editable: boolean;
}

export function Component() {
  const work = useCan()('audit.work');
  return (
    <DepartmentFrame tab="plan">
      {({ data, reload }) => {
        if (data.targetId !== null)
          return (
            <>
              <TargetPart data={data} reload={reload} />
              <ChecklistPart data={data} reload={reload} />
            </>
          );
        const editable = work && (data.state === 'preparing' || data.state === 'in-progress');
        return (
          <>
            <Profile data={data} reload={reload} editable={editable} />
            <Issues data={data} reload={reload} editable={editable} />
            <Method data={data} reload={reload} editable={editable} />
            {work && data.state === 'in-progress' && <Finish data={data} reload={reload} />}
          </>
        );
      }}
    </DepartmentFrame>
  );
}

const TRAITS = ['visitorCounter', 'serverRoom', 'externalService'] as const;

function Profile({ data, reload, editable }: Part) {
  const traits = TRAITS.filter((trait) => data.profile[trait]);
  return (
    <ui.Section title={text.profile}>
      <p>{text.profileHelp}</p>
      {editable ? (
        <ui.Form
          version={data.version}
          submitLabel={text.saveProfile}
          submit={(form) => {
            const chosen = form.all('profile');
            return audit.setProfile(
              {
                auditId: data.id,
                version: form.version,
                profile: {
                  visitorCounter: chosen.includes('visitorCounter'),
                  serverRoom: chosen.includes('serverRoom'),
                  externalService: chosen.includes('externalService'),
                },
              },
              form.options,
            );
          }}
          onDone={reload}
        >
          <ui.CheckboxGroup
            name="profile"
            label={text.profile}
            options={TRAITS.map((trait) => ({ value: trait, label: text[trait] }))}
            defaultValues={traits}
          />
        </ui.Form>
      ) : (
        <p>{traits.map((trait) => text[trait]).join('、') || '―'}</p>
      )}
    </ui.Section>
  );
}

type Issue = DepartmentAudit['issues'][number];

const ISSUE_COLUMNS: readonly ui.Column<Issue>[] = [
  { key: 'issue', header: text.issue, rowHeader: true, cell: ({ issue }) => issue },
  { key: 'source', header: text.source, cell: ({ source }) => ISSUE_SOURCE_LABELS[source] },
  { key: 'approach', header: text.approach, cell: ({ approach }) => approach },
];

const removeColumn = (remove: (id: string) => void, busy: boolean): ui.Column<Issue> => ({
  key: 'remove',
  header: text.remove,
  cell: ({ id, issue }) => (
    <ui.Button size="small" variant="text" busy={busy} aria-label={text.removeIssue(issue)} onClick={() => remove(id)}>
      {text.remove}
    </ui.Button>
  ),
});

function Issues({ data, reload, editable }: Part) {
  const remove = ui.useCommand(
    (options, id: string) =>
      audit.saveIssues(
        { auditId: data.id, version: data.version, issues: data.issues.filter((entry) => entry.id !== id) },
        options,
      ),
    { onDone: reload },
  );
  return (
    <ui.Section title={text.issues}>
      {editable && <p>{text.issuesHelp}</p>}
      <ui.Table
        caption={text.issues}
        hideCaption
        rows={data.issues}
        rowKey={({ id }) => id}
        columns={editable ? [...ISSUE_COLUMNS, removeColumn((id) => void remove.run(id), remove.busy)] : ISSUE_COLUMNS}
        empty={<ui.EmptyState title={text.noIssues} />}
      />
      {editable && (
        <ui.Form
          reset
          draft={`audit-issue:${data.id}`}
          version={data.version}
          submitLabel={text.addIssue}
          submit={(form) =>
            audit.saveIssues(
              {
                auditId: data.id,
                version: form.version,
                issues: [
                  ...data.issues,
                  {
                    issue: form.text('issue'),
                    source: form.one('source', SOURCES),
                    items: [],
                    approach: form.text('approach'),
                  },
                ],
              },
              form.options,
            )
          }
          onDone={reload}
        >
          <ui.TextArea name="issue" label={text.issue} required maxLength={4000} rows={2} />
          <ui.RadioGroup name="source" label={text.source} required inline options={choicesOf(ISSUE_SOURCE_LABELS)} />
          <ui.TextArea name="approach" label={text.approach} maxLength={4000} rows={2} />
        </ui.Form>
      )}
    </ui.Section>
  );
}

const METHODS = ['documents', 'hearing', 'visit'] as const;

function Method({ data, reload, editable }: Part) {
  const { method } = data;
  const chosen = METHODS.filter((name) => method?.[name] === true);
  return (
    <ui.Section title={text.method}>
      {method === null && !editable && <ui.EmptyState title={text.noMethod} />}
      {editable ? (
        <ui.Form
          version={data.version}
          draft={`audit-method:${data.id}`}
          submitLabel={text.saveMethod}
          submit={(form) => {
            const names = form.all('documents');
            return audit.chooseMethod(
              {
                auditId: data.id,
                version: form.version,
                documents: names.includes('documents'),
                hearing: names.includes('hearing'),
                visit: names.includes('visit'),
                reason: form.text('reason'),
              },
              form.options,
            );
          }}
          onDone={reload}
        >
          <ui.CheckboxGroup
            name="documents"
            label={text.method}
            hint={text.methodHelp}
            required
            options={METHODS.map((name) => ({ value: name, label: text[name] }))}
            defaultValues={chosen}
          />
          <ui.TextArea
            name="reason"
            label={text.reason}
            required
            maxLength={4000}
            defaultValue={method?.reason ?? ''}
          />
        </ui.Form>
      ) : (
        method !== null && (
          <ui.DataList
            items={[
              { term: text.method, value: chosen.map((name) => text[name]).join('、') },
              { term: text.reason, value: method.reason },
            ]}
          />
        )
      )}
    </ui.Section>
  );
}

function Finish({ data, reload }: Omit<Part, 'editable'>) {
  const finish = ui.useCommand(
    (options) => audit.closeFieldwork({ auditId: data.id, version: data.version }, options),
    { onDone: reload },
  );
  return (
    <ui.Section title={text.finish}>
      <p>{text.finishHelp}</p>
      {finish.problem !== undefined && <ui.Problem problem={finish.problem} />}
      <div>
        <ui.ConfirmButton
          variant="solid"
          title={text.finishTitle}
          body={text.finishBody}
          busy={finish.busy}
          onConfirm={() => finish.run()}
        >
          {text.finish}
        </ui.ConfirmButton>
      </div>
    </ui.Section>
  );
}
