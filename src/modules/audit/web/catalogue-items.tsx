/** The items of a catalogue under their chapters and sections, narrowed by words, chapter, target, method and gravity. */
import { useState } from 'react';
import { AUDIT_TARGET_LABELS } from '../../../core/content-schema/audit-target.ts';
import * as ui from '../../../web/ui/index.ts';
import { SEVERITY_LABELS, TECHNIQUE_NAMES } from '../labels.ts';
import { itemMatches, type ItemFilter, NO_FILTER, wordsOf } from '../rules/catalogue-filter.ts';
import { choicesOf, type ItemCatalogue } from './audit-client.ts';
import { messages as text } from './messages-catalogues.ja.ts';

type Chapter = ItemCatalogue['chapters'][number];
type Item = Chapter['sections'][number]['items'][number];

export interface CatalogueItemsProps {
  readonly chapters: readonly Chapter[];
  /** Ids of the chosen items; null where nothing can be chosen. */
  readonly chosen: ReadonlySet<string> | null;
  readonly choose: (id: string, on: boolean) => void;
}

export function CatalogueItems({ chapters, chosen, choose }: CatalogueItemsProps) {
  const [filter, setFilter] = useState<ItemFilter>(NO_FILTER);
  const [chapter, setChapter] = useState('');
  const words = wordsOf(filter.sought);
  const shown = chapters
    .filter(({ number }) => chapter === '' || number === chapter)
    .flatMap((own) =>
      own.sections.map((section) => ({
        ...section,
        key: `${own.number}-${section.id}`,
        title: `${own.number}　${own.title}　${section.title}`,
        items: section.items.filter((item) => itemMatches(item, words, filter)),
      })),
    )
    .filter(({ items }) => items.length > 0);
  const all = chapters.reduce((sum, { sections }) => sum + sections.reduce((n, { items }) => n + items.length, 0), 0);
  const found = shown.reduce((sum, { items }) => sum + items.length, 0);
  const columns = columnsFor(chosen, choose);
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <ui.TextField
          name="sought"
          type="search"
          label={text.search}
          hint={text.searchHint}
          value={filter.sought}
          onChange={(event) => setFilter({ ...filter, sought: event.target.value })}
        />
        <div className="flex flex-wrap gap-4">
          <ui.Select
            name="chapter"
            label={text.chapter}
            prompt={text.any}
            value={chapter}
            onChange={(event) => setChapter(event.target.value)}
            options={chapters.map(({ number, title }) => ({ value: number, label: `${number}　${title}` }))}
          />
          <ui.Select
            name="target"
            label={text.target}
            prompt={text.any}
            value={filter.target}
            onChange={(event) => setFilter({ ...filter, target: event.target.value })}
            options={choicesOf(AUDIT_TARGET_LABELS)}
          />
          <ui.Select
            name="technique"
            label={text.technique}
            prompt={text.any}
            value={filter.technique}
            onChange={(event) => setFilter({ ...filter, technique: event.target.value })}
            options={choicesOf(TECHNIQUE_NAMES)}
          />
          <ui.Select
            name="severity"
            label={text.severity}
            prompt={text.any}
            value={filter.severity}
            onChange={(event) => setFilter({ ...filter, severity: event.target.value })}
            options={choicesOf(SEVERITY_LABELS)}
          />
        </div>
        <p role="status">{found === 0 ? text.nothing : text.found(found, all)}</p>
      </div>
      {shown.map(({ key, title, risk, items }) => (
        <ui.Section
          key={key}
          title={title}
          actions={
            chosen !== null &&
            chosen.size > 0 && <ui.TextLink href="#propose">{text.propose.jump(chosen.size)}</ui.TextLink>
          }
        >
          <p>{text.risk(risk)}</p>
          <ui.Table caption={title} hideCaption rows={items} rowKey={({ id }) => id} columns={columns} />
        </ui.Section>
      ))}
    </>
  );
}

function columnsFor(
  chosen: CatalogueItemsProps['chosen'],
  choose: CatalogueItemsProps['choose'],
): readonly ui.Column<Item>[] {
  return [
    {
      key: 'item',
      header: text.item,
      rowHeader: true,
      cell: ({ id, number, title, point }) => {
        const name = `${number}　${title}`;
        return (
          <span className="grid gap-1">
            {chosen === null ? (
              <span>{name}</span>
            ) : (
              <ui.Checkbox name={id} label={name} checked={chosen.has(id)} onChange={(on) => choose(id, on)} />
            )}
            <span className="font-400">{point}</span>
          </span>
        );
      },
    },
    {
      key: 'how',
      header: text.how,
      cell: (item) => <Detail item={item} />,
    },
    { key: 'severity', header: text.severity, nowrap: true, cell: ({ severity }) => SEVERITY_LABELS[severity] },
    {
      key: 'target',
      header: text.target,
      cell: ({ targets }) => targets.map((target) => AUDIT_TARGET_LABELS[target]).join('、'),
    },
  ];
}

function Detail({ item }: { item: Item }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <ul className="grid gap-1">
        {item.procedures.map(({ technique, procedure }) => (
          <li key={procedure}>
            {TECHNIQUE_NAMES[technique]}：{procedure}
          </li>
        ))}
      </ul>
      <ul className="grid gap-1">
        <li>
          {text.evidence}：{item.evidenceExamples.join('、')}
        </li>
        <li>
          {text.askWhom}：{item.askWhom}
        </li>
        <li>
          {text.basis}：{item.citations.join('、')}
        </li>
      </ul>
    </div>
  );
}
