/** Photos and files that wait on the device to become evidence; their hash is taken when they are chosen. */
import { useId, useRef, useState } from 'react';
import { newKey } from '../../../../web/client.ts';
import { deviceNow } from '../../../../web/device-store.ts';
import * as ui from '../../../../web/ui/index.ts';
import { TECHNIQUE_NAMES } from '../../labels.ts';
import { choicesOf } from '../audit-client.ts';
import { messages as text } from '../messages-field.ja.ts';
import { type NewPhoto, sha256Of } from './sheet-store.ts';

const TECHNIQUES = ['document-review', 'interview', 'site-visit', 're-performance'] as const;
/** Bytes; the server's own limit of one upload is higher, a tablet's store is not. */
const LARGEST = 20_000_000;

interface PhotoPartProps {
  readonly photos: readonly NewPhoto[];
  readonly onChange: (photos: readonly NewPhoto[]) => void;
}

export function PhotoPart({ photos, onChange }: PhotoPartProps) {
  return (
    <ui.Disclosure summary={`${text.photos}（${photos.length}）`}>
      {photos.length > 0 && (
        <ul className="grid gap-3">
          {photos.map((photo) => (
            <li key={photo.key} className="grid gap-1">
              <span>
                {photo.title}（{photo.name}、{ui.sizeText(photo.file.size)}）　
                <ui.InstantText at={photo.at} />
              </span>
              <code className="break-all">
                {text.hash}：{photo.sha256 === '' ? text.hashLater : photo.sha256}
              </code>
              <span>
                <ui.Button size="small" onClick={() => onChange(photos.filter(({ key }) => key !== photo.key))}>
                  {text.remove}
                </ui.Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <PhotoForm onAdd={(photo) => onChange([...photos, photo])} />
    </ui.Disclosure>
  );
}

function PhotoForm({ onAdd }: { onAdd: (photo: NewPhoto) => void }) {
  const [round, setRound] = useState(0);
  const chooser = useRef<HTMLInputElement>(null);
  const id = useId();
  const chosen = (): File | undefined => chooser.current?.files?.[0];
  return (
    <ui.Form
      key={round}
      guard={false}
      done={null}
      submitLabel={text.addPhoto}
      check={() => {
        const file = chosen();
        if (file === undefined) return [{ path: 'photo', message: text.choosePhoto }];
        const large = text.photoTooLarge(file.name, ui.sizeText(LARGEST));
        return file.size > LARGEST ? [{ path: 'photo', message: large }] : [];
      }}
      submit={async (form) => {
        const file = chosen();
        if (file === undefined) return;
        onAdd({
          key: newKey(),
          file,
          name: file.name,
          title: form.text('photoTitle') === '' ? file.name : form.text('photoTitle'),
          place: form.text('photoPlace'),
          at: deviceNow(),
          technique: form.one('photoTechnique', TECHNIQUES),
          sha256: await sha256Of(file),
        });
      }}
      onDone={() => setRound((before) => before + 1)}
    >
      <ui.FormField name="photo" label={text.photos} hint={text.photoHelp(ui.sizeText(LARGEST))}>
        {(control) => (
          <input
            {...control}
            ref={chooser}
            key={id}
            type="file"
            accept="image/*,.pdf,.txt,.csv,.docx,.xlsx"
            className={ui.inputLook()}
          />
        )}
      </ui.FormField>
      <ui.TextField name="photoTitle" label={text.photoTitle} maxLength={200} />
      <ui.TextField name="photoPlace" label={text.photoPlace} maxLength={1000} />
      <ui.Select
        name="photoTechnique"
        label={text.photoTechnique}
        required
        defaultValue="site-visit"
        options={choicesOf(TECHNIQUE_NAMES)}
      />
    </ui.Form>
  );
}
