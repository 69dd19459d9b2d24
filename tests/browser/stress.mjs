// Writes an invented site that is large and odd, for looking at and measuring:
//   node stress.mjs FOLDER [TASKS]        (22000 by default; 0 gives a site without any task)
// Everything in it is fiction: agencies of a country that does not exist, made-up syllables among office words. Agencies
// have names of sixty characters, some titles four hundred words, one task two hundred reports, one agency no task.
// The same folder comes out every time.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = process.argv[2];
const tasks = Number(process.argv[3] ?? 22000);
// Clauses are numbered below a hundred, as in notices.
const MEETINGS = Math.max(1, Math.ceil(tasks / 92));
const AGENCIES = 160;

let seed = 20260101;
const random = () => {
  seed = (Math.imul(seed ^ (seed >>> 15), 2246822519) + 3266489917) >>> 0;
  return ((seed ^ (seed >>> 13)) >>> 0) / 4294967296;
};
const pick = (list) => list[Math.floor(random() * list.length)];
/** The first words of a list far more often than the last, as in any language. */
const often = (list) => list[Math.floor(list.length * random() ** 2.2)];

const INITIALS = ['b', 'ch', 'd', 'đ', 'g', 'gi', 'h', 'kh', 'l', 'm', 'n', 'ng', 'nh', 'ph', 'qu', 'r', 's', 't', 'th', 'tr', 'v', 'x'];
const RIMES = ['ang', 'ành', 'áo', 'ăm', 'ân', 'ấp', 'ầu', 'ẻ', 'én', 'ê', 'ếch', 'iêm', 'iết', 'in', 'ô', 'ông', 'ổi', 'ơn', 'ợp', 'ua', 'uân', 'úc', 'ương', 'ước', 'ứng', 'oà', 'òa', 'oan', 'uyên', 'uỷ', 'ủy', 'ý'];
const SYLLABLES = INITIALS.flatMap((a) => RIMES.map((b) => a + b));
const OFFICE = ('rà soát|hoàn thiện|thủ tục hành chính|dịch vụ công trực tuyến|cơ sở dữ liệu|báo cáo|tổng hợp|đề xuất|phương án|cắt giảm|đơn giản hóa|quy trình nội bộ|kết nối|chia sẻ dữ liệu|'
  + 'đánh giá|mức độ hài lòng|người dân|doanh nghiệp|cán bộ|công chức|một cửa|liên thông|số hóa|hồ sơ|kết quả giải quyết|công bố|công khai|niêm yết|phân cấp|ủy quyền|hạ tầng|nền tảng số|'
  + 'định kỳ hằng tháng|hằng quý|trước ngày|kiểm tra|đôn đốc|hướng dẫn|tập huấn|tuyên truyền|sơ kết|tổng kết|kế hoạch|quyết định|nghị định|thông tư|văn bản quy phạm pháp luật|TTHC|CCHC|CNTT|'
  + 'trên phạm vi cả nước|tại địa phương|theo quy định|bảo đảm tiến độ|chất lượng|hiệu quả|chi phí tuân thủ|thời gian giải quyết|cấp tỉnh|cấp xã|cải cách|chuyển đổi số|định danh điện tử|thanh toán trực tuyến').split('|');
const phrase = (words) => {
  const out = [];
  while (out.join(' ').split(' ').length < words) out.push(random() < 0.72 ? often(OFFICE) : `${pick(SYLLABLES)} ${pick(SYLLABLES)}`);
  const text = out.join(' ');
  return text[0].toUpperCase() + text.slice(1);
};
const capital = (text) => text[0].toUpperCase() + text.slice(1);
const quoted = (text) => JSON.stringify(text);
const day = (n) => new Date(Date.UTC(2018, 0, 1) + n * 864e5).toISOString().slice(0, 10);

const files = new Map();
const put = (path, text) => files.set(path, text);

put('site.yaml', `title: Trang giả lập của một nước không có thật
operator: Văn phòng giả lập
language: vi
languages: [en]
unreported: overdue
topics:
${Array.from({ length: 24 }, (_, n) => `  - {id: linh-vuc-${n}, name: ${quoted(`Lĩnh vực ${phrase(4).toLowerCase()}`)}}`).join('\n')}
`);
const names = Array.from({ length: AGENCIES }, (_, n) => {
  let name = `${pick(['Bộ', 'Ủy ban nhân dân tỉnh', 'Cục', 'Sở', 'Ban'])} ${capital(pick(SYLLABLES))} ${capital(pick(SYLLABLES))}`;
  while (name.length < 60) name += ` ${capital(pick(SYLLABLES))}`;
  return { id: `cq-${n}`, name: name.slice(0, 60).trim(), kind: n < 30 ? 'ministry' : 'province' };
});
put('agencies/tat-ca.yaml', `agencies:
${names.map((a, n) => `  - {id: ${a.id}, name: ${quoted(a.name)}, short: CQ ${n}, kind: ${a.kind}}`).join('\n')}
  - {id: cq-khong-viec, name: Cơ quan chưa được giao việc nào, kind: other}
groups:
  - id: cac-tinh
    name: Tất cả các tỉnh của nước giả lập
    members: [${names.slice(30, 93).map((a) => `{agency: ${a.id}}`).join(', ')}]
`);

let made = 0;
for (let m = 0; m < MEETINGS; m += 1) {
  const held = Math.floor((m * 2900) / MEETINGS);
  const share = Math.floor((tasks * (m + 1)) / MEETINGS) - Math.floor((tasks * m) / MEETINGS);
  const id = `hop-${String(m).padStart(4, '0')}`;
  const clauses = Array.from({ length: share }, (_, n) => `${n + 1}. ${phrase(18 + Math.floor(random() * 30))}.`);
  put(`meetings/${id}.md`, `---
title: ${quoted(`Phiên họp giả lập thứ ${m + 1} về ${phrase(8).toLowerCase()}`)}
held: ${day(held)}
documents:
  - {kind: Thông báo kết luận, number: ${m + 1}/TB-VPGL, issued: ${day(held + 5)}}
---

${clauses.join('\n\n') || 'Chưa giao việc nào.'}
`);
  if (!share) continue;
  const list = clauses.map((_, n) => {
    const number = (made += 1);
    const words = number % 5000 === 7 ? 400 : 8 + Math.floor(random() * 28);
    const lead = number % 97 === 0 ? 'cac-tinh' : pick(names).id;
    const helpers = Array.from({ length: Math.floor(random() * 3) }, () => pick(names).id).filter((h, at, all) => h !== lead && all.indexOf(h) === at);
    const lines = [`  - id: nv-${number}`, `    title: ${quoted(phrase(words))}`, `    clause: "${n + 1}"`, `    lead: [${lead}]`];
    if (helpers.length) lines.push(`    coordinators: [${helpers.join(', ')}]`);
    if (random() < 0.7) lines.push(`    due: {before: ${day(held + 40 + Math.floor(random() * 700))}}`);
    else if (random() < 0.3) lines.push('    due: {continuous: true}');
    lines.push(`    topics: [linh-vuc-${Math.floor(random() * 24)}]`);
    const reports = number === 12 ? 200 : random() < 0.6 ? 1 + Math.floor(random() * 2) : 0;
    if (reports) {
      lines.push('    updates:');
      for (let r = 0; r < reports; r += 1) {
        const last = r === reports - 1 && random() < 0.8 && number !== 12;
        lines.push(`      - {date: ${day(held + 20 + r * 2)}, ${lead === 'cac-tinh' ? '' : `agency: ${lead}, `}progress: ${last ? 'completed' : 'in-progress'}, note: ${quoted(phrase(10))}}`);
      }
    }
    return lines.join('\n');
  });
  put(`tasks/${id}.yaml`, `document: ${id}\ntasks:\n${list.join('\n')}\n`);
}

for (const [path, text] of files) {
  const file = join(folder, 'content', path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, text);
}
console.log(`${files.size} files, ${made} tasks`);
