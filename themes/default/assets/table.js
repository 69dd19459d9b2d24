// The table of all tasks: filters and orders in the browser, from parts that the build writes. The plain table of the
// page stays until something is asked for, and comes back when nothing is.
(() => {
  'use strict';
  const form = document.getElementById('filter');
  const table = document.querySelector('#list table');
  if (!form || !table) return;
  const { load, question, pause, say, number, day, badge, choose, partIn, dayOf } = globalThis.tiendo;
  const root = form.dataset.root;
  const pages = `${root}${form.dataset.folder}`;
  const lang = document.documentElement.lang;
  const contentLang = form.dataset.contentLang === lang ? null : form.dataset.contentLang;
  const said = form.querySelector('[role="status"]');
  const act = (name) => form.querySelector(`[data-act="${name}"]`);
  const [more, see, clear] = [act('more'), act('see'), form.querySelector('[type="reset"]')];
  const panel = document.getElementById('f-more');
  const chips = form.querySelector('.chips');
  const own = form.querySelector('.own');
  const list = document.getElementById('list');
  const body = table.tBodies[0];
  const plain = { rows: [...body.rows], caption: table.caption.textContent };
  const pagers = [...document.querySelectorAll('.pager')];
  const heads = [...table.tHead.rows[0].cells];
  const labels = heads.map((cell) => cell.textContent);
  const SORTS = ['ten', 'trang-thai', 'han', 'chu-tri', 'nguon'];
  const FIELDS = ['q', 'trang-thai', 'co-quan', 'vai', 'bao-cao', 'nam', 'linh-vuc', 'van-ban', 'tu', 'den', 'xep'];
  const ROWS = 50;
  const PRINTED = 2000;

  // ---- data ----
  let data = null;
  /** The numbers of all tasks, put together from their parts. */
  const numbers = () => (data ??= (async () => {
    const head = await load(`${root}nhiem-vu/bang/dau.js`);
    const count = Math.ceil(head.tasks / head.rows);
    const parts = await Promise.all(Array.from({ length: count }, (_, n) => load(`${root}nhiem-vu/bang/so-${n}.js`)));
    const columns = {};
    for (const name of Object.keys(parts[0] ?? {})) {
      columns[name] = [];
      for (const part of parts) columns[name] = columns[name].concat(part[name]);
      await pause();
    }
    const pressing = [];
    head.pressing.forEach((label, place) => { pressing[label] = place; });
    return { ...head, columns, pressing, text: (file) => load(`${root}nhiem-vu/bang/chu-${file}.js`), folded: [] };
  })().catch((e) => { data = null; throw e; }));

  /** Texts of one task; its part must have been fetched. */
  const textOf = async (d, task) => {
    const part = await d.text(Math.floor(task / d.texts));
    const at = task % d.texts;
    return { id: part.id[at], title: part.title[at], wording: part.wording[at], terms: part.terms[lang][at], clause: part.clause[at], cited: part.cited[lang][at], anchor: part.anchor[at], urgency: part.urgency[at], translation: part.title_en?.[at] };
  };
  const partsOfTexts = (d) => Math.ceil(d.tasks / d.texts);

  // ---- state ----
  const read = () => {
    const given = new URLSearchParams(question.read());
    const state = Object.fromEntries(FIELDS.map((name) => [name, given.get(name) ?? '']));
    if (state.xep === 'trang-thai') state.xep = '';
    state.trang = Math.max(1, Number.parseInt(given.get('trang') ?? '1', 10) || 1);
    return state;
  };
  const asked = (state) => FIELDS.some((name) => state[name]);
  const queryOf = (state) => {
    const given = new URLSearchParams();
    for (const name of FIELDS) if (state[name]) given.set(name, state[name]);
    if (state.trang > 1) given.set('trang', state.trang);
    const query = given.toString();
    return query && `?${query}`;
  };
  const fromForm = () => Object.fromEntries([...FIELDS.map((name) => [name, (form.elements[name]?.value ?? '').trim()]), ['trang', 1]]);
  const toForm = (state) => FIELDS.forEach((name) => { if (form.elements[name]) form.elements[name].value = state[name]; });

  // ---- order ----
  /** Sorts in runs and merges them, with pauses: comparing twenty thousand names takes longer than a frame. */
  const sorted = async (rows, compare) => {
    let runs = [];
    for (let at = 0; at < rows.length; at += 1500) {
      runs.push(rows.slice(at, at + 1500).sort(compare));
      await pause();
    }
    while (runs.length > 1) {
      const next = [];
      for (let at = 0; at < runs.length; at += 2) {
        const [a, b = []] = [runs[at], runs[at + 1]];
        const merged = [];
        let i = 0, j = 0;
        while (i < a.length || j < b.length) {
          merged.push(j >= b.length || (i < a.length && compare(a[i], b[j]) <= 0) ? a[i++] : b[j++]);
          if (merged.length % 3000 === 0) await pause();
        }
        next.push(merged);
      }
      runs = next;
    }
    return runs[0] ?? [];
  };

  const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
  const places = new Map();
  const OTHER = '\u0002';
  /** The place of a letter in the Vietnamese alphabet, tones left out; spaces come before it. */
  const placeOf = (letter) => {
    let place = places.get(letter);
    if (place === undefined) {
      const bare = letter.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC');
      const at = ALPHABET.indexOf(bare);
      place = at >= 0 ? String.fromCharCode(100 + at) : letter === ' ' ? '\u0001' : OTHER;
      places.set(letter, place);
    }
    return place;
  };
  /** How a name begins, for comparing fast, up to its first number or mark: those only the collator knows to place. */
  const keyOf = (name) => {
    let key = '';
    for (const letter of name.slice(0, 40).toLowerCase()) {
      const place = placeOf(letter);
      if (place === OTHER) break;
      key += place;
    }
    return key;
  };

  const ranks = (names) => {
    const collator = new Intl.Collator(contentLang ?? lang, { numeric: true });
    const order = names.map((_, n) => n).sort((a, b) => collator.compare(names[a], names[b]));
    const rank = [];
    order.forEach((n, place) => { rank[n] = place; });
    return rank;
  };

  /** By label, then by last day: the order in which the build writes the table. */
  const NEVER = 9e6;
  const pressing = (d, n, part) => d.pressing[part.label] * 1e7 + (d.columns.due[n] ?? NEVER);

  const ordered = async (d, rows, sort, partOf) => {
    const down = sort.startsWith('-');
    const by = down ? sort.slice(1) : sort;
    const { columns: c, sets } = d;
    let key;
    if (by === 'han') key = (n) => c.due[n] ?? (down ? -1e9 : 1e9);
    else if (by === '' || by === 'trang-thai') key = (n) => pressing(d, n, partOf(n));
    else if (by === 'nguon') key = (n) => sets[c.documents[n]][0] ?? 1e9;
    else if (by === 'chu-tri') {
      const rank = ranks(d.parties.map((p) => p[2] || p[1]));
      key = (n) => rank[sets[c.lead[n]][0]] ?? 1e9;
    } else if (by === 'ten') {
      const titles = [];
      for (let part = 0; part < partsOfTexts(d); part += 1) titles.push((await d.text(part)).title);
      const collator = new Intl.Collator(contentLang ?? lang, { numeric: true });
      const title = (n) => titles[Math.floor(n / d.texts)][n % d.texts];
      const keys = [];
      for (let at = 0; at < rows.length; at += 2000) {
        for (const n of rows.slice(at, at + 2000)) keys[n] = keyOf(title(n));
        await pause();
      }
      const compare = (a, b) => {
        const [x, y] = [keys[a], keys[b]];
        if (x.startsWith(y) || y.startsWith(x)) return collator.compare(title(a), title(b));
        return x < y ? -1 : 1;
      };
      return sorted(rows, (a, b) => (down ? -1 : 1) * compare(a, b) || a - b);
    } else return rows;
    const keys = rows.map((n) => [key(n), n]);
    await pause();
    keys.sort((a, b) => (down ? b[0] - a[0] : a[0] - b[0]) || a[1] - b[1]);
    return keys.map((k) => k[1]);
  };

  // ---- rows ----
  const make = (tag, className, ...inside) => {
    const el = document.createElement(tag);
    if (className) el.className = className;
    el.append(...inside);
    return el;
  };
  const link = (href, text, translation) => {
    // Translations of names are English.
    const a = make('a', '', (contentLang && translation) || text);
    a.href = href;
    if (contentLang && !translation) a.lang = contentLang;
    else if (contentLang && lang !== 'en') a.lang = 'en';
    return a;
  };
  const date = (n) => {
    const { iso, text } = day(form, n);
    const time = make('time', '', text);
    time.dateTime = iso;
    return time;
  };
  const small = (...inside) => make('small', '', ...inside);
  /** Days late or left; of one holder's share among several counted from the deadline that they have in common. */
  const daysOf = (d, n, part, code) => {
    const due = d.columns.due[n];
    if (!part.held || !d.columns.obligations[n]) return d.columns.days[n];
    return due === null || code === 'completed-late' ? null : Math.abs(due - d.as_of);
  };
  const detail = (d, n, part) => {
    const code = d.labels[part.label];
    const days = daysOf(d, n, part, code);
    if (days === null) return '';
    if (code === 'completed-late' || code === 'overdue') return say(form, 'late', { n: number(days) }, days);
    if (code === 'due-soon' && days === 0) return say(form, 'today');
    if (code === 'in-time' || code === 'due-soon') return say(form, 'left', { n: number(days) }, days);
    return '';
  };
  /** A document in the page's language. */
  const nameOf = ([, , names]) => names[lang] ?? Object.values(names)[0];
  const leads = (d, n) => d.sets[d.columns.lead[n]].map((p) => d.parties[p]);

  const row = async (d, n, part) => {
    const t = await textOf(d, n);
    const c = d.columns;
    const name = make('th', '', link(`${pages}nhiem-vu/${t.id}/index.html`, t.title, t.translation));
    name.scope = 'row';
    const cells = [make('td', ''), make('td', ''), make('td', ''), make('td', '')];
    cells[0].append(badge(d.labels[part.label]));
    const days = detail(d, n, part);
    if (days) cells[0].append(' ', small(days));
    const shared = part.held && c.obligations[n];
    if (c.percent[n] !== null && !shared) cells[0].append(' ', small(say(form, 'percent', { n: number(c.percent[n]) })));
    const due = c.due[n];
    if (due !== null) {
      cells[1].dataset.label = say(form, 'due');
      cells[1].append(date(due));
    } else if (t.wording) {
      const wording = make('span', '', t.wording);
      if (contentLang) wording.lang = contentLang;
      cells[1].append(wording);
    } else cells[1].append(t.terms || make('span', 'dim', say(form, 'noDue')));
    if (t.terms && (due !== null || t.wording)) cells[1].append(' ', small(t.terms));
    if (t.urgency) {
      const urgency = small(t.urgency);
      if (contentLang) urgency.lang = contentLang;
      cells[1].append(' ', urgency);
    }
    const named = leads(d, n);
    named.slice(0, 2).forEach(([id, full, short, translation], at) => {
      if (at) cells[2].append('; ');
      cells[2].append(link(`${pages}co-quan/${id}/index.html`, contentLang ? full : short || full, translation));
    });
    if (named.length > 2) cells[2].append(' ', small(say(form, 'more', { n: number(named.length - 2) })));
    if (c.obligations[n]) cells[2].append(' ', small(say(form, 'obligations', { n: number(c.obligations[n]) }, c.obligations[n])));
    const document = d.documents[d.sets[c.documents[n]][0]];
    if (document) {
      const source = link(`${pages}${document[1]}index.html${t.anchor ? `#${t.anchor}` : ''}`, nameOf(document));
      source.removeAttribute('lang');
      cells[3].append(source);
      if (t.cited) cells[3].append(' ', small(t.cited));
    }
    return make('tr', '', name, ...cells);
  };

  // ---- the page ----
  const pager = list.querySelector('.more-pages');
  const [back, forward] = pager.querySelectorAll('button');
  const where = pager.querySelector('span');
  let current = { rows: null, state: read(), data: null };

  const sortOf = (state) => ({ by: state.xep.replace(/^-/, '') || 'trang-thai', down: state.xep.startsWith('-') });
  const showSort = (state) => {
    const { by, down } = sortOf(state);
    heads.forEach((cell, at) => {
      if (SORTS[at] === by) cell.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    });
  };

  // ---- what is asked for, in words ----
  const fields = () => FIELDS.map((name) => form.elements[name]).filter((field) => field.value);
  const valueOf = (field) => {
    if (field.type === 'date') return day(form, dayOf(field.value)).text;
    const [option] = field.selectedOptions ?? [];
    return option ? option.dataset.text ?? option.textContent : field.value;
  };
  const inWords = (field) => say(form, 'chip', { name: field.labels[0].textContent, text: valueOf(field) });
  const MORE = more.textContent;
  /** The number of filters on their button; each of them beside what was found, to be dropped by a press. */
  const summarize = () => {
    const inside = fields().filter((field) => panel.contains(field));
    more.textContent = inside.length ? say(form, 'option', { text: MORE, n: number(inside.length) }) : MORE;
    chips.replaceChildren(...inside.map((field) => {
      const chip = make('button', 'button', inWords(field));
      chip.type = 'button';
      chip.setAttribute('aria-label', say(form, 'drop', { text: chip.textContent }));
      chip.addEventListener('click', () => {
        field.value = '';
        more.focus();
        go(fromForm(), 'pushState');
      });
      return make('li', '', chip);
    }));
  };
  const unfold = (open) => {
    panel.hidden = !open;
    see.hidden = !open;
    more.setAttribute('aria-expanded', open);
  };
  more.addEventListener('click', () => {
    unfold(panel.hidden);
    // What a filter changes is to be seen while it is chosen.
    if (!panel.hidden && list.getBoundingClientRect().top > innerHeight * 0.75) form.scrollIntoView();
  });
  see.addEventListener('click', () => {
    unfold(false);
    list.scrollIntoView();
    (table.hidden ? more : table.caption).focus({ preventScroll: true });
  });

  let turn = 0;
  const show = async (state) => {
    const mine = (turn += 1);
    showSort(state);
    clear.hidden = !asked(state);
    if (!asked(state)) {
      own.hidden = true;
      body.replaceChildren(...plain.rows);
      table.caption.textContent = plain.caption;
      table.caption.classList.remove('vh');
      table.hidden = false;
      pagers.forEach((p) => { p.hidden = false; });
      pager.hidden = true;
      said.textContent = '';
      summarize();
      current = { rows: null, state, data: null };
      if (filled) await numbers().then((d) => choose(d, state)).then(({ counts }) => { if (mine === turn) count(counts); });
      return;
    }
    table.setAttribute('aria-busy', 'true');
    try {
      const d = await numbers();
      fill(d);
      // A family of one label is that label.
      const labels = d.families[state['trang-thai']];
      if (labels?.length === 1) state['trang-thai'] = d.labels[labels[0]];
      toForm(state);
      summarize();
      own.hidden = !d.parties.slice(0, d.agencies).some(([id]) => id === state['co-quan']);
      const { rows: found, counts } = await choose(d, state);
      const partOf = partIn(d, state['co-quan']);
      const rows = await ordered(d, found, state.xep, partOf);
      if (mine !== turn) return;
      count(counts);
      const pages = Math.max(1, Math.ceil(rows.length / ROWS));
      state.trang = Math.min(state.trang, pages);
      const first = (state.trang - 1) * ROWS;
      const made = await Promise.all(rows.slice(first, first + ROWS).map((n) => row(d, n, partOf(n))));
      if (mine !== turn) return;
      body.replaceChildren(...made);
      pagers.forEach((p) => { p.hidden = true; });
      pager.hidden = pages < 2;
      // What was found stands above already.
      table.caption.classList.toggle('vh', pages < 2);
      table.hidden = !rows.length;
      back.disabled = state.trang < 2;
      forward.disabled = state.trang >= pages;
      where.textContent = say(form, 'page', { n: number(state.trang), total: number(pages) });
      table.caption.textContent = rows.length ? say(form, 'caption', { first: number(first + 1), last: number(first + made.length), total: number(rows.length) }) : say(form, 'none');
      said.textContent = rows.length ? say(form, 'found', { n: number(rows.length) }, rows.length) : say(form, 'none');
      current = { rows, state, data: d };
    } catch (e) {
      if (mine === turn) said.textContent = say(form, 'failed');
    } finally {
      if (mine === turn) table.removeAttribute('aria-busy');
    }
  };

  const go = (state, note) => {
    if (queryOf(state) !== question.read()) question.keep(queryOf(state), note);
    return show(state);
  };

  let filled = false;
  /** How many tasks each choice shows, beside its words. */
  const count = (counts) => {
    for (const select of form.querySelectorAll('select')) {
      if (select.name === 'xep') continue;
      for (const option of select.options) {
        if (!option.value) continue;
        option.dataset.text ??= option.textContent;
        option.textContent = say(form, 'option', { text: option.dataset.text, n: number(counts[select.name]?.[option.value] ?? 0) });
      }
    }
  };
  /** Choices that are data, not words: agencies with tasks, years, topics, documents. */
  const fill = (d) => {
    if (filled) return;
    filled = true;
    const collator = new Intl.Collator(contentLang ?? lang, { numeric: true });
    const options = (name, rows) => {
      for (const [id, text] of rows) {
        const option = make('option', '', text);
        option.value = id;
        form.elements[name].append(option);
      }
    };
    const used = new Set();
    for (const column of ['holders', 'coordinators']) for (const set of new Set(d.columns[column])) d.sets[set].forEach((p) => used.add(p));
    const named = (rows) => rows.map(([id, name, , translation]) => [id, (contentLang && translation) || name]);
    options('co-quan', named([...used].map((p) => d.parties[p])).sort((a, b) => collator.compare(a[1], b[1])));
    const years = [...new Set(d.parts.flatMap((part) => part.years))].sort((a, b) => a - b);
    options('nam', years.map((year) => [year, year]));
    options('linh-vuc', named(d.topics));
    options('van-ban', d.documents.map((document) => [document[0], nameOf(document)]));
  };
  const prepare = () => numbers().then((d) => {
    if (filled) return;
    const state = fromForm();
    fill(d);
    toForm(state);
    return choose(d, state).then(({ counts }) => count(counts));
  }).catch(() => { said.textContent = say(form, 'failed'); });
  form.addEventListener('focusin', prepare, { once: true });
  form.addEventListener('pointerenter', prepare, { once: true });

  let waiting = 0;
  form.addEventListener('input', (e) => {
    if (e.target.name !== 'q') return;
    clearTimeout(waiting);
    waiting = setTimeout(() => go(fromForm(), 'replaceState'), 200);
  });
  form.addEventListener('change', (e) => {
    clearTimeout(waiting);
    go(fromForm(), e.target.name === 'q' ? 'replaceState' : 'pushState');
  });
  form.addEventListener('submit', (e) => { e.preventDefault(); clearTimeout(waiting); go(fromForm(), 'pushState'); });
  form.addEventListener('reset', () => setTimeout(() => {
    more.focus();
    go(fromForm(), 'pushState');
  }));
  const turned = (by) => go({ ...current.state, trang: current.state.trang + by }, 'pushState').then(() => {
    list.scrollIntoView();
    table.caption.focus({ preventScroll: true });
  });
  table.caption.tabIndex = -1;
  back.addEventListener('click', () => turned(-1));
  forward.addEventListener('click', () => turned(1));
  question.changed(() => { const state = read(); toForm(state); show(state); });

  // On a phone the heads are not seen, and the order is chosen in the form.
  const wide = matchMedia('(min-width: 40.01rem)');
  heads.forEach((cell, at) => {
    const button = make('button', 'sort', labels[at]);
    button.type = 'button';
    const reach = () => { button.tabIndex = wide.matches ? 0 : -1; };
    wide.addEventListener('change', reach);
    reach();
    cell.replaceChildren(button);
    button.addEventListener('click', () => {
      const state = fromForm();
      const { by, down } = sortOf(state);
      state.xep = `${by === SORTS[at] && !down ? '-' : ''}${SORTS[at]}`;
      if (state.xep === 'trang-thai') state.xep = '';
      form.elements.xep.value = state.xep;
      go(state, 'pushState');
    });
  });

  // ---- take it along ----
  const rowsAsked = async () => {
    if (current.rows) return current;
    const d = await numbers();
    const all = Array.from({ length: d.tasks }, (_, n) => n);
    return { rows: await ordered(d, all, '', partIn(d, '')), state: current.state, data: d };
  };
  const action = (name, does) => act(name)?.addEventListener('click', () => does().catch(() => { said.textContent = say(form, 'failed'); }));
  action('copy', async () => {
    const text = new URL(question.address(queryOf(current.state)), location.href).href;
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = say(form, 'copied');
    } catch {
      // No leave to write to the clipboard: the address is there to be copied by hand.
      said.textContent = text;
    }
  });
  action('print', async () => {
    const { rows, data: d } = await rowsAsked();
    const kept = [...body.childNodes];
    const caption = table.caption.textContent;
    const made = [];
    const partOf = partIn(d, current.state['co-quan']);
    for (const n of rows.slice(0, PRINTED)) {
      made.push(await row(d, n, partOf(n)));
      if (made.length % 50 === 0) await pause();
    }
    const filters = fields().map(inWords);
    table.caption.textContent = [say(form, 'caption', { first: number(Math.min(1, made.length)), last: number(made.length), total: number(rows.length) }), ...filters].join(' · ');
    const hidden = table.caption.classList.contains('vh');
    table.caption.classList.remove('vh');
    body.replaceChildren(...made);
    print();
    body.replaceChildren(...kept);
    table.caption.classList.toggle('vh', hidden);
    table.caption.textContent = caption;
  });
  action('csv', async () => {
    const { rows, data: d } = await rowsAsked();
    const safe = (text) => {
      const value = String(text);
      // A spreadsheet runs what looks like a formula, whatever invisible character stands before it.
      const formula = /^[\t\r\n]/.test(value) || /^[\s\p{C}]*[=+\-@＝＋－＠]/u.test(value);
      return `"${(formula ? `'${value}` : value).replaceAll('"', '""')}"`;
    };
    const lines = [form.dataset.csv.split('|').map(safe).join(',')];
    const words = new Map(d.labels.map((code) => [code, badge(code).textContent]));
    const partOf = partIn(d, current.state['co-quan']);
    for (const n of rows) {
      const t = await textOf(d, n);
      const part = partOf(n);
      const due = d.columns.due[n];
      const document = d.documents[d.sets[d.columns.documents[n]][0]];
      lines.push([
        t.id, t.title, words.get(d.labels[part.label]), detail(d, n, part), leads(d, n).map((p) => p[1]).join('; '),
        [t.wording, t.terms].filter(Boolean).join('; '), due === null ? '' : new Date(due * 864e5).toISOString().slice(0, 10), document ? nameOf(document) : '', t.clause,
        new URL(`${pages}nhiem-vu/${t.id}/`, location.href).href,
      ].map(safe).join(','));
      if (lines.length % 1000 === 0) await pause();
    }
    const file = new Blob([`\ufeff${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
    const a = make('a');
    a.href = URL.createObjectURL(file);
    a.download = form.dataset.file;
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 10000);
    said.textContent = say(form, 'saved', { n: number(rows.length) }, rows.length);
  });

  const state = read();
  toForm(state);
  showSort(state);
  if (asked(state)) {
    show(state);
    // A link to a filtered list shows the list.
    if (scrollY === 0) form.scrollIntoView({ behavior: 'instant' });
  }
})();
