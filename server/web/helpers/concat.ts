/** `{{concat 'fields/' field '.svg'}}`: its parts as one text. */
export function concat(...given: unknown[]): string {
  return given.slice(0, -1).join('');
}
