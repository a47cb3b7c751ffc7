import { fold } from '../batch/intake/file-name.js';

/**
 * The headings of Moodle's worksheet in the languages of its sites (language strings recordid, grade, lastmodifiedgrade
 * and the like of mod_assign and core, folded). A heading in another language is found by the column's contents.
 */
const HEADINGS = {
  identifier: 'Identifier ID Identifiant Identificador Identificatore Идентификатор Tanımlayıcı 标识符 標識 識別子',
  grade:
    'Grade Bewertung Note Calificación Nota Valutazione Beoordeling Cijfer Оценка Not Qualificació Cualificación Ocena ' +
    'Známka Betyg Karakter Arvosana Osztályzat Értékelés Notă Βαθμός Оцінка 評点 評定 成绩 成績 성적 الدرجة العلامة ציון نمره ' +
    'Kalifikazioa Ocjena Hodnotenie Hodnocení Įvertinimas Nilai Điểm Einkunn Hinne Avaliação',
  fullName:
    'Full_name Vollständiger_Name Nom_complet Nombre_completo Nome_completo Nome Cognome_Nome Volledige_naam Полное_имя ' +
    'Adı_Soyadı Tam_adı Nom Pełne_imię_i_nazwisko Celé_jméno Fullständigt_namn Fulde_navn Koko_nimi Teljes_név 全名 ' +
    'Nombre_completo_/_Apellido Name First_name_/_Last_name',
  email:
    'Email_address Email E-mail_address E-Mail-Adresse Adresse_de_courriel Dirección_de_correo Endereço_de_e-mail ' +
    'Indirizzo_email E-mailadres Адрес_электронной_почты E-posta_adresi Adreça_electrònica Endereço_de_email Correo_electrónico',
  idNumber:
    "ID_number ID-Nummer Numéro_d'identification Número_de_ID Número_de_identificação Codice_identificativo ID-nummer " +
    'Индивидуальный_номер Numara Kimlik_numarası Username Anmeldename',
  group: 'Group Team Gruppe Groupe Grupo Gruppo Groep Группа Grup Skupina Ryhmä',
  maximum:
    'Maximum_Grade Bestwertung Note_maximale Calificación_máxima Nota_máxima Valutazione_massima Maximale_beoordeling ' +
    'Максимальная_оценка En_yüksek_not Qualificació_màxima',
  changeable:
    'Grade_can_be_changed Bewertung_kann_geändert_werden La_note_peut_être_modifiée La_calificación_puede_cambiarse ' +
    'A_nota_pode_ser_alterada Not_değiştirilebilir 評点変更可 允许更改成绩',
  feedback:
    'Feedback_comments Feedback_als_Kommentar Commentaires_de_feedback Comentarios_de_retroalimentación ' +
    'Feedback_als_Kommentare Comentários_de_feedback Commenti_di_feedback Feedbackcommentaar Отзыв_в_виде_комментария ' +
    'Geribildirim_yorumları Geri_bildirim_yorumları Comentarios Retroalimentación',
} as const;

export type Heading = keyof typeof HEADINGS;

const WORDS = Object.fromEntries(
  Object.entries(HEADINGS).map(([heading, words]) => [heading, new Set(words.split(' ').map(fold))]),
) as Record<Heading, Set<string>>;

export function isHeading(cell: string, heading: Heading): boolean {
  return WORDS[heading].has(fold(cell));
}

const NO = new Set(
  'No Nein Non Não Nee Нет Hayır Nie Ne Nej Ei Nem Nu Όχι Ні いいえ 否 아니오 لا Ez'.split(' ').map(fold),
);

/** True for a language's word for no, in the column that says whether a grade can be changed. */
export function isNo(cell: string): boolean {
  return NO.has(fold(cell));
}
