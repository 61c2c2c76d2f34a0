/** Report, issue list, schedule and information as they stand today, for the list of documents. */
import type { DocumentProvider } from '../../../kernel/module.ts';
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

export const paperProviders: readonly DocumentProvider[] = [
  { ...provider('progress', 'progress-status', ['docx', 'pdf']), fields: STATUS_FIELDS },
  { ...provider('issues', 'issue-list', ['xlsx', 'docx', 'pdf']), fields: ISSUE_FIELDS },
  provider('schedule', 'outline-schedule', ['xlsx', 'docx', 'pdf']),
  provider('information', 'information-corner', ['docx', 'pdf', 'xlsx']),
];
