import type { HtmlWriter } from '../../html/context.ts';
import { htmlLines, htmlText } from '../../html/escape.ts';
import type { SignatureBlock, StampBoxBlock } from './model.ts';

export const stampBoxToHtml: HtmlWriter<StampBoxBlock> = (block) => {
  const heads = block.labels.map((label) => `<th scope="col">${htmlLines(label)}</th>`).join('');
  return [
    `<table class="stamp at-${block.align}"><caption>${htmlText(block.title ?? '押印欄')}</caption>`,
    `<thead><tr>${heads}</tr></thead>`,
    `<tbody><tr>${block.labels.map(() => '<td></td>').join('')}</tr></tbody></table>`,
  ].join('\n');
};

export const signatureToHtml: HtmlWriter<SignatureBlock> = (block) =>
  block.lines.length === 0
    ? ''
    : `<dl class="signature">${block.lines
        .map(
          ({ label, value, seal }) =>
            `<div><dt>${htmlLines(label)}</dt><dd>${htmlLines(value ?? '')}${seal === true ? '　印' : ''}</dd></div>`,
        )
        .join('')}</dl>`;
