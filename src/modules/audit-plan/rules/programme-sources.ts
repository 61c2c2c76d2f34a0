/** Whether a changed programme can be carried out with the catalogues and standards that there are. Pure. */
import type { Programme } from '../../../core/programme/index.ts';
import type { FieldProblem } from '../../../kernel/error.ts';
import type { ProgrammeSources } from '../contract/programmes.ts';

/** @param before the draft as it was: what it took over from the product or from another programme may stay */
export function sourceProblems(programme: Programme, before: Programme, sources: ProgrammeSources): FieldProblem[] {
  return [
    ...programme.checklists.flatMap((asked, at) => catalogueProblems(asked, at, before, sources)),
    ...basisProblems(programme, before, sources),
  ];
}

type Asked = Programme['checklists'][number];

function catalogueProblems(asked: Asked, at: number, before: Programme, sources: ProgrammeSources): FieldProblem[] {
  const place = (field: keyof Asked, message: string): FieldProblem => ({
    path: `programme.checklists.${at}.${field}`,
    message,
  });
  const kept = before.checklists.some(({ catalogue }) => catalogue === asked.catalogue);
  const found = sources.catalogues.find(({ code }) => code === asked.catalogue);
  if (found?.free !== true)
    return kept ? [] : [place('catalogue', '監査項目の目録にありません。目録を一覧から選び直してください。')];
  const { suiting } = found;
  if (suiting === 0)
    return [place('catalogue', 'この目録には、対象に合う項目がありません。別の目録を選んでください。')];
  return (['items', 'itemsAtLeast'] as const)
    .filter((field) => (asked[field] ?? 0) > suiting)
    .map((field) =>
      place(field, `この目録で対象に合う項目は${suiting}件です。${suiting}件以内にするか、別の目録も加えてください。`),
    );
}

function basisProblems({ checklistTerms }: Programme, before: Programme, sources: ProgrammeSources): FieldProblem[] {
  const added = checklistTerms.bases.filter((code) => !before.checklistTerms.bases.includes(code));
  const [first] = added.flatMap((code) => {
    const found = sources.standards.find((one) => one.code === code);
    if (found === undefined)
      return [`「${code}」は、この業務の基準にありません。「基準」の画面で登録してから選んでください。`];
    if (found.edition === null)
      return [`「${found.name}」は、まだ受け取っておらず、版が分かりません。受け取ってから選んでください。`];
    return [];
  });
  return first === undefined ? [] : [{ path: 'programme.checklistTerms.bases', message: first }];
}

/** The strongest first; those that the engagement does not know come last, as they stood. */
export function byPrecedence(bases: readonly string[], { standards }: ProgrammeSources): string[] {
  const rank = (code: string): number => {
    const at = standards.findIndex((one) => one.code === code);
    return at === -1 ? standards.length : at;
  };
  return [...new Set(bases)].sort((a, b) => rank(a) - rank(b));
}
