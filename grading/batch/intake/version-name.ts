import { timeIn } from './time-in-name.js';

/** Numbered, with nothing behind it but when it was handed in: `Version 2`, `Revision 2 - Submitted on Nov 3`. */
const NUMBERED =
  /^(?:v|ver|version|attempt|rev|revision|submission)[ _.-]?(\d{1,4})(?:[ _]*[-(,][ _]*(?:submitted|handed|late|on[ -]?time|\d).*)?$/i;
/** A day, and perhaps its hour: `2026-11-02 18.30.05`. */
const DATED = /^\d{4}([-_.]?)\d\d\1\d\d(?:[T _.-]+\d\d([-_.:h]?)\d\d(?:\2\d\d)?Z?)?$/;
const OLD =
  /^(old|oldest|first|initial|draft|backup|eski|ilk|taslak|alt|erste|entwurf|ancien|vieux|premier|viejo|antiguo|borrador|antigo|velho|vecchio|bozza|старый|старое|旧|初版)$/;
const NEW =
  /^(new|newest|last|latest|final|updated|fixed|corrected|yeni|son|neu|neueste|letzte|nouveau|dernier|nuevo|último|ultimo|novo|nuovo|новый|новое|新|最终|最终版)(\d{0,2})$/;
const FINAL = 1000;

/** Whether a folder says nothing but which version it is. */
export function isNumbered(folder: string): boolean {
  return NUMBERED.test(folder);
}

/**
 * Which version the name of a folder says, the higher being the newer; undefined for what is no version's name. `final2` is newer
 * than `final`, and both are newer than any number.
 */
export function versionOf(folder: string): number | undefined {
  const number = NUMBERED.exec(folder)?.[1];
  if (number !== undefined) return Number(number);
  if (DATED.test(folder)) return Number(folder.replace(/\D/g, '').padEnd(14, '0'));
  const { at, rest } = timeIn(folder);
  if (at !== undefined && rest.trim() === '') return at;
  const word = folder
    .normalize('NFC')
    .toLocaleLowerCase('en')
    .replace(/[\s_-]+/g, '');
  if (OLD.test(word)) return -1;
  const again = NEW.exec(word)?.[2];
  return again === undefined ? undefined : FINAL + Number(again);
}
