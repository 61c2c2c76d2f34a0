/** Sheets of the exercises: the scene with a form to write on, and the model answers for the lecturer. */
import {
  type Block,
  bulletList,
  callout,
  definitionList,
  document,
  type DocumentTree,
  heading,
  landscape,
  letterHead,
  pageBreak,
  paragraph,
  table,
} from '../../../documents/index.ts';
import type { Exercise } from '../contract.ts';
import { handoutHead, materialOf, missing, type Source, textLines } from './source.ts';

/** Rows to write in, always as many: rows by the number of answers would give it away. More do not fit a page in Word. */
const BLANK_ROWS = 8;

export function exerciseTree(source: Source): DocumentTree {
  const exercises = exercisesOf(source);
  return document(handoutHead(source, '演習用紙'), [
    letterHead(),
    definitionList([
      ['所属', ''],
      ['氏名', ''],
    ]),
    ...exercises.flatMap((exercise, at): Block[] => [
      ...(at === 0 ? [] : [pageBreak()]),
      heading(1, exercise.title),
      heading(2, '場面'),
      ...textLines(exercise.scene),
      heading(2, '取り組むこと'),
      paragraph(exercise.task),
      landscape([
        heading(2, '気付いたこと'),
        table({
          columns: [
            { width: 12, align: 'center' },
            { width: '2fr' },
            { width: '4fr' },
            { width: '3fr' },
            { width: '3fr' },
          ],
          header: ['番号', '場所', '見た事実', 'なぜ弱いところといえるか', 'どう直すとよいか'],
          rows: Array.from({ length: BLANK_ROWS }, (_, row) => [row + 1, '\n\n', '', '', '']),
        }),
      ]),
    ]),
  ]);
}

export function answersTree(source: Source): DocumentTree {
  const exercises = exercisesOf(source);
  return document({ ...handoutHead(source, '演習の模範解答（講師用）'), orientation: 'landscape' }, [
    letterHead(),
    callout('この解答は講師が用います。受講する人には、全員が書き終えてから示します。', { tone: 'warning' }),
    ...exercises.flatMap((exercise): Block[] => [
      heading(1, exercise.title),
      paragraph(
        `合計${exercise.weaknesses.reduce((sum, { points }) => sum + points, 0)}点のうち、${exercise.passPercent}％以上で合格とする。一部に気付いた解答には、点の半分（端数は切り捨て）を与える。`,
      ),
      answerTable(exercise),
      ...(exercise.sound.length === 0 ? [] : [heading(2, '弱いところではないもの'), bulletList([...exercise.sound])]),
    ]),
  ]);
}

export const answerTable = ({ weaknesses }: Pick<Exercise, 'weaknesses'>): Block =>
  table({
    columns: [{ width: '2fr' }, { width: '4fr' }, { width: '4fr' }, { width: '4fr' }, { width: 14, align: 'right' }],
    header: ['場所', '事実', '根拠', '改善の例', '点'],
    rows: weaknesses.map(({ place, fact, ground, remedy, points }) => [place, fact, ground, remedy, points]),
    fontSize: 8.5,
  });

function exercisesOf(source: Source): readonly Exercise[] {
  const { exercises } = materialOf(source).content;
  if (exercises.length === 0) throw missing('この研修の教材には演習がありません。');
  return exercises;
}
