import type { ComponentChildren } from 'preact';

/** A place in the drawing: so many per cent across, so many pixels down. What stands in it is measured in pixels from there. */
export function Placed({ x, y, children }: { x: number; y: number; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a part of the ladder, which is named as a whole
    <svg x={`${x}%`} y={y} overflow="visible">
      {children}
    </svg>
  );
}
