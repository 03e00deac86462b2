/** `{{#if (not isPublic)}}` */
export function not(value: unknown): boolean {
  return !value;
}
