import type { Result } from '../result/result.js';

/** For whom a document is made: a check that the instructor hides is told to students by its points only. */
export type Audience = 'student' | 'instructor';

/** When Gradescope shows something to students. */
export const VISIBILITIES = ['hidden', 'after_due_date', 'after_published', 'visible'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export interface EmitOptions {
  /** `student` unless told. */
  audience?: Audience;
  /** The platform's own environment, where its format repeats what stands there (Classroom 50). */
  env?: Readonly<Record<string, string | undefined>>;
  /** Gradescope only: when students see the tests; `visible` unless told. */
  visibility?: Visibility;
  /** Gradescope only: when they see checks that the instructor hides; `after_published` unless told. */
  hiddenVisibility?: Visibility;
}

/**
 * Turns a result into one document of a platform. It takes a result in which checks are still missing too: `check`
 * emits again after each check, so that a platform that cuts the grading off shows what was known by then.
 */
export type Emitter = (result: Result, options: EmitOptions) => string;
