// Measures what a reader of a large site waits for, in headless Chromium:
//   node measure.mjs SITE_ROOT [SLOWDOWN]
// Bytes are those of a server that compresses with gzip. Prints one JSON object; ends with 1 where a bound of docs/performance.md
// is broken.
import { chromium } from 'playwright-core';
import { createServer } from 'node:http';
import { readFile, readdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { extname, join, normalize, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { POLICY } from './server.mjs';

const root = resolve(process.argv[2]);
const slowdown = Number(process.argv[3] ?? 1);
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml' };

let sent = [];
const server = createServer(async (request, response) => {
  let file = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)).slice(1);
  if (file === '' || file.endsWith('/')) file = join(file, 'index.html');
  try {
    const body = gzipSync(await readFile(join(root, file)), { level: 6 });
    sent.push({ file, bytes: body.length });
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Encoding': 'gzip', 'Content-Security-Policy': POLICY });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((go) => server.listen(0, '127.0.0.1', go));
const base = `http://127.0.0.1:${server.address().port}/`;
const profile = await mkdtemp(join(tmpdir(), 'tiendo-browser-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
await browser.addInitScript(() => {
  globalThis.long = [];
  globalThis.shifts = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((e) => globalThis.long.push(Math.round(e.duration)))).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach((e) => { if (!e.hadRecentInput) globalThis.shifts += e.value; })).observe({ type: 'layout-shift', buffered: true });
});
const total = () => sent.reduce((sum, s) => sum + s.bytes, 0);
const out = { slowdown, pages: {}, search: {}, table: {} };
const broken = [];
const bound = (name, value, most) => { if (value > most) broken.push(`${name}: ${value} > ${most}`); };

async function open(path) {
  const page = await browser.newPage();
  await page.setViewportSize({ width: 360, height: 800 });
  const session = await browser.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (slowdown > 1) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    // A slow phone network: 1.6 Mbit/s down, 150 ms there and back.
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200000, uploadThroughput: 93750 });
  }
  sent = [];
  await page.goto(base + path, { waitUntil: 'load' });
  return page;
}
const heaviest = async (folder) => {
  const names = (await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])).filter((n) => n.isDirectory());
  let top = [0, ''];
  for (const name of names) {
    const path = `${folder}/${name.name}/index.html`;
    const size = await stat(join(root, path)).then((s) => s.size, () => 0);
    if (size > top[0]) top = [size, path];
  }
  return top[1];
};

try {
  for (const path of ['index.html', 'nhiem-vu/index.html', await heaviest('nhiem-vu'), await heaviest('co-quan'), 'co-quan/index.html', 'tim-kiem/index.html', 'phien-hop/index.html', await heaviest('phien-hop')].filter(Boolean)) {
    const page = await open(path);
    await page.waitForTimeout(800);
    const seen = await page.evaluate(() => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0];
      return { painted: Math.round(paint?.startTime ?? 0), loaded: Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd), shift: +globalThis.shifts.toFixed(4), long: globalThis.long, wide: document.documentElement.scrollWidth - innerWidth };
    });
    out.pages[path] = { bytes: total(), ...seen };
    if (/^(index|nhiem-vu|co-quan\/.+\/)/.test(path)) bound(`${path} bytes`, total(), 60000);
    bound(`${path} shift`, seen.shift, 0.001);
    bound(`${path} sideways`, seen.wide, 0);
    await page.close();
  }

  for (const question of ['thu tuc hanh chinh', 'thủ tục hành chính', 'báo cáo đánh giá kết quả giải quyết hồ sơ', '53/TB', 'cq 12', 'th']) {
    const page = await open('tim-kiem/index.html');
    sent = [];
    await page.evaluate(() => { globalThis.long.length = 0; });
    await page.locator('#search input').pressSequentially(question, { delay: 60 });
    const typed = Date.now();
    await page.waitForFunction(() => document.querySelector('#search [role="status"]').textContent !== '', null, { timeout: 60000 });
    await page.waitForTimeout(200);
    let quiet = 0, last = 0;
    while (quiet < 4) { await page.waitForTimeout(100); if (sent.length === last) quiet += 1; else { quiet = 0; last = sent.length; } }
    const words = await page.textContent('#search [role="status"]');
    out.search[question] = { bytes: total(), files: sent.length, milliseconds: Date.now() - typed - 600, long: await page.evaluate(() => globalThis.long), said: words };
    bound(`search ${question} bytes`, total(), 300000);
    if (slowdown === 1) bound(`search ${question} blocked`, Math.max(0, ...await page.evaluate(() => globalThis.long)), 100);
    await page.close();
  }

  const page = await open('nhiem-vu/index.html');
  if (await page.$('#filter')) {
    sent = [];
    await page.evaluate(() => { globalThis.long.length = 0; });
    const began = Date.now();
    await page.click('[data-act="more"]');
    await page.selectOption('#f-status', 'overdue');
    await page.waitForFunction(() => document.querySelector('#filter [role="status"]').textContent !== '', null, { timeout: 60000 });
    out.table.first = { milliseconds: Date.now() - began, bytes: total(), files: sent.length, long: await page.evaluate(() => globalThis.long) };
    const timed = async (name, act) => {
      await page.evaluate(() => { globalThis.long.length = 0; });
      const spent = await page.evaluate(async ([body]) => {
        const status = document.querySelector('#filter [role="status"]');
        status.textContent = '';
        const start = performance.now();
        // eslint-disable-next-line no-eval
        globalThis.act(body);
        await new Promise((done) => {
          const see = () => (status.textContent ? done() : requestAnimationFrame(see));
          see();
        });
        return Math.round(performance.now() - start);
      }, [act]);
      await page.waitForTimeout(150);
      out.table[name] = { milliseconds: spent, said: await page.textContent('#filter [role="status"]'), long: await page.evaluate(() => globalThis.long) };
      if (slowdown === 1) {
        bound(`table ${name}`, spent, 200 + (act.q === undefined ? 0 : 200));
        bound(`table ${name} blocked`, Math.max(0, ...out.table[name].long), 100);
      }
    };
    await page.evaluate(() => {
      globalThis.act = (fields) => {
        const form = document.getElementById('filter');
        for (const [name, value] of Object.entries(fields)) form.elements[name].value = value;
        const last = Object.keys(fields).at(-1);
        form.elements[last].dispatchEvent(new Event('change', { bubbles: true }));
      };
    });
    // Texts once, so that what is timed is the work and not the way.
    await timed('texts fetched', { q: 'báo cáo' }).catch(() => {});
    delete out.table['texts fetched'];
    broken.splice(0, broken.length, ...broken.filter((b) => !b.startsWith('table texts')));
    await timed('by status', { q: '', 'trang-thai': 'completed-late' });
    await timed('by agency and role', { 'trang-thai': '', 'co-quan': 'cq-12', vai: 'phoi-hop' });
    await timed('by deadline', { 'co-quan': '', vai: '', tu: '2020-01-01', den: '2020-12-31' });
    await timed('by text', { tu: '', den: '', q: 'dịch vụ công' });
    await timed('sorted by deadline', { q: '', xep: 'han' });
    await timed('sorted by name', { xep: 'ten' });
  }
  await page.close();
} finally {
  await browser.close();
  server.close();
  await rm(profile, { recursive: true, force: true });
}
console.log(JSON.stringify(out, null, 1));
broken.forEach((b) => console.log(`BROKEN ${b}`));
process.exit(broken.length ? 1 : 0);
