/** Forms (様式): the city's own Word, Excel and PowerPoint files that the records are filled into. */
import { z } from 'zod';
import { command, defineContract, download, query } from '../../kernel/contract.ts';
import { CONTRACTOR_ROLES } from '../../kernel/role.ts';
import { engagementInput, id, instant, sha256, text } from '../../kernel/schema.ts';

const kind = z.string().max(60);
const format = z.enum(['docx', 'xlsx', 'pptx']);
/** The edition of the document that a form is for. */
const edition = z.enum(['detailed', 'public', 'executive', 'department']);
const subject = z.string().max(100).nullable();

export const problem = z.strictObject({
  kind: z.enum(['unknown', 'missing', 'unbalanced', 'misused', 'broken']),
  /** 本文の3番目の段落「…」 */
  place: z.string(),
  message: z.string(),
});

export const template = z.strictObject({
  id,
  kind: z.string(),
  format,
  edition,
  version: z.int(),
  state: z.enum(['registered', 'active', 'retired']),
  name: z.string(),
  sha256,
  size: z.int(),
  comment: z.string(),
  problems: z.array(problem),
  registeredAt: instant,
  activatedAt: instant.nullable(),
  retiredAt: instant.nullable(),
});
export type Template = z.output<typeof template>;

/** A kind of document that the caller may have, and the formats that a form of it may have. */
export const documentKind = z.strictObject({
  kind: z.string(),
  title: z.string(),
  formats: z.array(format),
  samples: z.array(format),
  perSubject: z.string().nullable(),
  /** The editions that a form of it may be for. */
  editions: z.array(edition),
  /** The specification of the engagement names it as a deliverable. */
  wanted: z.boolean(),
});
export type DocumentKind = z.output<typeof documentKind>;

/** One placeholder; those of a list follow it, with the list's name. */
export const placeholder = z.strictObject({
  name: z.string(),
  /** As it is typed into the form. */
  mark: z.string(),
  meaning: z.string(),
  example: z.string(),
  kind: z.enum(['text', 'number', 'day', 'paragraphs', 'list', 'condition']),
  required: z.boolean(),
  /** The repetitions that it stands in, the outermost first. */
  inside: z.array(z.string()),
  group: z.enum(['document', 'head', 'common', 'records']),
});
export type Placeholder = z.output<typeof placeholder>;

/** Of a form for a department's edition: which department. */
const departmentId = id.nullable().default(null);
const templateInput = engagementInput.extend({ templateId: id });

export const templatesContract = defineContract({
  id: 'templates',
  title: '様式',
  permissions: {
    'templates.read': {
      roles: ['ciso', 'security-office', ...CONTRACTOR_ROLES],
      because: '様式は契約の両当事者の文書に使うため、文書に関わる者が見る。',
    },
    'templates.manage': {
      roles: ['security-office', 'audit-lead', 'project-manager'],
      because:
        '様式を定めるのは発注者の担当課であり、受託者の責任者もその指示を受けて登録する。担当者だけでは変えられない。',
    },
  },
  operations: {
    listTemplates: query({
      summary: '文書の種類と、登録された様式の版を返す。',
      permission: 'templates.read',
      input: engagementInput,
      output: z.strictObject({ kinds: z.array(documentKind), templates: z.array(template) }),
    }),
    getCatalogue: query({
      summary: '文書の種類ごとの差込み項目と、様式を試せる対象を返す。',
      permission: 'templates.read',
      input: engagementInput.extend({ kind }),
      output: z.strictObject({
        placeholders: z.array(placeholder),
        subjects: z.array(z.strictObject({ id: z.string(), title: z.string() })),
        departments: z.array(z.strictObject({ id: z.string(), title: z.string() })),
      }),
    }),
    registerTemplate: command({
      summary: '様式を確かめて、新しい版として登録する。',
      permission: 'templates.manage',
      input: engagementInput.extend({
        kind,
        edition: edition.default('detailed'),
        fileId: id,
        comment: text.max(1000),
      }),
      output: template,
    }),
    activateTemplate: command({
      summary: '誤りのない様式を、この文書の様式として使い始める。',
      permission: 'templates.manage',
      input: templateInput,
      output: template,
    }),
    retireTemplate: command({
      summary: '様式を使うことをやめる。文書は元の体裁で作られる。',
      permission: 'templates.manage',
      input: templateInput,
      output: template,
    }),
    previewTemplate: download({
      summary: '今の記録又は記入例を様式に差し込んだ見本を取得する。',
      permission: 'templates.read',
      input: templateInput.extend({ subject, departmentId, values: z.enum(['records', 'examples']) }),
    }),
    downloadTemplate: download({
      summary: '登録された様式のファイルを取得する。',
      permission: 'templates.read',
      input: templateInput,
    }),
    downloadSample: download({
      summary: '差込み項目を配置した様式の見本を取得する。',
      permission: 'templates.read',
      input: engagementInput.extend({ kind, format }),
    }),
    listActiveTemplates: query({
      summary: '文書の種類に使われている様式を形式ごとに返す。',
      permission: 'templates.read',
      input: engagementInput.extend({ kind }),
      output: z.strictObject({ templates: z.array(template) }),
    }),
    fillTemplate: download({
      summary: '使われている様式に今の記録を差し込む。',
      permission: 'templates.read',
      input: templateInput.extend({ subject, departmentId }),
    }),
  },
});
