/** What was typed but for passwords, which no page ever shows again. */
export function withoutPasswords(
  body: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body ?? {}).filter(([name]) => !/password/i.test(name)));
}
