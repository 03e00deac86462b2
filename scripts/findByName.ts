import type { OrganisationRecord } from '../models/records.ts';
import type { Actor } from '../server/accounts/actor.ts';
import type { Services } from '../server/services.ts';

const SHOWN = 500;

/** An organisation by its id, one of its codes or its name; when none is said, the only one there is. */
export async function findOrganisation(
  { stores }: Services,
  said: string | null,
): Promise<OrganisationRecord> {
  const found = said === null ? null : await stores.organisations.find(said);
  if (found !== null) return found;
  const first = await stores.organisations.after('', SHOWN);
  for (
    let page = first;
    page.length > 0;
    page = await stores.organisations.after(page.at(-1)?._id ?? '', SHOWN)
  ) {
    const named = page.find(({ name, identifiers }) =>
      [name.zh, name.en, ...identifiers.map(({ value }) => value)].includes(said ?? ''),
    );
    if (named !== undefined) return named;
  }
  const [only] = first;
  if (said === null && only !== undefined && first.length === 1) return only;
  const list = first.slice(0, 20).map(({ _id, name }) => `  ${_id}  ${name.zh ?? name.en}`);
  throw new Error(
    [
      said === null ? 'Say whose listings they are with --as:' : `There is no organisation ${said}:`,
      ...list,
    ].join('\n'),
  );
}

/** An operator by the mail address or the id of the account. */
export async function findOperator({ stores, accounts }: Services, said: string): Promise<Actor> {
  const account =
    (await stores.accounts.findByMail(said.toLowerCase())) ?? (await stores.accounts.find(said));
  const actor = account === null ? null : await accounts.findActor(account._id);
  if (actor?.office?.role !== 'operator') throw new Error(`${said} is not an operator.`);
  return actor;
}
