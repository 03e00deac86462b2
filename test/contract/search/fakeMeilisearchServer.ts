import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FakeDocument, type FakeQuery, matchesFilter, searchFake } from './fakeMeilisearchSearch.ts';

interface FakeIndex {
  uid: string;
  documents: Map<string, FakeDocument>;
  settings: Record<string, unknown>;
}

interface FakeTask {
  uid: number;
  type: string;
  status: string;
  error: { message: string; code: string } | null;
}

/**
 * A server that speaks the part of Meilisearch's HTTP interface that we use, as its reference describes it, so that
 * our side of the talk is tested where no engine is at hand. Tasks fail and answers fail when asked to.
 */
export async function startFakeMeilisearch() {
  const indexes = new Map<string, FakeIndex>();
  const tasks: FakeTask[] = [];
  const requests: { method: string; path: string; key: string | undefined }[] = [];
  let nextTaskError: string | null = null;
  let isDown = false;

  function enqueue(type: string, indexUid: string | null, work: () => void) {
    const task: FakeTask = { uid: tasks.length, type, status: 'succeeded', error: null };
    if (nextTaskError === null) work();
    else Object.assign(task, { status: 'failed', error: { message: nextTaskError, code: 'internal' } });
    nextTaskError = null;
    tasks.push(task);
    return { taskUid: task.uid, indexUid, status: 'enqueued', type, enqueuedAt: new Date(0).toISOString() };
  }

  function indexAt(uid: string): FakeIndex {
    const index = indexes.get(uid);
    if (!index) throw new ApiError(404, 'index_not_found', `Index \`${uid}\` not found.`);
    return index;
  }

  function ensured(uid: string): FakeIndex {
    const index = indexes.get(uid) ?? { uid, documents: new Map(), settings: {} };
    indexes.set(uid, index);
    return index;
  }

  const routes: [
    method: string,
    path: RegExp,
    answer: (uid: string, body: never, query: URLSearchParams) => unknown,
  ][] = [
    ['GET', /^\/tasks\/(\d+)$/, (uid) => tasks[Number(uid)]],
    ['GET', /^\/indexes\/([^/]+)$/, (uid) => ({ uid: indexAt(uid).uid, primaryKey: 'id' })],
    [
      'POST',
      /^\/indexes$/,
      (_, { uid }: { uid: string }) => enqueue('indexCreation', uid, () => ensured(uid)),
    ],
    ['DELETE', /^\/indexes\/([^/]+)$/, (uid) => enqueue('indexDeletion', uid, () => indexes.delete(uid))],
    [
      'PATCH',
      /^\/indexes\/([^/]+)\/settings$/,
      (uid, settings: object) =>
        enqueue('settingsUpdate', uid, () => Object.assign(ensured(uid).settings, settings)),
    ],
    [
      'GET',
      /^\/indexes\/([^/]+)\/stats$/,
      (uid) => ({ numberOfDocuments: indexAt(uid).documents.size, isIndexing: false }),
    ],
    [
      'POST',
      /^\/indexes\/([^/]+)\/documents$/,
      (uid, documents: FakeDocument[]) =>
        enqueue('documentAdditionOrUpdate', uid, () => {
          for (const document of documents) ensured(uid).documents.set(document.id, document);
        }),
    ],
    [
      'POST',
      /^\/indexes\/([^/]+)\/documents\/delete-batch$/,
      (uid, ids: string[]) =>
        enqueue('documentDeletion', uid, () => {
          for (const id of ids) indexAt(uid).documents.delete(id);
        }),
    ],
    [
      'POST',
      /^\/indexes\/([^/]+)\/documents\/fetch$/,
      (uid, { filter }: { filter: string[][] }) => {
        const results = [...indexAt(uid).documents.values()].filter((document) =>
          matchesFilter(document, filter),
        );
        return { results, total: results.length, offset: 0, limit: results.length };
      },
    ],
    [
      'GET',
      /^\/indexes\/([^/]+)\/documents$/,
      (uid, _, query) => {
        const all = [...indexAt(uid).documents.values()];
        const offset = Number(query.get('offset') ?? 0);
        const limit = Number(query.get('limit') ?? 20);
        return { results: all.slice(offset, offset + limit), total: all.length, offset, limit };
      },
    ],
    [
      'POST',
      /^\/swap-indexes$/,
      (_, swaps: { indexes: [string, string] }[]) =>
        enqueue('indexSwap', null, () => {
          for (const {
            indexes: [left, right],
          } of swaps) {
            const [first, second] = [indexAt(left), indexAt(right)];
            indexes.set(left, { ...second, uid: left }).set(right, { ...first, uid: right });
          }
        }),
    ],
    [
      'POST',
      /^\/multi-search$/,
      (_, { queries }: { queries: FakeQuery[] }) => ({
        results: queries.map((query) => searchFake([...indexAt(query.indexUid).documents.values()], query)),
      }),
    ],
  ];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    const body = await readBody(request);
    requests.push({ method: request.method ?? '', path: url.pathname, key: request.headers.authorization });
    try {
      if (isDown) throw new ApiError(503, 'unavailable', 'The service is down.');
      const route = routes.find(([method, path]) => method === request.method && path.test(url.pathname));
      if (!route) throw new ApiError(404, 'not_found', `${request.method} ${url.pathname}`);
      const uid = decodeURIComponent(route[1].exec(url.pathname)?.[1] ?? '');
      send(response, 200, route[2](uid, body as never, url.searchParams));
    } catch (error) {
      if (error instanceof ApiError)
        send(response, error.status, {
          message: error.message,
          code: error.code,
          type: 'invalid_request',
          link: '',
        });
      else send(response, 500, { message: String(error), code: 'internal', type: 'internal', link: '' });
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    host: `http://127.0.0.1:${port}`,
    requests,
    settingsOf: (uid: string) => indexes.get(uid)?.settings ?? {},
    indexUids: () => [...indexes.keys()].sort(),
    /** The next task fails with this reason. */
    failNextTask(reason: string): void {
      nextTaskError = reason;
    },
    setDown(down: boolean): void {
      isDown = down;
    },
    /** As after a restart with an empty volume. */
    loseEverything(): void {
      indexes.clear();
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body ?? null));
}
