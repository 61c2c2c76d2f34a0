import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  DownloadLinks,
  EmptyState,
  FileUpload,
  Form,
  LinkButton,
  Loaded,
  Notice,
  Page,
  RadioGroup,
  Section,
  Select,
  TextArea,
  useLoad,
} from '../../../web/ui/index.ts';
import { CatalogueTables } from './catalogue-tables.tsx';
import { type Catalogue, type Kind, type Template, templates } from './client.ts';
import { messages } from './messages.ja.ts';
import { TemplateTable } from './template-table.tsx';

const text = messages.kind;

/** The forms of one kind of document: versions with their check, upload, preview, samples, placeholders. */
export function Component() {
  const engagementId = useEngagementId();
  const { kind = '' } = useParams();
  const listed = useLoad(() => templates.listTemplates({ engagementId }), [engagementId]);
  const catalogue = useLoad(() => templates.getCatalogue({ engagementId, kind }), [engagementId, kind]);
  const back = `/engagements/${engagementId}/templates`;
  const found = listed.state === 'ready' ? listed.data.kinds.find((one) => one.kind === kind) : undefined;
  return (
    <Page title={found?.title ?? messages.title} breadcrumbs={[{ label: messages.title, href: back }]}>
      <Loaded from={listed}>
        {({ templates: all }) =>
          found === undefined ? (
            <EmptyState title={text.unknown} action={<LinkButton href={back}>{text.toList}</LinkButton>}>
              <p>{text.unknownHelp}</p>
            </EmptyState>
          ) : (
            <Loaded from={catalogue}>
              {(known) => (
                <OneKind
                  engagementId={engagementId}
                  kind={found}
                  own={all.filter((one) => one.kind === kind)}
                  catalogue={known}
                  onChange={listed.reload}
                />
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}

interface Given {
  readonly engagementId: string;
  readonly kind: Kind;
  readonly own: readonly Template[];
  readonly catalogue: Catalogue;
  readonly onChange: () => void;
}

function OneKind({ engagementId, kind, own, catalogue, onChange }: Given) {
  const can = useCan();
  const { subjects, departments, placeholders } = catalogue;
  const [departmentId, setDepartment] = useState<string | null>(departments[0]?.id ?? null);
  const [subject, setSubject] = useState<string | null>(subjects[0]?.id ?? null);
  const versions = useRef<HTMLDivElement>(null);
  const registered = () => {
    onChange();
    // The result of the check stands above the form that was sent.
    versions.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      <Notice>{text.pdf}</Notice>
      <div ref={versions}>
        <Section title={text.versions}>
          {subjects.length > 0 && own.length > 0 && (
            <Select
              name="subject"
              label={text.subject}
              hint={text.subjectHint}
              value={subject ?? ''}
              onChange={(event) => setSubject(event.target.value)}
              options={subjects.map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
          {departments.length > 0 && own.some(({ edition }) => edition === 'department') && (
            <Select
              name="department"
              label={text.department}
              value={departmentId ?? ''}
              onChange={(event) => setDepartment(event.target.value)}
              options={departments.map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
          <TemplateTable
            engagementId={engagementId}
            rows={own}
            subject={subject}
            departmentId={departmentId}
            records={kind.perSubject === null || subject !== null}
            onChange={onChange}
          />
        </Section>
      </div>
      <Section title={text.samples}>
        <p>{kind.samples.length === 0 ? text.samplesNone : text.samplesLead}</p>
        <DownloadLinks
          title={text.samples}
          files={kind.samples.map((format) => ({
            kind: format,
            href: templates.href('downloadSample', { engagementId, kind: kind.kind, format }),
          }))}
        />
      </Section>
      {can('templates.manage') && <Register engagementId={engagementId} kind={kind} onDone={registered} />}
      <CatalogueTables placeholders={placeholders} />
    </>
  );
}

function Register({ engagementId, kind, onDone }: { engagementId: string; kind: Kind; onDone: () => void }) {
  const formats = kind.formats.map((format) => messages.formatNames[format]).join('、');
  return (
    <Section title={text.upload}>
      <p>{text.uploadLead}</p>
      <Form
        guard={false}
        reset
        submitLabel={text.submit}
        done={text.registered}
        submit={(form) =>
          templates.registerTemplate(
            {
              engagementId,
              kind: kind.kind,
              edition: kind.editions.length > 1 ? form.one('edition', kind.editions) : 'detailed',
              fileId: form.fileIds('fileId')[0] ?? '',
              comment: form.text('comment'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <FileUpload
          name="fileId"
          label={text.file}
          hint={text.fileHint(formats)}
          required
          accept={kind.formats.map((format) => `.${format}`).join(',')}
        />
        {kind.editions.length > 1 && (
          <RadioGroup
            name="edition"
            label={text.edition}
            hint={text.editionHint}
            required
            inline
            defaultValue="detailed"
            options={kind.editions.map((value) => ({ value, label: messages.editions[value] }))}
          />
        )}
        <TextArea name="comment" label={text.comment} hint={text.commentHint} maxLength={1000} rows={2} />
      </Form>
    </Section>
  );
}
