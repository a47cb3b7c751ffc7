/** The languages that programs come in, and how each is recognised, built and started. */
export type Language = 'python' | 'node' | 'typescript' | 'java' | 'c' | 'c++' | 'go' | 'rust' | 'shell' | 'executable';

const BY_ENDING: Record<string, Language> = {
  py: 'python',
  pyw: 'python',
  js: 'node',
  mjs: 'node',
  cjs: 'node',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  java: 'java',
  c: 'c',
  cc: 'c++',
  cpp: 'c++',
  cxx: 'c++',
  go: 'go',
  rs: 'rust',
  sh: 'shell',
  bash: 'shell',
};

const BY_INTERPRETER: [RegExp, Language][] = [
  [/^#!.*\bpython/, 'python'],
  [/^#!.*\bnode\b/, 'node'],
  [/^#!.*\b(ba|da|z)?sh\b/, 'shell'],
];

/** The language that a file's ending stands for. */
export function languageByName(path: string): Language | undefined {
  return path.endsWith('.d.ts') ? undefined : BY_ENDING[endingOf(path) ?? ''];
}

function endingOf(path: string): string | undefined {
  return /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();
}

/** The language of a file by its ending, else by its first line; undefined for what is no program. */
export function languageOf(file: { path: string; text?: string; executable: boolean }): Language | undefined {
  if (file.path.endsWith('.d.ts')) return undefined;
  const named = languageByName(file.path);
  if (named) return file.text === undefined ? undefined : named;
  const ending = endingOf(file.path);
  if (file.text !== undefined) return BY_INTERPRETER.find(([first]) => first.test(file.text ?? ''))?.[1];
  return file.executable && (ending === undefined || ending === 'out' || ending === 'bin') ? 'executable' : undefined;
}

/** How people call the language. */
export const LANGUAGE_NAME: Record<Language, string> = {
  python: 'Python',
  node: 'JavaScript',
  typescript: 'TypeScript',
  java: 'Java',
  c: 'C',
  'c++': 'C++',
  go: 'Go',
  rust: 'Rust',
  shell: 'shell',
  executable: 'a ready-made program',
};
