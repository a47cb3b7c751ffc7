import { expect, test } from 'vitest';
import { plainMarkdown } from './plain-markdown.js';

test('paragraphs are wrapped, lists indented, code kept, marks gone', () => {
  const text =
    '# Task\n\nWrite **two programs** that use `sendto`\nand are [clear](https://x.example/).\n\n- one\n- two words\n\n```sh\nrun  it\n```\n';
  expect(plainMarkdown(text, { color: false, width: 30 })).toBe(
    [
      'Task',
      '',
      'Write two programs that use',
      'sendto and are clear',
      '(https://x.example/).',
      '',
      '  • one',
      '  • two words',
      '',
      '    run  it',
    ].join('\n'),
  );
});

test('emphasis that is broken over lines is closed and opened again', () => {
  const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;
  expect(plainMarkdown('to **the very address** here', { color: true, width: 14 })).toBe(
    `to ${bold('the very')}\n${bold('address')} here`,
  );
});
