import { DocumentLinks } from '../../../web/document-links.tsx';
import * as ui from '../../../web/ui/index.ts';
import { Actions } from './actions-part.tsx';
import { type Checklist, files } from './client.ts';
import { FormsPart } from './forms-part.tsx';
import { ChecklistFrame } from './frame.tsx';
import { Items } from './items-part.tsx';
import { messages } from './messages.ja.ts';

const text = messages.one;

/** One version of a checklist: what stands against it, its numbers, its way to the agreement, its items. */
export function Component() {
  return (
    <ChecklistFrame tab="read">
      {({ view, reload }) => (
        <>
          {view.remark !== '' && (
            <ui.Notice tone="warning" title={text.remarkTitle}>
              {view.remark}
            </ui.Notice>
          )}
          {view.reason !== '' && <ui.Notice title={text.reasonTitle}>{view.reason}</ui.Notice>}
          <Sentences tone="warning" title={text.warnings} sentences={view.warnings.map(({ message }) => message)} />
          <Actions view={view} reload={reload} />
          <Numbers view={view} />
          <DocumentLinks title={text.papers} files={files(view)} />
          <Sentences title={text.unverified} sentences={view.unverified} />
          <Items view={view} reload={reload} />
          {view.formsAsked.length > 0 && <FormsPart view={view} reload={reload} />}
        </>
      )}
    </ChecklistFrame>
  );
}

function Sentences({
  title,
  sentences,
  tone,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly tone?: 'warning';
}) {
  if (sentences.length === 0) return null;
  return (
    <ui.Notice title={title} {...(tone === undefined ? {} : { tone })}>
      <ul className="list-disc ps-6">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </ui.Notice>
  );
}

function Numbers({ view }: { readonly view: Checklist }) {
  const { tally, standards, trends } = view;
  const words = (list: readonly string[]): string => (list.length === 0 ? text.none : list.join('、'));
  const used = standards.filter(({ code }) => tally.basis.includes(code));
  return (
    <ui.DataList
      items={[
        { term: text.items, value: text.itemsOf(tally.items, tally.leftOut) },
        ...(tally.sets.length === 0 ? [] : [{ term: text.sets, value: words(tally.sets) }]),
        { term: text.areas, value: words(tally.areas) },
        {
          term: text.basis,
          value: words(used.map(({ name, edition }) => (edition === '' ? name : `${name}（${edition}）`))),
        },
        ...(tally.commonItems + tally.addedItems === 0
          ? []
          : [{ term: text.models, value: text.modelsOf(tally.commonItems, tally.addedItems) }]),
        ...(trends.length === 0 ? [] : [{ term: text.trends, value: words(tally.trends) }]),
        ...(tally.changed === null ? [] : [{ term: text.changed, value: messages.list.count(tally.changed) }]),
      ]}
    />
  );
}
