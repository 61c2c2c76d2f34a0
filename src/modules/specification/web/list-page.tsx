import { useNavigate } from 'react-router';
import { fiscalYearLabel } from '../../../core/calendar/fiscal-year.ts';
import * as ui from '../../../web/ui/index.ts';
import { type DraftRow, type Listed, specification } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.list;

/** Specifications that can be used, drafts, and the upload of a new one. */
export function Component() {
  const navigate = useNavigate();
  const listed = ui.useLoad(() => specification.listSpecifications({}), []);
  const drafts = ui.useLoad(() => specification.listDrafts({}), []);
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ui.Section title={text.upload}>
        <ui.Form
          submitLabel={text.submit}
          done={text.done}
          submit={(form) => specification.uploadDraft({ fileId: form.fileIds('fileId')[0] ?? '' }, form.options)}
          onDone={({ importId }) => void navigate(`/specifications/imports/${importId}`)}
        >
          <ui.FileUpload
            name="fileId"
            label={text.file}
            hint={text.fileHint}
            required
            accept=".docx,.pdf,.txt,.yaml,.yml"
          />
        </ui.Form>
      </ui.Section>
      <ui.Section title={text.drafts}>
        <ui.Loaded from={drafts}>
          {({ drafts: rows }) => (
            <ui.Table
              caption={text.drafts}
              hideCaption
              rows={rows}
              rowKey={({ id }) => id}
              columns={DRAFTS}
              empty={<ui.EmptyState title={text.noDrafts} />}
            />
          )}
        </ui.Loaded>
      </ui.Section>
      <ui.Section title={text.published}>
        <ui.Loaded from={listed}>
          {({ specifications }) => (
            <ui.Table
              caption={text.published}
              hideCaption
              rows={specifications}
              rowKey={({ id }) => id}
              columns={LISTED}
            />
          )}
        </ui.Loaded>
      </ui.Section>
    </ui.Page>
  );
}

const DRAFTS: readonly ui.Column<DraftRow>[] = [
  {
    key: 'title',
    header: text.columns.title,
    rowHeader: true,
    cell: ({ id, title, name }) => (
      <ui.TextLink href={`/specifications/drafts/${id}`}>{title === '' ? name : title}</ui.TextLink>
    ),
  },
  { key: 'name', header: text.columns.name, cell: ({ name }) => name },
  { key: 'clauses', header: text.columns.clauses, cell: ({ clauses }) => text.clauses(clauses) },
  { key: 'created', header: text.columns.created, cell: ({ createdAt }) => <ui.InstantText at={createdAt} /> },
  {
    key: 'state',
    header: text.columns.state,
    cell: ({ publishedAs }) => (publishedAs === null ? text.unpublished : text.publishedAs(publishedAs)),
  },
];

const LISTED: readonly ui.Column<Listed>[] = [
  { key: 'title', header: text.columns.title, rowHeader: true, cell: ({ title }) => title },
  { key: 'authority', header: text.columns.authority, cell: ({ authority }) => authority },
  {
    key: 'year',
    header: text.columns.year,
    cell: ({ fiscalYear }) => (fiscalYear === null ? text.byContract : fiscalYearLabel(fiscalYear)),
  },
  { key: 'clauses', header: text.columns.clauses, cell: ({ clauses }) => text.clauses(clauses) },
  { key: 'origin', header: text.columns.origin, cell: ({ bundled }) => (bundled ? text.bundled : text.own) },
  {
    key: 'act',
    header: text.columns.act,
    cell: ({ id }) => (
      <span className="grid gap-2">
        <ui.LinkButton size="small" href={`/engagements/new?specification=${encodeURIComponent(id)}`}>
          {text.use}
        </ui.LinkButton>
        <ui.TextLink href={specification.href('downloadSpecification', { specification: id })}>
          {text.download}
        </ui.TextLink>
      </span>
    ),
  },
];
