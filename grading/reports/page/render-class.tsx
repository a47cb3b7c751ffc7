import { renderToString } from 'preact-render-to-string';
import type { PackedClass } from '../class-data.js';
import { ClassPage } from './class/page.js';
import { unscriptedRows } from './class/unscripted-rows.js';

/** Renders the class page, below `<body>`, in pieces: what the script takes over stands in `#root`. */
export function* renderClass(data: PackedClass): Generator<string> {
  yield renderToString(
    <div id="root">
      <ClassPage data={data} />
    </div>,
  );
  yield* unscriptedRows(data);
}
