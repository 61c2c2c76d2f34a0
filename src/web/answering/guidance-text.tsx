import type { Guidance, Reference } from '../../core/content-schema/index.ts';
import { DataList, Disclosure } from '../ui/index.ts';
import { messages as text } from './messages.ja.ts';
import { referenceText } from './reference-text.ts';

const PARTS = ['good', 'why', 'howToCheck', 'askWhom', 'evidence', 'misunderstanding'] as const;

/** The texts that teach and the provisions behind the question, folded away so that the questions stay close together. */
export function GuidanceText({ guidance, references }: { guidance: Guidance; references: readonly Reference[] }) {
  const citations =
    references.length === 0 ? [] : [{ term: text.references, value: references.map(referenceText).join('、') }];
  return (
    <Disclosure summary={text.guidance}>
      <DataList
        items={[
          ...PARTS.flatMap((part) => {
            const value = guidance[part];
            if (value === undefined) return [];
            return [{ term: text.guidanceParts[part], value: typeof value === 'string' ? value : value.join('、') }];
          }),
          ...citations,
        ]}
      />
    </Disclosure>
  );
}
