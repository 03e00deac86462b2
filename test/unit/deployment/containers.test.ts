import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '../../../server/config.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** A name with three numbers, or with the digest of the image: never a tag that moves. */
const PINNED = /^[\w./-]+:v?\d+\.\d+\.\d+(-[\w.-]+)?$|@sha256:[0-9a-f]{64}$/;
const knownVariables = new Set(
  [...read('server/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name),
);

interface Service {
  image?: string;
  build?: string;
  user?: string;
  environment: Record<string, string>;
  volumes: string[];
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[]; interval: string; timeout: string; retries: number; start_period: string };
}

interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

/** The instructions of a Dockerfile, with continued lines joined. */
function instructionsOf(text: string): [name: string, value: string][] {
  return text
    .replace(/^#.*$/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => [line.split(' ', 1)[0] ?? '', line.slice(line.indexOf(' ') + 1)]);
}

describe('the Dockerfile', () => {
  const instructions = instructionsOf(read('Dockerfile'));
  const valuesOf = (name: string) => instructions.filter(([own]) => own === name).map(([, value]) => value);

  it('begins with an image that is pinned and runs as somebody other than root', () => {
    assert.equal(valuesOf('FROM').length, 1);
    assert.match(valuesOf('FROM')[0] ?? '', PINNED);
    const [user = 'root'] = valuesOf('USER');
    assert.ok(!['root', '0'].includes(user), user);
    const order = instructions.map(([name]) => name);
    assert.ok(order.indexOf('USER') < order.indexOf('CMD'));
    assert.ok(order.lastIndexOf('COPY') < order.indexOf('USER'), 'the program is not its own to change');
  });

  it('copies what is there and everything the program needs', () => {
    const sources = valuesOf('COPY').flatMap((value) => value.split(' ').slice(0, -1));
    for (const source of sources) assert.ok(existsSync(join(ROOT, source)), source);
    for (const needed of ['server', 'models', 'search', 'views', 'scripts', 'package-lock.json'])
      assert.ok(sources.includes(needed), needed);
    assert.ok(!sources.includes('.'), 'neither data nor secrets get into the image');
  });

  it('sets variables the program knows, keeps the data in a volume and asks for the health', () => {
    const variables = Object.fromEntries(
      valuesOf('ENV').flatMap((value) => value.split(' ').map((pair) => pair.split('=') as [string, string])),
    );
    assert.deepEqual(
      Object.keys(variables).filter((name) => !knownVariables.has(name)),
      [],
    );
    const config = readConfig(variables);
    assert.ok(valuesOf('VOLUME').includes(config.dataDirectory));
    assert.deepEqual(valuesOf('EXPOSE'), [String(config.port)]);
    assert.match(valuesOf('HEALTHCHECK')[0] ?? '', new RegExp(`CMD .*127\\.0\\.0\\.1:${config.port}/health`));
  });

  it('starts what npm start starts, without a shell that would keep signals to itself', () => {
    const command = JSON.parse(valuesOf('CMD')[0] ?? '[]').join(' ');
    assert.equal(JSON.parse(read('package.json')).scripts.start, `exec ${command}`);
  });
});

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml')) as Compose;
  const application = services.application as Service;

  it('has the application, MongoDB and Meilisearch, each pinned', () => {
    assert.deepEqual(Object.keys(services).sort(), ['application', 'meilisearch', 'mongodb']);
    assert.equal(application.build, '.');
    for (const name of ['mongodb', 'meilisearch']) assert.match(services[name]?.image ?? '', PINNED);
    assert.ok(!['', 'root', '0'].includes(services.mongodb?.user ?? ''));
  });

  it('asks each for its health and starts the application after what it needs', () => {
    for (const [name, { healthcheck }] of Object.entries(services)) {
      assert.ok(healthcheck?.test[0] === 'CMD' && healthcheck.test.length > 1, name);
      for (const duration of [healthcheck.interval, healthcheck.timeout, healthcheck.start_period])
        assert.match(duration, /^\d+s$/, name);
      assert.ok(healthcheck.retries > 0);
    }
    assert.match(application.healthcheck?.test.join(' ') ?? '', /127\.0\.0\.1:3000\/health/);
    assert.deepEqual(application.depends_on, {
      mongodb: { condition: 'service_healthy' },
      meilisearch: { condition: 'service_healthy' },
    });
  });

  it('keeps the data of each in a volume that is declared', () => {
    const used = Object.values(services).flatMap((service) =>
      service.volumes.map((volume) => volume.split(':')),
    );
    assert.deepEqual(used.map(([name]) => name).sort(), Object.keys(volumes).sort());
    assert.deepEqual(application.volumes, ['application-data:/data']);
  });

  it('gives the application variables it knows, with values it takes', () => {
    assert.deepEqual(
      Object.keys(application.environment).filter((name) => !knownVariables.has(name)),
      [],
    );
    const secrets: Record<string, string> = {
      MONGODB_PASSWORD: 'abc123',
      MEILI_MASTER_KEY: 'k'.repeat(16),
      SESSION_SECRET: 's'.repeat(32),
    };
    const filled = Object.entries(application.environment).map(([name, value]) => [
      name,
      fill(value, secrets),
    ]);
    const config = readConfig(Object.fromEntries(filled));
    assert.equal(config.mongodbUri, 'mongodb://market:abc123@mongodb:27017/dual_helix?authSource=admin');
    assert.equal(config.meilisearch?.host, 'http://meilisearch:7700');
    assert.deepEqual(config.reviewLevels, ['city', 'province']);
  });

  it('holds no secret and is reached from this machine only', () => {
    for (const { environment } of Object.values(services)) {
      for (const [name, value] of Object.entries(environment).filter(([name]) =>
        /PASSWORD|KEY|SECRET/.test(name),
      ))
        assert.match(value, name === 'EMBEDDING_KEY' ? /^\$\{[A-Z_]+:-\}$/ : /^\$\{[A-Z_]+:\?/, name);
    }
    assert.deepEqual(
      Object.values(services).flatMap(({ ports = [] }) => ports),
      ['127.0.0.1:3000:3000'],
    );
  });
});

/** What Compose makes of `${NAME:-default}` and `${NAME:?message}`. */
function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_whole, name: string, kind: string, rest: string) => {
    const value = values[name];
    if (value === undefined && kind === '?') throw new Error(`${name} is missing`);
    return value ?? rest;
  });
}
