/**
 * The time limits that decide a verdict, each with its reason. All are generous, because a wrong program is usually recognised long
 * before: it has ended, or the kernel shows that it waits for something that will not come (see `program/activity.ts`). Time in which a
 * program was ready to run and got no processor does not count (see `program/starvation.ts`).
 */

/**
 * From start until a server listens or a client first speaks. Measured starts: Python 40 ms, Node 60 ms, JVM 250 ms,
 * each in its sandbox on an idle core; eight at once on two cores: 1.2 s for the JVM. Ten times that.
 */
export const START_WITHIN_MS = 12_000;

/**
 * All starts with which it is found out what a client wants typed before it speaks. As long as one start may take: some forty tries of
 * Python's, of which a menu with five choices and two questions behind it needs ten.
 */
export const ANSWERS_WITHIN_MS = START_WITHIN_MS;

/**
 * From a request to its answer, or from a reply to its appearance on the terminal. A loopback exchange takes under a millisecond, a
 * loaded machine makes it some 100 ms; the rest is for programs that sleep before they answer, as examples do for up to six seconds. Only a
 * program that sleeps or computes is waited for so long: one that waits for something else is seen to.
 */
export const REPLY_WITHIN_MS = 8_000;

/** From the last thing a client needs to its exit or its next wait. Long enough for a `time.sleep(1)` before the end. */
export const FINISH_WITHIN_MS = 5_000;

/** A whole check with all its programs: several starts and exchanges at their bounds. Past it the program counts as hung. */
export const CHECK_WITHIN_MS = 60_000;

/**
 * All checks of one submission, with the building of its programs. A class of honest programs takes 5 s each and at most 60 s (a slow
 * compiler, eight checks that wait for what never comes); four times that. Past it the rest of its points are lost.
 */
export const SUBMISSION_WITHIN_MS = 240_000;

/** How long after a good reply a second, unasked-for one is looked for. The program is usually seen settled long before. */
export const EXTRA_REPLY_WITHIN_MS = 400;
