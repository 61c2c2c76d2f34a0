/** What the office does with a whole version: publish it, give it up, go on from it. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { fiscalYearLabel } from '../../../core/calendar/fiscal-year.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Detail, questionnaires, type Summary } from './client.ts';
import { titleFor } from './editions.ts';
import { messages } from './messages.ja.ts';
import { unlessStale } from './sending.ts';

type Size = NonNullable<ui.ButtonProps['size']>;

export interface ActionProps<V> {
  readonly version: V;
  readonly size?: Size;
  readonly onDone: () => void;
  /** Somebody else was quicker: the page reads the version again. */
  readonly onStale: () => void;
}

export function PublishButton({ version, onDone, onStale }: ActionProps<Detail>) {
  const text = messages.publish;
  const publish = ui.useCommand(
    (options) =>
      unlessStale(questionnaires.publish({ questionnaireId: version.id, version: version.version }, options), onStale),
    { done: text.done, onDone },
  );
  return (
    <ui.ConfirmButton
      variant="solid"
      title={text.title}
      busy={publish.busy}
      onConfirm={() => publish.run()}
      body={
        <div className="grid gap-2">
          <p className="text-std-16B-170">
            {messages.version(fiscalYearLabel(version.fiscalYear), version.number)}　{version.title}
          </p>
          <p>{text.body(version.items)}</p>
          {version.leftOut.length > 0 && <p>{text.leftOut(version.leftOut.length)}</p>}
          <p>{text.final}</p>
        </div>
      }
    >
      {text.button}
    </ui.ConfirmButton>
  );
}

export function DiscardButton({ version, size, onDone, onStale }: ActionProps<Summary>) {
  const text = messages.discard;
  const discard = ui.useCommand(
    (options) =>
      unlessStale(
        questionnaires.discardDraft({ questionnaireId: version.id, version: version.version }, options),
        onStale,
      ),
    { done: text.done, onDone },
  );
  return (
    <ui.ConfirmButton
      {...(size && { size })}
      title={text.title}
      body={<p>{text.body(version.title)}</p>}
      busy={discard.busy}
      onConfirm={() => discard.run()}
    >
      {text.button}
    </ui.ConfirmButton>
  );
}

/** A published version is copied into a draft, for the next year or as a correction of the same one. */
export function NextButton({ version, size }: { readonly version: Summary; readonly size?: Size }) {
  const text = messages.next;
  const [open, setOpen] = useState(false);
  return (
    <>
      <ui.Button {...(size && { size })} aria-label={text.buttonLabel(version.title)} onClick={() => setOpen(true)}>
        {text.button}
      </ui.Button>
      <ui.Dialog open={open} title={text.title} onClose={() => setOpen(false)}>
        <NextForm version={version} />
      </ui.Dialog>
    </>
  );
}

const YEARS_AHEAD = [0, 1, 2];

function NextForm({ version }: { readonly version: Summary }) {
  const text = messages.next;
  const navigate = useNavigate();
  const [year, setYear] = useState(version.fiscalYear + 1);
  const [title, setTitle] = useState(titleFor(version.title, version.fiscalYear, version.fiscalYear + 1));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p>{text.explain}</p>
      <ui.Form
        guard={false}
        submitLabel={text.submit}
        done={text.done}
        submit={(form) =>
          questionnaires.startNextEdition(
            { questionnaireId: version.id, fiscalYear: form.number('fiscalYear'), title: form.text('title') },
            form.options,
          )
        }
        onDone={({ id }) => void navigate(`/questionnaires/${id}/edit`)}
      >
        <ui.Select
          name="fiscalYear"
          label={text.year}
          required
          value={String(year)}
          onChange={(event) => {
            const next = Number(event.target.value);
            // What was typed by hand stays; only the year inside it follows.
            setTitle(titleFor(title, year, next));
            setYear(next);
          }}
          defaultValue={String(year)}
          options={YEARS_AHEAD.map((ahead) => ({
            value: String(version.fiscalYear + ahead),
            label: fiscalYearLabel(version.fiscalYear + ahead),
          }))}
        />
        <ui.TextField
          name="title"
          label={text.name}
          hint={text.nameHint}
          required
          maxLength={60}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </ui.Form>
    </div>
  );
}
