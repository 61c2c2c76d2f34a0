/** Sheets out: for one department, or for many in one archive. */
import yazl from 'yazl';
import { formatEra } from '../../../core/calendar/index.ts';
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
import { formText, type SheetFrame } from '../documents/frame.ts';
import type { SealedTicket } from '../rules/answer-json.ts';
import { sheetNumber } from '../rules/sheet-number.ts';
import { secretOf } from '../store.ts';
import { formHashOf, type H, type Reception, receptionOf } from './common.ts';
import { seal } from './seal.ts';

type Kind = 'html' | 'excel' | 'paper';

export const downloadSheet: H<'downloadSheet'> = async (context, { campaignId, departmentId, kind }) => {
  const reception = await receptionOf(context, campaignId);
  const department = reception.departments.find((one) => one.departmentId === departmentId);
  if (department === undefined)
    throw new AppError('permission.refused', {
      message: 'ほかの所属の回答票は受け取れません。自分の所属の回答票を選んでください。',
    });
  const make = await maker(context, reception, kind);
  // A department goes on from what it has written so far.
  const { answers } = await context.client(selfCheckContract).getSheet({ campaignId, departmentId });
  return make(department, context.caller.roles.includes('security-office') ? {} : answers);
};

export const downloadSheets: H<'downloadSheets'> = async (context, { campaignId, kind, departments }) => {
  const reception = await receptionOf(context, campaignId);
  const wanted = departments === undefined ? null : new Set(departments);
  const chosen = reception.departments.filter(({ departmentId }) => wanted === null || wanted.has(departmentId));
  if (chosen.length === 0) throw new AppError('record.missing', { internal: 'departments of campaign' });
  if (kind === 'paper' && chosen.length > PAPERS_AT_ONCE)
    throw fieldError(
      'departments',
      `紙の回答票を一度に作れるのは${PAPERS_AT_ONCE}所属までです（選ばれたのは${chosen.length}所属）。局を選んで、分けて作ってください。`,
    );
  const make = await maker(context, reception, kind);
  const zip = new yazl.ZipFile();
  for (const department of chosen) {
    const file = await make(department, {});
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

type Department = Reception['departments'][number];

/** What the sheets of one campaign share is looked up once. */
async function maker(context: Context, reception: Reception, kind: Kind) {
  const { campaign, form } = reception;
  const { client } = await context.client(engagementContract).getEngagement({ engagementId: campaign.engagementId });
  const secret = await secretOf(context.tx, campaign.id, newToken);
  const formHash = formHashOf(form);
  return async (department: Department, answers: SheetFrame['answers']): Promise<FileReply> => {
    const number = sheetNumber(department.place);
    const frame: SheetFrame = {
      form,
      title: campaign.title,
      departmentName: department.departmentName,
      number,
      version: `${form.version}-${formHash.slice(0, 6)}`,
      due: formatEra(department.due),
      message: campaign.message,
      sender: [client.department],
      today: context.today,
      answers,
    };
    const ticket = (channel: SealedTicket['channel']): SealedTicket =>
      seal(
        {
          campaign: campaign.id,
          department: department.departmentId,
          form: formText(form),
          formHash,
          revision: department.revision,
          issued: context.now.toISOString(),
          channel,
        },
        secret,
      );
    const name = portableName(`回答票_${number}_${department.departmentName}`);
    switch (kind) {
      case 'html': {
        const { sender: _sender, today: _today, version: _version, ...shown } = frame;
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
