// Finds things in a built sample as readers do: search, table of tasks, display, each with a keyboard and without a
// script, in headless Chromium under the policy of docs/deploy.md:
//   node find.mjs SITE_ROOT
import { chromium } from 'playwright-core';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from './server.mjs';

const root = resolve(process.argv[2]);
const here = dirname(fileURLToPath(import.meta.url));
const vectors = JSON.parse(await readFile(join(here, '../data/fold.json'), 'utf8'));
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let passed = 0;
const failures = [];
const check = (name, good, detail = '') => {
  if (good) passed += 1;
  else { failures.push(name); console.log(`FAIL ${name}: ${detail}`); }
};

const profile = await mkdtemp(join(tmpdir(), 'tiendo-browser-'));
const options = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};
const browser = await chromium.launchPersistentContext(profile, options);
await browser.grantPermissions(['clipboard-read', 'clipboard-write']);
const site = await serve(root, '/cchc/tien-do/');

/** A new page whose console must stay clean. */
async function open(path, { width = 1280, ...more } = {}) {
  const page = await browser.newPage();
  const errors = [];
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) errors.push(m.text()); });
  page.on('pageerror', (e) => errors.push(String(e)));
  // Leaving a page ends what it was still asking for.
  page.on('requestfailed', (r) => { if (r.failure()?.errorText !== 'net::ERR_ABORTED') errors.push(`failed ${r.url()}`); });
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: 'light', ...more });
  await page.goto(path.includes(':') ? path : site.url + path, { waitUntil: 'load' });
  page.done = async (name) => { check(`${name}: console`, errors.length === 0, errors.join(' | ')); await page.close(); };
  return page;
}
const clean = async (page, name) => {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  const found = result.violations.map((v) => `${v.id}: ${v.nodes[0]?.target} ${v.nodes[0]?.failureSummary?.split('\n')[1] ?? ''}`);
  check(`${name}: axe`, found.length === 0, found.join(' | '));
};
const results = (page) => page.$$eval('.results section', (sections) => sections.map((s) => ({
  kind: s.querySelector('h2').firstChild.textContent.trim(),
  hits: [...s.querySelectorAll('.hits li')].map((li) => ({ text: li.querySelector('a').textContent, href: li.querySelector('a').getAttribute('href'), beside: li.querySelector('p')?.textContent ?? '', marks: [...li.querySelectorAll('mark')].map((m) => m.textContent) })),
})));
const said = (page, box) => page.textContent(`${box} [role="status"]`);
const settled = async (page, box = '#search') => {
  await page.waitForFunction((b) => document.querySelector(`${b} [role="status"]`).textContent !== '', box);
  await page.waitForTimeout(60);
};
const ask = async (page, text) => {
  await page.evaluate(() => { document.querySelector('#search [role="status"]').textContent = ''; });
  await page.fill('#search input', '');
  await page.evaluate(() => { document.querySelector('#search [role="status"]').textContent = ''; });
  await page.locator('#search input').pressSequentially(text, { delay: 5 });
  await page.waitForTimeout(260);
  await settled(page);
  return results(page);
};

try {
  // The rule of comparison.
  let page = await open('tim-kiem/');
  const folded = await page.evaluate((texts) => texts.map((text) => tiendo.pieces(text).map((p) => ({ words: p.words.map((w) => [w.folded, w.form]), joined: p.joined }))), vectors.map((v) => v.text));
  vectors.forEach((vector, n) => check(`fold ${JSON.stringify(vector.text)}`, JSON.stringify(folded[n]) === JSON.stringify(vector.pieces), JSON.stringify(folded[n])));

  // What is typed, and what must come first.
  const first = async (text, fits, why) => {
    const found = await ask(page, text);
    const top = found[0]?.hits[0];
    check(`search ${JSON.stringify(text)}: ${why}`, Boolean(top) && fits(top, found), JSON.stringify(found.map((g) => [g.kind, g.hits[0]])).slice(0, 400));
    return found;
  };
  const whole = (words) => (top) => top.text.toLowerCase().normalize('NFC').includes(words);
  await first('thu tuc hanh chinh', whole('thủ tục hành chính'), 'without marks');
  await first('thủ tục hành chính', whole('thủ tục hành chính'), 'with marks');
  await first('thủ tục hành chính'.normalize('NFD'), whole('thủ tục hành chính'), 'decomposed');
  await first('THU TUC HANH CHINH', whole('thủ tục hành chính'), 'capitals');
  await first('372/TB', (top) => top.beside.includes('372/TB-VPCP'), 'the notice');
  await first('372/TB-VPCP', (top) => top.beside.includes('372/TB-VPCP'), 'the notice');
  await first('bo tt&tt', (top) => top.text === 'Bộ Thông tin và Truyền thông', 'the ministry');
  await first('Bộ TT&TT', (top) => top.text === 'Bộ Thông tin và Truyền thông', 'the ministry');
  await first('VPCP', (top) => top.text === 'Văn phòng Chính phủ', 'the office');
  await first('btc', (top) => top.text === 'Bộ Tài chính', 'the ministry');
  await first('da nang', (top) => top.text.includes('Đà Nẵng'), 'đ as d');
  await first('đà nẵng', (top) => top.text.includes('Đà Nẵng'), 'đ');
  await first('hoa binh', (top) => top.text.includes('Hòa Bình') || top.text.includes('Hoà Bình'), 'old and new tones');
  await first('hoà bình', (top) => top.text.includes('Hòa Bình') || top.text.includes('Hoà Bình'), 'old and new tones');
  await first('cong-dich-vu-cong-quoc-gia', (top) => top.href.includes('nhiem-vu/cong-dich-vu-cong-quoc-gia/'), 'an id');
  const tthc = await first('tthc', () => true, 'an abbreviation');
  check('search tthc finds the words in full', tthc.some((g) => g.hits.some((h) => /thủ tục hành chính/i.test(h.text))), JSON.stringify(tthc).slice(0, 200));
  const monthly = async (text) => (await ask(page, text)).find((g) => g.kind === 'Nhiệm vụ')?.hits.length ?? 0;
  check('hằng tháng and hàng tháng find the same', (await monthly('hằng tháng')) === (await monthly('hàng tháng')) && (await monthly('hằng tháng')) > 0);
  const exact = await ask(page, 'thủ tục');
  check('found words are marked', exact[0].hits[0].marks.some((m) => m.toLowerCase() === 'thủ'), JSON.stringify(exact[0].hits[0]));
  const tasks = (await ask(page, 'dich vu cong')).find((g) => g.kind === 'Nhiệm vụ');
  check('a task comes with status and agency', tasks.hits.every((h) => h.beside.length > 8), JSON.stringify(tasks.hits[0]));
  const evil = '<img src=x onerror=alert(1)> "&';
  await ask(page, evil);
  check('a question is only ever text', (await page.$$('#search img')).length === 0 && (await said(page, '#search')).includes('<img'), await said(page, '#search'));
  await ask(page, 'qqqqzz');
  check('nothing found is said, the index stays', (await said(page, '#search')).includes('qqqqzz') && await page.isVisible('.az'));
  await clean(page, 'search without results');
  await ask(page, 'thu tuc');
  await clean(page, 'search with results');
  await page.done('search');

  // State in the address; back; keyboard.
  page = await open('index.html');
  await page.keyboard.press('/');
  check('/ leads to the search field', await page.evaluate(() => document.activeElement.name === 'q'));
  await page.keyboard.type('thu tuc');
  await page.keyboard.press('Enter');
  await page.waitForURL(/tim-kiem/);
  await settled(page);
  check('the question is in the address', new URL(page.url()).searchParams.get('q') === 'thu tuc', page.url());
  await page.fill('#search input', 'da nang');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(400);
  check('the next one too', new URL(page.url()).searchParams.get('q') === 'da nang', page.url());
  await page.goBack();
  await page.waitForTimeout(400);
  check('back leads to the last question', (await page.inputValue('#search input')) === 'thu tuc' && (await results(page))[0].hits[0].text.length > 0, page.url());
  await page.focus('#search input');
  await page.keyboard.press('ArrowDown');
  check('arrow down leads to the first result', await page.evaluate(() => document.activeElement === document.querySelector('.hits a')));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  check('arrow up leads back', await page.evaluate(() => document.activeElement.name === 'q'));
  await page.goBack();
  check('and then to the page before', page.url().endsWith('index.html') && !page.url().includes('tim-kiem'), page.url());
  await page.done('address');

  // The table of tasks.
  page = await open('nhiem-vu/index.html');
  const count = () => page.$$eval('#list tbody tr', (rows) => rows.length);
  const wait = async () => { await page.waitForTimeout(350); await page.waitForFunction(() => !document.querySelector('#list [aria-busy]')); };
  const plainRows = await count();
  await page.click('[data-act="more"]');
  await page.selectOption('#f-status', 'past-due-unreported');
  await wait();
  const words = await said(page, '#filter');
  check('a filter is announced', /^\d+ nhiệm vụ phù hợp/.test(words), words);
  const statuses = await page.$$eval('#list tbody tr td:nth-child(2)', (cells) => cells.map((c) => c.textContent));
  check('a filter by status', statuses.length > 0 && statuses.every((t) => t.startsWith('Đã hết thời hạn')), statuses.slice(0, 3).join(' | '));
  check('it is in the address', page.url().endsWith('?trang-thai=past-due-unreported'), page.url());
  await page.fill('#f-q', 'bao cao');
  await wait();
  const both = await page.$$eval('#list tbody th', (cells) => cells.map((c) => c.textContent.toLowerCase()));
  check('several filters at once', both.length > 0 && both.length < statuses.length && both.every((t) => t.includes('báo cáo')), both.join(' | '));
  await page.fill('#f-q', '');
  await wait();
  await page.click('#list thead th:nth-child(3) button');
  await wait();
  const due = await page.$$eval('#list tbody td:nth-child(3) time', (times) => times.map((t) => t.dateTime));
  check('sorted by deadline', due.length > 2 && due.every((d, n) => n === 0 || due[n - 1] <= d), due.join(' '));
  check('the head says so', (await page.getAttribute('#list thead th:nth-child(3)', 'aria-sort')) === 'ascending');
  await page.click('#list thead th:nth-child(3) button');
  await wait();
  check('and the other way round', (await page.getAttribute('#list thead th:nth-child(3)', 'aria-sort')) === 'descending' && page.url().includes('xep=-han'), page.url());
  await clean(page, 'filtered table');
  await page.click('[data-act="copy"]');
  check('the link is copied', (await page.evaluate(() => navigator.clipboard.readText())) === page.url());
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-act="csv"]')]);
  const csv = await readFile(await download.path(), 'utf8');
  check('the list is downloaded', csv.startsWith('\ufeff"Mã nhiệm vụ",') && csv.split('\r\n').length === statuses.length + 2, `${csv.length} ${csv.slice(0, 80)}`);
  const csvIds = csv.split('\r\n').slice(1, -1).map((line) => line.split('","')[0].slice(1));
  const shownIds = await page.$$eval('#list tbody th a', (links) => links.map((a) => a.getAttribute('href').split('/').at(-2)));
  check('in the order shown', JSON.stringify(csvIds.slice(0, shownIds.length)) === JSON.stringify(shownIds), csvIds.slice(0, 3).join());
  const url = page.url();
  await page.goBack();
  await wait();
  check('back takes one step back', page.url() !== url && (await page.getAttribute('#list thead th:nth-child(3)', 'aria-sort')) === 'ascending', page.url());
  await page.goto(url);
  await wait();
  check('an address can be sent', JSON.stringify(await page.$$eval('#list tbody th a', (links) => links.map((a) => a.getAttribute('href').split('/').at(-2)))) === JSON.stringify(shownIds));
  await page.click('button[type="reset"]');
  await wait();
  check('without filters the plain table is back', (await count()) === plainRows && !page.url().includes('?'), page.url());
  const agencies = await page.$$eval('#f-agency option', (options) => options.map((o) => o.value));
  check('agencies can be chosen', agencies.includes('van-phong-chinh-phu'), String(agencies.length));
  const tally = {};
  for (const role of ['', 'chu-tri', 'phoi-hop']) {
    await page.goto(`${site.url}nhiem-vu/index.html?co-quan=van-phong-chinh-phu${role && `&vai=${role}`}`);
    await page.waitForFunction(() => document.querySelector('#filter [role="status"]').textContent !== '');
    tally[role] = Number((await said(page, '#filter')).match(/\d+/)?.[0] ?? 0);
  }
  check('roles', tally['chu-tri'] > 0 && tally[''] >= Math.max(tally['chu-tri'], tally['phoi-hop']) && tally[''] <= tally['chu-tri'] + tally['phoi-hop'], JSON.stringify(tally));
  await page.goto(`${site.url}nhiem-vu/index.html?tu=2019-01-01&den=2019-12-31`);
  await page.waitForFunction(() => document.querySelector('#filter [role="status"]').textContent !== '');
  const range = await page.$$eval('#list tbody td:nth-child(3) time', (times) => times.map((t) => t.dateTime));
  check('a range of deadlines', range.length > 0 && range.every((d) => d.startsWith('2019')), range.join(' '));
  await page.goto(`${site.url}nhiem-vu/index.html?xep=ten`);
  await page.waitForFunction(() => document.querySelector('#filter [role="status"]').textContent !== '');
  const names = await page.$$eval('#list tbody th a', (links) => links.map((a) => a.textContent));
  const order = new Intl.Collator('vi', { numeric: true });
  check('names in Vietnamese order', names.every((n, at) => at === 0 || order.compare(names[at - 1], n) <= 0), names.slice(0, 4).join(' | '));
  const pdf = await page.pdf({ format: 'A4' });
  check('prints', pdf.length > 5000);
  await page.done('table');

  // In English: words of the page, data in its own language.
  page = await open('en/tim-kiem/index.html?q=vpcp');
  await settled(page);
  const english = await results(page);
  check('search in English', /^\d+ results? for/.test(await said(page, '#search')) && english[0].kind === 'Agencies' && english[0].hits[0].href.includes('en/co-quan/van-phong-chinh-phu/'), JSON.stringify(english[0]));
  await clean(page, 'search in English');
  await page.click('.hits a');
  check('an English result leads to an English page', page.url().includes('/en/co-quan/van-phong-chinh-phu/') && (await page.getAttribute('html', 'lang')) === 'en', page.url());
  await page.goto(`${site.url}en/nhiem-vu/index.html?xep=han`);
  await page.waitForFunction(() => document.querySelector('#filter [role="status"]').textContent !== '');
  check('table in English', /^\d+ tasks found/.test(await said(page, '#filter')) && /\d+ [A-Z][a-z]{2} \d{4}/.test(await page.textContent('#list tbody time')), await page.textContent('#list tbody time'));
  await clean(page, 'table in English');
  await page.done('English');

  // Rows made by the script are those of the templates.
  page = await open('nhiem-vu/index.html');
  const rowsOf = () => page.$$eval('#list tbody tr', (rows) => Object.fromEntries(rows.map((r) => [r.querySelector('a').getAttribute('href').split('/').at(-2), [...r.cells].map((c) => c.textContent.replace(/\s+/g, ' ').trim()).join(' | ') + [...r.querySelectorAll('a')].map((a) => a.getAttribute('href')).join(' ').replaceAll('../', '')])));
  const drawn = await rowsOf();
  await page.selectOption('#f-sort', 'han');
  await wait();
  const made = await rowsOf();
  for (const [id, text] of Object.entries(made)) check(`row ${id} is the same`, drawn[id] === undefined || drawn[id].includes('…') || drawn[id] === text, `\n  ${drawn[id]}\n  ${text}`);
  await page.done('rows');

  // Display: kept, without a flash, without a cookie.
  page = await open('index.html');
  await page.click('.prefs summary');
  await clean(page, 'display panel');
  await page.check('input[name="tiendo-size"][value="3"]');
  await page.check('input[name="tiendo-contrast"][value="high"]');
  check('text grows', (await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)) === '24px');
  await page.goto(`${site.url}nhiem-vu/index.html`);
  const root0 = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  check('the choice is kept', root0.size === '3' && root0.contrast === 'high', JSON.stringify(root0));
  check('without a cookie', (await page.evaluate(() => document.cookie)) === '' && (await browser.cookies()).length === 0);
  for (const [width, colorScheme] of [[360, 'light'], [1280, 'dark']]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const path of ['index.html', 'nhiem-vu/index.html', 'tim-kiem/?q=thu%20tuc', 'co-quan/index.html', 'phien-hop/index.html', 'tro-nang/']) {
      await page.goto(site.url + path, { waitUntil: 'load' });
      await page.waitForTimeout(250);
      await clean(page, `${path} high contrast, largest text, ${width} ${colorScheme}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      check(`${path} largest text at ${width}: no sideways scrolling`, wide <= 0, String(wide));
    }
  }
  await page.evaluate(() => localStorage.clear());
  await page.done('display');

  // 400 % zoom of 1280 px is 320 px.
  for (const path of ['index.html', 'nhiem-vu/index.html', 'tim-kiem/?q=thu%20tuc', 'tro-nang/']) {
    page = await open(path, { width: 320, forcedColors: 'active', reducedMotion: 'reduce' });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(`${path} at 320 px: no sideways scrolling`, wide <= 0, String(wide));
    const small = await page.$$eval('button, input:not([type=radio]), select, summary, .jump a, .menu a', (all) => all.filter((el) => el.offsetParent && el.getBoundingClientRect().height < 24).map((el) => el.outerHTML.slice(0, 80)));
    check(`${path}: targets`, small.length === 0, small.join(' | '));
    await page.done(path);
  }

  // From a file, with nothing allowed that is not allowed at a double click.
  const file = (path) => `${pathToFileURL(root).href}/${path}`;
  page = await open(file('index.html'));
  await page.keyboard.press('/');
  await page.keyboard.type('372/TB-VPCP');
  await page.keyboard.press('Enter');
  await page.waitForURL(/^file:.*tim-kiem\/index\.html\?q=372/);
  await settled(page);
  const fromFile = (await results(page))[0]?.hits[0];
  check('search from a file', fromFile?.beside.includes('372/TB-VPCP'), JSON.stringify(fromFile));
  await ask(page, 'vpcp');
  check('and from it again', (await results(page))[0].hits[0].text === 'Văn phòng Chính phủ' && page.url().endsWith('?q=vpcp'), page.url());
  await page.click('.hits a');
  check('a result from a file leads to a file', page.url().endsWith('/co-quan/van-phong-chinh-phu/index.html'), page.url());
  await page.done('search from a file');
  page = await open(file('nhiem-vu/index.html'));
  await page.click('[data-act="more"]');
  await page.selectOption('#f-status', 'past-due-unreported');
  await wait();
  check('filter from a file', JSON.stringify(await page.$$eval('#list tbody tr td:nth-child(2)', (cells) => cells.map((c) => c.textContent))) === JSON.stringify(statuses) && page.url().endsWith('?trang-thai=past-due-unreported'), page.url());
  await page.click('#list thead th:nth-child(3) button');
  await wait();
  check('sorted from a file', (await page.getAttribute('#list thead th:nth-child(3)', 'aria-sort')) === 'ascending');
  await page.goBack();
  await wait();
  check('and back', !page.url().includes('xep'), page.url());
  await page.reload();
  await page.waitForFunction(() => document.querySelector('#filter [role="status"]').textContent !== '');
  check('the address of a file keeps it', (await said(page, '#filter')) === words, await said(page, '#filter'));
  await page.done('filter from a file');
  page = await open(file('en/tim-kiem/index.html?q=vpcp'));
  await settled(page);
  check('search in English from a file', (await results(page))[0].hits[0].href.includes('en/co-quan/van-phong-chinh-phu/'));
  await page.done('English from a file');
  page = await open(file('index.html'));
  await page.click('.prefs summary');
  await page.check('input[name="tiendo-size"][value="3"]');
  await page.goto(file('co-quan/index.html'));
  check('display is kept from a file', (await page.evaluate(() => document.documentElement.dataset.size)) === '3');
  await page.evaluate(() => localStorage.clear());
  await page.done('display from a file');
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}

// Everything again without JavaScript.
const bare = await chromium.launch(options);
try {
  const context = await bare.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}index.html`);
  check('without a script: display is not offered', !(await page.isVisible('.prefs')));
  await page.fill('.seek input', 'thu tuc');
  await page.press('.seek input', 'Enter');
  await page.waitForURL(/tim-kiem\/index\.html\?q=thu(\+|%20)tuc$/);
  check('without a script: the search page says what works', await page.isVisible('.no-js') && await page.isVisible('.az') && !(await page.isVisible('#search form')));
  const letters = await page.locator('.letters a').count();
  check('without a script: the index has letters', letters > 8, String(letters));
  await page.click('.az ul.cols a >> text="Văn phòng Chính phủ"');
  check('without a script: the index leads on', page.url().includes('co-quan/van-phong-chinh-phu/'), page.url());
  await page.goto(`${site.url}nhiem-vu/index.html`);
  check('without a script: no filters, a whole table', !(await page.isVisible('#filter')) && (await page.locator('#list tbody tr').count()) === 50);
  for (const list of ['qua-han', 'sap-den-han', 'chua-co-thong-tin', 'da-hoan-thanh']) {
    await page.click(`.lists a[href*="${list}"]`);
    const rows = await page.locator('tbody tr').count();
    const said = Number((await page.locator('.lists [aria-current] small').innerText()).replace('.', ''));
    check(`without a script: ${list}`, rows === Math.min(said, 50), `${rows} ${said}`);
  }
} finally {
  await bare.close();
  site.close();
}
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
