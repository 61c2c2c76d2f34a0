import type { FormItem } from '../../../core/content-schema/index.ts';
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import type { Detail } from './client.ts';
import { changeOf, GUIDANCE_PARTS, type ItemTexts, textsOf } from './edit-item.ts';
import { messages } from './messages.ja.ts';
import { saveItem } from './sending.ts';

const text = messages.edit;

export interface ItemEditorProps {
  readonly detail: Detail;
  readonly item: FormItem;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

// Fields are named by their path in the operation's input, of which this item is the only change.
const CHANGE = 'changes.0';
const GUIDANCE = `${CHANGE}.guidance`;
/** As the schema of forms has it. */
const LENGTHS = { question: 120, guidance: 200, askWhom: 120 } as const;

/** The texts of one item. A refusal stands under its field; a conflict shows this item in both versions. */
export function ItemEditor({ detail, item, onClose, onDone }: ItemEditorProps) {
  const saved = textsOf(item);
  const read = (form: FormReader) => changeOf(item, readTexts(form), form.flag(`${CHANGE}.meaningChanged`));
  return (
    <>
      <h3 className="text-std-16B-170">{text.changeLabel(item.number)}</h3>
      <ui.Form
        version={detail.version}
        draft={`questionnaire:${detail.id}:${item.id}`}
        submitLabel={text.submit}
        done={text.done(item.number)}
        check={(form) => (read(form) === null ? [{ path: `${CHANGE}.question`, message: text.nothingChanged }] : [])}
        submit={(form) => saveItem(detail, form.version, read(form) ?? { itemId: item.id }, form.options)}
        onDone={onDone}
        actions={
          <ui.Button variant="text" onClick={onClose}>
            {text.close}
          </ui.Button>
        }
      >
        <ui.TextArea
          name={`${CHANGE}.question`}
          label={text.question}
          hint={text.questionHint}
          required
          rows={2}
          maxLength={LENGTHS.question}
          defaultValue={saved.question}
        />
        <ui.Checkbox name={`${CHANGE}.meaningChanged`} label={text.meaningChanged} hint={text.meaningHint} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <h4 className="text-std-16B-170">{text.guidance}</h4>
          <p className="text-solid-gray-700">{text.guidanceHint}</p>
          {GUIDANCE_PARTS.map((part) => (
            <ui.TextArea
              key={part}
              name={`${GUIDANCE}.${part}`}
              label={messages.item.guidanceParts[part]}
              {...(part === 'evidence'
                ? { hint: text.evidenceHint }
                : { maxLength: part === 'askWhom' ? LENGTHS.askWhom : LENGTHS.guidance })}
              required={saved.guidance[part] !== ''}
              rows={2}
              defaultValue={saved.guidance[part]}
            />
          ))}
        </div>
      </ui.Form>
    </>
  );
}

function readTexts(form: FormReader): ItemTexts {
  return {
    question: form.text(`${CHANGE}.question`),
    guidance: {
      good: form.text(`${GUIDANCE}.good`),
      why: form.text(`${GUIDANCE}.why`),
      howToCheck: form.text(`${GUIDANCE}.howToCheck`),
      askWhom: form.text(`${GUIDANCE}.askWhom`),
      evidence: form.text(`${GUIDANCE}.evidence`),
      misunderstanding: form.text(`${GUIDANCE}.misunderstanding`),
    },
  };
}
