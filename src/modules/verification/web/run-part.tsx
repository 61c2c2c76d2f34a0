/** The run of a verification: recorded once, and read afterwards. */
import { DocumentLinks } from '../../../web/document-links.tsx';
import * as ui from '../../../web/ui/index.ts';
import { spoken } from '../rules/plan.ts';
import { files, type Verification, verification } from './client.ts';
import { messages as text } from './messages.ja.ts';
import { MomentField, momentFrom, momentProblems } from './moment-field.tsx';

export function RunForm({ one, reload }: { readonly one: Verification; readonly reload: () => void }) {
  return (
    <ui.Section title={text.run}>
      <ui.Form
        version={one.version}
        draft={`verification-run:${one.id}`}
        submitLabel={text.runSubmit}
        done={text.runDone}
        check={(form) => momentProblems(form, ['startedAt', 'endedAt'])}
        submit={(form) =>
          verification.recordRun(
            {
              verificationId: one.id,
              version: form.version,
              startedAt: momentFrom(form, 'startedAt'),
              endedAt: momentFrom(form, 'endedAt'),
              tool: form.text('tool'),
              toolVersion: form.text('toolVersion'),
              targets: form.text('targets'),
              vulnerabilities: {
                high: form.number('vulnerabilities.high'),
                medium: form.number('vulnerabilities.medium'),
                low: form.number('vulnerabilities.low'),
              },
              summary: form.text('summary'),
              files: form.fileIds('files').map((fileId, at) => ({ fileId, title: text.byProduct(at + 1) })),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <MomentField name="startedAt" label={text.startedAt} required value={one.windowFrom} />
        <MomentField name="endedAt" label={text.endedAt} required value={one.windowTo} />
        <ui.TextField name="tool" label={text.fields.tool} required maxLength={200} defaultValue={one.tool} />
        <ui.TextField name="toolVersion" label={text.toolVersion} required maxLength={200} />
        <ui.TextArea
          name="targets"
          label={text.runTargets}
          required
          maxLength={4000}
          rows={2}
          defaultValue={one.subject}
        />
        {(['high', 'medium', 'low'] as const).map((gravity) => (
          <ui.NumberField
            key={gravity}
            name={`vulnerabilities.${gravity}`}
            label={text[gravity]}
            required
            min={0}
            max={100_000}
          />
        ))}
        <ui.TextArea name="summary" label={text.summary} required maxLength={10_000} rows={4} />
        <ui.FileUpload name="files" label={text.files} hint={text.filesHint} multiple />
      </ui.Form>
    </ui.Section>
  );
}

export function RunRead({ one }: { readonly one: Verification }) {
  const { run } = one;
  if (run === null) return null;
  const { high, medium, low } = run.vulnerabilities;
  return (
    <ui.Section title={text.run}>
      <DocumentLinks title={text.papers.record} files={files(one, 'verification-record')} />
      <ui.DataList
        items={[
          { term: text.window, value: text.windowOf(spoken(run.startedAt), spoken(run.endedAt)) },
          { term: text.tool, value: `${run.tool}　${run.toolVersion}` },
          { term: text.runTargets, value: run.targets },
          { term: text.found, value: text.foundOf(high, medium, low) },
          { term: text.summary, value: run.summary },
        ]}
      />
      {run.byProducts.length > 0 && (
        <ui.Table
          caption={text.byProducts}
          rows={run.byProducts}
          rowKey={({ evidenceId }) => evidenceId}
          columns={BY_PRODUCTS}
        />
      )}
    </ui.Section>
  );
}

type ByProduct = NonNullable<Verification['run']>['byProducts'][number];

const BY_PRODUCTS: readonly ui.Column<ByProduct>[] = [
  { key: 'title', header: text.byProductName, rowHeader: true, cell: ({ title }) => title },
  { key: 'sha256', header: text.hash, cell: ({ sha256 }) => <span className="break-all">{sha256}</span> },
];
