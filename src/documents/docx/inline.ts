import { InternalHyperlink, type IRunPropertiesOptions, type ParagraphChild, TextRun } from 'docx';
import { type Inline, runsOf } from '../model/inline.ts';
import { labelOf } from '../prepare/prepare.ts';
import { cleanText } from '../prepare/text.ts';

/** Word runs of a text. Newlines become line breaks, references become links to the heading. */
export function wordRuns(
  inline: Inline,
  labels: ReadonlyMap<string, string>,
  look: IRunPropertiesOptions = {},
): ParagraphChild[] {
  return runsOf(inline).flatMap((run): ParagraphChild[] => {
    if ('reference' in run) {
      const label = labelOf(labels, run.reference);
      return [new InternalHyperlink({ anchor: bookmarkName(labels, run.reference), children: textRuns(label, look) })];
    }
    return textRuns(run.text, {
      ...look,
      ...(run.bold === true ? { bold: true } : {}),
      ...(run.underline === true ? { underline: {} } : {}),
    });
  });
}

function textRuns(text: string, look: IRunPropertiesOptions): TextRun[] {
  return cleanText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

/** Word allows letters, digits and underscores only, so named headings are counted. */
export const bookmarkName = (labels: ReadonlyMap<string, string>, id: string): string =>
  `heading_${[...labels.keys()].indexOf(id) + 1}`;
