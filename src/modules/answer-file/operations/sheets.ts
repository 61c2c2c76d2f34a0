/** Sheets out: for one respondent, or for many in one archive. */
import yazl from 'yazl';
import { fiscalYearLabel, formatEra } from '../../../core/calendar/index.ts';
import { portableName, renderPdf, renderXlsx } from '../../../documents/index.ts';
import type { FileReply } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import { newToken } from '../../../kernel/identifier.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { selfCheckContract } from '../../self-check/contract.ts';
import { PAPERS_AT_ONCE } from '../contract.ts';
import { answerBook } from '../documents/answer-book.ts';
import { answerPage } from '../documents/answer-page.ts';
import { answerPaper } from '../documents/answer-paper.ts';
import { formText, type PreviousAnswers, type SheetFrame } from '../documents/frame.ts';
import type { SealedTicket } from '../rules/answer-json.ts';
import { sheetNumber } from '../rules/sheet-number.ts';
import { secretOf } from '../store.ts';
import { formHashOf, type H, type Reception, receptionOf } from './common.ts';
import { seal } from './seal.ts';

type Kind = 'html' | 'excel' | 'paper';

export const downloadSheet: H<'downloadSheet'> = async (context, { campaignId, respondentId, kind }) => {
  const reception = await receptionOf(context, campaignId);
  const respondent = reception.respondents.find((one) => one.respondentId === respondentId);
  if (respondent === undefined)
    throw new AppError('permission.refused', {
      message: 'ほかの所属や人の回答票は受け取れません。自分に届いた調査の回答票を選んでください。',
    });
  const make = await maker(context, reception, { kind, respondents: [respondentId] });
  // A respondent goes on from what it has written so far; the office gives out what the register knows, and no draft.
  const { answers, source, files } = await context.client(selfCheckContract).getSheet({ campaignId, respondentId });
  const blank = context.caller.roles.includes('security-office') && source !== 'none';
  return make(respondent, blank ? NOTHING : { answers, files });
};

export const downloadSheets: H<'downloadSheets'> = async (context, { campaignId, kind, respondents }) => {
  const reception = await receptionOf(context, campaignId);
  const wanted = respondents === undefined ? null : new Set(respondents);
  const chosen = reception.respondents.filter(({ respondentId }) => wanted === null || wanted.has(respondentId));
  if (chosen.length === 0) throw new AppError('record.missing', { internal: 'respondents of campaign' });
  if (kind === 'paper' && chosen.length > PAPERS_AT_ONCE)
    throw fieldError(
      'respondents',
      `紙の回答票を一度に作れるのは${PAPERS_AT_ONCE}件までです（選ばれたのは${chosen.length}件）。局を選んで、分けて作ってください。`,
    );
  const make = await maker(context, reception, { kind, respondents: chosen.map((one) => one.respondentId) });
  const zip = new yazl.ZipFile();
  for (const respondent of chosen) {
    const file = await make(respondent, NOTHING);
    zip.addBuffer(Buffer.from(file.bytes), file.name, { mtime: context.now });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  const name = portableName(`回答票_${reception.campaign.title}_${KINDS[kind]}`);
  return { name: `${name}.zip`, mediaType: 'application/zip', bytes: Buffer.concat(chunks) };
};

const KINDS: Readonly<Record<Kind, string>> = { html: 'HTML', excel: 'Excel', paper: '紙' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Respondent = Reception['respondents'][number];
/** What a sheet is given out with. */
type Begun = Pick<SheetFrame, 'answers' | 'files'>;
const NOTHING: Begun = { answers: {}, files: [] };

/** What the sheets of one campaign share is looked up once. */
async function maker(
  context: Context,
  reception: Reception,
  { kind, respondents }: { readonly kind: Kind; readonly respondents: string[] },
) {
  const { campaign, form } = reception;
  const { client } = await context.client(engagementContract).getEngagement({ engagementId: campaign.engagementId });
  const secret = await secretOf(context.tx, campaign.id, newToken);
  const formHash = formHashOf(form);
  const previous = await previousOf(context, campaign.id, respondents);
  return async (respondent: Respondent, begun: Begun): Promise<FileReply> => {
    const number = sheetNumber(respondent.place);
    const frame: SheetFrame = {
      form,
      title: campaign.title,
      unit: campaign.unit,
      respondentName: respondent.respondentName,
      departmentName: respondent.departmentName,
      number,
      version: `${form.version}-${formHash.slice(0, 6)}`,
      due: formatEra(respondent.due),
      message: campaign.message,
      sender: [client.department],
      today: context.today,
      ...begun,
      previous: previous(respondent.respondentId),
    };
    const ticket = (channel: SealedTicket['channel']): SealedTicket =>
      seal(
        {
          campaign: campaign.id,
          department: respondent.respondentId,
          form: formText(form),
          formHash,
          revision: respondent.revision,
          issued: context.now.toISOString(),
          channel,
        },
        secret,
      );
    const name = portableName(`回答票_${number}_${respondent.respondentName}`);
    switch (kind) {
      case 'html': {
        const { sender: _sender, today: _today, version: _version, departmentName: _department, ...shown } = frame;
        const page = await answerPage({ ...shown, ticket: ticket('html') });
        return { name: `${name}.html`, mediaType: 'text/html; charset=utf-8', bytes: Buffer.from(page, 'utf8') };
      }
      case 'excel': {
        const bytes = await renderXlsx(answerBook({ ...frame, ticket: ticket('excel') }));
        return { name: `${name}.xlsx`, mediaType: XLSX, bytes };
      }
      case 'paper':
        return { name: `${name}.pdf`, mediaType: 'application/pdf', bytes: await renderPdf(answerPaper(frame)) };
    }
  };
}

/** Most respondents whose last answers are looked up at once. */
const AT_ONCE = 2000;

async function previousOf(context: Context, campaignId: string, respondents: readonly string[]) {
  const found = new Map<string, PreviousAnswers>();
  for (let start = 0; start < respondents.length; start += AT_ONCE) {
    const { fiscalYear, previous } = await context
      .client(selfCheckContract)
      .listPreviousAnswers({ campaignId, respondents: respondents.slice(start, start + AT_ONCE) });
    if (fiscalYear === null) break;
    for (const { respondentId, answers } of previous)
      found.set(respondentId, { year: fiscalYearLabel(fiscalYear), answers });
  }
  return (respondentId: string): PreviousAnswers | null => found.get(respondentId) ?? null;
}
