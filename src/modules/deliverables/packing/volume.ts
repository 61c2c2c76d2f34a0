/** What is bound: the PDF files of a package, one part per task, or per deliverable where there are no tasks. */
import { formatEra } from '../../../core/calendar/index.ts';
import type { BoundPart, BoundVolume } from '../../../documents/index.ts';
import { type PackagePlan, type PackedFile, taskLabel } from './plan.ts';

/** Null when there is nothing to bind. `without` names the deliverables that have no PDF. */
export function volumeOf(
  plan: PackagePlan,
  files: readonly PackedFile[],
  read: (path: string) => Promise<Uint8Array>,
): { readonly volume: BoundVolume; readonly without: readonly string[] } | null {
  if (files.length === 0) return null;
  const { engagement, delivery, madeOn, task } = plan;
  const titles = new Set(files.map(({ title }) => title));
  const groups: readonly { tab: string; title: string; files: readonly PackedFile[] }[] =
    delivery.tasks.length > 0
      ? [
          ...delivery.tasks.map(({ id, name }) => ({
            tab: id,
            title: name,
            files: files.filter((file) => file.task === id),
          })),
          { tab: '他', title: 'その他', files: files.filter((file) => file.task === null) },
        ]
      : [...titles].map((title, index) => ({
          tab: String(index + 1),
          title,
          files: files.filter((file) => file.title === title),
        }));
  const parts = groups
    .filter((group) => group.files.length > 0)
    .map((group): BoundPart => ({
      tab: group.tab,
      title: group.title,
      documents: group.files.map((file) => ({ title: titleOf(file, files), read: () => read(file.path) })),
    }));
  return {
    volume: {
      title: '成果物',
      subtitle: task === null ? engagement.title : `${engagement.title}　${taskLabel(task)}`,
      date: formatEra(madeOn),
      addressee: [engagement.municipality, `${delivery.destination?.department ?? engagement.department}　御中`],
      sender: engagement.contractor,
      ...(engagement.marking === null ? {} : { marking: engagement.marking }),
      created: madeOn,
      parts,
    },
    without: [
      ...new Set(plan.documents.filter(({ edition }) => edition === 'detailed').map(({ title }) => title)),
    ].filter((title) => !titles.has(title)),
  };
}

/** The title of the deliverable; with the name of the file where a deliverable has several. */
function titleOf(file: PackedFile, files: readonly PackedFile[]): string {
  if (files.filter(({ title }) => title === file.title).length < 2) return file.title;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.pdf$/iu, '');
  return `${file.title}　${name}`;
}
