/** A material to read: units with what is taught, exercises with their model answers. */
import * as ui from '../../../web/ui/index.ts';
import type { MaterialContent } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.material;

export function MaterialReading({ content }: { content: MaterialContent }) {
  return (
    <>
      <ui.Section title={text.units}>
        {content.units.map(({ key, title, form, minutes, aim, points, notes }) => (
          <ui.Disclosure key={key} summary={`${title}（${text.summary(form, minutes)}）`}>
            <p>{aim}</p>
            <ul className="list-disc ps-6">
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
            <p className="whitespace-pre-wrap">{notes}</p>
          </ui.Disclosure>
        ))}
      </ui.Section>
      <ui.Section title={text.exercises}>
        {content.exercises.map(({ key, title, scene, task, weaknesses }) => (
          <ui.Disclosure key={key} summary={title}>
            <p className="whitespace-pre-wrap">{scene}</p>
            <p>{task}</p>
            <ui.Table
              caption={text.answers}
              rows={weaknesses}
              rowKey={(one) => one.key}
              columns={[
                { key: 'place', header: text.place, rowHeader: true, cell: ({ place }) => place },
                { key: 'fact', header: text.fact, cell: ({ fact }) => fact },
                { key: 'ground', header: text.ground, cell: ({ ground }) => ground },
                { key: 'remedy', header: text.remedy, cell: ({ remedy }) => remedy },
                { key: 'points', header: text.score, align: 'end', cell: ({ points }) => points },
              ]}
            />
          </ui.Disclosure>
        ))}
      </ui.Section>
    </>
  );
}
