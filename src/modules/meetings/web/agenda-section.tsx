import { useState } from 'react';
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Meeting, meetings } from './meetings-client.ts';
import { messages } from './messages.ja.ts';
import { PaperDownloads } from './paper-downloads.tsx';
import { paperMessages } from './paper-messages.ja.ts';

const text = paperMessages.agenda;
type Item = Meeting['agenda'][number];

const COLUMNS: readonly ui.Column<Item>[] = [
  { key: 'title', header: text.columns.title, rowHeader: true, cell: ({ title }) => title },
  { key: 'presenter', header: text.columns.presenter, cell: ({ presenter }) => presenter || messages.minutes.none },
  {
    key: 'minutes',
    header: text.columns.minutes,
    align: 'end',
    cell: ({ minutes }) => (minutes === null ? messages.minutes.none : text.minutes(minutes)),
  },
];

/** What will be spoken about, by whom, for how long. */
export function AgendaSection({
  engagementId,
  meeting,
  editable,
  reload,
}: {
  engagementId: string;
  meeting: Meeting;
  editable: boolean;
  reload: () => void;
}) {
  return (
    <ui.Section title={text.title}>
      <ui.Table
        caption={text.title}
        hideCaption
        columns={COLUMNS}
        rows={meeting.agenda}
        rowKey={(item) => `${meeting.agenda.indexOf(item)}`}
        empty={<p>{text.none}</p>}
      />
      <div className="flex flex-wrap items-center gap-x-4">
        <span aria-hidden="true">{messages.page.notice}</span>
        <PaperDownloads
          engagementId={engagementId}
          kind="meeting-notice"
          title={messages.page.notice}
          subject={meeting.id}
          formats={['docx', 'pdf']}
        />
      </div>
      {editable && (
        <ui.Disclosure summary={text.edit}>
          <AgendaForm key={meeting.version} engagementId={engagementId} meeting={meeting} reload={reload} />
        </ui.Disclosure>
      )}
    </ui.Section>
  );
}

function AgendaForm({ engagementId, meeting, reload }: { engagementId: string; meeting: Meeting; reload: () => void }) {
  const [rows, setRows] = useState(Math.max(2, meeting.agenda.length));
  return (
    <ui.Form
      version={meeting.version}
      draft={`meeting-agenda:${meeting.id}`}
      submitLabel={text.save}
      done={text.saved}
      submit={(form) =>
        meetings.saveAgenda(
          {
            engagementId,
            meetingId: meeting.id,
            version: form.version,
            agenda: itemsFrom(form, rows),
            length: form.numberOrNull('length'),
          },
          form.options,
        )
      }
      onDone={reload}
      actions={<ui.Button onClick={() => setRows(rows + 1)}>{text.add}</ui.Button>}
    >
      {Array.from({ length: rows }, (_, index) => {
        const item = meeting.agenda[index];
        return (
          <div key={index} className="grid grid-cols-[minmax(0,1fr)] gap-4 desktop:grid-cols-[3fr_2fr_1fr]">
            <ui.TextField
              name={`agenda.${index}.title`}
              label={text.itemTitle(index + 1)}
              defaultValue={item?.title ?? ''}
              maxLength={200}
            />
            <ui.TextField
              name={`agenda.${index}.presenter`}
              label={text.itemPresenter(index + 1)}
              defaultValue={item?.presenter ?? ''}
              maxLength={100}
            />
            <ui.NumberField
              name={`agenda.${index}.minutes`}
              label={text.itemMinutes(index + 1)}
              defaultValue={item?.minutes ?? null}
              min={1}
              max={600}
              unit={text.unit}
            />
          </div>
        );
      })}
      <ui.NumberField
        name="length"
        label={text.length}
        defaultValue={meeting.length}
        min={5}
        max={600}
        unit={text.unit}
      />
    </ui.Form>
  );
}

/** Rows without a title are left out. */
function itemsFrom(form: FormReader, rows: number): Item[] {
  return Array.from({ length: rows }, (_, index) => `agenda.${index}`)
    .filter((row) => form.text(`${row}.title`) !== '')
    .map((row) => ({
      title: form.text(`${row}.title`),
      presenter: form.text(`${row}.presenter`),
      minutes: form.numberOrNull(`${row}.minutes`),
    }));
}
