import { useState } from 'react';
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { INFORMATION_KINDS, type InformationKind } from '../meeting-types.ts';
import { type Information, meetings } from './meetings-client.ts';
import { paperMessages } from './paper-messages.ja.ts';

const text = paperMessages.information;
const KINDS = Object.keys(INFORMATION_KINDS) as InformationKind[];

export function AddInformationForm({ engagementId, reload }: { engagementId: string; reload: () => void }) {
  return (
    <ui.Section title={text.add}>
      <ui.Form
        draft={`information-new:${engagementId}`}
        reset
        submitLabel={text.submit}
        done={text.added}
        submit={(form) => meetings.addInformation({ engagementId, ...entryFrom(form) }, form.options)}
        onDone={reload}
      >
        <EntryFields entry={null} />
      </ui.Form>
    </ui.Section>
  );
}

/** Puts right what stands in the corner; papers that were sent stay as they are. */
export function ChangeInformationForm({
  engagementId,
  entries,
  reload,
}: {
  engagementId: string;
  entries: readonly Information[];
  reload: () => void;
}) {
  const [chosen, setChosen] = useState('');
  const entry = entries.find(({ id }) => id === chosen) ?? entries[0];
  if (entry === undefined) return null;
  return (
    <ui.Disclosure summary={text.change}>
      <ui.Select
        name="chosen"
        label={text.chosen}
        value={entry.id}
        onChange={(event) => setChosen(event.target.value)}
        options={entries.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <ui.Form
        key={`${entry.id} ${entry.version}`}
        version={entry.version}
        draft={`information:${entry.id}`}
        submitLabel={text.save}
        done={text.saved}
        submit={(form) =>
          meetings.changeInformation(
            { engagementId, informationId: entry.id, version: form.version, ...entryFrom(form) },
            form.options,
          )
        }
        onDone={reload}
      >
        <EntryFields entry={entry} />
      </ui.Form>
    </ui.Disclosure>
  );
}

function EntryFields({ entry }: { entry: Information | null }) {
  return (
    <>
      <ui.RadioGroup
        name="kind"
        label={text.kind}
        required
        {...(entry === null ? {} : { defaultValue: entry.kind })}
        options={KINDS.map((kind) => ({ value: kind, label: INFORMATION_KINDS[kind] }))}
      />
      <ui.TextField name="title" label={text.name} required maxLength={200} defaultValue={entry?.title ?? null} />
      <ui.TextArea
        name="summary"
        label={text.summary}
        required
        rows={4}
        maxLength={2000}
        defaultValue={entry?.summary ?? ''}
      />
      <ui.TextField
        name="source"
        label={text.source}
        hint={text.sourceHelp}
        required
        maxLength={200}
        defaultValue={entry?.source ?? null}
      />
      <ui.DateField name="publishedOn" label={text.publishedOn} required defaultValue={entry?.publishedOn ?? null} />
    </>
  );
}

const entryFrom = (form: FormReader) => ({
  kind: form.one('kind', KINDS),
  title: form.text('title'),
  summary: form.text('summary'),
  source: form.text('source'),
  publishedOn: form.day('publishedOn'),
});
