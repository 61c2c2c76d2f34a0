/** The material of a course in versions: copied, written, prepared. */
import { AppError, refuse } from '../../../kernel/error.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { bundledCourse } from '../bundled.ts';
import type { MaterialContent, MaterialView } from '../contract/material.ts';
import {
  contentWords,
  exerciseWords,
  materialFaults,
  minutesOf,
  missingTopics,
  unfinished,
  variantsAlike,
} from '../rules/material-rules.ts';
import { courses, type MaterialRecord, materials } from '../store/stores.ts';
import { facts, type H, takeOpenCourse } from './shared.ts';

export const materialViewOf = ({ id, position, state, version, content }: MaterialRecord): MaterialView => ({
  id,
  number: position,
  state,
  version,
  content,
  minutes: minutesOf(content),
  missing: missingTopics(content),
});

/** The newest version, whatever its state: that is the one to read on and to work on. */
export const getMaterial: H<'getMaterial'> = async (context, { courseId }) => {
  await courses.get(context.tx, courseId);
  const newest = (await materials.list(context.tx, { courseId })).at(-1);
  return { material: newest === undefined ? null : materialViewOf(newest) };
};

export const startMaterial: H<'startMaterial'> = async (context, { courseId, bundled }) => {
  const course = await takeOpenCourse(context, courseId);
  const all = await materials.list(context.tx, { courseId });
  const last = all.at(-1);
  if (last?.state === 'draft')
    throw refuse('作成中の教材があります。その版を続けるか、確定してから新しい版を作ってください。');
  const content = bundled === null ? (last?.content ?? blank(course.content.title)) : bundledCourse(bundled).material;
  const saved = await materials.insert(context, {
    engagementId: course.engagementId,
    courseId,
    state: 'draft',
    position: nextPosition(all),
    content,
  });
  return changedOf(saved);
};

export const saveMaterial: H<'saveMaterial'> = async (context, { materialId, version, content }) => {
  const material = await materials.take(context.tx, materialId);
  checkRecordVersion(material, version);
  if (material.state !== 'draft') throw refuse('確定した教材は変えられません。新しい版を作ってから直してください。');
  const faults = materialFaults(content);
  if (faults.length > 0)
    throw new AppError('input.invalid', {
      fields: faults.map(({ path, message }) => ({ path: `content.${path}`, message })),
    });
  return changedOf(await materials.save(context.tx, material, { content }));
};

export const prepareMaterial: H<'prepareMaterial'> = async (context, { materialId, version }) => {
  const material = await materials.take(context.tx, materialId);
  checkRecordVersion(material, version);
  if (material.state !== 'draft') throw refuse('この教材は既に確定しています。');
  const { content, courseId, engagementId } = material;
  const gaps = unfinished(content);
  if (gaps.length > 0) throw refuse(`教材がまだ整っていません。${gaps.join('')}書き加えてから確定してください。`);
  const course = await courses.get(context.tx, courseId);
  for (const other of await materials.list(context.tx, { courseId }))
    if (other.state === 'prepared') await materials.save(context.tx, other, { state: 'superseded' });
  const saved = await materials.save(context.tx, material, { state: 'prepared' });
  facts.record(context, 'course-material.prepared', {
    engagementId,
    subject: material.id,
    data: {
      course: course.content.course,
      version: material.position,
      contents: contentWords(content),
      incidents: content.sources.filter(({ kind }) => kind === 'incident').length,
      items: content.requiredTopics.length - missingTopics(content).length,
      missing: missingTopics(content).length,
      sources: content.sources.map(({ title }) => title),
      audience: course.content.audienceNames,
      method: content.method,
      minutes: minutesOf(content),
      exercises: exerciseWords(content),
      variants: content.variants.map(({ name }) => name),
      variantsAlike: variantsAlike(content),
      textEdition: content.units.every(({ points }) => points.length > 0),
      standards: content.standards,
    },
  });
  return changedOf(saved);
};

const blank = (title: string): MaterialContent => ({
  title,
  method: '集合研修',
  units: [],
  exercises: [],
  sources: [],
  standards: [],
  variants: [],
  requiredTopics: [],
});
