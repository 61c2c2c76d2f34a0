/** The first wording of an audit item from a requirement: a person completes it. */
import type { ItemContent } from '../contract/items.ts';

const LONGEST_TITLE = 80;

export function draftItem(control: {
  readonly number: string | null;
  readonly title: string;
  readonly statement: string;
}): ItemContent {
  const title = control.title.replaceAll(/\s+/gu, ' ').slice(0, LONGEST_TITLE);
  const name = control.number === null || control.number === title ? `「${title}」` : `${control.number}「${title}」`;
  return {
    title,
    point: `${name}の定めのとおりに行われているか。`,
    procedures: [
      {
        technique: 'document-review',
        procedure: `${name}の定めと、関係する規程又は手順書を照らし合わせ、実施の記録を一件以上開いて確かめる。`,
      },
    ],
    evidence: ['規程又は手順書', '実施の記録'],
    askWhom: '所管課の担当者',
    severity: 2,
    targets: ['organisation'],
  };
}
