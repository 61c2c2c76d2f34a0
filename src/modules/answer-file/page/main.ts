/** The sheet that is filled in from disk: no server, no address, nothing but this page. */
import { type AnswerSheet, answerTo, isItemAnswered, type ItemAnswer } from '../../../core/assessment/answer.ts';
import { visibleItems } from '../../../core/assessment/condition.ts';
import { type SheetProblem, validateSheet } from '../../../core/assessment/validate.ts';
import { ANSWER_FORMAT, type AnswerFile, isUndamaged, writeAnswerFile } from '../rules/answer-json.ts';
import type { FormItem } from '../../../core/content-schema/index.ts';
import { tidySheet } from '../rules/sheet.ts';
import { answerWords } from '../rules/words.ts';
import type { PageData } from './data.ts';
import { button, make, part } from './dom.ts';
import { attachmentsOf, takeAttachments, withoutChosen } from './files.ts';
import { type ItemPart, itemPart } from './item.ts';
import { forget, giveFile, keep, moment, readKept } from './keeping.ts';
import { words } from './words.ja.ts';

const data = JSON.parse(part('data').textContent ?? '') as PageData;
const { form, ticket } = data;
const kept = readKept(ticket);
let answers: AnswerSheet = kept?.answers ?? data.answers;
let serial = kept?.serial ?? 0;
/** Problems are shown from the first attempt on, and go away as they are mended. */
let checked = false;
let parts: ItemPart[] = [];
/** Files chosen here that stand in no file on the disk yet. */
let unsaved = false;
const files = { names: new Map(data.files.map(({ id, name }) => [id, name])), all: () => answers };
const sections: { readonly element: HTMLElement; readonly items: readonly ItemPart[] }[] = [];

function draw(): void {
  parts = [];
  sections.length = 0;
  part('questions').replaceChildren(
    ...form.sections.map((section) => {
      const items = section.items.map((item) =>
        itemPart(item, { answer: answerTo(answers, item.id), before: beforeOf(item), files }, (answer) =>
          change(item.id, answer),
        ),
      );
      parts.push(...items);
      const title = make('h2', { id: `section-${section.id}` }, `${section.number}　${section.title}`);
      const element = make(
        'section',
        { 'aria-labelledby': `section-${section.id}` },
        title,
        section.description === undefined ? null : make('p', {}, section.description),
        ...items.map((one) => one.element),
      );
      sections.push({ element, items });
      return element;
    }),
  );
  refresh();
}

/** What stood here last year, in words; null where nothing did. */
function beforeOf(item: FormItem): string | null {
  const { previous } = data;
  const answer = previous === null ? undefined : answerTo(previous.answers, item.id);
  if (previous === null || !isItemAnswered(answer)) return null;
  return words.before(previous.year, answerWords(item, answer));
}

function change(item: string, answer: ItemAnswer): void {
  // A browser that fills a page in again after a reload says so as if somebody had chosen.
  if (JSON.stringify(answerTo(answers, item)) === JSON.stringify(answer)) return;
  answers = { ...answers, [item]: answer };
  if (isFileItem(item)) unsaved = attachmentsOf(answers).length > 0;
  refresh();
  scheduleSave();
}

function refresh(): void {
  const shown = new Set(visibleItems(form, answers).map(({ id }) => id));
  for (const { item, element } of parts) element.hidden = !shown.has(item.id);
  for (const { element, items } of sections) element.hidden = items.every(({ item }) => !shown.has(item.id));
  const done = [...shown].filter((id) => isItemAnswered(answerTo(answers, id))).length;
  part('progress').textContent = words.progress(done, shown.size);
  if (checked) showProblems(problemsNow());
}

const isFileItem = (item: string): boolean => parts.some((one) => one.item.id === item && one.item.type === 'file');
const problemsNow = (): SheetProblem[] => validateSheet(form, tidySheet(form, answers), { complete: true });

function showProblems(problems: readonly SheetProblem[]): void {
  for (const { item, problem, element } of parts) {
    const own = problems.filter((one) => one.item === item.id).map(({ message }) => message.replace(/^問\d+：/u, ''));
    problem.textContent = own.join(' ');
    for (const field of element.querySelectorAll('fieldset.field, .field input, .field select, .field textarea')) {
      if (own.length === 0) field.removeAttribute('aria-invalid');
      else if (field.tagName !== 'FIELDSET') field.setAttribute('aria-invalid', 'true');
      describe(field, problem.id, own.length > 0);
    }
  }
  const summary = part('problems');
  summary.hidden = problems.length === 0;
  summary.replaceChildren(
    make('h2', { tabindex: -1 }, words.missing(problems.length)),
    make(
      'ul',
      {},
      ...problems.map(({ item, message }) => {
        const link = make('a', { href: `#item-${item}` }, message);
        link.addEventListener('click', (event) => {
          event.preventDefault();
          goTo(item);
        });
        return make('li', {}, link);
      }),
    ),
  );
}

/** Ties a text to a field, or unties it, beside the hint that may be tied already. */
function describe(field: Element, id: string, tied: boolean): void {
  const others = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one !== '' && one !== id);
  const all = tied ? [...others, id] : others;
  if (all.length === 0) field.removeAttribute('aria-describedby');
  else field.setAttribute('aria-describedby', all.join(' '));
}

function goTo(item: string): void {
  const target = document.querySelector(`#item-${item}`);
  target?.scrollIntoView();
  const stops = target?.querySelectorAll<HTMLElement>('input, select, textarea, button') ?? [];
  [...stops].find((stop) => stop.closest('[hidden]') === null)?.focus({ preventScroll: true });
}

const say = (text: string): void => {
  part('status').textContent = text;
};
const clock = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'short', timeStyle: 'short' });
const timeOf = (milliseconds: number): string => clock.format(milliseconds);

let timer: ReturnType<typeof setTimeout> | undefined;
function scheduleSave(): void {
  clearTimeout(timer);
  timer = setTimeout(saveNow, 400);
}
function saveNow(): void {
  clearTimeout(timer);
  timer = undefined;
  const savedAt = moment();
  const stored = keep(ticket, { savedAt, serial, answers: withoutChosen(answers) });
  say(stored ? `${words.saved(timeOf(savedAt))}${unsaved ? words.filesNotKept : ''}` : words.noStorage);
}

function fileNow(complete: boolean): AnswerFile {
  serial += 1;
  const savedAt = moment();
  keep(ticket, { savedAt, serial, answers: withoutChosen(answers) });
  const given = complete ? tidySheet(form, answers) : answers;
  const attachments = attachmentsOf(given);
  unsaved = false;
  return {
    format: ANSWER_FORMAT,
    formatVersion: 1,
    ticket,
    savedAt,
    serial,
    complete,
    answers: given,
    ...(attachments.length === 0 ? {} : { attachments }),
  };
}

const nameOf = (make_: (title: string, department: string) => string): string =>
  `${make_(data.title, data.respondentName).replaceAll(/[\\/:*?"<>|]/gu, '・')}_${serial}.json`;

function finish(): void {
  checked = true;
  const problems = problemsNow();
  showProblems(problems);
  part('result').hidden = true;
  if (problems.length > 0) {
    part('problems').querySelector<HTMLElement>('h2')?.focus();
    return;
  }
  const text = writeAnswerFile(fileNow(true));
  const name = nameOf(words.fileName);
  giveFile(name, text);
  const title = make('h2', { tabindex: -1 }, words.finished);
  part('result').replaceChildren(title, make('p', {}, words.finishedHelp(name)));
  part('result').hidden = false;
  title.focus();
}

function saveDraft(): void {
  const text = writeAnswerFile(fileNow(false));
  const name = nameOf(words.draftName);
  giveFile(name, text);
  say(words.draftMade(name));
}

async function load(file: File): Promise<void> {
  const read = readFile(await file.text());
  if (typeof read === 'string') {
    say(words.loadFailed[read]);
    return;
  }
  takeAttachments(read.attachments ?? []);
  answers = read.answers;
  serial = Math.max(serial, read.serial);
  draw();
  saveNow();
  say(words.loaded(file.name));
}

function readFile(text: string): AnswerFile | keyof typeof words.loadFailed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'unreadable';
  }
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== ANSWER_FORMAT)
    return 'unreadable';
  if (!isUndamaged({ ...value })) return 'damaged';
  const file = value as AnswerFile;
  const same =
    file.ticket.campaign === ticket.campaign &&
    file.ticket.department === ticket.department &&
    file.ticket.formHash === ticket.formHash;
  return same ? file : 'other';
}

function reset(): void {
  if (!confirm(words.resetAsk)) return;
  clearTimeout(timer);
  unsaved = false;
  forget(ticket);
  answers = data.answers;
  checked = false;
  part('problems').hidden = true;
  part('result').hidden = true;
  draw();
  say(words.wasReset);
}

function nextOpen(): void {
  const open = visibleItems(form, answers).find(({ id }) => !isItemAnswered(answerTo(answers, id)));
  if (open === undefined) part('finish').focus();
  else goTo(open.id);
}

const chooser = make('input', { type: 'file', id: 'load', accept: '.json,application/json' });
chooser.addEventListener('change', () => {
  const [file] = chooser.files ?? [];
  chooser.value = '';
  if (file !== undefined) void load(file);
});
part('actions').append(
  button(words.finish, finish, { id: 'finish', class: 'main' }),
  button(words.saveDraft, saveDraft),
  make('div', { class: 'field' }, make('label', { for: 'load' }, words.load), chooser),
  button(words.reset, reset),
);
part('bar').append(button(words.next, nextOpen));
addEventListener('beforeunload', (event) => {
  if (unsaved) event.preventDefault();
});
addEventListener('pagehide', () => {
  if (timer !== undefined) saveNow();
});
draw();
if (kept !== null) say(words.restored(timeOf(kept.savedAt)));
