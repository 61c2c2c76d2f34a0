/** The texts of guidance in the order in which they are read. */
export const GUIDANCE_PARTS = ['good', 'why', 'howToCheck', 'askWhom', 'evidence', 'misunderstanding'] as const;
