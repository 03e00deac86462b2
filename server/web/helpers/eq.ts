/** `{{#if (eq state 'draft')}}` */
export function eq(left: unknown, right: unknown): boolean {
  return left === right;
}
