import { useState } from 'react';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Course, files, type Material, type MaterialContent, training } from './client.ts';
import { CourseFrame } from './frame.tsx';
import { ExerciseFields, materialFrom, UnitFields } from './material-fields.tsx';
import { MaterialReading } from './material-reading.tsx';
import { messages } from './messages.ja.ts';

const text = messages.material;

export function Component() {
  return (
    <CourseFrame page="material">
      {({ engagementId, courseId, course }) => (
        <MaterialOf engagementId={engagementId} courseId={courseId} course={course} />
      )}
    </CourseFrame>
  );
}

function MaterialOf({ engagementId, courseId, course }: { engagementId: string; courseId: string; course: Course }) {
  const may = useCan()('training.work') && course.course.state !== 'closed';
  const load = ui.useLoad(() => training.getMaterial({ courseId }), [courseId]);
  return (
    <ui.Loaded from={load}>
      {({ material }) => (
        <>
          {material === null ? (
            <ui.EmptyState title={text.none}>{text.noneHelp}</ui.EmptyState>
          ) : (
            <Head material={material} />
          )}
          {material !== null && (
            <DocumentLinks
              title={messages.one.paperNames.material}
              files={files(engagementId, courseId, 'auditor-course', ['pptx', 'docx', 'pdf'])}
            />
          )}
          {may && material?.state !== 'draft' && (
            <Start courseId={courseId} course={course} first={material === null} onDone={load.reload} />
          )}
          {material !== null &&
            (may && material.state === 'draft' ? (
              <Edit key={material.version} material={material} onDone={load.reload} />
            ) : (
              <MaterialReading content={material.content} />
            ))}
        </>
      )}
    </ui.Loaded>
  );
}

const TONES = { draft: 'warning', prepared: 'success', superseded: 'neutral' } as const;

function Head({ material }: { material: Material }) {
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-3">
        <strong>{text.version(material.number)}</strong>
        <ui.StatusBadge tone={TONES[material.state]}>{text.states[material.state]}</ui.StatusBadge>
        <span>{text.minutes(material.minutes)}</span>
      </p>
      {material.missing.length > 0 && <p>{text.missing(material.missing.join('、'))}</p>}
    </div>
  );
}

function Start({
  courseId,
  course,
  first,
  onDone,
}: {
  courseId: string;
  course: Course;
  first: boolean;
  onDone: () => void;
}) {
  const start = ui.useCommand(
    (options, bundled: string | null) => training.startMaterial({ courseId, bundled }, options),
    { done: text.started, onDone },
  );
  const { bundled } = course;
  return (
    <div className="flex flex-wrap gap-3">
      {start.problem !== undefined && <ui.Problem problem={start.problem} />}
      {bundled !== null && first && (
        <ui.Button busy={start.busy} onClick={() => void start.run(bundled)}>
          {text.fromBundled}
        </ui.Button>
      )}
      <ui.Button busy={start.busy} onClick={() => void start.run(null)}>
        {first ? text.fromBlank : text.next}
      </ui.Button>
    </div>
  );
}

function Edit({ material, onDone }: { material: Material; onDone: () => void }) {
  const [content, setContent] = useState<MaterialContent>(material.content);
  const prepare = ui.useCommand(
    (options) => training.prepareMaterial({ materialId: material.id, version: material.version }, options),
    { done: text.prepared, onDone },
  );
  const lines = (values: readonly string[]) => values.join('\n');
  return (
    <>
      {prepare.problem !== undefined && <ui.Problem problem={prepare.problem} />}
      <ui.Form
        version={material.version}
        submitLabel={text.save}
        done={text.saved}
        submit={(form) =>
          training.saveMaterial(
            { materialId: material.id, version: form.version, content: materialFrom(form, content) },
            form.options,
          )
        }
        onDone={onDone}
      >
        <ui.TextField name="content.title" label={text.title} required maxLength={200} defaultValue={content.title} />
        <ui.TextField name="content.method" label={text.method} required maxLength={40} defaultValue={content.method} />
        <ui.TextArea
          name="content.sources"
          label={text.sources}
          rows={4}
          maxLength={8000}
          defaultValue={lines(content.sources.map(({ title, edition }) => `${title}｜${edition}`))}
        />
        <ui.TextArea
          name="content.requiredTopics"
          label={text.required}
          rows={4}
          maxLength={8000}
          defaultValue={lines(content.requiredTopics)}
        />
        <UnitFields content={content} change={setContent} />
        <ExerciseFields content={content} change={setContent} />
      </ui.Form>
      <div>
        <ui.ConfirmButton
          title={text.prepare}
          body={text.prepareBody}
          busy={prepare.busy}
          onConfirm={() => prepare.run()}
        >
          {text.prepare}
        </ui.ConfirmButton>
      </div>
    </>
  );
}
