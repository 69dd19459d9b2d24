// Archives a built sample and opens what comes of it as a reader does, from a file, in headless Chromium:
//   node archive.mjs TIENDO SITE_ROOT [MEETING]
// One page and ZIP, of the whole site and of one meeting: links, "back", titles, languages, search, filters, print, no
// link that leads nowhere, nothing asked of a network, a first page without JavaScript.
import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';

const [tiendo, root] = process.argv.slice(2, 4).map((path) => resolve(path));
const meeting = process.argv[4] ?? '2023-09-08-phien-hop-thu-nhat-to-cong-tac';
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const work = await mkdtemp(join(tmpdir(), 'tiendo-archive-'));
let passed = 0;
const failures = [];
const check = (name, good, detail = '') => {
  if (good) passed += 1;
  else { failures.push(name); console.log(`FAIL ${name}: ${detail}`); }
};

const made = (name, ...more) => {
  const file = join(work, name);
  execFileSync(tiendo, ['archive', root, file, ...more, '--quiet']);
  if (name.endsWith('.zip')) execFileSync('python3', ['-m', 'zipfile', '-e', file, work]);
  return name.endsWith('.zip') ? pathToFileURL(join(work, name.slice(0, -4), 'index.html')).href : pathToFileURL(file).href;
};
const options = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};
const browser = await chromium.launch(options);
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });

/** A new page that asks nothing of anybody, and whose console stays clean. */
const open = async (url) => {
  const page = await context.newPage();
  const errors = [];
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) errors.push(m.text()); });
  page.on('pageerror', (e) => errors.push(String(e)));
  page.on('request', (r) => { if (!/^(file|data|blob):/.test(r.url())) errors.push(`foreign ${r.url()}`); });
  await page.goto(url, { waitUntil: 'load' });
  page.done = async (name) => { check(`${name}: console`, errors.length === 0, errors.join(' | ')); await page.close(); };
  return page;
};
const heading = (page, text) => page.waitForFunction((t) => document.querySelector('h1')?.textContent.includes(t), text);
const clean = async (page, name) => {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  const found = result.violations.map((v) => `${v.id}: ${v.nodes[0]?.target} ${v.nodes[0]?.failureSummary?.split('\n')[1] ?? ''}`);
  check(`${name}: axe`, found.length === 0, found.join(' | '));
};
const finds = async (page, name) => {
  await page.keyboard.press('/');
  check(`${name}: / leads to a search field`, await page.evaluate(() => document.activeElement.name === 'q'));
  await page.keyboard.type('372/TB-VPCP');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.hits a');
  const hit = await page.textContent('.hits li');
  check(`${name}: finds 372/TB-VPCP`, hit.includes('372/TB-VPCP'), hit);
  await page.click('.hits a');
  await heading(page, 'Phiên họp thứ nhất');
  check(`${name}: the result leads to the meeting`, page.url().includes(`phien-hop/${meeting}/index.html`), page.url());
};

try {
  // ---- one page, the whole site ----
  const whole = made('ca-trang.html');
  let page = await open(whole);
  const home = await page.title();
  check('one page: it opens with the overview', (await page.$$('h1')).length === 1 && home.length > 10, home);
  await finds(page, 'one page');
  check('one page: its title', (await page.title()).startsWith('Phiên họp thứ nhất'), await page.title());
  check('one page: the menu says where one is', (await page.$$eval('header nav [aria-current]', (all) => all.map((a) => a.getAttribute('href')))).join() === '#/phien-hop/index.html');
  await page.evaluate(() => scrollTo(0, 1500));
  const before = await page.evaluate(() => scrollY);
  await page.locator('main a[href^="#/nhiem-vu/"]').last().click();
  await page.waitForFunction(() => location.hash.startsWith('#/nhiem-vu/') && document.title.length > 0 && scrollY === 0);
  check('one page: a task has its heading', (await page.$$('h1')).length === 1);
  await page.goBack();
  await heading(page, 'Phiên họp thứ nhất');
  check('one page: back', page.url().endsWith(`#/phien-hop/${meeting}/index.html`), page.url());
  await page.goBack();
  await page.waitForSelector('.hits a');
  check('one page: back to what was found', (await page.inputValue('#search input')) === '372/TB-VPCP', page.url());
  await clean(page, 'one page, search');
  check('one page: back to where one was', before > 0);
  await page.goto(`${whole}#/co-quan/index.html`);
  await heading(page, 'Cơ quan');
  await page.click('header a[hreflang="en"]');
  await page.waitForFunction(() => document.documentElement.lang === 'en' && location.hash === '#/en/co-quan/index.html');
  await heading(page, 'Agencies');
  check('one page: the frame is English too', (await page.textContent('header nav')).includes('Tasks'), await page.textContent('header nav'));
  await clean(page, 'one page, English');
  await page.goBack();
  await heading(page, 'Cơ quan');
  check('one page: and Vietnamese again', (await page.getAttribute('html', 'lang')) === 'vi');
  await page.goto(`${whole}#/nhiem-vu/index.html?trang-thai=past-due-unreported`);
  await page.waitForFunction(() => document.querySelector('#filter [role="status"]')?.textContent);
  const rows = await page.$$eval('#list tbody tr', (all) => all.length);
  check('one page: filters', rows > 3 && rows < 50, String(rows));
  await page.reload();
  await page.waitForFunction(() => document.querySelector('#filter [role="status"]')?.textContent);
  check('one page: an address can be kept', (await page.$$eval('#list tbody tr', (all) => all.length)) === rows && page.url().includes('trang-thai='));
  check('one page: prints', (await page.pdf({ format: 'A4' })).length > 5000);
  await clean(page, 'one page, tasks');
  await page.goto(`${whole}#/index.html`);
  await page.click('.prefs summary');
  await page.check('input[name="tiendo-size"][value="3"]');
  await page.reload();
  check('one page: display is kept', (await page.evaluate(() => document.documentElement.dataset.size)) === '3');
  await page.evaluate(() => localStorage.clear());
  await page.done('one page');

  // ---- every link of every page it holds ----
  for (const [name, url] of [['one page', whole], ['one page of a meeting', made('hop.html', '--meeting', meeting)]]) {
    page = await open(url);
    const dead = await page.evaluate(async () => {
      const held = [...document.querySelectorAll('#archive [data-page]')];
      const known = new Set(held.map((el) => el.dataset.page));
      const unpack = (el) => new Response(new Blob([Uint8Array.from(atob(el.textContent), (c) => c.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
      const found = new Set();
      for (const el of held) {
        const part = new DOMParser().parseFromString(await unpack(el), 'text/html');
        for (const node of [...part.querySelectorAll('[href], [src], [action]'), ...document.querySelectorAll('body > :not(main) a[href]')]) {
          const link = node.getAttribute('href') ?? node.getAttribute('src') ?? node.getAttribute('action');
          const page = /^#\/([^?#]*)/.exec(link)?.[1];
          if (page !== undefined ? !known.has(page) : !/^(#|https?:|mailto:|tel:|data:)/.test(link)) found.add(`${el.dataset.page} → ${link}`);
        }
      }
      return [known.size, ...found];
    });
    check(`${name}: no link leads nowhere`, dead[0] > 20 && dead.length === 1, dead.slice(0, 6).join(' | '));
    await page.done(`${name}, links`);
  }

  // ---- one page, one meeting ----
  page = await open(pathToFileURL(join(work, 'hop.html')).href);
  await heading(page, 'Phiên họp thứ nhất');
  await finds(page, 'one page of a meeting');
  await page.goto(`${pathToFileURL(join(work, 'hop.html')).href}#/tim-kiem/index.html?q=hội+nghị+trực+tuyến`);
  await page.waitForFunction(() => document.querySelector('#search [role="status"]')?.textContent);
  const elsewhere = await page.$$eval('.hits a', (all) => all.map((a) => a.getAttribute('href')).filter((href) => href.includes('2018-09-11')));
  check('one page of a meeting: finds no other meeting', elsewhere.length === 0, elsewhere.join());
  await page.done('one page of a meeting');

  // ---- ZIP ----
  for (const [name, url] of [['ZIP', made('trang.zip')], ['ZIP of a meeting', made('mot-hop.zip', '--meeting', meeting)]]) {
    page = await open(url);
    await page.waitForSelector('h1');
    await finds(page, name);
    if (name === 'ZIP') {
      await page.goto(new URL('nhiem-vu/index.html?trang-thai=past-due-unreported', url).href);
      await page.waitForFunction(() => document.querySelector('#filter [role="status"]')?.textContent);
      check('ZIP: filters', (await page.$$eval('#list tbody tr', (all) => all.length)) === rows);
    }
    await page.done(name);
  }
  const folder = join(work, 'mot-hop');
  const dead = [];
  for (const file of (await readdir(folder, { recursive: true })).filter((f) => f.endsWith('.html'))) {
    for (const [, value] of (await readFile(join(folder, file), 'utf8')).matchAll(/\s(?:href|src)="([^"#?]+)/g)) {
      if (/^([a-z]+:|\/\/)/.test(value)) continue;
      if (!existsSync(new URL(value, pathToFileURL(join(folder, file))))) dead.push(`${file} → ${value}`);
    }
  }
  check('ZIP of a meeting: no link leads nowhere', dead.length === 0, dead.slice(0, 6).join(' | '));

  // ---- without JavaScript ----
  const bare = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await bare.goto(pathToFileURL(join(work, 'hop.html')).href);
  check('without a script: the first page, and what it lacks', (await bare.textContent('h1')).includes('Phiên họp thứ nhất') && await bare.isVisible('noscript .note'), await bare.textContent('h1'));
} finally {
  await browser.close();
  await rm(work, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
