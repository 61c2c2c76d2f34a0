/** A file that somebody sent, as answers of a respondent: form, version, respondent, damage, and every rule of the form. */
import { z } from 'zod';
import { type AnswerSheet, answerTo, isItemAnswered, textsOf, validateSheet } from '../../../core/assessment/index.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import { ReadableError } from '../../../core/readable-error.ts';
import type { FoundFile } from '../../../importers/many-files.ts';
import { canonical, sha256Of } from '../../../kernel/canonical.ts';
import { ANSWER_FORMAT, isUndamaged, type SealedTicket } from '../rules/answer-json.ts';
import { looseSheet } from '../rules/loose-sheet.ts';
import { readBook, ticketIn } from '../rules/read-book.ts';
import type { WantedFile } from '../rules/attachment.ts';
import { tidySheet } from '../rules/sheet.ts';
import type { FileProblem, ReadFile } from '../store.ts';
import { isGenuine } from './seal.ts';
import { type InsideFile, insideFiles, namedFiles } from './sheet-files.ts';

export interface Destination {
  readonly campaignId: string;
  readonly form: Questionnaire;
  readonly formHash: string;
  /** Null while no sheet has been given out. */
  readonly secret: string | null;
  readonly respondents: ReadonlySet<string>;
  readonly now: Date;
}

const text = z.string().max(200);
const ticketShape = z.strictObject({
  campaign: text,
  department: text,
  form: text,
  formHash: text,
  revision: z.int().min(0).max(1_000_000),
  issued: text,
  channel: z.enum(['html', 'excel']),
  seal: text,
});

/** More than the longest sheet; what is larger is not kept. */
const KEPT = 2_000_000;
/** The end of 2099. */
const LAST_MOMENT = 4_102_444_799_999;
/** A clock may be this far ahead before anybody is told. */
const CLOCK_MINUTES = 10;

/** What stands in a file, before the files inside it have passed the rules of uploads. */
export type FileReading = Omit<ReadFile, 'source' | 'fileId'> & { readonly inside: readonly InsideFile[] };

export function readFile(found: FoundFile, to: Destination): FileReading {
  const base = { name: found.name.slice(0, 300), sha256: found.sha256 };
  const refuse = (message: string, known: Partial<FileReading> = {}): FileReading => ({
    ...base,
    channel: null,
    respondentId: null,
    baseRevision: null,
    savedAt: null,
    serial: null,
    answers: null,
    answersHash: null,
    problems: [{ item: null, place: '', message }],
    notices: [],
    wanted: [],
    inside: [],
    ...known,
  });
  switch (found.kind) {
    case 'refused':
      return refuse(found.message);
    case 'text':
      return fromJson(found.text, to, { ...base, refuse });
    case 'sheets': {
      const ticket = ticketIn(found.sheets);
      if (ticket === null)
        return refuse(
          '配布したExcelの回答票ではないか、隠しシート「回答票の情報」が消えています。配られたファイルに記入し直してください。',
        );
      const wrong = wrongTicket(ticket, to);
      if (wrong !== null) return refuse(wrong, { channel: 'excel' });
      try {
        const { answers: read, problems } = readBook(to.form, found.sheets);
        const { answers, wanted } = namedFiles(to.form, read);
        const none = { savedAt: null, serial: null, notices: [], inside: [] };
        return finished(base, to, { ticket, answers, problems, wanted, ...none });
      } catch (error) {
        if (error instanceof ReadableError) return refuse(error.message, { channel: 'excel' });
        throw error;
      }
    }
  }
}

interface Base {
  readonly name: string;
  readonly sha256: string;
}
type Refuse = (message: string, known?: Partial<FileReading>) => FileReading;

function fromJson(
  content: string,
  to: Destination,
  { refuse, ...base }: Base & { readonly refuse: Refuse },
): FileReading {
  if (/^\s*<(?:!doctype|html)/iu.test(content))
    return refuse(
      'HTMLの回答票そのものです。回答票をブラウザで開き、「回答ファイルを作る」で作ったファイル（.json）を取り込んでください。',
    );
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return refuse('回答票が作った回答ファイルではないか、途中で切れています。回答ファイルを作り直してください。');
  }
  const file = z.record(z.string(), z.unknown()).safeParse(value);
  if (!file.success || file.data['format'] !== ANSWER_FORMAT)
    return refuse('回答票が作った回答ファイルではありません。「回答_」で始まる回答ファイルを取り込んでください。');
  if (file.data['formatVersion'] !== 1)
    return refuse('回答ファイルの形式の版が違います。配られた回答票で回答ファイルを作り直してください。');
  const read = ticketShape.safeParse(file.data['ticket']);
  if (!read.success)
    return refuse('回答ファイルの配布の記録が壊れています。回答票で回答ファイルを作り直してください。');
  const ticket: SealedTicket = read.data;
  const wrong = wrongTicket(ticket, to);
  if (wrong !== null) return refuse(wrong, { channel: 'html' });
  const known: Partial<FileReading> = {
    channel: 'html',
    respondentId: ticket.department,
    baseRevision: ticket.revision,
  };
  if (!isUndamaged(file.data))
    return refuse(
      '回答ファイルが途中で壊れたか、作られた後に書き換えられています。回答票で回答ファイルを作り直してください。',
      known,
    );
  if (file.data['complete'] !== true)
    return refuse(
      '途中の回答です。全ての設問に答えて「回答ファイルを作る」で作ったファイルを取り込んでください。',
      known,
    );
  const { answers, problems } = looseSheet(to.form, file.data['answers']);
  const { inside, wanted, problems: broken } = insideFiles(to.form, answers, file.data['attachments']);
  const savedAt = z.number().int().min(0).max(LAST_MOMENT).safeParse(file.data['savedAt']).data ?? null;
  const ahead = savedAt !== null && savedAt - to.now.getTime() > CLOCK_MINUTES * 60_000;
  const serial = z.int().min(0).max(1_000_000).safeParse(file.data['serial']);
  return finished(base, to, {
    ticket,
    answers,
    problems: [...problems.map((problem) => ({ ...problem, place: '' })), ...broken],
    wanted,
    inside,
    savedAt: savedAt === null ? null : instantOf(savedAt, to.now),
    serial: serial.success ? serial.data : null,
    notices: ahead
      ? ['回答したパソコンの時計が進んでいます。期限に間に合ったかどうかは、サーバの時刻によります。']
      : [],
  });
}

/** @param moment any moment, to be moved */
function instantOf(milliseconds: number, moment: Date): string {
  const at = structuredClone(moment);
  at.setTime(milliseconds);
  return at.toISOString();
}

/** Why the sheet does not belong here; null when it does. */
function wrongTicket(ticket: SealedTicket, to: Destination): string | null {
  if (ticket.campaign !== to.campaignId)
    return `別の調査（${ticket.form.slice(0, 60)}）の回答票です。その調査の画面で取り込むか、この調査の回答票で答え直してください。`;
  if (to.secret === null || !isGenuine(ticket, to.secret))
    return '調査票の版、所属又は配布の記録が書き換えられています。配られた回答票で答え直してください。';
  if (ticket.formHash !== to.formHash)
    return `古い版（${ticket.form.slice(0, 60)}）の回答票です。今の版の回答票を配り直し、答え直してもらってください。`;
  if (!to.respondents.has(ticket.department))
    return 'この調査の対象ではないか、取り扱えない所属や人の回答票です。配布先を確かめてください。';
  return null;
}

interface Content {
  readonly ticket: SealedTicket;
  readonly answers: AnswerSheet;
  readonly problems: readonly FileProblem[];
  readonly savedAt: string | null;
  readonly serial: number | null;
  readonly notices: readonly string[];
  readonly wanted: readonly WantedFile[];
  readonly inside: readonly InsideFile[];
}

function finished(
  base: Base,
  to: Destination,
  { ticket, answers: raw, problems, notices, wanted, inside, ...rest }: Content,
): FileReading {
  const answers = tidySheet(to.form, raw);
  const items = to.form.sections.flatMap((section) => section.items);
  const already = new Set(problems.map(({ item }) => item));
  // Where nothing could be read at all, it does not help to name every item.
  const unread = problems.length > 0 && Object.keys(raw).length === 0;
  const lacking = (unread ? [] : validateSheet(to.form, answers, { complete: true }))
    .map(({ item, message }) => ({
      item: items.find(({ id }) => id === item)?.number ?? null,
      place: '',
      message,
    }))
    // An answer that could not be read is not also missing.
    .filter(({ item }) => item === null || !already.has(item));
  const unused = items.filter(({ id }) => !Object.hasOwn(answers, id) && isItemAnswered(answerTo(raw, id))).length;
  const kept = canonical(answers).length <= KEPT;
  const isNamed = ({ id, item }: WantedFile): boolean => textsOf(answerTo(answers, item)).includes(id);
  return {
    ...base,
    ...rest,
    wanted: wanted.filter(isNamed),
    inside: inside.filter(isNamed),
    channel: ticket.channel,
    respondentId: ticket.department,
    baseRevision: ticket.revision,
    answers: kept ? answers : null,
    answersHash: sha256Of(canonical(answers)),
    problems: [...problems, ...lacking],
    notices: [
      ...notices,
      ...(unused === 0 ? [] : [`ほかの回答により尋ねない設問の回答が${unused}件ありました。この回答は使いません。`]),
    ],
  };
}
