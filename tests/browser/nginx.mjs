// Serves a built site by a real nginx with deploy/nginx.conf, of which only paths, port and the block around it are
// changed, and looks at it as readers do:
//   node nginx.mjs SITE_ROOT          (built with --base-url http://127.0.0.1:8399/cchc/tien-do/, TIENDO_NGINX_PORT: another)
// Every page and every file they refer to answers under /cchc/tien-do/; headers as docs/deploy.md promises; nothing
// outside is served; and Chromium's console is clean on a page of each kind.
import { chromium } from 'playwright-core';
import { spawn } from 'node:child_process';
import { readFile, readdir, writeFile, mkdtemp, rm, mkdir } from 'node:fs/promises';
import { request } from 'node:http';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { dirname, join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { POLICY } from './server.mjs';

const root = resolve(process.argv[2]);
const port = Number(process.env.TIENDO_NGINX_PORT ?? 8399);
const base = '/cchc/tien-do/';
const recipe = join(dirname(fileURLToPath(import.meta.url)), '../../deploy/nginx.conf');

let passed = 0;
const failures = [];
const check = (name, good, detail = '') => {
  if (good) passed += 1;
  else { failures.push(name); console.log(`FAIL ${name}: ${detail}`); }
};

/** The bytes of an answer as they came, and its headers; the path goes out as it is written here. */
const get = (path, { method = 'GET', headers = {} } = {}) => new Promise((done, fail) => {
  const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
    const parts = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
  });
  asked.on('error', fail);
  asked.end();
});

const work = await mkdtemp(join(tmpdir(), 'tiendo-nginx-'));
await mkdir(join(work, 'logs'));
const conf = (await readFile(recipe, 'utf8'))
  .replaceAll('/srv/www/tien-do/', `${root}/`)
  .replace('listen 80;', `listen 127.0.0.1:${port};`);
await writeFile(join(work, 'nginx.conf'), `daemon off; worker_processes 1; pid ${work}/pid; error_log ${work}/logs/error.log warn;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 256; }
http {
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((n) => `${n}_temp_path ${work}/${n};`).join(' ')}
${conf}
}
`);
const nginx = spawn('nginx', ['-p', work, '-c', join(work, 'nginx.conf')], {
  stdio: 'inherit', env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
});
let ended = false;
nginx.on('exit', () => { ended = true; });
nginx.on('error', (e) => { ended = true; console.log(String(e)); });

try {
  for (let n = 0; ; n += 1) {
    if (ended || n > 100) throw new Error(`nginx does not answer: ${await readFile(join(work, 'logs/error.log'), 'utf8').catch(() => '')}`);
    if (await get(base).then(() => true, () => false)) break;
    await new Promise((later) => setTimeout(later, 50));
  }

  // The crawl: from the home page along every link, image, style and script.
  const seen = new Map();
  const queue = [base];
  while (queue.length) {
    const path = queue.pop();
    if (seen.has(path)) continue;
    const answer = await get(path);
    seen.set(path, answer);
    if (answer.status !== 200 || !String(answer.headers['content-type']).startsWith('text/html')) continue;
    for (const [, value] of answer.body.toString().matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const url = new URL(value.replaceAll('&amp;', '&'), `http://127.0.0.1:${port}${path}`);
      if (url.host !== `127.0.0.1:${port}` || !url.protocol.startsWith('http')) continue;
      queue.push(url.pathname);
    }
  }
  const bad = [...seen].filter(([path, answer]) => answer.status !== 200 || !path.startsWith(base));
  check('every link leads to a page under the sub-path', bad.length === 0, bad.slice(0, 9).map(([p, a]) => `${p} ${a.status}`).join(' | '));
  const files = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((f) => f.isFile()).map((f) => join(f.parentPath ?? f.path, f.name).slice(root.length + 1))
    .filter((f) => !f.startsWith('.'));
  const pages = files.filter((f) => f.endsWith('.html'));
  for (const file of files) {
    const answer = await get(base + encodeURI(file));
    check(`${file} as it is on the disk`, answer.status === 200 && answer.body.equals(await readFile(join(root, file))), String(answer.status));
  }
  const reached = new Set([...seen.keys()].map((p) => decodeURI(p).slice(base.length)).map((p) => (p === '' || p.endsWith('/') ? `${p}index.html` : p)));
  const lost = pages.filter((p) => p !== '404.html' && !reached.has(p));
  check('every page is reached by links', lost.length === 0, lost.slice(0, 9).join(' '));

  // Headers.
  const home = await get(base);
  check('policy', home.headers['content-security-policy'] === POLICY, home.headers['content-security-policy']);
  check('nosniff', home.headers['x-content-type-options'] === 'nosniff');
  check('pages are asked for again', home.headers['cache-control'] === 'no-cache', home.headers['cache-control']);
  check('pages are UTF-8', home.headers['content-type'] === 'text/html; charset=utf-8', home.headers['content-type']);
  for (const [name, value] of [['if-none-match', home.headers.etag], ['if-modified-since', home.headers['last-modified']]]) {
    const again = await get(base, { headers: { [name]: value } });
    check(`unchanged page by ${name}`, again.status === 304 && again.body.length === 0, String(again.status));
  }
  for (const asset of files.filter((f) => /^assets\/[^/]+\.[0-9a-f]{8}\.[a-z0-9]+$/.test(f))) {
    const answer = await get(base + asset);
    check(`${asset} is kept for a year`, answer.headers['cache-control'] === 'public, max-age=31536000, immutable', answer.headers['cache-control']);
    check(`${asset} under the policy`, answer.headers['content-security-policy'] === POLICY);
  }
  const gone = await get(`${base}assets/site.00000000.css`);
  check('a refusal is not kept', gone.status === 404 && gone.headers['cache-control'] === 'no-cache', `${gone.status} ${gone.headers['cache-control']}`);

  // Compression: on the way, or ready-made.
  for (const file of ['index.html', ...files.filter((f) => f.endsWith('.css'))]) {
    const plain = await readFile(join(root, file));
    for (const [coding, extension, undo] of [['gzip', 'gz', gunzipSync], ['br', 'br', brotliDecompressSync]]) {
      const answer = await get(base + file, { headers: { 'accept-encoding': coding } });
      const made = await readFile(join(root, `${file}.${extension}`)).catch(() => null);
      if (answer.headers['content-encoding'] !== coding) {
        // nginx knows Brotli by a module only, which the recipe leaves off.
        check(`${file} by ${coding}`, coding === 'br', 'came plain');
        continue;
      }
      check(`${file} by ${coding}`, undo(answer.body).equals(plain));
      if (made) check(`${file} by ${coding} as made by the build`, answer.body.equals(made));
    }
  }

  // What is not there, and what is not for readers.
  const missing = await readFile(join(root, '404.html'));
  for (const path of ['x', 'nhiem-vu/x/y', '.tiendo/manifest.json', '.git/config', 'co-quan/.htaccess', 'index.html/', 'assets/']) {
    const answer = await get(base + path);
    check(`${path} is missing`, answer.status === 404 && answer.body.equals(missing) && answer.headers['content-security-policy'] === POLICY, String(answer.status));
  }
  for (const path of ['/', '/cchc/', '/cchc/tien-do../x', '/cchc/tien-do/../../etc/passwd', '/cchc/tien-do/%2e%2e/%2e%2e/%2e%2e/etc/passwd', '/cchc/tien-do/..%2f..%2fetc/passwd', '/cchc/tien-do/..%5cetc', '/cchc/tien-do%00']) {
    const answer = await get(path);
    check(`${path} leads nowhere`, [400, 404, 200].includes(answer.status) && !answer.body.includes('root:') && (answer.status !== 200 || path === '/'), String(answer.status));
  }
  const bare = await get('/cchc/tien-do');
  check('without its slash', bare.status === 301 && bare.headers.location === base, `${bare.status} ${bare.headers.location}`);
  const folder = await get(`${base}co-quan`);
  check('a folder without its slash', folder.status === 301 && folder.headers.location === `${base}co-quan/`, `${folder.status} ${folder.headers.location}`);
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const answer = await get(base, { method });
    check(`no ${method}`, answer.status >= 400, String(answer.status));
  }

  // A page of each kind in a browser, under the policy as nginx sends it.
  const profile = await mkdtemp(join(tmpdir(), 'tiendo-browser-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  try {
    const kinds = new Map();
    for (const page of pages) kinds.set(page.split('/').slice(0, page.split('/').length > 2 ? 1 : 2).join('/') + page.split('/').length, page);
    const looks = [...[...kinds.values()].map((path) => [path, 200]), ['nhiem-vu/khong/co', 404]];
    for (const [path, status] of looks) {
      const page = await browser.newPage();
      const errors = [];
      page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) errors.push(m.text()); });
      page.on('pageerror', (e) => errors.push(String(e)));
      page.on('requestfailed', (r) => errors.push(`failed ${r.url()}`));
      page.on('request', (r) => {
        if (!r.url().startsWith(`http://127.0.0.1:${port}${base}`) && !r.url().startsWith('data:')) errors.push(`outside ${r.url()}`);
      });
      const answer = await page.goto(`http://127.0.0.1:${port}${base}${path}`, { waitUntil: 'load' });
      const told = errors.filter((e) => status === 200 || !e.includes('404 (Not Found)'));
      check(`${path} console`, told.length === 0 && answer.status() === status, `${answer.status()} ${told.join(' | ')}`);
      // The sheet of the portal is empty until a site writes one.
      const styled = await page.evaluate(() => [...document.styleSheets].some((s) => s.href.includes('/site.') && s.cssRules.length > 0));
      check(`${path} has its style`, styled);
      if (status === 404) {
        await page.click('nav.menu a >> nth=0');
        await page.waitForLoadState('load');
        check('the page for missing addresses leads on', new URL(page.url()).pathname === `${base}nhiem-vu/index.html`, page.url());
      }
      await page.close();
    }
    console.log(`nginx: ${seen.size} addresses crawled, ${files.length} files compared, ${looks.length} pages in the browser`);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
  const log = await readFile(join(work, 'logs/error.log'), 'utf8');
  const trouble = log.split('\n').filter((line) => /\[(alert|crit|emerg)\]/.test(line));
  check('nginx has nothing to complain of', trouble.length === 0, trouble.slice(0, 3).join(' | '));
} finally {
  nginx.kill('SIGTERM');
  await new Promise((done) => { if (ended) done(); else nginx.on('exit', done); });
  await rm(work, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
