/** 納品物の目録: what is in the package, with the hash by which anybody can check it. */
import type { WorkbookTree } from '../../../documents/index.ts';
import type { EngagementProfile } from '../../engagement/contract.ts';

export function contentsList(given: {
  readonly engagement: EngagementProfile;
  readonly entries: readonly {
    readonly path: string;
    readonly title: string;
    readonly version: number;
    readonly sha256: string;
    readonly bytes: Uint8Array;
  }[];
  readonly today: string;
}): WorkbookTree {
  const { engagement, entries, today } = given;
  return {
    title: '納品物目録',
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    author: engagement.contractor,
    sheets: [
      {
        name: '納品物目録',
        title: '納品物目録',
        subtitle: [
          `${engagement.municipality}　${engagement.client.department}　御中`,
          `${engagement.title}　${engagement.contractor}　${today}`,
        ],
        size: 'A3',
        orientation: 'landscape',
        columns: [
          { title: 'No.', width: 6, align: 'right' },
          { title: '成果物', width: 34 },
          { title: '版', width: 6, align: 'right' },
          { title: 'ファイル', width: 60 },
          { title: '大きさ（バイト）', width: 16, align: 'right', format: '#,##0' },
          { title: 'SHA-256', width: 80 },
        ],
        rows: entries.map((entry, index) => [
          index + 1,
          entry.title,
          entry.version,
          entry.path,
          entry.bytes.byteLength,
          entry.sha256,
        ]),
      },
    ],
  };
}
