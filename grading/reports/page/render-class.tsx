import { renderToString } from 'preact-render-to-string';
import type { PackedClass } from '../class-data.js';
import { ClassPage } from './class/page.js';

/** Renders the class page, below `<body>`. */
export function renderClass(data: PackedClass): string {
  return renderToString(<ClassPage data={data} />);
}
