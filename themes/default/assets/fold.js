// The one rule by which words are compared, and how a page comes by its data and its address. The rule is that of
// src/search/fold.rs; tests/data/fold.json holds both to it.
(() => {
  'use strict';

  const NO_LETTER = /[^\p{Alphabetic}\p{M}\p{N}]+/gu;
  const WORD = /[\p{Alphabetic}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]+/gu;
  const NO_RUN = /[^\p{Alphabetic}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff/\-&._\u2010\u2011]+/u;
  const JOINT = /[/\-&._\u2010\u2011]+/;
  const EDGES = /^[/\-&._\u2010\u2011]+|[/\-&._\u2010\u2011]+$/g;
  const SAME = { 'hằng': 'hàng' };
  const TONES = { 'oà': 'òa', 'oá': 'óa', 'oả': 'ỏa', 'oã': 'õa', 'oạ': 'ọa', 'oè': 'òe', 'oé': 'óe', 'oẻ': 'ỏe', 'oẽ': 'õe', 'oẹ': 'ọe',
    'uỳ': 'ùy', 'uý': 'úy', 'uỷ': 'ủy', 'uỹ': 'ũy', 'uỵ': 'ụy' };

  const canonical = (form) => {
    if (SAME[form]) return SAME[form];
    const end = form.slice(-2);
    const old = TONES[end];
    if (!old || (end[0] === 'u' && form.at(-3) === 'q')) return form;
    return form.slice(0, -2) + old;
  };

  /** A word as it is compared: without marks, and with marks in one spelling of several. */
  const word = (raw) => {
    const form = canonical(raw.normalize('NFKC').replace(NO_LETTER, '').toLowerCase().replace(/[ðɖ]/g, 'đ'));
    return { folded: form.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd'), form };
  };

  /** What is written in one go, with its words, and as one word where it has several. */
  const pieces = (text) => text.split(NO_RUN).map((run) => run.replace(EDGES, '')).filter(Boolean).map((run) => {
    const words = run.split(JOINT).filter(Boolean).map(word);
    return { words, joined: words.length > 1 ? words.map((w) => w.folded).join('') : null };
  });

  /** The text in `into`, words that `matches` finds marked; only ever as text. */
  const marked = (into, text, matches) => {
    let done = 0;
    for (const found of text.matchAll(WORD)) {
      if (!matches(word(found[0]).folded)) continue;
      into.append(text.slice(done, found.index));
      const mark = document.createElement('mark');
      mark.textContent = found[0];
      into.append(mark);
      done = found.index + found[0].length;
    }
    into.append(text.slice(done));
  };

  const wanted = new Map();
  /** A part of the data, once: a script beside the page, since a page from a file may fetch nothing else. */
  const load = (address) => {
    if (!wanted.has(address)) {
      wanted.set(address, new Promise((done, failed) => {
        const script = document.createElement('script');
        script.src = address;
        script.onload = script.onerror = () => {
          script.remove();
          if (script.taken) done(script.taken);
          else { wanted.delete(address); failed(new Error(address)); }
        };
        document.head.append(script);
      }));
    }
    return wanted.get(address);
  };
  /** What such a script calls, with JSON. */
  const take = (json) => { document.currentScript.taken = JSON.parse(json); };

  /** Where a page keeps what it was asked for: `?q=…` of its address. */
  const question = {
    read: () => location.search,
    address: (query) => `${location.pathname}${query}`,
    /** `how`: a way of the browser's history. One that refuses it to a page from a file has the answer without the address. */
    keep: (query, how) => { try { history[how](null, '', question.address(query)); } catch { /* shown all the same */ } },
    changed: (then) => addEventListener('popstate', then),
  };

  /** Lets the browser draw and answer before more is done. */
  const pause = () => new Promise((go) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { channel.port1.close(); go(); };
    channel.port2.postMessage(0);
  });

  /** Words of the page: the data attribute `name` of `el`, of `n` things, with its places filled in. */
  const say = (el, name, places = {}, n = null) => {
    const one = n !== null && new Intl.PluralRules(document.documentElement.lang).select(n) === 'one';
    const text = (one && el.dataset[`${name}One`]) || el.dataset[name] || '';
    return text.replace(/\{(\w+)\}/g, (all, key) => (key in places ? places[key] : all));
  };

  /** A day as the page's language writes it; days count from 1970. */
  const day = (el, n) => {
    const iso = new Date(n * 864e5).toISOString().slice(0, 10);
    const [year, mm, dd] = iso.split('-');
    const months = (el.dataset.months ?? '').split(',').map((name) => name.trim());
    const mo = +mm < 3 ? mm : String(+mm);
    return { iso, text: say(el, 'day', { year, mm, mo, dd, m: String(+mm), d: String(+dd), name: months[mm - 1] }) };
  };

  const number = (n) => new Intl.NumberFormat(document.documentElement.lang).format(n);

  /** A status: word, shape, colour, as the templates draw it; words come from the page's list of labels. */
  const badge = (code) => {
    const label = document.querySelector(`#labels [data-code="${code}"]`);
    const span = document.createElement('span');
    if (!label) return span;
    span.className = `s s-${label.dataset.tone}`;
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', `#s-${code}`);
    svg.append(use);
    span.append(svg, label.textContent);
    return span;
  };

  // What is there already stays: an archive in one file has a `load` and a `question` of its own.
  globalThis.tiendo = { word, pieces, marked, load, take, question, pause, say, number, day, badge, ...globalThis.tiendo };
})();
