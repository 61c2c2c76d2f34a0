/** Material for the meeting at which the results are explained 監査報告会. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { changed, day, id, inEngagement, line, requiredText, text, version } from './shared.ts';

export const DEBRIEFING_STATES = ['draft', 'prepared'] as const;

/** A case of another municipality: what happened or was done, what this city can learn, where it is published. */
export const debriefingCase = z.strictObject({ title: line, text: requiredText, source: line });

const written = {
  title: line,
  /** For whom: 被監査部門の職員. */
  audience: line,
  meetingId: id.nullable(),
  sections: z.array(z.strictObject({ title: line, text })).max(8),
  cases: z.array(debriefingCase).max(10),
};

export const debriefingContent = z.strictObject({ ...written, preparedOn: day.nullable() });
export type DebriefingContent = z.output<typeof debriefingContent>;

export const debriefingView = debriefingContent.extend({
  id,
  programmeId: id,
  targetId: id.nullable(),
  state: z.enum(DEBRIEFING_STATES),
  version: z.int(),
});
export type DebriefingView = z.output<typeof debriefingView>;

export const debriefingOperations = {
  listDebriefings: query({
    summary: '監査報告会の資料と、これから作る資料を返す。',
    permission: 'audit-report.read',
    input: z.strictObject(inEngagement),
    output: z.strictObject({
      debriefings: z.array(
        z.strictObject({
          programmeId: id,
          programme: z.string(),
          targetId: id.nullable(),
          target: z.string().nullable(),
          title: z.string(),
          casesAtLeast: z.int(),
          saved: debriefingView.nullable(),
        }),
      ),
    }),
  }),
  getDebriefing: query({
    summary: '監査報告会の資料を返す。まだないときは、発見事項から作った案を返す。',
    permission: 'audit-report.read',
    input: z.strictObject({ programmeId: id, targetId: id.nullable() }),
    output: z.strictObject({
      saved: debriefingView.nullable(),
      draft: z.strictObject(written),
      casesAtLeast: z.int(),
      missing: z.array(z.string()),
    }),
  }),
  saveDebriefing: command({
    summary: '監査報告会の資料を保存する。',
    permission: 'audit-report.work',
    input: z.strictObject({ programmeId: id, targetId: id.nullable(), version: version.nullable(), ...written }),
    output: changed,
  }),
  prepareDebriefing: command({
    summary: '監査報告会の資料を完成したものとする。求められる内容又は事例が欠けているときは完成できない。',
    permission: 'audit-report.lead',
    input: z.strictObject({ debriefingId: id, version, occurredOn: day.optional() }),
    output: changed,
  }),
} as const;
