/** A first draft: of which programme, and from which catalogues, chapters and how many items. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import * as ui from '../../../web/ui/index.ts';
import { type Catalogue, checklist, hrefOf, plan } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.list;

interface MakeFormProps {
  readonly engagementId: string;
  readonly programmes: readonly { readonly id: string; readonly title: string }[];
}

export function MakeForm({ engagementId, programmes }: MakeFormProps) {
  const navigate = useNavigate();
  const [programmeId, setProgrammeId] = useState('');
  const [open, setOpen] = useState(false);
  return (
    <ui.Form
      submitLabel={text.makeSubmit}
      done={text.made}
      check={(form) =>
        open && form.all('catalogues').length === 0 ? [{ path: 'catalogues', message: text.noSource }] : []
      }
      submit={(form) =>
        checklist.draftChecklist({ programmeId, ...(open ? { sources: sourcesFrom(form) } : {}) }, form.options)
      }
      onDone={({ id }) => void navigate(hrefOf(engagementId, id))}
    >
      <p>{text.makeHelp}</p>
      <ui.Select
        name="programmeId"
        label={text.programme}
        required
        value={programmeId}
        onChange={(event) => setProgrammeId(event.target.value)}
        options={programmes.map(({ id, title }) => ({ value: id, label: title }))}
      />
      {programmeId !== '' && (
        <ui.Checkbox name="open" label={text.sources} hint={text.sourcesHelp} checked={open} onChange={setOpen} />
      )}
      {programmeId !== '' && open && (
        <Sources key={programmeId} engagementId={engagementId} programmeId={programmeId} />
      )}
    </ui.Form>
  );
}

const sourcesFrom = (form: ui.FormReader) =>
  form.all('catalogues').map((catalogue) => ({
    catalogue,
    set: form.text(`set.${catalogue}`),
    items: form.numberOrNull(`items.${catalogue}`),
    chapters: form.all(`chapters.${catalogue}`),
  }));

function Sources({ engagementId, programmeId }: { readonly engagementId: string; readonly programmeId: string }) {
  const load = ui.useLoad(
    async () => ({
      ...(await checklist.listCatalogues({ engagementId })),
      ...(await plan.getProgramme({ programmeId })),
    }),
    [engagementId, programmeId],
  );
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  return (
    <ui.Loaded from={load}>
      {({ catalogues, programme }) => {
        const asked = new Map(programme.checklists.map((one) => [one.catalogue, one]));
        const used = chosen ?? catalogues.map(({ code }) => code).filter((code) => asked.has(code));
        return (
          <>
            <ui.CheckboxGroup
              name="catalogues"
              label={messages.edit.choose}
              options={catalogues.map(({ code, title }) => ({ value: code, label: title }))}
              values={used}
              onChange={setChosen}
            />
            {catalogues
              .filter(({ code }) => used.includes(code))
              .map((catalogue) => {
                const { items, itemsAtMost, set = '' } = asked.get(catalogue.code) ?? {};
                return (
                  <SourceFields
                    key={catalogue.code}
                    catalogue={catalogue}
                    set={set}
                    items={items ?? itemsAtMost ?? null}
                  />
                );
              })}
          </>
        );
      }}
    </ui.Loaded>
  );
}

function SourceFields({
  catalogue: { code, title, chapters, unverified },
  set,
  items,
}: {
  readonly catalogue: Catalogue;
  readonly set: string;
  readonly items: number | null;
}) {
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <legend>{text.use(title)}</legend>
      {unverified.length > 0 && (
        <ui.Notice title={messages.one.unverified}>
          <ul className="list-disc ps-6">
            {unverified.map((matter) => (
              <li key={matter}>{matter}</li>
            ))}
          </ul>
        </ui.Notice>
      )}
      <ui.NumberField
        name={`items.${code}`}
        label={text.wanted}
        hint={text.wantedHint}
        min={1}
        max={2000}
        defaultValue={items}
      />
      <ui.TextField
        name={`set.${code}`}
        label={messages.form.set}
        hint={messages.form.setHint}
        maxLength={80}
        defaultValue={set}
      />
      <ui.CheckboxGroup
        name={`chapters.${code}`}
        label={text.chapters}
        hint={text.chaptersHint}
        options={chapters.map(({ id, number, title: name }) => ({ value: id, label: `${number}　${name}` }))}
      />
    </fieldset>
  );
}
