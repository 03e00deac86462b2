/** `{{#if (and isOwner isDraft)}}` */
export function and(...given: unknown[]): boolean {
  return given.slice(0, -1).every(Boolean);
}
