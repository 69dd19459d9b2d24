// A plain static server for the tests: one folder under one prefix, with the strict policy of docs/deploy.md.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, extname, normalize } from 'node:path';

export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'";

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml', '.xml': 'application/xml', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8',
  '.ico': 'image/x-icon', '.png': 'image/png',
};

/** Serves `root` under `prefix` (starts and ends with `/`) on loopback; resolves to {url, close}. */
export function serve(root, prefix) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    response.setHeader('Content-Security-Policy', POLICY);
    let file = path.startsWith(prefix) ? normalize(path.slice(prefix.length)) : null;
    if (file !== null && (file === '.' || file.endsWith('/'))) file = join(file, 'index.html');
    try {
      if (file === null || file.startsWith('..')) throw new Error('outside');
      const body = await readFile(join(root, file));
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.setHeader('Content-Type', TYPES['.html']);
      response.end(await readFile(join(root, '404.html')).catch(() => 'not found'));
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const origin = `http://127.0.0.1:${server.address().port}`;
      resolve({ url: origin + encodeURI(prefix), close: () => server.close() });
    });
  });
}
