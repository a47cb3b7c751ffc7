/** What the class page shows. */
export interface ClassPageInput {
  assignment: string;
}
