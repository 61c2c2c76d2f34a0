/** Answers by a file or on paper: sheets out, files in, and their comparison with what is stored. Clause 9(1)イ【自己点検】. */
import { z } from 'zod';
import { command, defineContract, download, query } from '../../kernel/contract.ts';
import { day, id, instant } from '../../kernel/schema.ts';
import { VERDICTS } from './rules/verdict.ts';

/** Files that are sent in one request; an archive may hold more. */
export const FILES_AT_ONCE = 50;
/** Files of one intake. */
export const FILES_OF_INTAKE = 2000;
/** Papers that are set in one request. */
export const PAPERS_AT_ONCE = 60;

const sheetKind = z.enum(['html', 'excel', 'paper']);
const fileChannel = z.enum(['html', 'excel']);
const number = z.int().min(1).max(FILES_OF_INTAKE);

const problem = z.strictObject({
  /** Number of the item; null when the whole file is meant. */
  item: z.int().nullable(),
  /** Where it stands in the file: シート「回答」のD12. */
  place: z.string(),
  message: z.string(),
});

const difference = z.strictObject({
  item: z.string(),
  number: z.int(),
  question: z.string(),
  before: z.string(),
  after: z.string(),
});

const intakeFile = z.strictObject({
  number: z.int(),
  name: z.string(),
  channel: fileChannel.nullable(),
  respondentId: id.nullable(),
  respondentName: z.string().nullable(),
  verdict: z.enum(VERDICTS),
  /** Submissions of the respondent now; send back when the file is taken in. */
  revision: z.int(),
  /** By the clock of the respondent's computer. */
  savedAt: instant.nullable(),
  /** Why the day does not allow it today; a stated day of arrival may. */
  refusal: z.string().nullable(),
  /** The first few of what is wrong. */
  problems: z.array(problem),
  problemCount: z.int(),
  notices: z.array(z.string()),
});
export type IntakeFile = z.output<typeof intakeFile>;

const fileDetail = z.strictObject({
  problems: z.array(problem),
  notices: z.array(z.string()),
  /** Against the newest submission; empty before the first means all answers are new. */
  differences: z.array(difference),
});

const intake = z.strictObject({ intakeId: id, campaignId: id, createdAt: instant, files: z.array(intakeFile) });
export type Intake = z.output<typeof intake>;

/** The sheet, and beside a workbook the files that it names. */
const ownFile = z.strictObject({ campaignId: id, respondentId: id, fileIds: z.array(id).min(1).max(FILES_AT_ONCE) });

export const answerFileContract = defineContract({
  id: 'answer-file',
  title: '回答票のファイルと紙',
  permissions: {
    'answer-file.take': {
      roles: ['department-head', 'department-staff', 'system-owner', 'ciso', 'security-office'],
      because:
        '回答票を受け取るのは答える所属や職員であり、配るのは情報セキュリティ担当課である。答える側は自分の分だけを受け取る。',
    },
    'answer-file.import': {
      roles: ['security-office'],
      because: '届いた回答票を確かめて取り込むのは、調査を行う情報セキュリティ担当課である。',
    },
    'answer-file.submit': {
      roles: ['department-head', 'department-staff', 'system-owner', 'ciso'],
      because: '調査に答えるのは各所属と対象の職員であり、自分に届いた調査の回答票だけを提出する。',
    },
  },
  operations: {
    downloadSheet: download({
      summary: '一つの所属、人又は事務の回答票を、HTML、Excel又は紙（PDF）で返す。',
      permission: 'answer-file.take',
      input: z.strictObject({ campaignId: id, respondentId: id, kind: sheetKind }),
    }),
    downloadSheets: download({
      summary: '回答する所属、人又は事務ごとの回答票を、一つのZIPにまとめて返す。',
      permission: 'answer-file.import',
      input: z.strictObject({
        campaignId: id,
        kind: sheetKind,
        /** Absent: every respondent of the campaign. */
        respondents: z.array(id).min(1).max(2000).optional(),
      }),
    }),
    openIntake: command({
      summary: '届いた回答票の取込みを始める。',
      permission: 'answer-file.import',
      input: z.strictObject({ campaignId: id }),
      output: z.strictObject({ intakeId: id }),
    }),
    addToIntake: command({
      summary: '届いた回答票を読み取り、取込みに加える。回答はまだ変わらない。',
      permission: 'answer-file.import',
      input: z.strictObject({ intakeId: id, fileIds: z.array(id).min(1).max(FILES_AT_ONCE) }),
      output: z.strictObject({ files: z.int(), refused: z.int() }),
    }),
    getIntake: query({
      summary: '取込み一件のファイルごとに、取り込めるかどうかとその理由を返す。',
      permission: 'answer-file.import',
      input: z.strictObject({ intakeId: id }),
      output: intake,
    }),
    getIntakeFile: query({
      summary: '取り込むファイル一つの、今の回答との違いと誤りを返す。',
      permission: 'answer-file.import',
      input: z.strictObject({ intakeId: id, number }),
      output: fileDetail,
    }),
    acceptFiles: command({
      summary: '確かめたファイルの回答を、その所属、人又は事務の回答として取り込む。',
      permission: 'answer-file.import',
      input: z.strictObject({
        intakeId: id,
        files: z
          .array(z.strictObject({ number, revision: z.int().min(0) }))
          .min(1)
          .max(FILES_OF_INTAKE),
        /** The day on which the files arrived. Absent: the server's time decides whether they are in time. */
        receivedOn: day.optional(),
      }),
      output: z.strictObject({
        accepted: z.array(z.int()),
        refused: z.array(z.strictObject({ number: z.int(), name: z.string(), reason: z.string() })),
      }),
    }),
    listIntakes: query({
      summary: '調査一件の取込みの一覧を返す。',
      permission: 'answer-file.import',
      input: z.strictObject({ campaignId: id }),
      output: z.strictObject({
        intakes: z.array(
          z.strictObject({ intakeId: id, createdAt: instant, files: z.int(), accepted: z.int(), refused: z.int() }),
        ),
      }),
    }),
    previewOwnFile: command({
      summary: '自分に届いた調査の回答票を読み取り、今の回答との違いと誤りを返す。回答はまだ変わらない。',
      permission: 'answer-file.submit',
      input: ownFile,
      output: fileDetail.extend({ verdict: z.enum(VERDICTS), revision: z.int(), refusal: z.string().nullable() }),
    }),
    submitOwnFile: command({
      summary: '自分に届いた調査の回答票の回答を提出する。',
      permission: 'answer-file.submit',
      input: ownFile.extend({ expectedRevision: z.int().min(0) }),
      output: z.strictObject({ revision: z.int(), state: z.enum(['submitted', 'awaiting-approval']) }),
    }),
  },
});
