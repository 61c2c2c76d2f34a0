import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx';
import { appendixList } from '../blocks/appendix/docx.ts';
import type { AppendixLabel } from '../blocks/appendix/model.ts';
import { headingLevels, headingLook } from '../prepare/look.ts';
import { chars } from './context.ts';

const headingFormats = {
  1: { format: LevelFormat.DECIMAL, text: '第%1' },
  2: { format: LevelFormat.DECIMAL, text: '%2' },
  3: { format: LevelFormat.DECIMAL, text: '(%3)' },
  4: { format: LevelFormat.AIUEO_FULL_WIDTH, text: '%4' },
  5: { format: LevelFormat.AIUEO_FULL_WIDTH, text: '(%5)' },
  6: { format: LevelFormat.LOWER_LETTER, text: '%6' },
} as const;

const markers = {
  bullet: { format: LevelFormat.BULLET, text: '・' },
  circled: { format: LevelFormat.DECIMAL_ENCLOSED_CIRCLE, text: '%1' },
  decimal: { format: LevelFormat.DECIMAL, text: '%1.' },
} as const;

/** Word numbering for headings (第1 / 1 / (1) / ア / (ア) / a) for each label of appendices, and for each kind of list. */
export function wordNumbering(appendices: ReadonlySet<AppendixLabel>): INumberingOptions {
  const headingList = (first: string, hang = headingLook(1).hang) =>
    headingLevels.map((level) => {
      const look = { ...headingLook(level), ...(level === 1 ? { hang } : {}) };
      return {
        level: level - 1,
        ...headingFormats[level],
        ...(level === 1 ? { text: `${first}%1` } : {}),
        alignment: AlignmentType.LEFT,
        suffix: LevelSuffix.TAB,
        style: { paragraph: { indent: { left: chars(look.indent + look.hang), hanging: chars(look.hang) } } },
      };
    });
  const lists = (['bullet', 'circled', 'decimal'] as const).map((marker) => ({
    reference: marker,
    levels: [0, 1, 2, 3].map((level) => ({
      level,
      ...(level === 0 ? markers[marker] : { format: LevelFormat.BULLET, text: '－' }),
      alignment: AlignmentType.LEFT,
      suffix: LevelSuffix.TAB,
      style: { paragraph: { indent: { left: chars(level + 1.5), hanging: chars(1.5) } } },
    })),
  }));
  const own = [...appendices].map((label) => ({ reference: appendixList(label), levels: headingList(label, 5) }));
  return { config: [{ reference: 'headings', levels: headingList('第') }, ...lists, ...own] };
}
