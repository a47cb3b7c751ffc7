import type { Result } from '../result/result.js';

/** For whom a document is made: a check that the instructor hides is told to students by its points only. */
export type Audience = 'student' | 'instructor';

/** When Gradescope shows something to students. */
export const VISIBILITIES = ['hidden', 'after_due_date', 'after_published', 'visible'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export interface EmitOptions {
  /** `student` unless told. */
  audience?: Audience;
  /** True where checks are still missing: `check` emits after each one, so that a grading that is cut off shows what was known. */
  unfinished?: boolean;
  /** The platform's own environment, where its format repeats what stands there (Classroom 50). */
  env?: Readonly<Record<string, string | undefined>>;
  /** Gradescope only: when students see the tests; `visible` unless told. */
  visibility?: Visibility;
  /** Gradescope only: when they see checks that the instructor hides; `after_published` unless told. */
  hiddenVisibility?: Visibility;
}

/** Turns a result, finished or not, into one document of a platform. */
export type Emitter = (result: Result, options: EmitOptions) => string;
