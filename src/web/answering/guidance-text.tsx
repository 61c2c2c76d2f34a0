import type { Guidance } from '../../core/content-schema/index.ts';
import { DataList, Disclosure } from '../ui/index.ts';
import { messages as text } from './messages.ja.ts';

const PARTS = ['good', 'why', 'howToCheck', 'askWhom', 'evidence', 'misunderstanding'] as const;

/** The texts that teach, folded away so that the questions stay close together. */
export function GuidanceText({ guidance }: { guidance: Guidance }) {
  return (
    <Disclosure summary={text.guidance}>
      <DataList
        items={PARTS.flatMap((part) => {
          const value = guidance[part];
          if (value === undefined) return [];
          return [{ term: text.guidanceParts[part], value: typeof value === 'string' ? value : value.join('、') }];
        })}
      />
    </Disclosure>
  );
}
