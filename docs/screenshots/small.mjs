// Small pictures of pages.
import { writeFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';

/** A screenshot as an indexed PNG: pages have few colours, so this is a third of the size. `painter` is an empty page. */
export async function small(page, painter, file) {
  const shot = (await page.screenshot()).toString('base64');
  const { width, height, indices, palette } = await painter.evaluate(async (png) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, image.width, image.height);
    const counts = new Map();
    const key = (at) => ((data[at] >> 3) << 10) | ((data[at + 1] >> 3) << 5) | (data[at + 2] >> 3);
    for (let at = 0; at < data.length; at += 4) {
      const seen = counts.get(key(at)) ?? counts.set(key(at), [0, data[at], data[at + 1], data[at + 2]]).get(key(at));
      seen[0] += 1;
    }
    const palette = [...counts.values()].sort((a, b) => b[0] - a[0]).slice(0, 48).map((c) => c.slice(1));
    const nearest = new Map();
    const indices = new Uint8Array(data.length / 4);
    for (let at = 0; at < data.length; at += 4) {
      const k = key(at);
      if (!nearest.has(k)) {
        const far = (c) => (c[0] - data[at]) ** 2 + (c[1] - data[at + 1]) ** 2 + (c[2] - data[at + 2]) ** 2;
        nearest.set(k, palette.reduce((best, c, n) => (far(c) < far(palette[best]) ? n : best), 0));
      }
      indices[at / 4] = nearest.get(k);
    }
    // As text: an array of numbers takes the browser seconds to hand over.
    return { width: image.width, height: image.height, indices: indices.reduce((text, n) => text + String.fromCharCode(n), ''), palette };
  }, shot);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.write(indices.slice(y * width, (y + 1) * width), y * (width + 1) + 1, 'latin1');
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const parts = [['IHDR', header], ['PLTE', Buffer.from(palette.flat())], ['IDAT', deflateSync(rows, { level: 9 })], ['IEND', Buffer.alloc(0)]];
  await writeFile(file, Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts.map(chunk)]));
}
const CRC = Array.from({ length: 256 }, (_, n) => Array.from({ length: 8 }).reduce((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n));
function chunk([name, data]) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE((body.reduce((c, byte) => CRC[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0);
  return Buffer.concat([size, body, sum]);
}
