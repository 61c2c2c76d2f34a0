/** A deck: slides in order, without look. Long lists and tables become several slides by themselves. */
import type { ChartSpec } from '../charts/model.ts';
import type { Alignment } from '../model/units.ts';

interface SlideHead {
  readonly title: string;
  /** What the speaker says. */
  readonly notes?: string;
}

/** A point, with points below it. */
export interface Bullet {
  readonly text: string;
  readonly children?: readonly string[];
}

export interface TitleSlide extends SlideHead {
  readonly kind: 'title';
  readonly subtitle?: string;
  /** Day, place, sender: one line each. */
  readonly lines?: readonly string[];
}

/** Starts a part of the deck. */
export interface SectionSlide extends SlideHead {
  readonly kind: 'section';
}

export interface BulletsSlide extends SlideHead {
  readonly kind: 'bullets';
  readonly items: readonly (string | Bullet)[];
}

export interface SlideColumn {
  readonly title: string;
  /** Share of the width. Default 1. */
  readonly share?: number;
  readonly align?: Alignment;
}

/** A table that can be edited on the slide. Header rows are repeated on continuation slides. */
export interface TableSlide extends SlideHead {
  readonly kind: 'table';
  readonly columns: readonly SlideColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly note?: string;
}

/** A chart that can be edited on the slide; heat map and risk matrix as tinted tables. */
export interface ChartSlide extends SlideHead {
  readonly kind: 'chart';
  readonly chart: ChartSpec;
  /** What the audience shall take from it, in one or two lines above the chart. */
  readonly message?: string;
}

export interface ColumnContent {
  readonly heading: string;
  readonly items: readonly (string | Bullet)[];
}

export interface TwoColumnsSlide extends SlideHead {
  readonly kind: 'two-columns';
  readonly left: ColumnContent;
  readonly right: ColumnContent;
}

export interface FigureSlide extends SlideHead {
  readonly kind: 'figure';
  /** SVG source text; or PNG bytes. */
  readonly svg?: string;
  readonly png?: Uint8Array;
  readonly alt: string;
  /** Proportion of width to height. */
  readonly ratio: number;
}

export interface ClosingSlide extends SlideHead {
  readonly kind: 'closing';
  readonly lines?: readonly string[];
}

export type Slide =
  | TitleSlide
  | SectionSlide
  | BulletsSlide
  | TableSlide
  | ChartSlide
  | TwoColumnsSlide
  | FigureSlide
  | ClosingSlide;

/** A whole deck. Dates in words as they should appear. */
export interface DeckTree {
  readonly title: string;
  readonly slides: readonly Slide[];
  /** Proportion of the slides. Default 16:9; A4 (landscape) for decks that are handed out on paper. */
  readonly size?: '16:9' | 'A4';
  /** Handling mark on every slide, written in brackets: 取扱注意 → 【取扱注意】. */
  readonly marking?: string;
  /** Left side of the footer. Default: the title. */
  readonly running?: string;
  readonly author?: string;
  /** Day on which the deck was made, `YYYY-MM-DD`, for the file properties. */
  readonly created?: string;
}

/** A deck from its particulars and slides. */
export const deck = (particulars: Omit<DeckTree, 'slides'>, slides: readonly Slide[]): DeckTree => ({
  ...particulars,
  slides,
});
