// The table of agencies in headless Chromium: node sort.mjs SITE_ROOT
// Heads order it, by keyboard too, and say so; the field narrows it; without the script both are not there.
import { chromium } from 'playwright-core';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';

const address = `file://${resolve(process.argv[2])}/co-quan/index.html`;
const profile = await mkdtemp(join(tmpdir(), 'tiendo-browser-'));
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
let failed = 0;
const check = (what, ok, seen = '') => { if (!ok) { failed += 1; console.log(`FAIL ${what}: ${seen}`); } };
const open = (javaScriptEnabled, width) => chromium.launchPersistentContext(profile, { executablePath, args, javaScriptEnabled, viewport: { width, height: 800 } });
const rows = (page, cell) => page.$$eval('table[data-sortable] tbody tr:not([hidden])', (found, n) => found.map((row) => row.cells[n].innerText.trim()), cell);

for (const width of [360, 1280]) {
  const browser = await open(true, width);
  const page = await browser.newPage();
  await page.goto(address);
  const before = await rows(page, 0);
  const head = page.locator('table[data-sortable] >> nth=0').getByRole('columnheader', { name: 'Cơ quan' });
  const button = head.getByRole('button');
  const box = await button.boundingBox();
  check(`${width}: a head is a target`, box && box.height >= 24, JSON.stringify(box));
  await button.focus();
  await page.keyboard.press('Enter');
  const collator = new Intl.Collator('vi', { numeric: true });
  const sorted = [...before].sort(collator.compare);
  check(`${width}: by name`, JSON.stringify(await rows(page, 0)) === JSON.stringify(sorted), (await rows(page, 0)).slice(0, 5).join());
  check(`${width}: the head says so`, (await head.getAttribute('aria-sort')) === 'ascending');
  await page.keyboard.press('Enter');
  check(`${width}: the other way`, (await head.getAttribute('aria-sort')) === 'descending' && (await rows(page, 0))[0] === sorted.at(-1));
  await page.getByRole('columnheader', { name: 'Đầu việc' }).first().getByRole('button').click();
  const totals = (await rows(page, 2)).map((text) => Number.parseInt(text.replace(/\D/g, ''), 10));
  check(`${width}: most first`, totals.every((n, at) => at === 0 || n <= totals[at - 1]), totals.join());
  check(`${width}: one head says so`, (await head.getAttribute('aria-sort')) === null);
  await page.getByLabel('Tìm cơ quan').fill('tinh AN giang');
  check(`${width}: narrowed without marks`, (await rows(page, 0)).join() === 'Tỉnh An Giang', (await rows(page, 0)).join());
  await page.getByLabel('Tìm cơ quan').fill('zzz');
  check(`${width}: nothing found is said`, (await rows(page, 0)).length === 0 && /Không có/.test(await page.locator('.narrow [role=status]').innerText()));
  await page.getByLabel('Tìm cơ quan').fill('');
  check(`${width}: all come back`, (await rows(page, 0)).length === before.length);
  await browser.close();
}
const plain = await open(false, 1280);
const page = await plain.newPage();
await page.goto(address);
check('without a script heads are words', (await page.locator('thead button').count()) === 0 && !(await page.getByLabel('Tìm cơ quan').isVisible()));
check('without a script what is folded opens', await page.locator('#ended summary').click().then(() => page.locator('#ended li').first().isVisible()));
await plain.close();
await rm(profile, { recursive: true, force: true });
console.log(failed ? `${failed} failed` : 'the table of agencies is ordered and narrowed');
process.exit(failed ? 1 : 0);
