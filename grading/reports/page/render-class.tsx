import { renderToString } from 'preact-render-to-string';
import type { PackedClass } from '../class-data.js';
import { ClassPage } from './class/page.js';
import { UnscriptedRows } from './class/unscripted-rows.js';

/** Renders the class page, below `<body>`: what the script takes over stands in `#root`. */
export function renderClass(data: PackedClass): string {
  return renderToString(
    <>
      <div id="root">
        <ClassPage data={data} />
      </div>
      <UnscriptedRows data={data} />
    </>,
  );
}
