// Filters the table of all tasks of the built site `filters/`, in headless Chromium:
//   node filters.mjs SITE_ROOT
// A chosen agency's own status in a group's task; families; reports; years; every number beside a choice is the number of
// rows that the choice shows.
import { chromium } from 'playwright-core';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { serve } from './server.mjs';

const root = resolve(process.argv[2]);
const shots = process.argv[3];
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let passed = 0;
const failures = [];
const check = (name, good, detail = '') => {
  if (good) passed += 1;
  else { failures.push(name); console.log(`FAIL ${name}: ${detail}`); }
};
const same = (name, found, wanted) => check(name, JSON.stringify(found) === JSON.stringify(wanted), JSON.stringify(found));

const profile = await mkdtemp(join(tmpdir(), 'tiendo-browser-'));
const options = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, viewport: { width: 1280, height: 900 },
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};
const browser = await chromium.launchPersistentContext(profile, options);
const site = await serve(root, '/');
const page = await browser.newPage();
const errors = [];
page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) errors.push(m.text()); });
page.on('pageerror', (e) => errors.push(String(e)));

const settled = async () => {
  await page.waitForFunction(() => document.querySelector('#filter [role="status"]').textContent !== '' && !document.querySelector('#list [aria-busy]'));
};
/** The table as an address asks for it, with all filters in sight. */
const open = async (query, language = '', unfolded = true) => {
  await page.goto(`${site.url}${language}nhiem-vu/index.html${query}`, { waitUntil: 'load' });
  if (query) await settled();
  if (unfolded) await page.click('[data-act="more"]');
};
const rows = () => page.$$eval('#list tbody tr', (all) => all.filter((r) => r.querySelector('th a')).map((r) => r.querySelector('th a').getAttribute('href').split('/').at(-2)));
const status = (id) => page.$eval(`#list tbody tr:has(a[href*="/${id}/"]) td`, (cell) => cell.textContent.trim());
const choose = async (select, value) => {
  await page.evaluate(() => { document.querySelector('#filter [role="status"]').textContent = ''; });
  await page.selectOption(select, value);
  await settled();
};
const choices = (select) => page.$$eval(`${select} option`, (all) => all.filter((o) => o.value).map((o) => ({ value: o.value, text: o.dataset.text, count: Number(/\((\d+)\)$/.exec(o.textContent)?.[1] ?? -1) })));

try {
  // A task has one status, each holder its own.
  await open('?trang-thai=overdue');
  same('overdue as a whole', await rows(), ['ke-hoach']);
  await open('?co-quan=so-a');
  same('all of an agency', await rows(), ['kiem-tra', 'ra-soat', 'ke-hoach', 'bao-cao-quy', 'mua-xe']);
  check('its own status is shown', (await status('ke-hoach')).startsWith('Hoàn thành đúng hạn'), await status('ke-hoach'));
  check('of a task that it supports, the whole\'s', (await status('kiem-tra')) === 'Sắp đến hạn còn 5 ngày', await status('kiem-tra'));
  check('and the page says so', await page.isVisible('#filter .own'));
  await open('?co-quan=so-a&trang-thai=overdue');
  same('one that is done with its part is not overdue', await rows(), []);
  await open('?co-quan=so-b&trang-thai=overdue');
  same('one that is late is', await rows(), ['ke-hoach']);
  check('with its days', (await status('ke-hoach')) === 'Quá hạn, chưa hoàn thành 107 ngày', await status('ke-hoach'));
  await open('?co-quan=so-c&trang-thai=past-due-unreported');
  same('one that is silent', await rows(), ['ke-hoach', 'bao-cao-quy']);
  await open('?co-quan=cac-so&trang-thai=overdue');
  same('a group has the whole\'s', await rows(), ['ke-hoach']);
  check('and nothing is said of its own', !(await page.isVisible('#filter .own')));
  await open('?co-quan=so-a&vai=phoi-hop');
  same('supported', await rows(), ['kiem-tra']);
  await open('?co-quan=so-a&xep=trang-thai');
  same('sorted by its own status', await rows(), ['kiem-tra', 'ra-soat', 'ke-hoach', 'bao-cao-quy', 'mua-xe']);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-act="csv"]')]);
  const csv = await readFile(await download.path(), 'utf8');
  check('which the downloaded list has too', csv.includes('"ke-hoach","Lập kế hoạch số hóa","Hoàn thành đúng hạn"'), csv);

  // Families, reports, years.
  const asked = {
    'trang-thai=done': ['xay-kho'], 'trang-thai=doing': ['kiem-tra', 'sap-xep'], 'trang-thai=undated': ['mo-lop', 'ra-soat', 'truc-ban'],
    'trang-thai=dropped': ['mua-xe'], 'trang-thai=unclear': ['bao-cao-quy'], 'trang-thai=awaiting-acceptance': ['sap-xep'],
    'trang-thai=ended': ['truc-ban'], 'trang-thai=cancelled': ['mua-xe'],
    'bao-cao=chua-co': ['kiem-tra', 'ra-soat', 'truc-ban', 'mua-xe'], 'bao-cao=chua-co&co-quan=so-c': ['ke-hoach', 'bao-cao-quy', 'truc-ban'],
    'bao-cao=ly-do': ['ke-hoach', 'xay-kho'], 'bao-cao=ly-do&co-quan=so-b': ['ke-hoach', 'xay-kho'], 'bao-cao=ly-do&co-quan=so-a': [],
    'nam=2023': ['bao-cao-quy', 'xay-kho'], 'nam=2024': ['ke-hoach', 'bao-cao-quy', 'kiem-tra', 'sap-xep', 'mua-xe'],
    'nam=khong-neu': ['mo-lop', 'ra-soat'], 'nam=khong-neu&co-quan=so-b&trang-thai=in-progress': ['mo-lop'],
  };
  for (const [query, wanted] of Object.entries(asked)) {
    await open(`?${query}`);
    same(query, await rows(), wanted);
    for (const [name, value] of new URLSearchParams(query)) {
      const shown = await page.inputValue(`#filter [name="${name}"]`);
      check(`${query}: the form shows it`, shown === value || value === 'unclear', `${name} ${shown}`);
    }
  }
  await open('?xep=ten');
  check('a task known from news is no row', !(await rows()).includes('phong-doc') && (await rows()).length === 9, String(await rows()));

  // One label, one number.
  await open('?xep=han');
  const legend = await page.$$eval('.key li', (all) => all.map((li) => [li.dataset.family, Number(li.querySelector('b').textContent)]));
  const labels = await choices('#f-status');
  // A family of one label has no choice of its own.
  const byFamily = { overdue: 'overdue', unclear: 'past-due-unreported' };
  check('a legend', legend.length === 6, JSON.stringify(legend));
  for (const [family, count] of legend) check(`${family} has one number`, labels.find((l) => l.value === (byFamily[family] ?? family))?.count === count, JSON.stringify(labels));
  const selects = ['#f-status', '#f-agency', '#f-role', '#f-reports', '#f-year', '#f-topic', '#f-document'];
  for (const base of ['?xep=han', '?co-quan=so-b', '?vai=phoi-hop', '?trang-thai=past-due-unreported&vai=chu-tri', '?nam=2024&co-quan=so-c&bao-cao=chua-co', '?q=ke+hoach']) {
    for (const select of selects) {
      await open(base);
      for (const { value, count } of await choices(select)) {
        await choose(select, value);
        check(`${base}, ${select} ${value}: as many rows as it says`, (await rows()).length === count, `${count} ${await rows()}`);
      }
    }
  }

  // The address, back, a keyboard.
  await open('');
  const first = await rows();
  await page.focus('#f-status');
  await page.waitForFunction(() => document.querySelector('#f-agency').options.length > 1);
  check('the button has no number', (await page.textContent('[data-act="more"]')) === 'Bộ lọc');
  check('numbers stand there before anything is chosen', (await choices('#f-status')).some((l) => l.value === 'done' && l.count === 1), JSON.stringify(await choices('#f-status')));
  await page.keyboard.press('ArrowDown');
  await settled();
  same('chosen with a key', await rows(), ['xay-kho']);
  check('in the address', page.url().endsWith('?trang-thai=done'), page.url());
  for (let n = 0; n < 4; n += 1) await page.keyboard.press('Tab');
  check('the next fields in order', await page.evaluate(() => document.activeElement.id === 'f-year'), await page.evaluate(() => document.activeElement.id));
  await page.keyboard.press('ArrowDown');
  await page.waitForURL(/nam=khong-neu/);
  await settled();
  same('both at once', await rows(), []);
  check('the button says how many', (await page.textContent('[data-act="more"]')) === 'Bộ lọc (2)', await page.textContent('[data-act="more"]'));
  check('focus stays where it was', await page.evaluate(() => document.activeElement.id === 'f-year'), await page.evaluate(() => document.activeElement.id));
  await page.goBack();
  await settled();
  check('back', (await page.inputValue('#f-year')) === '' && (await rows()).length === 1, page.url());
  await page.click('#filter [type="reset"]');
  await page.waitForFunction(() => location.search === '');
  same('and all of it again', await rows(), first);
  check('with focus on the button', await page.evaluate(() => document.activeElement.dataset.act === 'more'));

  // What is asked for stands above the rows in words; each is dropped by a press.
  await open('?trang-thai=done&co-quan=so-b&q=kho');
  await page.click('[data-act="more"]');
  const chips = () => page.$$eval('.chips button', (all) => all.map((chip) => chip.textContent));
  same('in words', await chips(), ['Trạng thái: Đã xong: tất cả', 'Cơ quan: Sở B']);
  await page.click('.chips button >> nth=0');
  await page.waitForURL(/\?q=kho&co-quan=so-b$/);
  await settled();
  same('one dropped', await chips(), ['Cơ quan: Sở B']);
  await open('?trang-thai=unclear');
  check('a family of one label is that label', (await page.inputValue('#f-status')) === 'past-due-unreported' && (await page.textContent('[data-act="more"]')) === 'Bộ lọc (1)');

  // The order of the page is the order of the script.
  await open('');
  await page.waitForFunction(() => document.querySelector('#f-agency').options.length > 1);
  const ids = await rows();
  await choose('#f-role', 'chu-tri');
  const led = await rows();
  same('the most pressing first, in the page as in the script', led, ids.filter((id) => led.includes(id)));
  check('which the choice of orders says', (await page.$eval('#f-sort', (s) => s.selectedOptions[0].textContent)) === 'Cần chú ý trước');
  check('and the head of the column', (await page.getAttribute('#list thead th:nth-child(2)', 'aria-sort')) === 'ascending');
  await open('?xep=-trang-thai');
  check('and the other way round', (await rows())[0] === 'mua-xe', String(await rows()));
  await page.click('#list thead th:nth-child(2) button');
  await page.waitForFunction(() => location.search === '');
  same('a press on the head brings it back', await rows(), ids);

  // While a filter is chosen, what it finds is in sight.
  for (const [width, height] of [[360, 800], [1280, 800]]) {
    await page.setViewportSize({ width, height });
    await open('', '', false);
    check(`nothing chosen, the first row at ${width}`, await page.evaluate((most) => document.querySelector('#list tbody tr').getBoundingClientRect().top + scrollY < most, width < 500 ? 900 : 800));
    await page.click('[data-act="more"]');
    await page.waitForTimeout(700);
    await choose('#f-status', 'done');
    const seen = await page.evaluate(() => {
      const inside = (el) => { const box = el.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; };
      return { said: inside(document.querySelector('#filter [role="status"]')), field: inside(document.getElementById('f-status')), row: document.querySelector('#list tbody tr').getBoundingClientRect().top };
    });
    check(`what was found is in sight at ${width}`, seen.said && seen.field && (width < 500 || seen.row < 700), JSON.stringify(seen));
    const see = page.locator('[data-act="see"]');
    if (await see.isVisible()) await see.click(); else await page.click('[data-act="more"]');
    await page.waitForTimeout(700);
    const row = await page.evaluate(() => document.querySelector('#list tbody tr').getBoundingClientRect().top);
    check(`and the rows, once the filters are closed, at ${width}`, row > 0 && row < 500, String(row));
  }
  await page.setViewportSize({ width: 1280, height: 900 });

  // The rows that the script makes are those of the page, in English too.
  for (const language of ['', 'en/']) {
    await open('', language);
    const cells = () => page.$$eval('#list tbody tr', (all) => all.map((r) => [...r.cells].map((c) => c.textContent.replace(/\s+/g, ' ').trim()).join(' | ')).sort());
    const drawn = await cells();
    await page.selectOption('#f-sort', 'han');
    await settled();
    same(`rows of ${language || 'the page'}`, await cells(), drawn);
  }

  // Search marks what is known from news alone.
  await page.goto(`${site.url}tim-kiem/index.html?q=phong+doc`);
  await page.waitForSelector('.hits a');
  const hits = await page.$$eval('.hits li', (all) => all.map((li) => li.textContent));
  check('search marks a task of the press', hits.some((t) => t.includes('Mở thêm phòng đọc') && t.includes('Nêu trên báo chí')), hits.join(' | '));

  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await open('?co-quan=so-b&trang-thai=overdue');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(`no sideways scrolling at ${width}`, wide <= 0, String(wide));
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    check(`axe at ${width}`, result.violations.length === 0, result.violations.map((v) => `${v.id} ${v.nodes.map((n) => n.target)}`).join(' '));
    if (shots) {
      await page.screenshot({ path: join(shots, `filter-${width}.png`), fullPage: true });
    }
  }
  check('a clean console', errors.length === 0, errors.join(' | '));

  await page.goto(pathToFileURL(join(root, 'nhiem-vu/index.html')).href);
  same('from a file: the whole table', await rows(), first);
  await page.click('[data-act="more"]');
  await choose('#f-status', 'overdue');
  await choose('#f-agency', 'so-b');
  same('from a file: filtered', await rows(), ['ke-hoach']);
  check('from a file: counted', (await choices('#f-status')).find((c) => c.value === 'overdue').count === 1);
  check('from a file: a clean console', errors.length === 0, errors.join(' | '));
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}

const bare = await chromium.launch(options);
try {
  const plain = await (await bare.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(`${site.url}nhiem-vu/index.html`);
  check('without a script: a whole table and the ready-made lists', !(await plain.isVisible('#filter')) && (await plain.locator('#list tbody tr').count()) === 9 && (await plain.locator('.lists a').count()) >= 4);
} finally {
  await bare.close();
  site.close();
}
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
