import { useState } from 'react';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Catalogue, checklist, type Checklist, isDraft } from './client.ts';
import { ChecklistFrame, type Shown } from './frame.tsx';
import { checkItem, ItemFields, itemFrom } from './item-fields.tsx';
import { messages } from './messages.ja.ts';

const text = messages.edit;

/** What is done to many items at once, and what is added. */
export function Component() {
  const work = useCan()('checklist.work');
  return (
    <ChecklistFrame tab="edit" lead={text.lead}>
      {(shown) =>
        work && isDraft(shown.view) ? (
          <>
            <Ground {...shown} />
            <Trends key={shown.view.version} {...shown} />
            <FromCatalogue {...shown} />
            <OwnItem {...shown} />
          </>
        ) : (
          <ui.Notice>{text.closed}</ui.Notice>
        )
      }
    </ChecklistFrame>
  );
}

const groupOf = ({ set, area }: Checklist['rows'][number]): string => messages.item.group(set, area);

function Ground({ view, reload }: Shown) {
  const groups = [...new Set(view.rows.map(groupOf))];
  return (
    <ui.Section title={text.ground}>
      <p>{text.groundHelp}</p>
      <ui.Form
        submitLabel={text.groundSubmit}
        done={text.grounded}
        submit={(form) =>
          checklist.groundItems(
            {
              checklistId: view.id,
              items: view.rows.filter((row) => form.all('areas').includes(groupOf(row))).map(({ id }) => id),
              standard: form.text('standard'),
              place: form.text('place'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.CheckboxGroup
          name="areas"
          label={text.areas}
          required
          options={groups.map((value) => ({ value, label: value }))}
          defaultValues={groups}
        />
        <ui.Select
          name="standard"
          label={text.standard}
          required
          options={view.standards.map(({ code, name, edition }) => ({
            value: code,
            label: edition === '' ? name : `${name}（${edition}）`,
          }))}
        />
        <ui.TextField name="place" label={text.place} required maxLength={200} />
      </ui.Form>
    </ui.Section>
  );
}

/** Three lines besides those that the clause asks for. */
const MORE = 3;

function Trends({ view, reload }: Shown) {
  const asked = view.trendsAsked
    .filter((name) => !view.trends.some((one) => one.name === name))
    .map((name) => ({ name, text: '' }));
  const rows = [...view.trends, ...asked, ...Array.from({ length: MORE }, () => ({ name: '', text: '' }))].slice(0, 10);
  return (
    <ui.Section title={text.trends}>
      <p>{text.trendsHelp}</p>
      <ui.Form
        version={view.version}
        draft={`checklist:${view.id}`}
        submitLabel={text.save}
        done={text.saved}
        submit={(form) =>
          checklist.saveChecklist(
            {
              checklistId: view.id,
              version: form.version,
              title: form.text('title'),
              trends: rows
                .map((_, at) => ({ name: form.text(`trends.${at}.name`), text: form.text(`trends.${at}.text`) }))
                .filter(({ name }) => name !== ''),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.TextField name="title" label={text.titleField} required maxLength={200} defaultValue={view.title} />
        {rows.map(({ name, text: words }, at) => (
          <div key={String(at)} className="grid grid-cols-[minmax(0,1fr)] gap-2">
            <ui.TextField
              name={`trends.${at}.name`}
              label={text.trendName(at + 1)}
              maxLength={80}
              defaultValue={name}
            />
            <ui.TextArea
              name={`trends.${at}.text`}
              label={text.trendText(at + 1)}
              maxLength={10_000}
              rows={2}
              defaultValue={words}
            />
          </div>
        ))}
      </ui.Form>
    </ui.Section>
  );
}

function FromCatalogue({ view, reload }: Shown) {
  const load = ui.useLoad(() => checklist.listCatalogues({ engagementId: view.engagementId }), [view.engagementId]);
  const [code, setCode] = useState('');
  return (
    <ui.Section title={text.catalogue}>
      <ui.Loaded from={load}>
        {({ catalogues }) => {
          const chosen = catalogues.find((one) => one.code === code);
          return (
            <>
              <ui.Select
                name="catalogue"
                label={text.choose}
                value={code}
                onChange={(event) => setCode(event.target.value)}
                options={catalogues.map(({ code: value, title }) => ({ value, label: title }))}
              />
              {chosen !== undefined && <Choice key={code} view={view} reload={reload} catalogue={chosen} />}
            </>
          );
        }}
      </ui.Loaded>
    </ui.Section>
  );
}

function Choice({ view, reload, catalogue }: Shown & { readonly catalogue: Catalogue }) {
  const taken = new Set(view.rows.map(({ key }) => key));
  const chapters = catalogue.chapters
    .map(({ number, title, sections }) => ({
      title: { number, title },
      items: sections.flatMap(({ items }) => items).filter(({ id }) => !taken.has(id)),
    }))
    .filter(({ items }) => items.length > 0);
  if (chapters.length === 0) return <p>{text.nothing}</p>;
  return (
    <ui.Form
      reset
      submitLabel={text.add}
      done={text.added}
      check={(form) => (form.all('items').length > 0 ? [] : [{ path: 'items', message: text.choose1 }])}
      submit={(form) =>
        checklist.addCatalogueItems(
          { checklistId: view.id, catalogue: catalogue.code, items: [...form.all('items')] },
          form.options,
        )
      }
      onDone={reload}
    >
      {chapters.map(({ title: { number, title }, items }) => (
        <ui.Disclosure key={number + title} summary={text.chapter(number, title, items.length)}>
          <ui.CheckboxGroup
            name="items"
            label={`${number}　${title}`}
            options={items.map((item) => ({
              value: item.id,
              label: `${item.number}　${item.title}`,
              hint: item.point,
            }))}
          />
        </ui.Disclosure>
      ))}
    </ui.Form>
  );
}

function OwnItem({ view, reload }: Shown) {
  return (
    <ui.Section title={text.own}>
      <ui.Disclosure summary={text.own}>
        <ui.Form
          reset
          submitLabel={text.ownSubmit}
          done={text.added}
          check={(form) => checkItem(form, view)}
          submit={(form) =>
            checklist.addOwnItem(
              {
                checklistId: view.id,
                ...itemFrom(form, view, []),
              },
              form.options,
            )
          }
          onDone={reload}
        >
          <ItemFields view={view} item={null} />
        </ui.Form>
      </ui.Disclosure>
    </ui.Section>
  );
}
