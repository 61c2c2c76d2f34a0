import type { HtmlWriter } from '../../html/context.ts';
import type { PageBreakBlock } from './model.ts';

export const pageBreakToHtml: HtmlWriter<PageBreakBlock> = () => '<hr>';
