/** Rules of this project for oxlint (.oxlintrc.json). */

/** Reading the present time hides an input: a rule that does so gives another answer tomorrow. */
const noPresentTime = {
  meta: {
    type: 'problem',
    messages: {
      present: 'The present time is an input: take it as a parameter, or from the Clock of src/kernel/clock.ts.',
    },
  },
  /** @param {{ report(problem: { node: object, messageId: string }): void }} context */
  create(context) {
    /** @param {Call} node */
    const check = (node) => {
      const { callee } = node;
      const bare = callee.type === 'Identifier' && callee.name === 'Date' && node.arguments.length === 0;
      const now =
        callee.type === 'MemberExpression' && callee.object?.name === 'Date' && callee.property?.name === 'now';
      if (bare || now) context.report({ node, messageId: 'present' });
    };
    return { NewExpression: check, CallExpression: check };
  },
};

/** @typedef {{ type: string, name?: string, object?: { name?: string }, property?: { name?: string } }} Callee */
/** @typedef {{ callee: Callee, arguments: unknown[] }} Call */

export default { meta: { name: 'machimori' }, rules: { 'no-present-time': noPresentTime } };
