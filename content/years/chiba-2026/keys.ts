/** Names under which the year keeps ids: `department:citizens`, `member:lead`, `engagement`. */
export type CaseKey = 'engagement' | `${string}:${string}`;
