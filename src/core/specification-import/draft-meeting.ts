/** A meeting as a specification file holds it, before the schema has looked at it. */
export type DraftMeeting = {
  type: string;
  name: string;
  clause: string;
  cadence: { n: number; unit: 'days' | 'months' };
  modes: readonly string[];
};
