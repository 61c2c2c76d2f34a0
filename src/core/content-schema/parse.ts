/** Reading a content file: YAML text in, checked value out, or one error that names every fault in Japanese. */
import { parseDocument } from 'yaml';
import type * as z from 'zod';
import ja from 'zod/v4/locales/ja.js';

/** Words a municipality may replace in a content file: `{{manager}}` in the text becomes the value of `manager`. */
export type Terms = Readonly<Record<string, string>>;

/** One fault of a content file: where it is (dotted path, empty at the root) and what is wrong. */
export type ContentFault = { path: string; message: string };

/** A content file that cannot be used. `message` is for people; `faults` lists every place. */
export class ContentError extends Error {
  readonly faults: readonly ContentFault[];

  constructor(kind: string, faults: readonly ContentFault[]) {
    const lines = faults.map((fault) => (fault.path === '' ? fault.message : `${fault.path}：${fault.message}`));
    super(`${kind}の内容に誤りがあります。次の箇所を直してから、もう一度読み込んでください。\n${lines.join('\n')}`);
    this.name = 'ContentError';
    this.faults = faults;
  }
}

/**
 * Parses YAML text and checks it against a schema.
 * The file's own `terms` are the defaults; `terms` overrides them, and every `{{name}}` in the file is replaced before
 * the check, so that length limits hold for what people will read.
 * @throws ContentError when the YAML is broken, a term is unknown or the schema refuses the value.
 */
export function parseContent<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  kind: string,
  terms: Terms = {},
): z.output<Schema> {
  const document = parseDocument(text, { uniqueKeys: true });
  const [broken] = document.errors;
  if (broken !== undefined) {
    // One break makes the reader stumble over everything after it: only the first fault helps.
    const line = broken.linePos?.[0].line ?? 1;
    throw new ContentError(kind, [{ path: `${line}行目`, message: `YAMLとして読み取れません（${broken.code}）` }]);
  }
  const raw: unknown = document.toJS();
  const unknownTerms: ContentFault[] = [];
  const filled = fillTerms(raw, { ...termsOf(raw), ...terms }, '', unknownTerms);
  if (unknownTerms.length > 0) throw new ContentError(kind, unknownTerms);
  const result = schema.safeParse(filled, { error: ja().localeError });
  if (!result.success) {
    throw new ContentError(
      kind,
      result.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message })),
    );
  }
  return result.data;
}

function termsOf(raw: unknown): Terms {
  if (!isRecord(raw) || !isRecord(raw['terms'])) return {};
  return Object.fromEntries(Object.entries(raw['terms']).map(([name, value]) => [name, String(value)]));
}

function fillTerms(value: unknown, terms: Terms, path: string, unknown: ContentFault[]): unknown {
  if (typeof value === 'string') {
    return value.replace(/\{\{([^{}]+)\}\}/g, (whole, name: string) => {
      const term = Object.hasOwn(terms, name.trim()) ? terms[name.trim()] : undefined;
      if (term === undefined) unknown.push({ path, message: `用語「${name.trim()}」がtermsに定義されていません` });
      return term ?? whole;
    });
  }
  const below = (key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);
  if (Array.isArray(value)) return value.map((entry, index) => fillTerms(entry, terms, below(index), unknown));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      path === '' && key === 'terms' ? effectiveTerms(entry, terms) : fillTerms(entry, terms, below(key), unknown),
    ]),
  );
}

/** The file's own terms with their overridden values; names that it does not declare are left out. */
function effectiveTerms(declared: unknown, terms: Terms): unknown {
  if (!isRecord(declared)) return declared;
  return Object.fromEntries(Object.entries(declared).map(([name, value]) => [name, terms[name] ?? value]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
