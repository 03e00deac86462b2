import type { TestApp } from './app.ts';
import { PASSWORD } from './market.ts';
import type { Visitor } from './visitor.ts';

/** Somebody of the market with a browser of their own, signed in. */
export async function signedIn(app: TestApp, name: string): Promise<Visitor> {
  const visitor = app.visitor();
  await visitor.signIn(`${name}@market.test`, PASSWORD);
  return visitor;
}
