/** State machines as data: which action leads from which state to which, and what to say when it may not happen. */
export interface Machine<State extends string, Action extends string> {
  /** この発見事項, この依頼, … */
  readonly noun: string;
  readonly labels: Readonly<Record<State, string>>;
  readonly moves: Readonly<
    Record<
      Action,
      {
        /** Noun of the action that stands before はできません: 市への提出, 送付, … */
        readonly verb: string;
        readonly from: Readonly<Partial<Record<State, State>>>;
        /** What must come first, and who does it. */
        readonly first: string;
      }
    >
  >;
}

export type Step<State> = { readonly next: State } | { readonly refusal: string };

/** The state after the action, or a sentence that says why it cannot be and what comes first. */
export function step<State extends string, Action extends string>(
  machine: Machine<State, Action>,
  state: State,
  action: Action,
): Step<State> {
  const move = machine.moves[action];
  const next = move.from[state];
  if (next !== undefined) return { next };
  return { refusal: `${machine.noun}は「${machine.labels[state]}」のため、${move.verb}はできません。${move.first}` };
}

/** Types a machine without widening its states and actions. */
export function machine<State extends string, const Action extends string>(
  declared: Machine<State, Action>,
): Machine<State, Action> {
  return declared;
}
