/** Every format that `check --format` and `emit` know, in the order in which help lists them. */
export const FORMAT_NAMES = [
  'text',
  'json',
  'junit',
  'tap',
  'gradescope',
  'classroom50',
  'github-classroom',
  'github',
  'github-summary',
  'github-output',
  'prairielearn',
] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];
