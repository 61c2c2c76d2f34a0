import * as ui from '../../../web/ui/index.ts';
import type { Preview, Revision } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.effects;

interface Effect {
  readonly what: string;
  readonly kept: number;
  readonly review: number;
  readonly ended: number;
}

/** What happens to everything that hangs on the standard, before it happens. */
export function EffectSection({ data, preview }: { readonly data: Revision; readonly preview: Preview | null }) {
  const effects: readonly Effect[] = [
    { what: text.mappings, ...data.mappings },
    { what: text.items, ...data.items },
  ];
  return (
    <ui.Section title={text.title}>
      <ui.Table caption={text.title} hideCaption rows={effects} rowKey={({ what }) => what} columns={EFFECTS} />
      {preview !== null && (
        <>
          <ui.Section title={text.checks} level={3}>
            <p>{data.state === 'applied' ? text.checksApplied : text.checksLead}</p>
            {data.state !== 'applied' && (
              <ui.Table
                caption={text.checks}
                hideCaption
                rows={preview.checks}
                rowKey={({ checkId }) => checkId}
                columns={CHECKS}
                empty={<p>{text.checksNone}</p>}
              />
            )}
          </ui.Section>
          <ui.Section title={text.forms} level={3}>
            <p>{text.formsLead}</p>
            <ui.Table
              caption={text.forms}
              hideCaption
              rows={preview.forms}
              rowKey={({ questionnaireId }) => questionnaireId}
              columns={FORMS}
              empty={<p>{text.formsNone}</p>}
            />
          </ui.Section>
        </>
      )}
    </ui.Section>
  );
}

const EFFECTS: readonly ui.Column<Effect>[] = [
  { key: 'what', header: text.what, rowHeader: true, cell: ({ what }) => what },
  { key: 'kept', header: text.kept, align: 'end', cell: ({ kept }) => kept },
  { key: 'review', header: text.review, align: 'end', cell: ({ review }) => review },
  { key: 'ended', header: text.ended, align: 'end', cell: ({ ended }) => ended },
];

const CHECKS: readonly ui.Column<Preview['checks'][number]>[] = [
  { key: 'department', header: text.department, cell: ({ departmentName }) => departmentName },
  { key: 'check', header: text.check, rowHeader: true, cell: ({ number, title }) => `${number}　${title}` },
  { key: 'judgement', header: text.judgement, cell: ({ judgement }) => messages.judgements[judgement] },
  { key: 'effect', header: text.effect, cell: ({ effect }) => text[effect] },
];

const FORMS: readonly ui.Column<Preview['forms'][number]>[] = [
  {
    key: 'form',
    header: text.form,
    rowHeader: true,
    cell: ({ title, edition, state }) => `${title}　${edition}（${text[state]}）`,
  },
  {
    key: 'items',
    header: text.formItems,
    cell: ({ items }) => (
      <ul className="grid gap-1">
        {items.map(({ number, question }) => (
          <li key={number}>{text.item(number, question)}</li>
        ))}
      </ul>
    ),
  },
  {
    key: 'answers',
    header: text.answers,
    cell: ({ campaigns, answered }) => text.asked(campaigns, answered),
  },
];
