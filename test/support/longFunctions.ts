const STARTS = [
  /^(\s*)(?:export )?(?:async )?function\*? ?(\w*).*\{$/,
  /^(\s*)(?:(?:override|async|static|get|set|\*) ?)*#?(\w+)\(.*\).*\{$/,
  /^(\s*)(?:export )?(?:const )?(\w*).*=> \{$/,
];
const NOT_FUNCTIONS = /^(if|for|while|switch|catch|return|describe|it)$/;
/** A factory is as long as what it makes; each function in it counts by itself. */
const FACTORY = /^(create|open|define|build)[A-Z]/;

/**
 * The names of functions longer than so many lines. Read from the layout of formatted code: a function
 * ends with the first line that closes a brace at its own depth.
 */
export function longFunctions(source: string, most: number): string[] {
  const lines = source.split('\n');
  return lines.flatMap((line, start) => {
    const found = STARTS.map((pattern) => pattern.exec(line)).find(Boolean);
    const [, indent = '', name = ''] = found ?? [];
    if (found == null || NOT_FUNCTIONS.test(name)) return [];
    const end = lines.findIndex((other, at) => at > start && other.startsWith(`${indent}}`));
    const isFactory =
      FACTORY.test(name) ||
      /^\s*return \{/m.test(
        lines
          .slice(start, end)
          .filter((other) => other.startsWith(`${indent}  return {`))
          .join('\n'),
      );
    return end - start + 1 > most && !isFactory ? [`${name || 'function'} (${end - start + 1} lines)`] : [];
  });
}
