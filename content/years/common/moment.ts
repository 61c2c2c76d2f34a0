export type Moment = `${string} ${string}`;
