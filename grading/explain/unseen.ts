/** Joiners inside a word or an emoji: Persian, Indic scripts and families are written with them. */
const joiner =
  /(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d](?=[\p{L}\p{Extended_Pictographic}])/u;
/** The sign that asks for an emoji's colours. */
const colours = /(?<=[\p{Extended_Pictographic}\d#*])\ufe0f/u;

/**
 * Finds what a reader cannot see, or what acts on a screen: controls, format characters, lone surrogates, private and
 * unassigned code points, line and paragraph separators, fillers and blanks that have no ink, variation selectors; and
 * marks piled more than four high, which would paint over the lines above. The first group is set where the match
 * is a joiner or selector in its right place, to be left alone. For `replace` and `matchAll`.
 */
export const UNSEEN = new RegExp(
  `(${joiner.source}|${colours.source})|[\\p{C}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800]|(?<=\\p{M}{4})\\p{M}`,
  'gu',
);
