import type { TestApp } from './app.ts';
import { PASSWORD } from './market.ts';
import type { Visitor } from './visitor.ts';

/** Somebody with a browser of their own, signed in; a person of the market by name, anybody by mail address. */
export async function signedIn(app: TestApp, name: string): Promise<Visitor> {
  const visitor = app.visitor();
  await visitor.signIn(name.includes('@') ? name : `${name}@market.test`, PASSWORD);
  return visitor;
}
