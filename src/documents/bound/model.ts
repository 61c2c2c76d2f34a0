/** A bound copy: several finished PDF documents as one volume with cover, contents, tab sheets and running page numbers. */
import type { PartyLines } from '../model/document.ts';

/** One finished document. `read` is asked when its turn comes, so that not all lie in memory at once. */
export interface BoundDocument {
  readonly title: string;
  read(): Promise<Uint8Array>;
}

/** The documents behind one tab sheet. */
export interface BoundPart {
  /** What stands on the tab: 「①」 or 「3」; at most four characters are shown. */
  readonly tab: string;
  readonly title: string;
  readonly documents: readonly BoundDocument[];
}

export interface BoundVolume {
  readonly title: string;
  readonly subtitle: string;
  readonly date: string;
  readonly addressee: PartyLines;
  readonly sender: PartyLines;
  readonly marking?: string;
  /** Day on which it was made, `YYYY-MM-DD`, for the file properties. */
  readonly created: string;
  readonly parts: readonly BoundPart[];
}

/** A page as people see it: its size in points after turning. */
export interface PageSizePt {
  readonly width: number;
  readonly height: number;
}

/** Why a PDF cannot be bound. */
export type PdfFault = 'encrypted' | 'broken' | 'empty';

/** What is on one page of the volume. `size` is null where it is the paper's own A4. */
export type VolumePage =
  | { readonly kind: 'cover' }
  | { readonly kind: 'contents'; readonly sheet: number }
  | { readonly kind: 'tab'; readonly part: number }
  | { readonly kind: 'blank'; readonly size: PageSizePt }
  | { readonly kind: 'page'; readonly part: number; readonly document: number; readonly index: number };
