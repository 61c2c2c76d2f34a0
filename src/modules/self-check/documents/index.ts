import type { ChapterProvider, DocumentProvider } from '../../../kernel/module.ts';
import { chapter } from './chapter.ts';
import { checkGaps, surveyGaps } from './gaps.ts';
import { resultsWorkbook } from './results-workbook.ts';
import { briefingDeck, slidesOf } from './slides.ts';
import { summaryDocument } from './summary.ts';
import { surveyWorkbook } from './survey-workbook.ts';

export const documents: readonly DocumentProvider[] = [
  {
    kind: 'self-check-results',
    title: '自己点検結果一覧',
    formats: ['xlsx'],
    permission: 'result.read',
    gaps: checkGaps,
    build: resultsWorkbook,
  },
  {
    kind: 'self-check-summary',
    title: '自己点検集計表',
    formats: ['docx', 'pdf'],
    permission: 'result.read',
    gaps: checkGaps,
    build: summaryDocument,
  },
  {
    kind: 'self-check-briefing',
    title: '自己点検結果説明資料',
    formats: ['pptx'],
    permission: 'result.read',
    gaps: checkGaps,
    build: briefingDeck,
  },
  {
    kind: 'preliminary-survey-results',
    title: '予備調査一覧',
    formats: ['xlsx'],
    permission: 'result.read',
    gaps: surveyGaps,
    build: surveyWorkbook,
  },
];

export const chapters: readonly ChapterProvider[] = [
  { topic: 'self-check', permission: 'result.read', build: chapter, slides: slidesOf },
];
