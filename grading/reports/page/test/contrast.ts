import type { Page } from 'playwright-core';

/** Text whose colour is too near its background's: WCAG 2.2 asks for 4.5 to 1, and 3 to 1 for large text. */
export function contrastProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const rgba = (color: string): [number, number, number, number] => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      return [r!, g!, b!, a! / 255];
    };
    const luminance = ([r, g, b]: number[]) => {
      const part = (v: number) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * part(r!) + 0.7152 * part(g!) + 0.0722 * part(b!);
    };
    const backgroundOf = (element: Element): number[] => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const color = rgba(getComputedStyle(at).backgroundColor);
        if (color[3] > 0.99) return color;
      }
      return [255, 255, 255];
    };
    const problems = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement!;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (node.textContent!.trim() === '' || box.width < 2 || !element.checkVisibility()) continue;
      if (element.closest('script, style, noscript, .vh, .skip-link, [hidden]')) continue;
      const ink = rgba(element instanceof SVGTextElement ? style.fill : style.color);
      const [light, dark] = [luminance(ink), luminance(backgroundOf(element))].sort((a, b) => b - a);
      const ratio = (light! + 0.05) / (dark! + 0.05);
      const large = Number.parseFloat(style.fontSize) >= 24;
      if (ratio < (large ? 3 : 4.5)) {
        problems.add(`${ratio.toFixed(2)} ${element.className} “${node.textContent!.trim().slice(0, 30)}”`);
      }
    }
    return [...problems];
  });
}
