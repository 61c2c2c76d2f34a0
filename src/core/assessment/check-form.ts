/** What is wrong with a form as a whole, for those who build it. Pure. Errors keep a form from being published. */
import type { Condition, FormItem, Questionnaire, TableColumn } from '../content-schema/index.ts';
import { meaningOf } from '../content-schema/survey-type.ts';
import { YES_NO_NA } from './answer.ts';
import { type Atom, placesOf } from './condition.ts';
import { isFor, tellsRightFromWrong } from './design.ts';
import { atomsOf, reachColumn, reachItem } from './reachable.ts';
import { stepsOf } from './typed-answer.ts';
import { isAlike, type Wording, wordingOf } from './wording.ts';

export const FINDING_KINDS = [
  'empty-form',
  'empty-section',
  'unknown-reference',
  'circle',
  'unreachable',
  'never-required',
  'later-item',
  'missing-reason-rule',
  'duplicate-wording',
  'similar-wording',
  'missing-guidance',
  'segment',
  'risk',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface FormFinding {
  readonly severity: 'error' | 'warning';
  readonly kind: FindingKind;
  /** Section and item at which it is found; null where it concerns the whole form or the whole section. */
  readonly section: string | null;
  readonly item: string | null;
  /** A sentence for people that says what to do. */
  readonly message: string;
}

type Say = (severity: FormFinding['severity'], kind: FindingKind, message: string) => void;

/** All findings in the order of the form. */
export function checkForm(form: Questionnaire): FormFinding[] {
  const found: FormFinding[] = [];
  const at =
    (section: string | null, item: string | null): Say =>
    (severity, kind, message) =>
      found.push({ severity, kind, section, item, message });
  const items = form.sections.flatMap((section) => section.items);
  if (items.length === 0) at(null, null)('error', 'empty-form', '設問が一つもありません。設問を加えてください。');
  checkSegments(form, items, at(null, null));
  const circles = itemsInCircles(form);
  for (const section of form.sections) {
    const say = at(section.id, null);
    if (section.items.length === 0)
      say(
        'error',
        'empty-section',
        `分類「${section.title}」に設問がありません。設問を加えるか、分類を削除してください。`,
      );
    checkReferences(form, section.visibleIf, say, `分類「${section.title}」`);
    checkAudience(form, section.segments, say, `分類「${section.title}」`);
    for (const item of section.items) checkItem(form, item, circles, at(section.id, item.id));
  }
  checkWording(form, at);
  return found;
}

const name = (item: Pick<FormItem, 'number'>): string => `問${item.number}`;

function checkItem(form: Questionnaire, item: FormItem, circles: ReadonlySet<string>, say: Say): void {
  const where = name(item);
  const known = checkReferences(form, item.visibleIf, say, `${where}の表示する条件`);
  checkReferences(form, item.requiredIf, say, `${where}の必ず答える条件`);
  checkAudience(form, item.segments, say, where);
  checkOrder(form, item, say);
  if (circles.has(item.id))
    say(
      'error',
      'circle',
      `${where}を表示する条件が、ほかの設問を通じて${where}自身に戻っています。条件を見直してください。`,
    );
  // Where a condition looks at nothing, that is the fault to mend; that the item is never shown only follows.
  else if (known && reachItem(form, item).reach === 'unreachable')
    say('error', 'unreachable', `${where}は、どのように答えても表示されません。表示する条件を見直してください。`);
  else if (
    item.requiredIf !== undefined &&
    !item.required &&
    reachItem(form, item, [item.requiredIf]).reach === 'unreachable'
  )
    say('warning', 'never-required', `${where}の「必ず答える条件」は、どのように答えても成り立ちません。`);
  checkReasons(form, item, say);
  checkMeasuring(form, item, say);
  if (item.type === 'yes-no-na' && Object.keys(item.guidance ?? {}).length < GUIDANCE_PARTS)
    say(
      'warning',
      'missing-guidance',
      `${where}の解説に空いている欄があります。答える人が自分で確かめられるように書いてください。`,
    );
  if (item.type === 'table') checkColumns(item, say);
}

const GUIDANCE_PARTS = 6;

/** いいえ and 対象外 without words cannot be followed up: an error in a self-check. */
function checkReasons(form: Questionnaire, item: FormItem, say: Say): void {
  if (item.type !== 'yes-no-na') return;
  const parts = [
    ...(item.explanation.no === 'none' ? ['「いいえ」'] : []),
    ...(item.allowNotApplicable && item.explanation.notApplicable === 'none' ? ['「対象外」'] : []),
  ];
  if (parts.length > 0)
    say(
      meaningOf(form.type).results === 'points' ? 'error' : 'warning',
      'missing-reason-rule',
      `${name(item)}は、${parts.join('と')}の理由を求めていません。理由を求める設定にしてください。`,
    );
}

/** A risk that nobody can misjudge, or that nobody explains, measures and teaches nothing. */
function checkMeasuring(form: Questionnaire, item: FormItem, say: Say): void {
  if (item.subject !== undefined && !(form.subjects ?? []).some(({ id }) => id === item.subject))
    say('error', 'unknown-reference', `${name(item)}の測る事柄が、この調査票にありません。選び直してください。`);
  if (item.risk === undefined) return;
  if (!tellsRightFromWrong(item))
    say(
      'error',
      'risk',
      `${name(item)}はリスクの理解を測る設問ですが、正しい答えと誤った答えの別がありません。選択肢の達成度を決めてください。`,
    );
  if (item.risk.lesson === undefined)
    say('warning', 'risk', `${name(item)}に、答えた後に示す解説がありません。正しい答えとその訳を書いてください。`);
}

function checkColumns(item: Extract<FormItem, { type: 'table' }>, say: Say): void {
  for (const column of item.columns) {
    const where = `${name(item)}の「${column.label}」の欄`;
    const lookup = (id: string): TableColumn | undefined => item.columns.find((one) => one.id === id);
    for (const rule of [column.visibleIf, column.requiredIf])
      for (const atom of rule === undefined ? [] : atomsOf(rule))
        checkAtom(atom, lookup(atom.item), say, `${where}の条件`);
    if (reachColumn(item, column).reach === 'unreachable')
      say('error', 'unreachable', `${where}は、どのように答えても表示されません。条件を見直してください。`);
  }
}

/** Whether everything that the condition looks at is there. */
function checkReferences(form: Questionnaire, rule: Condition | undefined, say: Say, where: string): boolean {
  const atoms = rule === undefined ? [] : atomsOf(rule);
  return atoms.map((atom) => checkAtom(atom, placesOf(form).get(atom.item)?.item, say, where)).every((known) => known);
}

function checkAtom(atom: Atom, holder: FormItem | TableColumn | undefined, say: Say, where: string): boolean {
  const fault = faultOf(atom, holder);
  if (fault !== null) say('error', 'unknown-reference', `${where}${fault}条件を選び直してください。`);
  return fault === null;
}

function faultOf(atom: Atom, holder: FormItem | TableColumn | undefined): string | null {
  if (holder === undefined) return 'が、この調査票にない設問を見ています。';
  const choices = choicesOf(holder);
  const values = 'equals' in atom ? [atom.equals] : 'in' in atom ? atom.in : [];
  if (choices !== null && values.some((value) => !choices.includes(value))) return 'が、選択肢にない答えを見ています。';
  if ('atLeast' in atom && holder.type !== 'number' && holder.type !== 'scale')
    return 'の「以上」は、数と段階の設問にだけ使えます。';
  return null;
}

/** Values that a condition can ask for; null where the answer is free. */
export function choicesOf(holder: FormItem | TableColumn): readonly (string | number | boolean)[] | null {
  switch (holder.type) {
    case 'yes-no-na':
      return YES_NO_NA.filter((value) => value !== 'not-applicable' || holder.allowNotApplicable);
    case 'yes-no':
      return [true, false];
    case 'single':
    case 'multiple':
    case 'matrix':
      return holder.options.map(({ value }) => value);
    case 'scale':
      return stepsOf(holder);
    case 'number':
    case 'text':
    case 'date':
      return null;
    case 'table':
    case 'file':
      return [];
  }
}

function checkSegments(form: Questionnaire, items: readonly FormItem[], say: Say): void {
  const { segmentItem } = form;
  if (segmentItem === undefined) return;
  const item = items.find(({ id }) => id === segmentItem);
  if (item?.type !== 'single') {
    say('error', 'segment', '答える人の区分を尋ねる設問がありません。一つを選ぶ設問を指定してください。');
    return;
  }
  for (const option of item.options) {
    const some = items.some((one) => one.id !== segmentItem && isFor(form, one, option.value));
    if (!some)
      say(
        'warning',
        'segment',
        `「${option.label}」を選んだ人に表示する設問がありません。対象の区分を見直してください。`,
      );
  }
}

function checkAudience(form: Questionnaire, segments: readonly string[] | undefined, say: Say, where: string): void {
  const asking = form.segmentItem === undefined ? undefined : placesOf(form).get(form.segmentItem)?.item;
  if (asking?.type !== 'single' || segments === undefined || segments.includes('all')) return;
  const known = asking.options.map(({ value }) => value);
  if (segments.some((segment) => !known.includes(segment)))
    say('error', 'unknown-reference', `${where}の対象の区分に、この調査票にない区分があります。選び直してください。`);
}

/** On paper and in Excel one answers from top to bottom: a condition on a later item surprises. */
function checkOrder(form: Questionnaire, item: FormItem, say: Say): void {
  const places = placesOf(form);
  const later = [item.visibleIf, item.requiredIf]
    .flatMap((rule) => (rule === undefined ? [] : atomsOf(rule)))
    .flatMap((atom) => places.get(atom.item)?.item ?? [])
    .find((other) => other.number > item.number);
  if (later !== undefined)
    say(
      'warning',
      'later-item',
      `${name(item)}の条件が、後にある${name(later)}の答えを見ています。順番を入れ替えることを検討してください。`,
    );
}

function itemsInCircles(form: Questionnaire): ReadonlySet<string> {
  const places = placesOf(form);
  const next = (id: string): string[] => (places.get(id)?.conditions ?? []).flatMap(atomsOf).map((atom) => atom.item);
  const reaches = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const waiting = next(from);
    for (const id of waiting) {
      if (seen.has(id)) continue;
      seen.add(id);
      waiting.push(...next(id));
    }
    return seen;
  };
  return new Set([...places.keys()].filter((id) => reaches(id).has(id)));
}

function checkWording(form: Questionnaire, at: (section: string | null, item: string | null) => Say): void {
  const seen: { readonly item: FormItem; readonly words: Wording }[] = [];
  for (const section of form.sections) {
    for (const item of section.items) {
      const say = at(section.id, item.id);
      const words = wordingOf(item.question);
      const same = seen.find((other) => other.words.bare === words.bare);
      if (same !== undefined)
        say(
          'error',
          'duplicate-wording',
          `${name(item)}は${name(same.item)}と同じ文です。一方を削除するか、文を変えてください。`,
        );
      else {
        const alike = seen.find((other) => isAlike(other.words, words));
        if (alike !== undefined)
          say(
            'warning',
            'similar-wording',
            `${name(item)}は${name(alike.item)}とよく似た文です。同じことを二度尋ねていないか確かめてください。`,
          );
      }
      if ('options' in item && hasSame(item.options.map(({ label }) => label)))
        say(
          'error',
          'duplicate-wording',
          `${name(item)}に同じ文の選択肢があります。一方を削除するか、文を変えてください。`,
        );
      if (item.type === 'matrix' && hasSame(item.rows.map(({ label }) => label)))
        say(
          'error',
          'duplicate-wording',
          `${name(item)}に同じ文の行があります。一方を削除するか、文を変えてください。`,
        );
      seen.push({ item, words });
    }
  }
}

function hasSame(labels: readonly string[]): boolean {
  return new Set(labels.map((label) => wordingOf(label).bare)).size < labels.length;
}
