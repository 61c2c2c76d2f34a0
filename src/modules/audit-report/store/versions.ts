/** Finished versions of reports, each with the records that it was made from. */
import type { ColumnType } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../kernel/database.ts';
import { material } from '../contract/material.ts';
import { reportContent, reportFigures } from '../contract/reports.ts';

interface Tables {
  audit_report_version: {
    tenant_id: number;
    report_id: string;
    number: number;
    engagement_id: string;
    content: ColumnType<unknown, string, never>;
    finished_on: string;
  };
}

const versionContent = z.strictObject({ report: reportContent, material, figures: reportFigures });

export interface StoredVersion extends z.output<typeof versionContent> {
  readonly number: number;
  readonly finishedOn: string;
}

/** The newest first. */
export async function listVersions(tx: Tx, reportId: string): Promise<StoredVersion[]> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('audit_report_version')
    .select(['number', 'content', 'finished_on'])
    .where('tenant_id', '=', tx.tenantId)
    .where('report_id', '=', reportId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    ...versionContent.parse(row.content),
    number: row.number,
    finishedOn: row.finished_on,
  }));
}

export async function insertVersion(
  tx: Tx,
  {
    engagementId,
    reportId,
    number,
    finishedOn,
    report,
    material: made,
    figures,
  }: StoredVersion & {
    readonly engagementId: string;
    readonly reportId: string;
  },
): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('audit_report_version')
    .values({
      tenant_id: tx.tenantId,
      report_id: reportId,
      number,
      engagement_id: engagementId,
      content: JSON.stringify(versionContent.parse({ report, material: made, figures })),
      finished_on: finishedOn,
    })
    .execute();
}
