/** 納品物目録: what is in the package, with the hash by which anybody can check it. */
import { formatEra } from '../../../core/calendar/index.ts';
import type { WorkbookTree } from '../../../documents/index.ts';
import { NAME_RULE } from '../packing/names.ts';
import type { PackagePlan } from '../packing/plan.ts';
import { taskNames } from './package-words.ts';

export function contentsList(plan: PackagePlan): WorkbookTree {
  const { engagement, files, gaps } = plan;
  const tasks = taskNames(plan);
  const renamed = files.some(({ original }) => original !== null);
  return {
    title: '納品物目録',
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    author: engagement.contractor,
    sheets: [
      {
        name: '納品物目録',
        title: '納品物目録',
        subtitle: [
          `${engagement.municipality}　${engagement.department}　御中`,
          `${engagement.title}　${engagement.contractor}　${formatEra(plan.madeOn)}`,
          ...(renamed ? [NAME_RULE] : []),
          ...(gaps.length === 0 ? [] : [`仕様書が求める形式のファイルがない成果物：${gaps.join('、')}`]),
        ],
        size: 'A3',
        orientation: 'landscape',
        columns: [
          { title: '番号', width: 6, align: 'right' },
          { title: '作業区分', width: 18 },
          { title: '成果物', width: 34 },
          { title: '版', width: 6, align: 'right' },
          { title: 'ファイル', width: 56 },
          { title: '元の名称', width: 24 },
          { title: '大きさ（バイト）', width: 16, align: 'right', format: '#,##0' },
          { title: 'ハッシュ値（SHA-256）', width: 70 },
        ],
        rows: files.map((file, index) => [
          index + 1,
          tasks(file.task),
          file.title,
          file.version,
          file.path,
          file.original ?? '',
          file.size,
          file.sha256,
        ]),
      },
    ],
  };
}
