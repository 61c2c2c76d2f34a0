/** The parts of a specification beside clauses and deliverables, in the order of their pages. */
import type { PartName } from './contract.ts';

export const PART_NAMES: Readonly<Record<PartName, string>> = {
  standards: '基準',
  roles: '置く役割',
  meetings: '会議',
  'meeting-conditions': '会議の決まり',
  team: '体制',
  duties: '受託者の義務',
  consultation: '相談',
  'follow-up': 'フォローアップ',
  report: '報告書',
  delivery: '納品',
};
