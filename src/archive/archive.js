// An archive in one page: shows the page that the address names after `#/`, and gives scripts the data that it holds.
(() => {
  'use strict';
  const root = document.documentElement;
  const held = document.getElementById('archive');
  const all = (name) => new Map([...held.querySelectorAll(`[data-${name}]`)].map((el) => [el.dataset[name], el]));
  const [pages, frames, data, code] = ['page', 'frame', 'data', 'code'].map(all);
  const [first] = pages.keys();

  if (!('DecompressionStream' in globalThis)) {
    const note = document.createElement('p');
    note.className = 'note';
    note.textContent = held.dataset.tooOld;
    document.getElementById('main').prepend(note);
    return;
  }
  const unpack = (el) => {
    const bytes = Uint8Array.from(atob(el.textContent), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  };

  /** `#/nhiem-vu/index.html?nam=2024#loc`: page, question, place in the page. */
  const asked = () => {
    const [, path = '', query = '', place = ''] = /^#\/([^?#]*)(\?[^#]*)?#?(.*)$/.exec(location.hash) ?? [];
    const page = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    return pages.has(page) ? { page, query, place } : { page: first, query: '', place: '' };
  };
  let now = asked();

  // The frame of the language that is asked for, before any script looks at it.
  const { lang } = pages.get(now.page).dataset;
  if (lang !== root.lang) {
    root.lang = lang;
    while (document.body.firstChild !== held) document.body.firstChild.remove();
    held.before(frames.get(lang).content.cloneNode(true));
  }
  const main = document.getElementById('main');
  const around = (selector) => [...document.querySelectorAll(selector)].filter((el) => !main.contains(el));
  const seek = around('form[role="search"]');
  // The page of the search has a field of its own.
  for (const form of seek) for (const label of form.querySelectorAll('label')) { if (label.control) label.htmlFor = label.control.id += '-top'; }

  // What scripts ask for: a `load` and a `question` of its own (fold.js has those of a page).
  const loaded = new Map();
  let changed = null;
  const load = (address) => {
    const path = address.replace(/^#\//, '');
    if (!data.has(path)) return Promise.reject(new Error(path));
    if (!loaded.has(path)) loaded.set(path, unpack(data.get(path)).then(JSON.parse));
    return loaded.get(path);
  };
  const question = {
    read: () => now.query,
    address: (query) => `#/${now.page}${query}`,
    keep: (query, how) => { now = { ...now, query }; history[how](null, '', question.address(query)); },
    changed: (then) => { changed = then; },
  };
  globalThis.tiendo = { load, question };

  /** Links of the frame: where one is, and the same page in another language. */
  const follow = () => {
    const of = frames.get(root.lang).dataset.root;
    for (const a of around('a[hreflang][href^="#/"]')) {
      const other = frames.get(a.hreflang)?.dataset.root;
      const same = `${other}${now.page.slice(of.length)}`;
      a.href = `#/${pages.has(same) ? same : `${other}index.html`}`;
    }
    for (const a of around('nav a[href^="#/"]')) {
      const folder = a.getAttribute('href').slice(2).replace(/index\.html$/, '');
      const here = folder === of ? now.page === `${of}index.html` : now.page.startsWith(folder);
      if (here) a.setAttribute('aria-current', 'true'); else a.removeAttribute('aria-current');
    }
    for (const form of seek) form.hidden = Boolean(main.querySelector('#search'));
    document.querySelector('[popover]:popover-open')?.hidePopover();
  };

  const reveal = (place) => {
    const el = document.getElementById(place);
    if (!el) return false;
    for (let at = el; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    el.scrollIntoView();
    el.focus({ preventScroll: true });
    return true;
  };

  const show = async () => {
    const page = pages.get(now.page);
    const mine = now;
    const [text, ...scripts] = await Promise.all([page, ...page.dataset.run.split(' ').filter(Boolean).map((name) => code.get(name))].map(unpack));
    if (now.page !== mine.page) return;
    changed = null;
    main.innerHTML = text;
    document.title = page.dataset.title;
    follow();
    for (const script of scripts) {
      const el = document.createElement('script');
      el.textContent = script;
      document.head.append(el);
      el.remove();
    }
    if (!reveal(now.place)) scrollTo(0, history.state?.y ?? 0);
  };

  addEventListener('hashchange', () => {
    const next = asked();
    if (pages.get(next.page).dataset.lang !== root.lang) { location.reload(); return; }
    const [before, y] = [now, history.state?.y];
    now = next;
    if (next.page !== before.page) show().then(() => { if (!next.place && y === undefined) main.focus({ preventScroll: true }); });
    else if (next.query !== before.query) changed?.();
    else reveal(next.place);
  });
  addEventListener('click', (e) => {
    const link = e.target.closest?.('a[href^="#"]');
    if (!link || e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
    // So that "back" leads to where the reader was.
    history.replaceState({ y: scrollY }, '');
    const href = link.getAttribute('href');
    if (href.startsWith('#/')) return;
    e.preventDefault();
    if (href.length > 1 && !reveal(decodeURIComponent(href.slice(1)))) return;
    history.pushState(null, '', `${question.address(now.query)}${href}`);
  });
  history.scrollRestoration = 'manual';
  show();
})();
