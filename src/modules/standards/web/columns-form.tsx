/** How the columns of a spreadsheet are understood. */
import { useState } from 'react';
import { columnLetters } from '../../../core/exchange/sheet.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages-import.ja.ts';
import { type ImportView, standards } from './standards-client.ts';

const text = messages.columns;
type Sheets = NonNullable<ImportView['sheets']>;
type Fields = keyof Sheets['mapping']['columns'];
const FIELDS = Object.keys(text.fields) as readonly Fields[];

export function ColumnsForm({
  engagementId,
  file,
  sheets,
  onDone,
}: {
  readonly engagementId: string;
  readonly file: ImportView;
  readonly sheets: Sheets;
  readonly onDone: () => void;
}) {
  const { mapping, offered, fromEarlier } = sheets;
  const [sheetName, setSheetName] = useState(mapping.sheet);
  const sheet = offered.find(({ name }) => name === sheetName) ?? offered[0];
  if (sheet === undefined) return null;
  const columns = sheet.columns.map(({ at, heading, samples }) => ({
    value: String(at),
    label: text.column(columnLetters(at), heading, samples[0] ?? ''),
  }));
  const known = sheet.name === mapping.sheet;
  return (
    <ui.Section title={text.title}>
      <p>{text.lead}</p>
      {fromEarlier && <ui.Notice tone="info" title={text.fromEarlier} />}
      <ui.Form
        key={sheet.name}
        guard={false}
        submitLabel={text.apply}
        done={text.done}
        submit={(form) =>
          standards.mapColumns(
            {
              engagementId,
              importId: file.id,
              version: file.version,
              mapping: {
                sheet: sheet.name,
                headingRow: Number(form.text('headingRow')),
                columns: Object.fromEntries(
                  FIELDS.map((name) => [name, Number(form.text(name)) || null]),
                ) as Sheets['mapping']['columns'],
              },
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <ui.Select
          name="sheet"
          label={text.sheet}
          required
          value={sheet.name}
          onChange={(event) => setSheetName(event.target.value)}
          options={offered.map(({ name }) => ({ value: name, label: name }))}
        />
        <ui.Select
          name="headingRow"
          label={text.heading}
          hint={text.headingHint}
          required
          defaultValue={String(known ? mapping.headingRow : (sheet.firstRows[0]?.row ?? 1))}
          options={[
            { value: '0', label: text.noHeading },
            ...sheet.firstRows.map(({ row, text: words }) => ({ value: String(row), label: text.row(row, words) })),
          ]}
        />
        {FIELDS.map((name) => (
          <ui.Select
            key={name}
            name={name}
            label={text.fields[name]}
            {...(text.hints[name] === '' ? {} : { hint: text.hints[name] })}
            prompt={text.none}
            defaultValue={String((known ? mapping.columns[name] : null) ?? '')}
            options={columns}
          />
        ))}
      </ui.Form>
    </ui.Section>
  );
}
