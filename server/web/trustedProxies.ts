/** The value of TRUST_PROXY as Express takes it: a number of hops, or names and addresses; none when not set. */
export function trustedProxies(setting: string | undefined): number | string | false {
  if (setting === undefined) return false;
  return /^\d+$/.test(setting) ? Number(setting) : setting;
}
