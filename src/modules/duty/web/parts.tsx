/** What the duty pages are made of: the frame with its tabs, decisions, one-press commands, attached files. */
import type { ReactNode } from 'react';
import type { CallOptions } from '../../../kernel/contract.ts';
import { useCan, useEngagementId } from '../../../web/session.ts';
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { duty, type Duties } from './duty-client.ts';
import { messages } from './messages.ja.ts';

/** What every part of a page is given. */
export interface PartProps {
  readonly engagementId: string;
  readonly data: Duties;
  readonly reload: () => void;
  readonly can: (permission: string) => boolean;
}

export function DutyPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children: (part: PartProps) => ReactNode;
}) {
  const engagementId = useEngagementId();
  const can = useCan();
  const load = ui.useLoad(() => duty.getDuties({ engagementId }), [engagementId]);
  const base = `/engagements/${engagementId}/duties`;
  const { name, overview, ...pages } = messages.tabs;
  return (
    <ui.Page title={title} lead={lead}>
      <ui.Loaded from={load}>
        {(data) => (
          <>
            <ui.Tabs
              name={name}
              items={[
                { label: overview, href: base, exact: true },
                ...Object.entries(pages)
                  .filter(([page]) => hasPage(page, data.conditions))
                  .map(([page, label]) => ({ label, href: `${base}/${page}` })),
              ]}
            />
            {children({ engagementId, data, reload: load.reload, can })}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

/** What the specification is silent about has no page. */
function hasPage(page: string, asked: Duties['conditions']): boolean {
  switch (page) {
    case 'basics':
      return [asked.rules, asked.measures, asked.documents, asked.annexes, asked.compliance, asked.cloud].some(
        (part) => part !== undefined,
      );
    case 'handlers':
      return [asked.manager, asked.handlerNotice, asked.workplace, asked.level].some((part) => part !== undefined);
    case 'training':
      return asked.training !== undefined || asked.confidentiality !== undefined;
    case 'subcontracts':
      return asked.subcontract !== undefined;
    case 'carry-outs':
      return asked.carryOut !== undefined;
    case 'requests':
      return [asked.reports, asked.thirdParties, asked.works, asked.supervisor, asked.eco].some(
        (part) => part !== undefined,
      );
    case 'proposals':
      return asked.proposals !== undefined;
    case 'inspections':
      return asked.inspection !== undefined;
    case 'erasure':
      return asked.disposal !== undefined;
    default:
      return true;
  }
}

/** A form that adds a record. */
export function AddForm({
  title,
  help,
  draft,
  submitLabel = messages.record,
  done = messages.recorded,
  submit,
  reload,
  children,
}: {
  title: string;
  help?: string;
  draft: string;
  submitLabel?: string;
  done?: string;
  submit: (form: FormReader) => Promise<unknown>;
  reload: () => void;
  children: ReactNode;
}) {
  return (
    <ui.Section title={title}>
      {help !== undefined && <p>{help}</p>}
      <ui.Form draft={draft} submitLabel={submitLabel} done={done} reset submit={submit} onDone={reload}>
        {children}
      </ui.Form>
    </ui.Section>
  );
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** A form about one record: opens under its summary. */
export function StepForm({
  record,
  summary,
  submitLabel = messages.record,
  done = messages.recorded,
  submit,
  reload,
  children,
}: {
  record: Versioned;
  summary: string;
  submitLabel?: string;
  done?: string;
  submit: (form: FormReader) => Promise<unknown>;
  reload: () => void;
  children: ReactNode;
}) {
  return (
    <ui.Disclosure summary={summary}>
      <ui.Form
        version={record.version}
        draft={`duty:${record.id}:${summary}`}
        submitLabel={submitLabel}
        done={done}
        submit={submit}
        onDone={reload}
      >
        {children}
      </ui.Form>
    </ui.Disclosure>
  );
}

export interface Decision {
  readonly approved: boolean;
  readonly comment: string;
  readonly version: number;
}

/** The city's yes or no with its reason; `words` where yes and no are called otherwise. */
export function DecideForm({
  record,
  decide,
  reload,
  words = messages.decide,
  children,
}: {
  record: Versioned;
  decide: (decision: Decision, form: FormReader) => Promise<unknown>;
  reload: () => void;
  words?: { readonly approve: string; readonly refuse: string; readonly commentHelp: string };
  children?: ReactNode;
}) {
  const text = messages.decide;
  return (
    <StepForm
      record={record}
      summary={text.title}
      submitLabel={text.submit}
      done={text.done}
      submit={(form) =>
        decide(
          {
            approved: form.one('approved', ['approve', 'refuse']) === 'approve',
            comment: form.text('comment'),
            version: form.version,
          },
          form,
        )
      }
      reload={reload}
    >
      <ui.RadioGroup
        name="approved"
        label={text.title}
        required
        options={[
          { value: 'approve', label: words.approve },
          { value: 'refuse', label: words.refuse },
        ]}
      />
      {children}
      <ui.TextArea name="comment" label={text.comment} hint={words.commentHelp} maxLength={10_000} rows={2} />
    </StepForm>
  );
}

/** A command without fields. */
export function ActButton({
  children,
  act,
  reload,
}: {
  children: string;
  act: (options: CallOptions) => Promise<unknown>;
  reload: () => void;
}) {
  const command = ui.useCommand((options) => act(options), { done: messages.recorded, onDone: reload });
  return (
    <ui.Button size="small" busy={command.busy} onClick={() => void command.run()}>
      {children}
    </ui.Button>
  );
}

export function Files({
  engagementId,
  recordId,
  files,
}: {
  engagementId: string;
  recordId: string;
  files: readonly string[];
}) {
  if (files.length === 0) return <>{messages.none}</>;
  return (
    <ul>
      {files.map((fileId, index) => (
        <li key={fileId}>
          <ui.TextLink href={duty.href('downloadFile', { engagementId, recordId, fileId })}>
            {messages.files(index + 1)}
          </ui.TextLink>
        </li>
      ))}
    </ul>
  );
}

/** One of the module's papers as Word and PDF. */
export function Paper({
  engagementId,
  kind,
  subject = null,
  title,
  spreadsheet = false,
}: {
  engagementId: string;
  kind: string;
  subject?: string | null;
  title: string;
  /** Offered as a spreadsheet too. */
  spreadsheet?: boolean;
}) {
  const href = (format: 'docx' | 'pdf' | 'xlsx') =>
    duty.href('downloadDocument', { engagementId, kind, subject, format });
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      {/* The links say the title themselves to those who hear the page. */}
      <span aria-hidden="true">{title}</span>
      <ui.DownloadLinks
        title={title}
        files={[
          ...(spreadsheet ? [{ kind: 'xlsx', href: href('xlsx') } as const] : []),
          { kind: 'docx', href: href('docx') },
          { kind: 'pdf', href: href('pdf') },
        ]}
      />
    </div>
  );
}

/** `occurredOn` for the input, when a day was entered. */
export const occurredOn = (form: FormReader): { occurredOn?: string } => {
  const day = form.dayOrNull('occurredOn');
  return day === null ? {} : { occurredOn: day };
};

export function OccurredOn() {
  return <ui.DateField name="occurredOn" label={messages.occurredOn} hint={messages.occurredOnHelp} />;
}
