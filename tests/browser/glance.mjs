// What a reader sees in five seconds, measured on a built site in headless Chromium:
//   node glance.mjs SITE_ROOT [MOST]      (MOST: the heaviest and a spread of that many pages of each kind; by default every page)
// On a phone of 360 × 800: frame, first sentence, first bar, length of pages, one label with one number. Then colours of the bars
// in light and dark, boxes at the height that their code promises, paper of A4.
import { chromium } from 'playwright-core';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { serve } from './server.mjs';
import { contrast, distance, overlay, parse, seenBy } from './colours.mjs';

const root = resolve(process.argv[2]);
const most = Number(process.argv[3] ?? Infinity);
const SCREEN = { width: 360, height: 800 };
const LONGEST = 12 * SCREEN.height;
const A4 = { width: 718, height: 1000 };

/** Kinds that begin with how things stand, by their addresses. */
const FIRST = [
  ['overview', /^index\.html$/], ['tasks', /^nhiem-vu\/index\.html$/], ['task', /^nhiem-vu\/(?!danh-sach|trang)[^/]+\/index\.html$/],
  ['agency', /^co-quan\/[^/]+\/index\.html$/], ['meeting', /^phien-hop\/(?!co-quan|trang)[^/]+\/index\.html$/],
  ['document', /^van-ban\/[^/]+\/index\.html$/], ['topic', /^linh-vuc\/[^/]+\/index\.html$/], ['matrix', /^bao-cao\/[^/]+\/[^/]+\/index\.html$/],
];
const kind = (path) => FIRST.find(([, pattern]) => pattern.test(path.replace(/^en\//, '')))?.[0];

let passed = 0;
const failures = [];
const check = (name, good, detail = '') => {
  if (good) passed += 1;
  else { failures.push(name); console.log(`FAIL ${name}: ${detail}`); }
};

/** Names of families and labels in a language, for reading numbers beside them. */
async function names(language) {
  const text = await readFile(new URL(`../../themes/default/messages/${language}.ftl`, import.meta.url), 'utf8');
  return [...text.matchAll(/^(?:label|family)-[a-z-]+ = (.+)$/gm)].map((m) => m[1]);
}

/** Every page; of a large site the heaviest and a spread of each folder. */
async function pages() {
  const all = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.html')).sort();
  if (!Number.isFinite(most)) return all;
  const folders = new Map();
  for (const path of all) {
    const folder = path.split('/').slice(0, -2).join('/');
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  const chosen = [];
  for (const list of folders.values()) {
    const sized = await Promise.all(list.map(async (path) => [(await stat(join(root, path))).size, path]));
    sized.sort((a, b) => b[0] - a[0]);
    const step = Math.max(1, Math.floor(sized.length / most));
    chosen.push(...sized.filter((_, at) => at < most / 2 || at % step === 0).slice(0, most).map((s) => s[1]));
  }
  return chosen;
}

/** What a page says about itself; runs in the page. */
function look(names) {
  const number = (text) => Number(text.replace(/[.,\s\u00a0]/g, ''));
  const numbers = (text) => (text.match(/\d[\d.,\u00a0]*\d|\d/g) ?? []).map(number);
  const bottom = (el) => (el ? Math.round(el.getBoundingClientRect().bottom + scrollY) : null);
  const main = document.querySelector('main');
  const wrong = [];
  // One standing: sentence, bar, key.
  for (const standing of document.querySelectorAll('.standing')) {
    const counts = new Map([...standing.querySelectorAll('.key [data-family]')].map((li) => [li.dataset.family, number(li.querySelector('b').textContent)]));
    const segments = [...standing.querySelectorAll('svg.bar [class*="f-"]')];
    const total = [...counts.values()].reduce((a, b) => a + b, 0);
    for (const segment of segments) {
      const family = segment.classList.value.match(/f-(\w+)/)[1];
      if (Math.abs(parseFloat(segment.getAttribute('width')) - (100 * counts.get(family)) / total) > 0.02) wrong.push(`bar and key differ: ${family}`);
    }
    if (segments.length !== counts.size) wrong.push(`${segments.length} segments, ${counts.size} in the key`);
    const described = numbers(standing.querySelector('svg.bar desc')?.textContent.replace(/[^:;]*:/g, ' ') ?? '');
    if (String(described) !== String([...counts.values()])) wrong.push(`description ${described}, key ${[...counts.values()]}`);
    for (const li of standing.querySelectorAll('.key [data-family]')) {
      const inside = numbers(li.querySelector('small')?.textContent ?? '');
      if (inside.length && inside.reduce((a, b) => a + b, 0) !== counts.get(li.dataset.family)) wrong.push(`labels of ${li.dataset.family}: ${inside}`);
    }
    const [due, , overdue, unclear] = numbers(standing.querySelector('.answer').textContent);
    if (due !== undefined && unclear !== undefined) {
      if (overdue !== (counts.get('overdue') ?? 0)) wrong.push(`sentence says ${overdue} overdue, key ${counts.get('overdue') ?? 0}`);
      if (unclear !== (counts.get('unclear') ?? 0)) wrong.push(`sentence says ${unclear} unclear, key ${counts.get('unclear') ?? 0}`);
    }
  }
  // Wherever a label has a number, of the same unit: keys, chips, choices of filters. Rows and cards speak of something else.
  const unit = document.querySelector('.standing')?.dataset.unit;
  const said = new Map();
  for (const el of main.querySelectorAll('li, a, p, option, dd, label, summary')) {
    if (el.closest('table, .card, article, .sums, .tasks, .changes, .deadlines, .chart')) continue;
    const text = [...el.childNodes].filter((n) => n.nodeName !== 'SMALL' && n.nodeName !== 'UL').map((n) => n.textContent).join('').replace(/\s+/g, ' ').trim();
    const found = text.match(/^(\d[\d.,]*) (.+)$/) ?? text.match(/^(.+?):? \(?(\d[\d.,]*)\)?$/);
    if (!found) continue;
    const [count, name] = /^\d/.test(found[1]) ? [found[1], found[2]] : [found[2], found[1]];
    if (!names.includes(name)) continue;
    // Pictures over time count obligations, and say so in their titles.
    const key = `${el.closest('.figure') ? 'obligations' : el.closest('[data-unit]')?.dataset.unit ?? unit} ${name}`;
    said.set(key, (said.get(key) ?? new Set()).add(number(count)));
  }
  for (const [key, counts] of said) if (counts.size > 1) wrong.push(`${key}: ${[...counts].join(' and ')}`);
  for (const sums of document.querySelectorAll('.sums:has(.swatch)')) {
    const [total, ...parts] = [...sums.children].map((el) => numbers(el.textContent)[0]);
    if (parts.length && total !== parts.reduce((a, b) => a + b, 0)) wrong.push(`sums ${sums.textContent.trim()}`);
  }
  // A conclusion is as long as it is; its tasks stand in it.
  const text = [...document.querySelectorAll('.conclusion .cl, .prose')].filter((el) => !el.parentElement.closest('.cl, .prose'));
  return {
    wrong,
    frame: Math.round(main.getBoundingClientRect().top + scrollY) - (document.querySelector('.portal')?.offsetHeight ?? 0),
    answer: bottom(main.querySelector('.answer')),
    bar: bottom(main.querySelector('svg.bar[role=img], .course')),
    // A body without any obligation, a task of the press: nothing to draw.
    empty: !main.querySelector('.standing .key, .course'),
    moved: Boolean(document.querySelector('meta[http-equiv=refresh]')),
    row: Math.round((document.querySelector('#list tbody tr, #list .tasks li')?.getBoundingClientRect().top ?? 0) + scrollY),
    height: document.documentElement.scrollHeight - text.reduce((sum, el) => sum + el.offsetHeight, 0),
  };
}

/** Runs `work` over a list, a few pages of the browser at a time. */
async function over(list, work) {
  const queue = [...list];
  await Promise.all(Array.from({ length: 3 }, async () => {
    const page = await browser.newPage();
    while (queue.length) await work(page, queue.shift());
    await page.close();
  }));
}

/** Surfaces of the families as a bar has them, the colour that parts them, and what swatches and bars of the page really show. */
function surfaces(families) {
  const bar = document.querySelector('.standing svg.bar');
  const probe = document.createElement('i');
  probe.style.color = 'var(--surface)';
  document.body.append(probe);
  const gap = getComputedStyle(probe).color;
  const shown = (el) => { const s = getComputedStyle(el); return { fill: s.fill, opacity: s.fillOpacity, stroke: s.stroke, strokeWidth: parseFloat(s.strokeWidth) }; };
  const all = Object.fromEntries(families.map((code) => {
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    rect.setAttribute('class', `f f-${code}`);
    bar.append(rect);
    const seen = shown(rect);
    rect.remove();
    return [code, seen];
  }));
  const others = [...document.querySelectorAll('.swatch .f, svg.bar .f')].map((el) => ({ family: el.classList.value.match(/f-([\w-]+)/)[1], ...shown(el) }));
  return { all, others, gap };
}

const bare = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const browser = await bare.newContext({ viewport: SCREEN });
const site = await serve(root, '/');
const words = { vi: await names('vi'), en: await names('en') };
try {
  const list = await pages();
  const framed = list.filter((path) => !/(^|\/)nhung\/.+\/index\.html$/.test(path));
  let tallest = [0, ''];
  await over(framed, async (page, path) => {
    await page.goto(site.url + path, { waitUntil: 'load' });
    const seen = await page.evaluate(look, words[path.startsWith('en/') ? 'en' : 'vi']);
    if (seen.moved) return;
    check(`${path} frame`, seen.frame <= 112, `content begins at ${seen.frame}`);
    check(`${path} length`, seen.height <= LONGEST, `${seen.height} px, ${(seen.height / SCREEN.height).toFixed(1)} screens`);
    check(`${path} numbers`, seen.wrong.length === 0, seen.wrong.join(' | '));
    if (seen.height > tallest[0]) tallest = [seen.height, path];
    if (!kind(path)) return;
    check(`${path} sentence`, seen.answer !== null && seen.answer <= SCREEN.height, `ends at ${seen.answer}`);
    const may = ['agency', 'topic', 'tasks', 'overview'].includes(kind(path)) && seen.empty;
    check(`${path} bar`, may || (seen.bar !== null && seen.bar <= SCREEN.height), `ends at ${seen.bar}`);
    if (kind(path) === 'tasks') check(`${path} first row`, seen.row > 0 && seen.row <= 900, `begins at ${seen.row}`);
  });
  console.log(`${framed.length} pages, the tallest ${tallest[0]} px: ${tallest[1]}`);

  // The menu of a phone, with scripts and without.
  for (const javaScriptEnabled of [true, false]) {
    const phone = await (await bare.newContext({ viewport: SCREEN, javaScriptEnabled })).newPage();
    await phone.goto(`${site.url}index.html`, { waitUntil: 'load' });
    const name = `menu ${javaScriptEnabled ? 'with' : 'without'} scripts`;
    const link = phone.locator('#menu .menu a').first();
    const button = phone.locator('[popovertarget=menu]');
    const offered = [!(await link.isVisible())];
    await button.focus();
    await phone.keyboard.press('Enter');
    offered.push(await link.isVisible());
    await phone.keyboard.press('Tab');
    offered.push(await phone.evaluate(() => document.activeElement.closest('#menu') !== null));
    await phone.keyboard.press('Escape');
    offered.push(!(await link.isVisible()), await phone.evaluate(() => document.activeElement.getAttribute('popovertarget') === 'menu'));
    check(`${name}, by the keyboard`, offered.every(Boolean), String(offered));
    await button.click();
    check(`${name}, five entries`, (await phone.locator('#menu .menu a:visible').count()) === 5);
    await link.click();
    check(`${name}, by touch`, phone.url().endsWith('/nhiem-vu/index.html') || phone.url().endsWith('/nhiem-vu/'), phone.url());
  }

  const page = await browser.newPage();
  await page.setViewportSize({ width: 1280, height: SCREEN.height });
  await page.goto(`${site.url}nhiem-vu/index.html`, { waitUntil: 'load' });
  const wide = await page.evaluate(look, words.vi);
  check('first row on a desktop', wide.row > 0 && wide.row <= SCREEN.height, `begins at ${wide.row}`);

  const families = ['done', 'doing', 'overdue', 'unclear', 'undated', 'dropped'];
  const told = families.slice(0, 4);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    for (const path of ['index.html', 'nhiem-vu/index.html', 'co-quan/index.html', 'linh-vuc/index.html']) {
      if (!list.includes(path)) continue;
      await page.goto(site.url + path, { waitUntil: 'load' });
      if (!(await page.$('.standing svg.bar'))) continue;
      const seen = await page.evaluate(surfaces, families);
      const ground = parse(seen.gap);
      const name = `${path} ${colorScheme}`;
      for (const family of families) {
        const { fill, stroke, strokeWidth } = seen.all[family];
        const outline = stroke !== 'none' && strokeWidth ? contrast(parse(stroke), ground) : 0;
        const ratio = Math.max(contrast(overlay(parse(fill), ground), ground), outline);
        check(`${name} ${family} against the gap`, ratio >= 3, ratio.toFixed(2));
      }
      for (const [at, a] of told.entries()) for (const b of told.slice(at + 1)) {
        const [one, other] = [a, b].map((family) => overlay(parse(seen.all[family].fill), ground));
        const ratio = contrast(one, other);
        check(`${name} ${a} and ${b} in grey`, ratio >= 1.4, ratio.toFixed(2));
        for (const eye of ['protan', 'deutan', 'tritan']) {
          const apart = distance(seenBy(eye, one), seenBy(eye, other));
          check(`${name} ${a} and ${b} for ${eye}`, apart >= 10, apart.toFixed(1));
        }
      }
      const odd = seen.others.filter((o) => o.fill !== seen.all[o.family]?.fill).map((o) => `${o.family} ${o.fill}`);
      check(`${name} swatches and segments are one`, odd.length === 0, odd.join(' | '));
      for (const [at, a] of families.entries()) for (const b of families.slice(at + 1)) {
        const edge = [a, b].some((f) => seen.all[f].strokeWidth >= 1 && (seen.all[f].stroke === seen.gap || contrast(parse(seen.all[f].stroke), ground) >= 3));
        check(`${name} ${a} and ${b} are parted`, edge, `${seen.all[a].stroke} ${seen.all[b].stroke}`);
      }
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });

  // Boxes keep to the height that their code promises, however narrow; theirs are the words of the frame's title.
  for (const host of ['nhung/index.html', 'en/nhung/index.html'].filter((path) => list.includes(path))) {
    await page.goto(site.url + host, { waitUntil: 'load' });
    const codes = await page.evaluate(() => [...document.querySelectorAll('pre')].map((pre) => pre.textContent));
    const promised = codes.map((code) => ({
      box: code.match(/nhung\/([^"]+)\/"/)[1], height: Number(code.match(/height="(\d+)"/)[1]), title: code.match(/ title="([^"]+)"/)[1],
    }));
    for (const { box, height, title } of promised) {
      const folder = host.replace('index.html', '');
      const alike = box.startsWith('co-quan/') ? list.filter((path) => path.startsWith(`${folder}co-quan/`)) : [`${folder}${box}/index.html`];
      await over(alike, async (frame, path) => {
        for (const width of [300, 360, 600]) {
          await frame.setViewportSize({ width, height: 100 });
          await frame.goto(site.url + path, { waitUntil: 'load' });
          const seen = await frame.evaluate(() => ({
            height: document.documentElement.scrollHeight, wide: document.documentElement.scrollWidth - innerWidth,
            words: [...document.querySelectorAll('main > p:first-child, h1')].map((el) => el.textContent.trim()),
          }));
          check(`${path} at ${width}`, seen.height <= height && seen.wide <= 0, `${seen.height} px high, promised ${height}, ${seen.wide} too wide`);
          if (!box.startsWith('co-quan/')) check(`${path} says its title`, title === seen.words.join(': ').replaceAll('&', '&amp;'), `${title} / ${seen.words}`);
        }
      });
    }
  }

  // Paper: everything within the sheet.
  const sheets = framed.filter((path) => ['overview', 'tasks', 'matrix'].includes(kind(path)) || !kind(path));
  for (const name of ['task', 'agency', 'meeting', 'document', 'topic']) {
    const alike = framed.filter((path) => kind(path) === name);
    sheets.push(...alike.filter((_, at) => at % Math.ceil(alike.length / 12) === 0));
  }
  await over(sheets, async (paper, path) => {
    await paper.setViewportSize(A4);
    await paper.emulateMedia({ media: 'print' });
    await paper.goto(site.url + path, { waitUntil: 'load' });
    const out = await paper.evaluate((width) => [...document.querySelectorAll('body *')].filter((el) => {
      const box = el.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1) && getComputedStyle(el).visibility === 'visible' && !el.closest('.vh, .skip, svg');
    }).map((el) => `${el.tagName}.${el.className}`), A4.width);
    check(`${path} on paper`, out.length === 0, [...new Set(out)].slice(0, 5).join(' | '));
  });
} finally {
  await bare.close();
  site.close();
}
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
