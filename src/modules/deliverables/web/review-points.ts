/** The points of the lead's review for the page; a test keeps them equal to those of the contract. */
import type { REVIEW_POINTS } from '../contract.ts';

export type ReviewPoint = (typeof REVIEW_POINTS)[number];

export const POINTS: readonly ReviewPoint[] = [
  '仕様書の条項が求める事項がすべて書かれている',
  '事実と判断の根拠（規程・証拠）が示されている',
  '宛先・日付・文書の名称・取扱区分が正しい',
  '個人情報や不要な機密が含まれていない',
  '用語と数字が他の成果物と食い違っていない',
];
