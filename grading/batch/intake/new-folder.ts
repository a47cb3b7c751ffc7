/** What systems call a folder until somebody names it. */
const NEW_FOLDER =
  /^(new folder|untitled folder|neuer ordner|nouveau dossier|nueva carpeta|nova pasta|nuova cartella|yeni klasör|новая папка|新建文件夹|新しいフォルダー|새 폴더)([ _]?\(?\d+\)?)?$/i;

/** True for a folder that nobody has named: it says nothing of who is in it, and two of them are no versions of one. */
export function isUnnamedFolder(name: string): boolean {
  return NEW_FOLDER.test(name.normalize('NFC'));
}
