// Makes wwwroot/ out of this folder: the kit purged, our styles, our scripts, each with a hash in its name and
// pressed for the wire. `dotnet build` calls it when something here, or on a page, is newer than wwwroot/assets.json.
// Two builds at once are safe: the second waits for the first, and files are put in place whole.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const project = dirname(here);
const out = join(project, 'wwwroot');
const styleBudget = 35 * 1024; // bytes of brotli for everything a first page needs to look right

await alone(async () => {
  restore();
  const made = [await styles(), ...(await scripts()), ...images()];
  place(made);
  fonts();
});

/** One build at a time. A lock older than three minutes was left by a build that died. */
async function alone(work) {
  const lock = join(here, '.lock');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (age(lock) > 180_000) rmSync(lock, { recursive: true, force: true });
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function age(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

/** Fetches the packages when they are missing or not the locked ones. Their install scripts are not run. */
function restore() {
  const done = join(here, 'node_modules', '.restored');
  const lock = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
  if (existsSync(done) && readFileSync(done, 'utf8') === lock) return;

  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(done, lock);
}

/** The kit, cut down to what the pages use, and our own sections after it. */
async function styles() {
  const { PurgeCSS } = await import('purgecss');
  const { transform } = await import('esbuild');
  const ours = readdirSync(join(here, 'styles')).filter(name => name.endsWith('.css')).sort()
    .map(name => readFileSync(join(here, 'styles', name), 'utf8')).join('\n');
  const kit = readFileSync(join(here, 'node_modules/@tabler/core/dist/css/tabler.min.css'), 'utf8');
  const [used] = await new PurgeCSS().purge({
    content: [...pages(), { raw: '<html lang><body class>', extension: 'html' }],
    css: [{ raw: kit + ours }],
    dynamicAttributes: ['data-s', 'aria-current', 'open'], // values that pages make up as they go
    variables: true, keyframes: true, fontFace: true,
  });
  const css = (await transform(used.css, { loader: 'css', minify: true, legalComments: 'none' })).code;
  const weight = press(Buffer.from(css)).br.length;
  if (weight > styleBudget) throw new Error(`The styles weigh ${weight} bytes pressed; the budget is ${styleBudget}.`);
  return { name: 'site.css', body: Buffer.from(css) };
}

/** Everything that may name a class: pages, tag helpers, scripts. */
function pages() {
  const skip = /(^|[\\/])(node_modules|wwwroot|Migrations|bin|obj)([\\/]|$)/;
  return readdirSync(project, { recursive: true }).filter(path => /\.(cshtml|cs|ts)$/.test(path) && !skip.test(path)).map(path => join(project, path));
}

/** Each file in scripts/ becomes one script, with what it imports; styles it imports come out beside it. */
async function scripts() {
  const { build } = await import('esbuild');
  const entryPoints = readdirSync(join(here, 'scripts')).filter(name => name.endsWith('.ts')).map(name => join(here, 'scripts', name));
  const result = await build({
    entryPoints, bundle: true, minify: true, write: false, outdir: out, format: 'iife', target: 'es2022', legalComments: 'none',
    assetNames: '[name]-[hash]', publicPath: '/assets', loader: { '.png': 'file', '.svg': 'file' }, logLevel: 'warning',
  });
  return result.outputFiles.map(file => ({ name: relative(out, file.path), body: Buffer.from(file.contents) }));
}

function images() {
  return readdirSync(join(here, 'images')).map(name => ({ name, body: readFileSync(join(here, 'images', name)) }));
}

/** The letters of papers (PDF): they have Ң Ө Ү. Never sent to browsers. */
function fonts() {
  const folder = join(out, 'fonts');
  mkdirSync(folder, { recursive: true });
  for (const [family, of] of [['PTSans', 'pt-sans'], ['PTSerif', 'pt-serif']])
    for (const [style, to] of [['400Regular', 'Regular'], ['700Bold', 'Bold'], ['400Regular_Italic', 'Italic'], ['700Bold_Italic', 'BoldItalic']])
      whole(join(folder, `${family}-${to}.ttf`), readFileSync(join(here, 'node_modules/@expo-google-fonts', of, style, `${family}_${style}.ttf`)));
}

/** Puts the files and the list of them in place; yesterday's files go last, so that a running site never misses one. */
function place(made) {
  const folder = join(out, 'assets');
  mkdirSync(folder, { recursive: true });
  const names = {};
  const kept = new Set();
  for (const { name, body } of made) {
    const hashed = /-[A-Z0-9]{8}\.\w+$/.test(name) ? name : name.replace(/(\.\w+)$/, `-${hash(body)}$1`);
    names[name] = hashed;
    const forms = { '': body, ...(/\.png$/.test(name) ? {} : pressedFiles(body)) };
    for (const [ending, content] of Object.entries(forms)) {
      kept.add(hashed + ending);
      whole(join(folder, hashed + ending), content);
    }
  }
  whole(join(out, 'assets.json'), JSON.stringify(names, null, 2) + '\n');
  for (const old of readdirSync(folder)) if (!kept.has(old)) rmSync(join(folder, old), { force: true });
}

function pressedFiles(body) {
  const { br, gz } = press(body);
  return { '.br': br, '.gz': gz };
}

function press(body) {
  return {
    br: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
    gz: gzipSync(body, { level: 9 }),
  };
}

function hash(body) {
  return createHash('sha256').update(body).digest('hex').slice(0, 10);
}

function whole(path, content) {
  writeFileSync(path + '.new', content);
  renameSync(path + '.new', path);
}
