import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PackedClass } from '../../class-data.js';
import { type Column, type Filter, filterWords, type Order, selected } from './selection.js';
import { StudentRow } from './student-row.js';

/** How many rows are drawn at first and at each step; more follow as the reader gets there. */
export const STEP = 100;

const COLUMNS: Record<Column, string> = {
  name: 'Student',
  score: 'Score',
  passed: 'Checks',
  causes: 'Causes',
  late: 'Late',
};

/** The order in which the table begins. */
export const FIRST_ORDER: Order = { column: 'name', ascending: true };

interface StudentTableProps {
  data: PackedClass;
  filters: Filter[];
  setFilters: (filters: Filter[]) => void;
}

/** All students: sortable by each column, searchable, narrowed by what was clicked above. */
export function StudentTable({ data, filters, setFilters }: StudentTableProps) {
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<Order>(FIRST_ORDER);
  const [drawn, setDrawn] = useState(STEP);
  const rows = useMemo(() => selected(data, search, filters, order), [data, search, filters, order]);
  const more = useRef<HTMLButtonElement>(null);
  useEffect(() => setDrawn(STEP), [search, filters, order]);
  useEffect(() => {
    const all = () => setDrawn(rows.length);
    addEventListener('beforeprint', all);
    return () => removeEventListener('beforeprint', all);
  }, [rows]);
  useEffect(() => {
    if (more.current === null) return;
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting)) setDrawn((count) => count + STEP);
    });
    watcher.observe(more.current);
    return () => watcher.disconnect();
  }, [drawn, rows]);
  const columns = (Object.keys(COLUMNS) as Column[]).filter(
    (column) => column !== 'late' || data.rows.some((row) => row.late !== undefined),
  );
  const sort = (column: Column) =>
    setOrder({ column, ascending: order.column === column ? !order.ascending : column !== 'score' });
  return (
    <section class="card students" id="students" aria-labelledby="students-title">
      <h2 id="students-title">Students</h2>
      <div class="tools">
        <input
          type="search"
          aria-label="Search by name or cause"
          placeholder="Search by name or cause"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        {quickFilters(data).map((filter) => (
          <button type="button" class="chip" key={filterWords(data, filter)} onClick={() => setFilters([filter])}>
            {filterWords(data, filter)}
          </button>
        ))}
        {filters.map((filter) => (
          <button
            type="button"
            class="chip on"
            key={filterWords(data, filter)}
            onClick={() => setFilters(filters.filter((other) => other !== filter))}
          >
            {filterWords(data, filter)} <span aria-hidden="true">×</span>
            <span class="vh">, remove this filter</span>
          </button>
        ))}
        <p role="status" class="muted">
          {rows.length === data.rows.length ? '' : `${rows.length.toLocaleString('en-US')} of `}
          {data.rows.length.toLocaleString('en-US')} students
        </p>
      </div>
      <table class="class-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                class={column}
                aria-sort={order.column === column ? (order.ascending ? 'ascending' : 'descending') : 'none'}
              >
                <button type="button" onClick={() => sort(column)}>
                  {COLUMNS[column]}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, drawn).map((row) => (
            <StudentRow key={row.name} data={data} row={row} late={columns.includes('late')} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="muted none">Nobody.</p>}
      {rows.length > drawn && (
        <button type="button" class="more" ref={more} onClick={() => setDrawn(drawn + STEP)}>
          {`Show more (${(rows.length - drawn).toLocaleString('en-US')})`}
        </button>
      )}
    </section>
  );
}

/** The filters that are always at hand where they would find anybody. */
function quickFilters(data: PackedClass): Filter[] {
  const filters: Filter[] = [];
  if (data.rows.some((row) => row.state === 'p')) filters.push({ by: 'state', state: 'p' });
  if (data.rows.some((row) => row.state === 'm')) filters.push({ by: 'state', state: 'm' });
  if (data.rows.some((row) => row.late !== undefined)) filters.push({ by: 'state', state: 'late' });
  return filters;
}
