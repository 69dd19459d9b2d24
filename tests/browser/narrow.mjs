// Opens every page of a built site at 320 px, the width of WCAG 1.4.10, in headless Chromium:
//   node narrow.mjs SITE_ROOT
// Nothing scrolls sideways but what is made to (a wide table, code); what sticks out is named.
import { chromium } from 'playwright-core';
import { readdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { serve } from './server.mjs';

const root = resolve(process.argv[2]);
const pages = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.html')).sort();
const profile = await mkdtemp(join(tmpdir(), 'tiendo-browser-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, viewport: { width: 320, height: 800 },
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const site = await serve(root, '/');
let wide = 0;
try {
  const page = await browser.newPage();
  for (const path of pages) {
    await page.goto(site.url + path, { waitUntil: 'load' });
    await page.evaluate(() => document.querySelectorAll('details').forEach((el) => { el.open = true; }));
    const seen = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      out: [...document.querySelectorAll('body *')].filter((el) => el.getBoundingClientRect().right > innerWidth && !el.closest('.wide, .vh, pre')).map((el) => `${el.parentElement.tagName}.${el.parentElement.className} > ${el.tagName}.${el.className}`),
    }));
    if (seen.width <= 320) continue;
    wide += 1;
    console.log(`FAIL ${path}: ${seen.width} px wide: ${[...new Set(seen.out)].slice(0, 6).join(' | ')}`);
  }
} finally {
  await browser.close();
  site.close();
  await rm(profile, { recursive: true, force: true });
}
console.log(`${pages.length} pages at 320 px, ${wide} too wide`);
process.exit(wide || pages.length === 0 ? 1 : 0);
