import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createEmbeddingClient } from '../../../server/matching/vectors/embeddingClient.ts';

type Answer = (response: ServerResponse, input: string[]) => void;

const json =
  (body: unknown, status = 200): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

describe('asking an embedding service', () => {
  let server: Server;
  let answer: Answer = json({});
  let asked: { body: unknown; key: string | undefined }[] = [];
  const client = (withinMs?: number) => {
    const { port } = server.address() as AddressInfo;
    return createEmbeddingClient(
      { url: `http://127.0.0.1:${port}/v1/embeddings`, model: 'words', key: 'secret' },
      withinMs,
    );
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await text(request)) as { input: string[] };
    asked.push({ body, key: request.headers.authorization });
    answer(response, body.input);
  }

  before(async () => {
    server = createServer((request, response) => void take(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    asked = [];
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('gives a vector of length 1 for each text, in the order of the texts', async () => {
    answer = json({
      data: [
        { index: 1, embedding: [0, 2] },
        { index: 0, embedding: [3, 4] },
      ],
    });
    const [first, second] = await client().vectorsOf(['焊接', 'welding']);
    assert.deepEqual([...(first ?? [])], [...Float32Array.of(0.6, 0.8)]);
    assert.deepEqual([...(second ?? [])], [0, 1]);
    assert.deepEqual(asked, [{ body: { model: 'words', input: ['焊接', 'welding'] }, key: 'Bearer secret' }]);
  });

  it('asks nothing for no texts', async () => {
    assert.deepEqual(await client().vectorsOf([]), []);
    assert.equal(asked.length, 0);
  });

  const wrong: [string, Answer, RegExp][] = [
    ['an error', json({}, 503), /answered 503/],
    ['no JSON', (response) => response.end('<html>'), /JSON/],
    ['another shape', json({ data: [{ embedding: ['a'] }] }), /did not answer with vectors/],
    ['too few', json({ data: [{ embedding: [1] }] }), /1 vectors for 2/],
    ['one twice', json({ data: [0, 0].map((index) => ({ index, embedding: [1] })) }), /2 vectors for 2/],
    ['two dimensions', json({ data: [{ embedding: [1] }, { embedding: [1, 2] }] }), /several dimensions/],
    ['nothing but noughts', json({ data: [{ embedding: [0] }, { embedding: [0] }] }), /no direction/],
    ['a way elsewhere', (response) => response.writeHead(307, { location: '/there' }).end(), /fetch failed/],
  ];
  for (const [name, given, message] of wrong)
    it(`refuses ${name}`, async () => {
      answer = given;
      await assert.rejects(client().vectorsOf(['a', 'b']), message);
      assert.equal(asked.length, 1);
    });

  it('does not wait for one that never answers', async () => {
    answer = () => {};
    await assert.rejects(client(50).vectorsOf(['a']), { name: 'TimeoutError' });
  });
});
