// Looks at every kind of page of a built site in headless Chromium:
//   node run.mjs SITE_ROOT [--shots FOLDER]
// Console free of errors under the strict policy, axe free of violations (light, dark, high contrast; phone and desktop), no
// sideways scrolling at 360 px, one h1, usable without JavaScript, and the same pages from file:// and a sub-path.
import { chromium } from 'playwright-core';
import { readFile, readdir, mkdtemp, rm, mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { serve } from './server.mjs';

const root = resolve(process.argv[2]);
const shotsAt = process.argv.indexOf('--shots');
const shots = shotsAt > 0 ? resolve(process.argv[shotsAt + 1]) : null;
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One page of each kind; where a kind has many, the first and the heaviest. */
async function kinds() {
  const sub = async (folder) => {
    const names = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    return names.filter((n) => n.isDirectory() && n.name !== 'trang').map((n) => `${folder}/${n.name}/index.html`)
      .filter((p) => existsSync(join(root, p)));
  };
  const heaviest = async (list) => {
    const sized = await Promise.all(list.map(async (p) => [(await readFile(join(root, p))).length, p]));
    return sized.sort((a, b) => b[0] - a[0]).map((s) => s[1]);
  };
  const pages = ['index.html', '404.html'];
  const folders = ['nhiem-vu', 'co-quan', 'phien-hop', 'phien-hop/co-quan', 'thay-doi', 'bao-cao', 'bao-cao/nhom', 'bao-cao/dinh-ky', 'linh-vuc', 'lich', 'du-lieu', 'tin', 'gioi-thieu', 'phuong-phap', 'tim-kiem', 'tro-nang', 'nhiem-vu/danh-sach', 'nhung', 'nhung/co-quan'];
  for (const folder of [...folders, 'en', ...folders.map((f) => `en/${f}`)]) {
    const here = await readFile(join(root, folder, 'index.html')).catch(() => null);
    if (here) pages.push(`${folder}/index.html`);
    const below = await heaviest(await sub(folder));
    if (below.length) pages.push(below[0]);
    if (below.length > 1) pages.push(below[below.length - 1]);
  }
  return [...new Set(pages)];
}

let passed = 0;
const failures = [];
const check = (name, good, detail = '') => {
  if (good) passed += 1;
  else { failures.push(`${name}: ${detail}`); console.log(`FAIL ${name}: ${detail}`); }
};

const profile = await mkdtemp(join(tmpdir(), 'tiendo-browser-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

async function look(url, name, { width, dark, file = false, withAxe = true, contrast = false }) {
  const page = await browser.newPage();
  const errors = [];
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) errors.push(m.text()); });
  page.on('pageerror', (e) => errors.push(String(e)));
  page.on('requestfailed', (r) => errors.push(`failed ${r.url()}`));
  page.on('request', (r) => {
    const ours = r.url().startsWith('http://127.0.0.1:') || r.url().startsWith('data:') || (file && r.url().startsWith('file:'));
    if (!ours) errors.push(`foreign ${r.url()}`);
  });
  if (contrast) await page.addInitScript(() => localStorage.setItem('tiendo-contrast', 'high'));
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  await page.goto(url, { waitUntil: 'load' });
  const expected = name.startsWith('404.html') ? errors.filter((e) => !e.includes('404')) : errors;
  check(`${name} console`, expected.length === 0, expected.join(' | '));
  const shape = await page.evaluate(() => ({
    h1: document.querySelectorAll('h1').length,
    wide: document.documentElement.scrollWidth - window.innerWidth,
    lang: document.documentElement.lang,
    title: document.title,
  }));
  check(`${name} one h1`, shape.h1 === 1, String(shape.h1));
  check(`${name} title and lang`, Boolean(shape.title && shape.lang), JSON.stringify(shape));
  check(`${name} no sideways scrolling`, shape.wide <= 0, `${shape.wide} px too wide`);
  if (withAxe) {
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }));
    const found = result.violations.map((v) => `${v.id} (${v.nodes.length}): ${v.nodes[0]?.target} ${v.nodes[0]?.failureSummary?.split('\n')[1] ?? ''}`);
    check(`${name} axe`, found.length === 0, found.join(' | '));
  }
  if (shots) {
    await mkdir(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name.replace(/[^a-z0-9.-]+/gi, '_')}.png`), fullPage: true });
  }
  await page.close();
}

try {
  const pages = await kinds();
  const plain = await serve(root, '/');
  for (const path of pages) {
    for (const [width, dark] of [[360, false], [360, true], [1280, false], [1280, true]]) {
      await look(plain.url + path, `${path} ${width} ${dark ? 'dark' : 'light'}`, { width, dark });
    }
  }
  // High contrast last: the choice is kept, and would speak on the pages after it.
  for (const path of pages) {
    for (const [width, dark] of [[360, true], [1280, false]]) {
      await look(plain.url + path, `${path} ${width} ${dark ? 'dark' : 'light'} high contrast`, { width, dark, contrast: true });
    }
  }
  plain.close();
  const deep = await serve(root, '/a b/c/');
  for (const path of pages) await look(deep.url + path, `${path} under a sub-path`, { width: 768, dark: false, withAxe: false });
  deep.close();
  for (const path of pages) {
    await look(pathToFileURL(join(root, path)).href, `${path} from a file`, { width: 768, dark: false, withAxe: false, file: true });
  }
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
