// Makes the pictures and the list of this folder:
//   node docs/screenshots/make.mjs TIENDO [BEFORE]
// TIENDO is the program, which builds the sample site of this repository and the two looks of docs/looks. BEFORE is a site built by the
// version before the redesign; without it the pictures that are there stay. Needs tests/browser/node_modules and Chromium.
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../tests/browser/server.mjs';
import { small } from './small.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const { chromium } = createRequire(join(root, 'tests/browser/run.mjs'))('playwright-core');
const [tiendo, before] = process.argv.slice(2).map((path) => resolve(path));
const AS_OF = '2026-11-27';

const MEETING = 'phien-hop/2023-09-08-phien-hop-thu-nhat-to-cong-tac/index.html';
const LATE = 'nhiem-vu/de-an-cong-dich-vu-cong-quoc-gia/index.html';
const SILENT = 'nhiem-vu/bai-bo-gop-chung-chi/index.html';
const MONTHLY = 'nhiem-vu/hoi-dong-tu-van-bao-cao-hang-thang/index.html';
const GROUP = 'bao-cao/nhom/cac-bo-nganh/index.html';
/** What was found, what became of it, where to see it: page, width, and a place in the page before and after. */
const FOUND = [
  ['The overview began with counts of volume; how things stand came on the second screen.', 'One sentence and one bar first.', 'index.html', 360],
  ['One name had two numbers: 19 on the tile, 33 on the chip.', 'One name, one number on a page; measured.', 'nhiem-vu/index.html', 1280],
  ['A rate of 6 of 6 left out the 14 tasks past their date.', 'What fell due is told whole; percentages from 20 cases on.', 'index.html', 1280],
  ['Ten labels, four of them green.', 'Five families with the labels inside; six with what is no longer followed.', 'index.html', 1280, '.tally', '.standing'],
  ['Legends had other shapes and colours than the segments; small bars lost their patterns.', 'Swatches equal to the segments, patterns in every bar; contrast measured.', 'co-quan/index.html', 360, '.bar.mini', '.bar.mini'],
  ['English method and about pages were Vietnamese and did not say so.', 'Translated in the sample; elsewhere the page says so.', 'en/phuong-phap/index.html', 1280],
  ['Inherited obligations were listed twice on 39,000 px.', 'One row with its origins named; 20 rows, then more.', 'co-quan/an-giang/index.html', 360],
  ['The first task was at 2,104 px of a phone.', 'Filters behind one button, most urgent first.', 'nhiem-vu/index.html', 360],
  ['The words of the duty were far below who has to do it.', 'Quoted under the status, with the clause.', MONTHLY, 360],
  ['“Overdue” stood above “this does not mean that nothing was done”.', 'Red is for acknowledged delay alone; silence has its own word.', SILENT, 360],
  ['No day of completion; “overdue” said twice.', 'A line from given over due to done.', LATE, 1280],
  ['113 like cards, ended bodies between living ones.', 'A sortable table with a bar column, ended bodies folded.', 'co-quan/index.html', 360],
  ['“Qua hạn” read as a misprint; two near-twins in the menu.', 'Neither is left.', GROUP, 1280],
  ['A menu of eight in two rows.', 'Five entries; on phones behind one button.', 'index.html', 768],
  ['The stale notice stood above every title.', 'It is told beside the day of the numbers.', 'phien-hop/index.html', 360],
  ['Matrices spelt out every status; two columns on a phone.', 'Icons with a key; on phones one row an agency.', GROUP, 360, 'table', '.matrix'],
  ['A recurring duty was 13 like cards.', 'A strip of its periods.', MONTHLY, 360, '#h-periods', '#h-periods'],
  ['The calendar opened in the first year.', 'Today first, the past folded.', 'lich/index.html', 360],
  ['Side cards tore holes into the conclusion.', 'Tasks stand below their clause.', MEETING, 1280, '.conclusion', '.conclusion'],
  ['1,000 px empty beside the changes.', 'Two columns of like length.', 'index.html', 1280, 800, 800],
  ['Charts without axis and key, labels on every other bar.', 'A takeaway as title, axis, key; or no chart.', 'index.html', 1280, '.figure', '.figure'],
  ['Filters clipped on a phone.', 'One column, nothing clipped.', 'nhiem-vu/index.html', 360, '.filter', '.filter'],
  ['Brackets and numbers of clauses were broken apart.', 'No-break spaces; low rows.', 'nhiem-vu/index.html', 360, '#list', '#list'],
  ['On paper, lines of clauses stood in the margin and cards were split.', 'Marks in place, nothing cut.', MEETING, 718, '.conclusion', '.conclusion', 'print'],
  ['A box was higher than its code said and named no programme.', 'It keeps to its height; its title says whose numbers they are.', 'nhung/tong-hop/index.html', 360],
];

/** One picture of a page from a place on: a number of pixels or a selector. */
async function picture(site, path, width, place, media, file) {
  // Wide pages at half their size.
  const context = await browser.newContext({ viewport: { width, height: width > 700 ? 900 : 800 }, deviceScaleFactor: width > 700 ? 0.6 : 1 });
  const page = await context.newPage();
  if (media) await page.emulateMedia({ media });
  await page.goto(site.url + path, { waitUntil: 'load' });
  // What is behind a button of the script.
  const button = page.locator(`main ${place} [aria-expanded=false]`).first();
  if (place === '.filter' && (await button.isVisible())) await button.click();
  await page.evaluate((to) => {
    const el = typeof to === 'string' ? document.querySelector(`main ${to}`) : null;
    for (let at = el; at; at = at.parentElement) if (at.nodeName === 'DETAILS') at.open = true;
    scrollTo({ top: el ? el.getBoundingClientRect().top + scrollY - 16 : to || 0, behavior: 'instant' });
  }, place ?? 0);
  await page.waitForTimeout(200);
  await small(page, painter, file);
  await context.close();
}

const work = await mkdtemp(join(tmpdir(), 'tiendo-pictures-'));
const build = (site, output) => {
  execFileSync(tiendo, ['build', '--quiet', '--site', site, '--output', join(work, output), '--as-of', AS_OF, '--base-url', '']);
  return serve(join(work, output), '/');
};
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const painter = await browser.newPage();
try {
  const after = await build(root, 'after');
  const old = before ? await serve(before, '/') : null;
  const rows = [];
  for (const [at, [found, now, path, width, from, to, media]] of FOUND.entries()) {
    const name = (when) => `${when}-${at + 1}-${width}.png`;
    if (old) await picture(old, path, width, from, media, join(here, name('before')));
    await picture(after, path, width, to, media, join(here, name('after')));
    rows.push(`| ${at + 1} | ${found} | ${now} | ![](${name('before')}) | ![](${name('after')}) |`);
  }
  old?.close();
  await picture(after, 'index.html', 360, 0, null, join(here, 'home-360.png'));
  await picture(after, 'tim-kiem/index.html?q=thu+tuc', 1280, 0, null, join(here, 'find-1280.png'));
  after.close();
  for (const look of ['bo', 'tinh']) {
    const site = join(work, look);
    await cp(join(root, 'content'), join(site, 'content'), { recursive: true });
    await cp(join(root, 'docs/looks', look), join(site, 'themes', look), { recursive: true });
    const settings = join(site, 'content/site.yaml');
    await writeFile(settings, (await readFile(settings, 'utf8')).replace(/^theme: .*$/m, `theme: ${look}`));
    const shown = await build(site, `${look}-site`);
    await picture(shown, 'index.html', 1280, 0, null, join(here, `look-${look}.png`));
    shown.close();
  }
  await writeFile(join(here, 'README.md'), `# Screenshots

The sample site before and after its pages were redone: how things stand comes first, five families of status, a menu of five. \`make.mjs\` takes
the pictures and writes this list.

| | found | what became of it | before | after |
|---|---|---|---|---|
${rows.join('\n')}
`);
} finally {
  await browser.close();
  await rm(work, { recursive: true, force: true });
}
