// The search page. Loads the parts of the index that the words ask for, and the records of what is shown.
(() => {
  'use strict';
  const box = document.getElementById('search');
  if (!box) return;
  const { pieces, marked, load, question, say, number, day, badge } = globalThis.tiendo;
  const form = box.querySelector('form');
  const field = form.querySelector('input[name="q"]');
  const said = box.querySelector('[role="status"]');
  const shown = box.querySelector('.results');
  const index = document.querySelector('.az');
  const root = box.dataset.root;
  const base = `${root}tim-kiem/`;
  const tell = (text) => { said.textContent = text; };

  /** Results of a kind at first, and with each "more". */
  const FEW = { task: 10 };
  const few = (kind) => FEW[kind] ?? 5;
  const ORDER = ['agency', 'meeting', 'topic', 'task', 'clause', 'page'];
  const WEIGHTS = [1, 4, 5, 6];
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const VALUES = Object.fromEntries([...LETTERS].map((letter, n) => [letter, n]));
  /** Most files that the beginning of a word may ask for. */
  const MOST_PARTS = 4;

  let head = null;
  const heads = async () => {
    if (!head) {
      const found = await load(`${base}dau.js`);
      head = { ...found, names: new Set(found.parts), kindNames: found.kinds };
    }
    return head;
  };
  const fileOf = (name) => (name === '' ? '_' : [...name].map((c) => (/[a-z0-9]/.test(c) ? c : `_${c.codePointAt(0).toString(16)}`)).join(''));
  const part = (name) => load(`${base}tu/${fileOf(name)}.js`);

  /** The file that has a word, or would have it. */
  const holder = (names, folded) => {
    if (names.has(`${folded} `)) return `${folded} `;
    for (let n = folded.length; n >= 0; n -= 1) if (names.has(folded.slice(0, n))) return folded.slice(0, n);
    return null;
  };

  const each = (list, use) => {
    let at = 0, shift = 0, gap = 0;
    for (let n = 0; n < list.length; n += 1) {
      const value = VALUES[list[n]];
      gap += (value & 31) << shift;
      if (value & 32) { shift += 5; continue; }
      at += gap;
      use(at);
      shift = 0; gap = 0;
    }
  };

  /** Documents that have the word, with how much it says of them. */
  let tooShort = false;
  const lookup = async ({ folded, form: typed }, { begins, withMarks }) => {
    const { names, parts } = await heads();
    const scores = new Map();
    const note = (forms, word, share) => {
      for (const [form, ...lists] of forms) {
        const exact = withMarks && (form || word) === typed ? 3 : 0;
        lists.forEach((list, weight) => {
          const score = (WEIGHTS[weight] + exact) * share;
          each(list, (n) => { if ((scores.get(n) ?? 0) < score) scores.set(n, score); });
        });
      }
    };
    const own = holder(names, folded);
    const wanted = new Set(own === null ? [] : [own]);
    if (begins && folded.length > 1) {
      const below = parts.filter((name) => name.startsWith(folded) && name !== own);
      if (below.length <= MOST_PARTS) below.forEach((name) => wanted.add(name));
      else tooShort = true;
    } else if (begins) tooShort = true;
    const found = await Promise.all([...wanted].map(part));
    for (const words of found) {
      if (words[folded]) note(words[folded], folded, 1);
      if (!begins || folded.length < 2) continue;
      for (const word in words) if (word.length > folded.length && word.startsWith(folded)) note(words[word], word, 0.5);
    }
    return scores;
  };

  /** Documents with all words of a piece, or with the piece as a whole. */
  const ofPiece = async (piece, how) => {
    const last = piece.words.length - 1;
    const each = await Promise.all(piece.words.map((word, n) => lookup(word, { ...how, begins: how.begins && n === last })));
    const sums = new Map();
    for (const [n, score] of each[0]) {
      let sum = score;
      if (each.every((scores, at) => at === 0 || (scores.has(n) && (sum += scores.get(n), true)))) sums.set(n, sum);
    }
    if (piece.joined) {
      const whole = await lookup({ folded: piece.joined, form: piece.joined }, { ...how, withMarks: false });
      for (const [n, score] of whole) sums.set(n, Math.max(sums.get(n) ?? 0, (score + 2) * piece.words.length));
    }
    return sums;
  };

  /** All documents, best first, that have the most pieces of the question; whether that is all of them. */
  const find = async (text) => {
    const asked = pieces(text);
    tooShort = false;
    if (!asked.length) return null;
    const open = /[\p{Alphabetic}\p{M}\p{N}]$/u.test(text);
    const withMarks = asked.some((piece) => piece.words.some((w) => w.form !== w.folded));
    const lists = await Promise.all(asked.map((piece, n) => ofPiece(piece, { begins: open && n === asked.length - 1, withMarks })));
    const all = new Map();
    for (const list of lists) {
      for (const [n, score] of list) {
        const entry = all.get(n);
        if (entry) { entry.count += 1; entry.score += score; } else all.set(n, { n, count: 1, score });
      }
    }
    let most = 0;
    for (const entry of all.values()) if (entry.count > most) most = entry.count;
    const kinds = {};
    const { kindNames } = await heads();
    let total = 0;
    for (const entry of all.values()) {
      if (entry.count < most) continue;
      (kinds[kindNames[entry.n >>> 24]] ??= []).push(entry);
      total += 1;
    }
    for (const list of Object.values(kinds)) list.sort((a, b) => b.score - a.score || a.n - b.n);
    return { kinds, total, whole: most === asked.length, words: asked.flatMap((p, at) => p.words.map((w, n) => ({ ...w, begins: open && at === asked.length - 1 && n === p.words.length - 1 }))) };
  };

  const record = async (n) => {
    const { file } = await heads();
    const low = n & 0xffffff;
    const records = await load(`${base}muc/${n >>> 24}-${Math.floor(low / file)}.js`);
    return records[low % file];
  };

  const plain = (text) => pieces(text).flatMap((p) => p.words.map((w) => w.folded)).join(' ');

  /** The best of a kind with their records; those that have the question word for word come first. */
  const best = async (list, count, text) => {
    const some = list.slice(0, count + Math.min(count, 10));
    const records = await Promise.all(some.map((entry) => record(entry.n)));
    const phrase = plain(text);
    const rated = some.map((entry, n) => ({ ...entry, record: records[n] })).filter((entry) => entry.record);
    for (const entry of rated) {
      const [name, , beside = ''] = entry.record;
      if (plain(name) === phrase || plain(beside) === phrase) entry.score += 12;
      else if (` ${plain(name)} `.includes(` ${phrase}`)) entry.score += 6;
      else if (` ${plain(beside)} `.includes(` ${phrase}`)) entry.score += 3;
    }
    return rated.sort((a, b) => b.score - a.score || a.n - b.n).slice(0, count);
  };

  const hit = (kind, [name, address, beside = '', extra = '', translation = ''], matches) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    const [path, anchor] = address.split('#');
    link.href = `${root}${box.dataset.folder}${path.endsWith('/') || path === '' ? `${path}index.html` : path}${anchor ? `#${anchor}` : ''}`;
    const lang = document.documentElement.lang;
    const foreign = box.dataset.contentLang !== lang;
    // Translations of names are English.
    if (foreign && !translation) link.lang = box.dataset.contentLang;
    else if (foreign && lang !== 'en') link.lang = 'en';
    marked(link, (foreign && translation) || name, matches);
    item.append(link);
    const line = document.createElement('p');
    if (kind === 'task' && extra) line.append(badge(extra), ' ');
    const text = document.createElement('span');
    const clause = kind === 'clause' ? extra[lang] : '';
    const held = kind === 'meeting' && extra ? day(box, Date.parse(extra) / 864e5).text : '';
    if (foreign && beside) text.lang = box.dataset.contentLang;
    marked(text, [beside, held].filter(Boolean).join(', '), matches);
    if (text.textContent) line.append(text);
    // In the language of the page, whatever the language of the document.
    if (clause) line.append(text.textContent ? ', ' : '', clause);
    if (line.hasChildNodes()) item.append(line);
    return item;
  };

  let asked = 0;
  let counts = {};
  const run = async (text) => {
    const turn = (asked += 1);
    if (!text.trim()) {
      shown.replaceChildren();
      index.hidden = false;
      tell('');
      return;
    }
    try {
      const found = await find(text);
      if (turn !== asked) return;
      const groups = [];
      for (const kind of ORDER.filter((k) => found?.kinds[k])) {
        const list = found.kinds[kind];
        groups.push({ kind, list, top: await best(list, counts[kind] ?? few(kind), text) });
        if (turn !== asked) return;
      }
      groups.sort((a, b) => b.top[0].score - a.top[0].score || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
      const matches = (folded) => found.words.some((w) => folded === w.folded || (w.begins && w.folded.length > 1 && folded.startsWith(w.folded)));
      shown.replaceChildren(...groups.map(({ kind, list, top }) => {
        const section = document.createElement('section');
        const title = document.createElement('h2');
        title.id = `k-${kind}`;
        section.setAttribute('aria-labelledby', title.id);
        const count = document.createElement('small');
        count.textContent = number(list.length);
        title.append(say(box, `kind-${kind}`.replace(/-(\w)/g, (_, c) => c.toUpperCase())), ' ', count);
        const items = document.createElement('ol');
        items.className = 'hits';
        items.append(...top.map((entry) => hit(kind, entry.record, matches)));
        section.append(title, items);
        if (list.length > top.length) {
          const more = document.createElement('button');
          more.type = 'button';
          more.className = 'button';
          more.textContent = say(box, 'more', { kind: title.firstChild.textContent });
          more.addEventListener('click', async () => {
            const before = top.length;
            counts[kind] = before + 20;
            await run(text);
            document.querySelectorAll(`[aria-labelledby="k-${kind}"] .hits a`)[before]?.focus();
          });
          section.append(more);
        }
        return section;
      }));
      index.hidden = groups.length > 0;
      if (!groups.length) tell(say(box, tooShort ? 'short' : 'none', { query: text.trim() }));
      else tell(say(box, found.whole ? 'found' : 'partly', { n: number(found.total), query: text.trim() }, found.total));
    } catch (e) {
      if (turn !== asked) return;
      index.hidden = false;
      tell(say(box, 'failed'));
    }
  };

  const query = (text) => (text ? `?q=${encodeURIComponent(text)}` : '');
  const asAddressed = () => new URLSearchParams(question.read()).get('q') ?? '';
  const titleOf = document.title;
  const ask = (text, note) => {
    counts = {};
    if (note && text !== asAddressed()) question.keep(query(text), note);
    document.title = text ? `${text} – ${titleOf}` : titleOf;
    return run(text);
  };

  let waiting = 0;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(field.value.trimStart(), 'replaceState'), 180);
  });
  let sent = asAddressed();
  form.addEventListener('submit', (e) => {
    e.preventDefault();
    clearTimeout(waiting);
    // What was typed replaced the address; what is sent gets one of its own, so that "back" leads to the last.
    const text = field.value.trim();
    if (text !== sent) {
      question.keep(query(sent), 'replaceState');
      sent = text;
      ask(text, 'pushState');
    }
  });
  question.changed(() => { sent = asAddressed(); field.value = sent; ask(sent); });

  box.addEventListener('keydown', (e) => {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const links = [...shown.querySelectorAll('.hits a')];
    const at = links.indexOf(document.activeElement);
    const go = (to) => { e.preventDefault(); to?.focus(); };
    if (e.key === 'ArrowDown' && (at >= 0 || document.activeElement === field)) go(links[at + 1] ?? links[at]);
    else if (e.key === 'ArrowUp' && at >= 0) go(at === 0 ? field : links[at - 1]);
    else if (e.key === 'Escape' && at >= 0) go(field);
    else if (e.key === 'Home' && at >= 0) go(links[0]);
    else if (e.key === 'End' && at >= 0) go(links.at(-1));
  });

  field.value = sent;
  if (sent) ask(sent); else field.addEventListener('focus', () => { heads().catch(() => {}); }, { once: true });
})();
