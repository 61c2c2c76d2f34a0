import { DocumentError } from '../errors.ts';
import type { DocumentTree } from '../model/document.ts';
import { ASSURANCE_WORDS } from './assurance-words.ts';
import { squeeze } from './normalise.ts';
import { textsOf } from './texts.ts';

/** A wording that an advice-type audit must not use. */
export interface Assurance {
  readonly place: string;
  readonly found: string;
  readonly reason: string;
  readonly suggestion: string;
}

// What follows and turns the promise around: 保証するものではない, 適合していると認めることはできない.
const DENIED =
  '(?![^。]{0,14}(?:では(?:ない|なく|ありません)|(?:は|が)でき(?:ない|ません)|しない|しません|わけでは|に至らな|限りでは))';

const wanted = ASSURANCE_WORDS.map((word) => ({ ...word, shape: new RegExp(`(?:${word.pattern})${DENIED}`, 'u') }));

/** Every wording of a document that reads like the opinion of an assurance-type audit. */
export const findAssurance = (tree: DocumentTree): Assurance[] =>
  textsOf(tree).flatMap(({ place, text }) => wordingsIn(text).map((wording) => ({ place, ...wording })));

/** The first such wording of one text, for refusing it where it is written; null when there is none. */
export const assuranceIn = (text: string): Omit<Assurance, 'place'> | null => wordingsIn(text)[0] ?? null;

function wordingsIn(text: string): Omit<Assurance, 'place'>[] {
  const squeezed = squeeze(text);
  return wanted.flatMap(({ shape, reason, suggestion }) => {
    const found = shape.exec(squeezed)?.[0];
    return found === undefined ? [] : [{ found, reason, suggestion }];
  });
}

/** @throws DocumentError `assurance-wording` naming places, reason and what to write instead */
export function refuseAssurance(tree: DocumentTree): void {
  const found = findAssurance(tree);
  if (found.length === 0) return;
  const named = found
    .slice(0, 3)
    .map((one) => `${one.place}の「${one.found}」：${one.reason}${one.suggestion}`)
    .join('');
  const more = found.length > 3 ? `ほかに${found.length - 3}か所あります。` : '';
  throw new DocumentError(
    'assurance-wording',
    `助言型の監査の文書に、保証と受け取られる表現があるため、作成できません。${named}${more}`,
  );
}
