/** Report, issue list, schedule and information as they stand today, for the list of documents. */
import { gap } from '../../../kernel/gap.ts';
import type { DocumentProvider } from '../../../kernel/module.ts';
import { meetingsContract } from '../contract.ts';
import { PAPER_TITLES, type PreparedKind } from '../meeting-types.ts';
import { draftPaper } from '../operations/report.ts';
import { settingOf } from '../operations/setting.ts';
import { ISSUE_FIELDS, STATUS_FIELDS } from './fields.ts';
import { paperTree } from './paper-file.ts';

const provider = (kind: PreparedKind, name: string, formats: DocumentProvider['formats']): DocumentProvider => ({
  kind: name,
  title: PAPER_TITLES[kind],
  formats,
  permission: 'meetings.follow',
  async build(context, { engagementId, format }) {
    const setting = await settingOf(context, engagementId);
    const content = await draftPaper(context, setting, kind, { meeting: null });
    return paperTree(content, format, { profile: setting.profile, occasion: null });
  },
});

/** Open issues without a day, and those of which nobody has said what was done although the day is over. */
const issueGaps: DocumentProvider['gaps'] = async (context, { engagementId }) => {
  const { issues } = await context.client(meetingsContract).listIssues({ engagementId });
  const open = issues.filter(({ closedOn }) => closedOn === null);
  const without = open.filter(({ due }) => due === null).length;
  const silent = open.filter(({ due, response }) => due !== null && due < context.today && response === '').length;
  const href = `/engagements/${engagementId}/issues`;
  return [
    ...gap(without, `期限が未記入の課題が${without}件あります。`, href),
    ...gap(silent, `期限を過ぎて対応の状況が未記入の課題が${silent}件あります。`, href),
  ];
};

export const paperProviders: readonly DocumentProvider[] = [
  { ...provider('progress', 'progress-status', ['docx', 'pdf']), fields: STATUS_FIELDS },
  { ...provider('issues', 'issue-list', ['xlsx', 'docx', 'pdf']), fields: ISSUE_FIELDS, gaps: issueGaps },
  provider('schedule', 'outline-schedule', ['xlsx', 'docx', 'pdf']),
  provider('information', 'information-corner', ['docx', 'pdf', 'xlsx']),
];
