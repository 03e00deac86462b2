import type { Express } from 'express';
import request, { type Response, type Test } from 'supertest';
import { type Page, type PageForm, readPage } from './page.ts';

export interface TestFile {
  name: string;
  content: string | Buffer;
  mediaType?: string;
}

export interface SubmitOptions {
  /** Which form of the page; the first that is sent by post when left out. */
  form?: string;
  /** The words on the button that is pressed; the first when left out. */
  button?: string;
  files?: Record<string, TestFile[]>;
}

type Values = Record<string, string | string[]>;

const MOST_REDIRECTS = 6;

/**
 * Somebody with a browser: keeps cookies, opens pages, fills the forms it sees and follows where it is sent.
 * `onAnswer` hears of the answer to a form before it is followed, which may fail.
 */
export function createVisitor(app: Express | string, onAnswer: (answer: Response) => void = () => {}) {
  const agent = request.agent(app);
  let page: Page | null = null;

  async function arrive(response: Response, address: string, redirects = 0): Promise<Page> {
    const { location } = response.headers;
    if (response.status >= 300 && response.status < 400 && location !== undefined) {
      if (redirects >= MOST_REDIRECTS) throw new Error(`Sent around in circles, last to ${location}`);
      const next = new URL(location, `http://market.test${address}`);
      return arrive(await agent.get(next.pathname + next.search), next.pathname + next.search, redirects + 1);
    }
    page = readPage(response.text ?? '', response.status, address);
    return page;
  }

  function currentPage(): Page {
    if (page === null) throw new Error('No page is open');
    return page;
  }

  const visitor = {
    agent,
    /** The page that is open. */
    get page(): Page {
      return currentPage();
    },

    async open(address: string): Promise<Page> {
      return arrive(await agent.get(address), address);
    },

    async follow(words: string): Promise<Page> {
      return visitor.open(currentPage().link(words));
    },

    /** Fills the form of the page by the names of its boxes and sends it as a browser would. */
    async submit(values: Values = {}, options: SubmitOptions = {}): Promise<Page> {
      const form = currentPage().form(options.form);
      const sent = fill(form, values, options);
      const post = agent.post(form.action).set('Sec-Fetch-Site', 'same-origin');
      const answer = await (form.isMultipart
        ? sendParts(post, sent, options.files ?? {})
        : sendFields(post, sent));
      onAnswer(answer);
      return arrive(answer, form.action);
    },

    async signIn(mail: string, password: string, path = '/sign-in'): Promise<Page> {
      await visitor.open(path);
      return visitor.submit({ mail, password }, { form: 'main form[method="post"]' });
    },

    async signOut(): Promise<Page> {
      return visitor.submit({}, { form: 'header form[method="post"]' });
    },
  };
  return visitor;
}

export type Visitor = ReturnType<typeof createVisitor>;

function fill(form: PageForm, values: Values, { button, files = {} }: SubmitOptions): [string, string][] {
  for (const name of [...Object.keys(values), ...Object.keys(files)]) {
    if (!form.names.has(name)) throw new Error(`The form has no ${name}, but ${[...form.names].join(', ')}`);
  }
  const kept = form.values.filter(([name]) => !(name in values));
  const typed = Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  const pressed =
    button === undefined ? form.buttons[0] : form.buttons.find(({ words }) => words.includes(button));
  if (button !== undefined && pressed === undefined) {
    throw new Error(
      `The form has no button "${button}", but ${form.buttons.map(({ words }) => words).join(', ')}`,
    );
  }
  const chosen: [string, string][] = pressed?.name ? [[pressed.name, pressed.value]] : [];
  return [...kept, ...typed, ...chosen];
}

function sendFields(post: Test, fields: [string, string][]): Test {
  return post.type('form').send(new URLSearchParams(fields).toString());
}

function sendParts(post: Test, fields: [string, string][], files: Record<string, TestFile[]>): Test {
  for (const [name, value] of fields) post.field(name, value);
  for (const [name, list] of Object.entries(files)) {
    for (const { name: filename, content, mediaType } of list) {
      post.attach(name, Buffer.from(content), { filename, ...(mediaType ? { contentType: mediaType } : {}) });
    }
  }
  return post;
}
