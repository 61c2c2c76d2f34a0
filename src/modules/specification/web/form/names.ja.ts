import type { RuleNames } from '../../../../core/obligation/rule-sentence.ts';
import type { Draft } from '../client.ts';
import { CHOSEN_BY, EVENTS, RECORD_FIELDS } from './events.ja.ts';
import { listOf, recordOf, textOf } from './value.ts';

/** Records and fields as the people of this draft call them: 「業務計画書の提出」 instead of 「成果物の提出」. */
export function namesIn(draft: Draft): RuleNames {
  const deliverables = new Map(draft.deliverables.map(({ type, name }) => [type, name]));
  const meetings = new Map(
    listOf(draft.parts.meetings).map((one) => [textOf(recordOf(one)['type']), textOf(recordOf(one)['name'])]),
  );
  const qualifications = new Map(draft.qualifications.map(({ code, name }) => [code, name]));
  return {
    event(kind, where) {
      const event = EVENTS.find((one) => one.kind === kind);
      if (event === undefined) return kind === '' ? '…' : `記録「${kind}」`;
      const { label, of } = event;
      if (of === undefined) return label;
      const chosen = where[CHOSEN_BY[of]];
      if (of === 'qualification') {
        const codes = typeof chosen === 'string' ? [chosen] : listed(chosen);
        return codes.length === 0
          ? label
          : `資格（${codes.map((code) => qualifications.get(code) ?? code).join('、')}）の登録`;
      }
      if (typeof chosen !== 'string') return label;
      const name = (of === 'deliverable' ? deliverables : meetings).get(chosen) ?? chosen;
      return label.replace(/^(?:成果物|会議)/u, name);
    },
    field: (path) => RECORD_FIELDS.find((one) => one.value === path)?.label ?? `「${path}」`,
  };
}

function listed(condition: unknown): string[] {
  const among: unknown = typeof condition === 'object' && condition !== null ? Reflect.get(condition, 'in') : undefined;
  return Array.isArray(among) ? among.map(String) : [];
}
