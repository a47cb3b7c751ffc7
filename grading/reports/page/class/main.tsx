import { hydrate } from 'preact';
import type { PackedClass } from '../../class-data.js';
import { ClassPage } from './page.js';

const root = document.getElementById('root');
const data = document.getElementById('data')?.textContent;
if (root !== null && data !== null && data !== undefined) {
  hydrate(<ClassPage data={JSON.parse(data) as PackedClass} />, root);
}
