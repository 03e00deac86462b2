/** `{{#if (or hint error)}}`: the first value that says something. */
export function or(...given: unknown[]): unknown {
  return given.slice(0, -1).find(Boolean) ?? false;
}
