// Makes the pictures of the guides:   node docs/screenshots/guide.mjs TIENDO
// The pages are those of a site that `tiendo init` makes, with the notice of tests/guides read into it: the overview on a phone, a draft and a
// fault in the preview. Needs tests/browser/node_modules and Chromium.
import { createRequire } from 'node:module';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { small } from './small.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const { chromium } = createRequire(join(root, 'tests/browser/run.mjs'))('playwright-core');
const tiendo = resolve(process.argv[2]);

const work = await mkdtemp(join(tmpdir(), 'tiendo-guide-'));
const site = join(work, 'trang');
const run = (...args) => execFileSync(tiendo, args, { stdio: 'ignore' });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const painter = await browser.newPage();
let preview;

/** A page of the preview, at half its size where it is wide. */
async function picture(path, width, height, name, ready) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: width > 700 ? 0.7 : 1 });
  const page = await context.newPage();
  await page.goto(preview.url + path, { waitUntil: 'load' });
  await ready?.(page);
  await small(page, painter, join(here, `guide-${name}.png`));
  await context.close();
}

try {
  run('init', site);
  preview = spawn(tiendo, ['serve', '--site', site, '--port', '0', '--as-of', '2026-03-02']);
  preview.url = await new Promise((found) => {
    let told = '';
    preview.stderr.on('data', (text) => {
      told += text;
      const url = told.match(/http:\/\/127\.0\.0\.1:\d+\//);
      if (url) found(url[0]);
    });
  });
  await picture('', 360, 780, 'overview');
  run('import', join(root, 'tests/guides/thong-bao.docx'), '--accept', '--site', site);
  await picture('', 1100, 640, 'drafts', async (page) => {
    await page.getByRole('link', { name: 'Bản nháp' }).first().click();
    await page.locator('main h1').first().waitFor();
  });
  const tasks = join(site, 'content/tasks/2025-01-15-phien-hop-thu-nhat.yaml');
  await writeFile(tasks, (await readFile(tasks, 'utf8')).replace('[van-phong-thi-du] ', '[van-phong-thi-duu]'));
  await picture('', 1100, 420, 'fault', (page) => page.locator('[role=alert]').waitFor());
} finally {
  preview?.kill();
  await browser.close();
  await rm(work, { recursive: true, force: true });
}
