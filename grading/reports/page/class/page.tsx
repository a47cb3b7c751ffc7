import type { ClassPageInput } from '../../class-page.js';
export function ClassPage({ input }: { input: ClassPageInput }) {
  return <p>{input.assignment}</p>;
}
