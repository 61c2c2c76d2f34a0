/** Papers of a meeting: prepared from the records or brought as files, sent at a moment and fixed then. */
import { formatEra } from '../../../core/calendar/index.ts';
import { detailedEdition, renderFile } from '../../../documents/index.ts';
import { mayUse } from '../../../kernel/caller.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import type { meetingsContract, Paper } from '../contract.ts';
import { paperFile } from '../documents/paper-file.ts';
import { facts } from '../facts.ts';
import { INFORMATION_KINDS, PAPER_TITLES, type PreparedKind } from '../meeting-types.ts';
import { type MeetingRow, updateMeeting } from '../store/meetings.ts';
import {
  deletePaper,
  insertPaper,
  listPapers as listRows,
  markSent,
  type PaperRow,
  saveContent,
} from '../store/papers.ts';
import { checkHappened, meetingInHand, meetingInSight, sideOf } from './common.ts';
import { draftPaper } from './report.ts';
import type { Setting } from './setting.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const listPapers: H<'listPapers'> = async (context, input) => {
  const { row } = await meetingInSight(context, input);
  const rows = await listRows(context.tx, row.id);
  return { papers: rows.filter((paper) => isOwn(context, paper) || paper.sent_on !== null).map(paperOf(context)) };
};

/** The side that prepares a paper has its working copy. People of a department see what was sent only. */
function isOwn(context: Context, paper: PaperRow): boolean {
  const party = context.caller.party === 'contractor' || context.caller.roles.includes('security-office');
  return party && paper.side === sideOf(context);
}

const paperOf =
  (context: Context) =>
  (row: PaperRow): Paper => ({
    id: row.id,
    side: row.side,
    kind: row.kind,
    name: row.name,
    content: isOwn(context, row) ? row.content : row.sent_content,
    sentOn: row.sent_on,
    changedSinceSent:
      isOwn(context, row) && row.sent_on !== null && JSON.stringify(row.content) !== JSON.stringify(row.sent_content),
    version: row.version,
  });

/** Papers are prepared until the meeting is over. */
function checkPreparing(row: MeetingRow): void {
  if (row.state === 'cancelled') {
    throw new AppError('state.refused', { message: '取りやめた会議のため、資料は扱えません。' });
  }
  if (row.state === 'held') {
    throw new AppError('state.refused', {
      message: '会議は終わっているため、資料は変更できません。後から渡す文書は、連絡の記録に添付してください。',
    });
  }
}

export const preparePaper: H<'preparePaper'> = async (context, input) => {
  const { row, setting } = await meetingInSight(context, input);
  checkPreparing(row);
  const name = PAPER_TITLES[input.kind];
  if ((await listRows(context.tx, row.id)).some(({ kind }) => kind === input.kind)) {
    throw new AppError('record.duplicate', {
      message: `この会議の${name}は、既に作っています。資料の一覧から開いてください。`,
    });
  }
  const id = context.newId();
  await insertPaper(context.tx, {
    engagement_id: input.engagementId,
    meeting_id: row.id,
    id,
    side: 'contractor',
    kind: input.kind,
    name,
    file_id: null,
    content: await draftPaper(context, setting, input.kind, { meeting: row }),
  });
  return { id };
};

export const refreshPaper: H<'refreshPaper'> = async (context, input) => {
  const { paper, row, setting } = await paperInHand(context, input);
  const content = await draftPaper(context, setting, preparedKind(paper), { meeting: row });
  return { version: await saveContent(context.tx, paper.id, paper.version, content) };
};

export const savePaper: H<'savePaper'> = async (context, input) => {
  const { paper } = await paperInHand(context, input);
  if (preparedKind(paper) !== input.content.kind) {
    throw fieldError('content', '別の種類の資料の内容です。資料を開き直してください。');
  }
  const { content } = input;
  if (content.kind === 'schedule') {
    for (const [index, { start, end }] of content.rows.entries()) {
      if (end < start) throw fieldError(`content.rows.${index}.end`, '終わりの日は、始まりの日以後にしてください。');
    }
  }
  return { version: await saveContent(context.tx, paper.id, paper.version, content) };
};

function preparedKind({ kind }: PaperRow): PreparedKind {
  if (kind === 'file') {
    throw new AppError('state.refused', {
      message: 'ファイルの内容はここでは変えられません。外してから、直したファイルを加えてください。',
    });
  }
  return kind;
}

export const attachFile: H<'attachFile'> = async (context, input) => {
  const { row } = await meetingInSight(context, input);
  checkPreparing(row);
  for (const fileId of new Set(input.fileIds)) {
    const file = await context.files.attach(fileId, `meetings:${row.id}`);
    await addFile(context, row, file);
  }
  return { added: new Set(input.fileIds).size };
};

async function addFile(context: Context, row: MeetingRow, file: { id: string; name: string }): Promise<string> {
  const id = context.newId();
  await insertPaper(context.tx, {
    engagement_id: row.engagement_id,
    meeting_id: row.id,
    id,
    side: sideOf(context),
    kind: 'file',
    name: file.name,
    file_id: file.id,
    content: null,
  });
  return id;
}

/** What a document of a meeting is made for. */
const OF_MEETING = '会議';

/** Documents of the whole engagement or of a meeting that the caller may make; prepared papers have their own way. */
function attachable(context: Context) {
  const { documents, contracts } = context.providers;
  return documents.filter((provider) => {
    const contract = contracts.find(({ id }) => id === provider.moduleId);
    return (
      (provider.perSubject === undefined || provider.perSubject === OF_MEETING) &&
      provider.moduleId !== 'meetings' &&
      contract !== undefined &&
      mayUse(contract, provider.permission, context.caller)
    );
  });
}

export const listAttachable: H<'listAttachable'> = (context) =>
  Promise.resolve({
    documents: attachable(context).map(({ kind, title, formats }) => ({ kind, title, formats: [...formats] })),
  });

export const attachDocument: H<'attachDocument'> = async (context, input) => {
  const { row } = await meetingInSight(context, input);
  checkPreparing(row);
  const provider = attachable(context).find(({ kind }) => kind === input.kind);
  if (provider === undefined || !provider.formats.includes(input.format)) {
    throw new AppError('record.missing', { internal: 'document' });
  }
  context.providers.check(provider);
  const { engagementId, format } = input;
  const subject = provider.perSubject === undefined ? null : row.id;
  const tree = await provider.build(context, { engagementId, subject, format });
  const file = await renderFile(detailedEdition(tree), format, `${provider.title}_${context.today}`);
  return { id: await addFile(context, row, await context.files.keep(file, `meetings:${row.id}`)) };
};

export const removePaper: H<'removePaper'> = async (context, input) => {
  const { paper } = await paperInHand(context, input);
  if (paper.sent_on !== null) {
    throw new AppError('state.refused', {
      message: `${formatEra(paper.sent_on)}に送付した資料は外せません。直したものを加えて、もう一度送付してください。`,
    });
  }
  await deletePaper(context.tx, paper.id, paper.version);
  return OK;
};

export const sendPapers: H<'sendPapers'> = async (context, input) => {
  const { row, setting } = await meetingInHand(context, input);
  checkPreparing(row);
  const occurredOn = input.occurredOn ?? context.today;
  checkHappened(context, setting, occurredOn);
  const own = (await listRows(context.tx, row.id)).filter((paper) => isOwn(context, paper));
  if (own.length === 0 && row.agenda.length === 0) {
    throw new AppError('state.refused', {
      message: '送付する次第も資料もありません。次第を定めるか、資料を加えてから送付してください。',
    });
  }
  await markSent(context.tx, own, occurredOn);
  // The contractor's first sending is the one that the deadline is about.
  const first = sideOf(context) === 'contractor' ? (row.papers_sent_on ?? occurredOn) : row.papers_sent_on;
  const version = await updateMeeting(context.tx, row.id, row.version, { papers_sent_on: first });
  facts.record(context, 'meeting.materials-sent', {
    engagementId: row.engagement_id,
    subject: row.id,
    data: {
      meeting: row.id,
      type: row.type,
      papers: own.map((paper) => paperWord(paper, setting, row.type)),
      agenda: row.agenda.length > 0,
      occurredOn,
    },
  });
  recordInformation(context, row, own, occurredOn);
  return { version };
};

/** An information corner that says something is information that was given. */
function recordInformation(context: Context, row: MeetingRow, own: readonly PaperRow[], occurredOn: string): void {
  for (const { content } of own) {
    if (content?.kind !== 'information' || content.rows.length === 0) continue;
    facts.record(context, 'information.provided', {
      engagementId: row.engagement_id,
      subject: row.id,
      data: {
        meeting: row.id,
        topics: [...new Set(content.rows.map(({ informationKind }) => INFORMATION_KINDS[informationKind]))],
        sources: content.rows.map(({ entry }) => entry),
        occurredOn,
      },
    });
  }
}

/** The name by which the specification knows a paper, else the id of the paper: file names may name people. */
function paperWord(paper: PaperRow, { kinds }: Setting, type: string): string {
  if (paper.kind !== 'file') return paper.name;
  const names = kinds.find((kind) => kind.type === type)?.papers ?? [];
  return names.find((name) => paper.name.includes(name)) ?? paper.id;
}

export const downloadPaper: H<'downloadPaper'> = async (context, input) => {
  const { row, setting } = await meetingInSight(context, input);
  const paper = await paperInSight(context, row, input.paperId);
  if (paper.file_id !== null) {
    const { name, mediaType, bytes } = await context.files.open(paper.file_id);
    return { name, mediaType, bytes };
  }
  const content = isOwn(context, paper) ? paper.content : paper.sent_content;
  if (content === null) throw new AppError('record.missing', { internal: 'paper without content' });
  return paperFile(content, input.format ?? 'docx', { profile: setting.profile, occasion: row });
};

async function paperInSight(context: Context, row: MeetingRow, paperId: string): Promise<PaperRow> {
  const paper = (await listRows(context.tx, row.id)).find(({ id }) => id === paperId);
  if (paper === undefined || !(isOwn(context, paper) || paper.sent_on !== null)) {
    throw new AppError('record.missing', { internal: 'paper' });
  }
  return paper;
}

/** An own paper in its latest version, of a meeting that is still to come. */
async function paperInHand(
  context: Context,
  input: { engagementId: string; meetingId: string; paperId: string; version: number },
): Promise<{ paper: PaperRow; row: MeetingRow; setting: Setting }> {
  const { row, setting } = await meetingInSight(context, input);
  checkPreparing(row);
  const paper = await paperInSight(context, row, input.paperId);
  if (!isOwn(context, paper)) {
    throw new AppError('state.refused', { message: '相手方が用意した資料は変更できません。' });
  }
  if (paper.version !== input.version) throw new AppError('record.stale', { current: paperOf(context)(paper) });
  return { paper, row, setting };
}
