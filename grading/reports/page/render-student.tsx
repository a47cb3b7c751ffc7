import { renderToString } from 'preact-render-to-string';
import type { Result } from '../../result/result.js';
import type { StudentExtras } from '../student-page.js';
import { StudentPage } from './student/page.js';

/** Renders the student's page, below `<body>`. */
export function renderStudent(result: Result, extras: StudentExtras): string {
  return renderToString(<StudentPage result={result} extras={extras} />);
}
