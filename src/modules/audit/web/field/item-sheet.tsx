/** One item on the device: judgement, what was found, records and photos; every change is kept at once. */
import { newKey } from '../../../../web/client.ts';
import * as ui from '../../../../web/ui/index.ts';
import { JUDGEMENT_LABELS, TECHNIQUE_NAMES } from '../../labels.ts';
import type { SheetText } from '../../rules/merge.ts';
import { choicesOf } from '../audit-client.ts';
import { messages as text } from '../messages-field.ja.ts';
import { ConflictPart } from './conflict-part.tsx';
import { PhotoPart } from './photo-part.tsx';
import { RecordPart } from './record-part.tsx';
import type { SheetItem, Work } from './sheet-store.ts';

const JUDGEMENTS = ['adequate', 'minor', 'inadequate', 'not-applicable', 'unconfirmed'] as const;
const TECHNIQUES = ['document-review', 'interview', 'site-visit', 're-performance'] as const;

export interface ItemSheetProps {
  readonly item: SheetItem;
  readonly work: Work | undefined;
  /** Whether something written has yet to reach the device's storage. */
  readonly saving: boolean;
  readonly write: (work: Work) => Promise<void>;
}

export function ItemSheet({ item, work, saving, write }: ItemSheetProps) {
  const current: Work = work ?? {
    checkId: item.id,
    key: newKey(),
    mine: item.base,
    records: [],
    photos: [],
    conflict: null,
    refused: null,
  };
  // A changed text is another command: its key is new, so that the first one is not taken for it.
  const change = (next: Partial<Work>): void => void write({ ...current, ...next, key: newKey(), refused: null });
  const set = (next: Partial<SheetText>): void => change({ mine: { ...current.mine, ...next } });
  const { mine } = current;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <p>{item.point}</p>
      <ui.Disclosure summary={text.procedures}>
        <ui.DataList
          items={[
            { term: text.procedures, value: item.procedures.join('\n') },
            { term: text.askWhom, value: item.askWhom },
            { term: text.basis, value: item.citations.join('\n') },
          ]}
        />
      </ui.Disclosure>
      {current.refused !== null && (
        <ui.Notice tone="error" title={text.refusedTitle}>
          {current.refused}
        </ui.Notice>
      )}
      {current.conflict !== null && (
        <ConflictPart item={item} work={current} theirs={current.conflict.theirs} write={write} />
      )}
      <ui.RadioGroup
        name="judgement"
        label={text.judgement}
        inline
        value={mine.judgement}
        options={JUDGEMENTS.map((value) => ({ value, label: JUDGEMENT_LABELS[value] }))}
        onChange={(value) => {
          const judgement = JUDGEMENTS.find((one) => one === value);
          if (judgement !== undefined) set({ judgement });
        }}
      />
      <ui.TextArea
        name="fact"
        label={text.fact}
        maxLength={10000}
        rows={3}
        value={mine.fact}
        onChange={({ target }) => set({ fact: target.value })}
      />
      <ui.CheckboxGroup
        name="techniques"
        label={text.techniques}
        options={choicesOf(TECHNIQUE_NAMES)}
        values={mine.techniques}
        onChange={(values) => set({ techniques: TECHNIQUES.filter((technique) => values.includes(technique)) })}
      />
      <ui.TextArea
        name="note"
        label={text.note}
        maxLength={10000}
        rows={2}
        value={mine.note}
        onChange={({ target }) => set({ note: target.value })}
      />
      <p>{work === undefined ? text.savesHere : saving ? text.saving : text.savedHere}</p>
      <RecordPart records={current.records} onChange={(records) => change({ records })} />
      <PhotoPart photos={current.photos} onChange={(photos) => change({ photos })} />
    </div>
  );
}
