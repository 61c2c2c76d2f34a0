export type ImportProblem =
  | 'broken'
  | 'encrypted'
  | 'scan'
  | 'too-large'
  | 'too-many-pages'
  | 'not-text'
  | 'not-supported'
  | 'too-slow';

/** A file that cannot be read. The message is a sentence for the person who sent it. */
export class ImportError extends Error {
  readonly problem: ImportProblem;

  constructor(problem: ImportProblem, message: string) {
    super(message);
    this.name = 'ImportError';
    this.problem = problem;
  }
}
