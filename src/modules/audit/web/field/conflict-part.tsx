/** What two people wrote about one item, side by side: each field is decided by a person, and nothing is dropped unseen. */
import { useState } from 'react';
import { newKey } from '../../../../web/client.ts';
import * as ui from '../../../../web/ui/index.ts';
import { JUDGEMENT_LABELS, TECHNIQUE_NAMES } from '../../labels.ts';
import { SHEET_FIELDS, type SheetField, type SheetText } from '../../rules/merge.ts';
import { messages as text } from '../messages-field.ja.ts';
import type { SheetItem, Work } from './sheet-store.ts';

interface ConflictPartProps {
  readonly item: SheetItem;
  readonly work: Work;
  readonly theirs: SheetText;
  readonly write: (work: Work) => Promise<void>;
}

type Side = 'mine' | 'theirs' | 'both';

function wordsOf(sheet: SheetText, field: SheetField): string {
  if (field === 'judgement') return JUDGEMENT_LABELS[sheet.judgement];
  if (field === 'techniques') return sheet.techniques.map((technique) => TECHNIQUE_NAMES[technique]).join('、');
  return sheet[field];
}

const columnsFor = (
  mine: SheetText,
  theirs: SheetText,
  sideOf: (field: SheetField) => Side,
  choose: (field: SheetField, side: Side) => void,
): readonly ui.Column<SheetField>[] => [
  { key: 'field', header: text.field, rowHeader: true, cell: (field) => text.fields[field] },
  { key: 'mine', header: text.mine, cell: (field) => <Words words={wordsOf(mine, field)} /> },
  { key: 'theirs', header: text.theirs, cell: (field) => <Words words={wordsOf(theirs, field)} /> },
  {
    key: 'choose',
    header: text.choose,
    cell: (field) => (
      <ui.RadioGroup
        name={`side-${field}`}
        label={text.choose}
        value={sideOf(field)}
        options={[
          { value: 'mine', label: text.mine },
          { value: 'theirs', label: text.theirs },
          ...(field === 'judgement' ? [] : [{ value: 'both', label: text.both }]),
        ]}
        onChange={(value) => choose(field, value === 'both' || value === 'theirs' ? value : 'mine')}
      />
    ),
  },
];

export function ConflictPart({ item, work, theirs, write }: ConflictPartProps) {
  const [sides, setSides] = useState<Partial<Record<SheetField, Side>>>({});
  const { mine } = work;
  const fields = SHEET_FIELDS.filter((field) => wordsOf(mine, field) !== wordsOf(theirs, field));
  const sideOf = (field: SheetField): Side => sides[field] ?? 'mine';
  const chosen: SheetText = {
    judgement: sideOf('judgement') === 'theirs' ? theirs.judgement : mine.judgement,
    techniques: joined(sideOf('techniques'), mine.techniques, theirs.techniques),
    fact: joinedText(sideOf('fact'), mine.fact, theirs.fact),
    note: joinedText(sideOf('note'), mine.note, theirs.note),
    evidenceIds: mine.evidenceIds,
  };
  return (
    <ui.Notice tone="warning" role="group" title={text.conflictTitle} focusable>
      <p>{text.conflictLead}</p>
      <ui.Table
        caption={`${item.number}　${item.title}`}
        rows={fields}
        rowKey={(field) => field}
        columns={columnsFor(mine, theirs, sideOf, (field, side) =>
          setSides((before) => ({ ...before, [field]: side })),
        )}
      />
      <ui.Button
        variant="solid"
        onClick={() => void write({ ...work, mine: chosen, conflict: null, refused: null, key: newKey() })}
      >
        {text.resolve}
      </ui.Button>
    </ui.Notice>
  );
}

function joined<T>(side: Side, mine: readonly T[], theirs: readonly T[]): readonly T[] {
  if (side === 'both') return [...new Set([...mine, ...theirs])];
  return side === 'theirs' ? theirs : mine;
}

function joinedText(side: Side, mine: string, theirs: string): string {
  if (side === 'both') return [theirs, mine].filter((part) => part !== '').join('\n');
  return side === 'theirs' ? theirs : mine;
}

function Words({ words }: { words: string }) {
  return <span className="whitespace-pre-line">{words === '' ? text.blank : words}</span>;
}
