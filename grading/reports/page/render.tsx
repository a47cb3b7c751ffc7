import { renderToString } from 'preact-render-to-string';
import type { Result } from '../../result/result.js';
import type { ClassPageInput } from '../class-page.js';
import type { StudentExtras } from '../student-page.js';
import { ClassPage } from './class/page.js';
import { StudentPage } from './student/page.js';

/** Renders the student's page, below `<body>`. */
export function renderStudent(result: Result, extras: StudentExtras): string {
  return renderToString(<StudentPage result={result} extras={extras} />);
}

/** Renders the class page, below `<body>`. */
export function renderClass(input: ClassPageInput): string {
  return renderToString(<ClassPage input={input} />);
}
