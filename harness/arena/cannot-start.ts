/**
 * A program that could not be started where another one could: what is in the way is its submission's own doing (an argument that no
 * command can have, a folder that the program before it has spoiled), not the machine's.
 */
export class CannotStart extends Error {
  override name = 'CannotStart';
}

/** A sandbox that did not stand in time: the machine's failure. */
export class NotInTime extends Error {
  override name = 'NotInTime';
}

/** The machine lacks something that grading needs: an `error`, never the student's loss. */
export class MachineLacks extends Error {
  override name = 'MachineLacks';
}
