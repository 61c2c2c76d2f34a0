export type ImportProblem =
  | 'broken'
  | 'encrypted'
  | 'scan'
  | 'too-large'
  | 'too-many-pages'
  | 'not-text'
  | 'not-supported'
  | 'too-slow'
  | 'definition';

/** A file that cannot be read. The message is a sentence for the person who sent it; `problems` are all of them. */
export class ImportError extends Error {
  readonly problem: ImportProblem;
  readonly problems: readonly string[];

  constructor(problem: ImportProblem, message: string, problems: readonly string[] = [message]) {
    super(message);
    this.name = 'ImportError';
    this.problem = problem;
    this.problems = problems;
  }
}
