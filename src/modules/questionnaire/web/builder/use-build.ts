import { useRef, useState } from 'react';
import type { CallOptions } from '../../../../kernel/contract.ts';
import { RequestError } from '../../../../web/client.ts';
import * as ui from '../../../../web/ui/index.ts';
import { type Detail, type FormEdit, questionnaires } from '../client.ts';
import { messages } from '../messages.ja.ts';

export interface Builder {
  readonly detail: Detail;
  readonly busy: boolean;
  readonly problem: RequestError | undefined;
  /** Carries out edits from a button; says `done` and puts the focus on the element with this id afterwards. */
  readonly run: (
    edits: readonly FormEdit[],
    after: { readonly done: string; readonly focus?: string },
  ) => Promise<void>;
  /** Carries out the edits of a form; refusals are the form's to show. */
  readonly save: (edits: readonly FormEdit[], options: CallOptions) => Promise<Detail>;
}

/** The draft as the server has it, and the way to change it. Every edit is kept at once. */
export function useBuild(first: Detail): Builder {
  const [detail, setDetail] = useState(first);
  const latest = useRef(first);
  const take = (next: Detail): Detail => {
    latest.current = next;
    setDetail(next);
    return next;
  };

  const save = async (edits: readonly FormEdit[], options: CallOptions): Promise<Detail> => {
    const { id, version } = latest.current;
    try {
      return take(await questionnaires.buildDraft({ questionnaireId: id, version, edits: [...edits] }, options));
    } catch (error) {
      if (!(error instanceof RequestError) || error.code !== 'record.stale') throw error;
      // Somebody else was quicker: what they did is shown, and the person looks before doing it again.
      take(error.current as Detail);
      throw new RequestError({ code: 'record.stale', message: messages.stale }, 409);
    }
  };
  const command = ui.useCommand((options, edits: readonly FormEdit[]) => save(edits, options));

  return {
    detail,
    busy: command.busy,
    problem: command.problem,
    save,
    run: async (edits, { done, focus }) => {
      if ((await command.run(edits)) === undefined) return;
      ui.announce(done);
      // The element may be drawn anew at another place.
      if (focus !== undefined) setTimeout(() => document.getElementById(focus)?.focus());
    },
  };
}
