import type { TypstWriter } from '../../pdf/context.ts';
import type { PageBreakBlock } from './model.ts';

export const pageBreakToTypst: TypstWriter<PageBreakBlock> = () => '#pagebreak(weak: true)';
