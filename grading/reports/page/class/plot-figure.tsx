import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type Drawing = HTMLElement | SVGSVGElement;

interface PlotFigureProps {
  title: string;
  /** Says what the drawing shows, for who cannot see it. */
  label: string;
  /** How to read it, where that is not plain. */
  caption?: string;
  /** Draws at a width, in pixels; called again when the width changes or when `draw` does. */
  draw: (width: number) => Drawing;
  /** Told what the pointer is at when the drawing is clicked. */
  pick?: (datum: unknown) => void;
  /** The same as a table, and what stands there without a script. */
  children: ComponentChildren;
}

/** A plot with its title and the same in a table. */
export function PlotFigure({ title, label, caption, draw, pick, children }: PlotFigureProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let drawnWidth = 0;
    const redraw = () => {
      const width = Math.floor(element.clientWidth);
      if (width === drawnWidth || width < 40) return;
      drawnWidth = width;
      const drawing = draw(width);
      if (pick !== undefined) {
        drawing.addEventListener('click', () => {
          const value: unknown = (drawing as Drawing & { value?: unknown }).value;
          if (value !== null && value !== undefined) pick(value);
        });
      }
      element.replaceChildren(drawing);
    };
    redraw();
    const observer = new ResizeObserver(redraw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [draw]);
  return (
    <section class="card">
      <h2>{title}</h2>
      {caption !== undefined && <p class="caption">{caption}</p>}
      <div class={`plot ${pick === undefined ? '' : 'clickable'}`} ref={place} role="img" aria-label={label} />
      <details class="as-table">
        <summary>As a table</summary>
        {children}
      </details>
    </section>
  );
}
