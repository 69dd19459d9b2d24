// Which tasks of the table of all tasks are asked for, and how many each other choice would show. Knows the data and what
// is asked, not the page. "Part": label, years, reports of a task as a whole, or of one holder's share in it.
(() => {
  'use strict';
  const { pieces, pause } = globalThis.tiendo;

  const dayOf = (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / 864e5 : null);
  const place = (rows, id) => rows.findIndex((row) => row[0] === id);

  /** The words of every task, compared as the search does; a file at a time. */
  const folded = async (d) => {
    for (let file = 0; file * d.texts < d.tasks; file += 1) {
      if (d.folded[file]) continue;
      const { id, title } = await d.text(file);
      const made = [];
      for (let n = 0; n < title.length; n += 1) {
        const words = pieces(title[n]).flatMap((p) => p.words.map((w) => w.folded));
        made.push(` ${words.join(' ')} ${id[n]}`);
        if (n % 100 === 99) await pause();
      }
      d.folded[file] = made;
      await pause();
    }
    return d.folded;
  };

  /** Whether a task has the words asked for, or is of that id. */
  const wording = async (d, q) => {
    const words = pieces(q).flatMap((p) => p.words.map((w) => w.folded));
    if (!words.length) return () => true;
    const all = await folded(d);
    const whole = q.trim().toLowerCase();
    return (n) => {
      const text = all[Math.floor(n / d.texts)][n % d.texts];
      return words.every((w) => text.includes(` ${w}`)) || text.endsWith(` ${whole}`);
    };
  };

  /** The part of a task that its row shows: the chosen agency's own where it is a holder, else the whole. */
  const partIn = (d, agency) => {
    const { columns: c, sets } = d;
    const party = agency ? place(d.parties, agency) : -1;
    const at = sets.map((set) => set.indexOf(party));
    const seen = (held) => d.parts.map((part, number) => ({ ...part, number, held }));
    const [own, whole] = [seen(true), seen(false)];
    return (n) => {
      const among = at[c.holders[n]];
      return among < 0 ? whole[c.part[n]] : own[c.own[n] ? c.own[n][among] : c.part[n]];
    };
  };

  // What may keep a task out, each for itself: its count is of the tasks that nothing else keeps out.
  const STATUS = 1, REPORTS = 2, YEAR = 4, TOPIC = 8, DOCUMENT = 16, AGENCY = 32;
  /** The values that a part has of each choice; in them a choice finds what it asks for. */
  const valuesOf = (d, part) => ({
    'trang-thai': [...new Set([d.labels[part.label], ...Object.keys(d.families).filter((family) => d.families[family].includes(part.label))])],
    'bao-cao': [...(part.reported ? [] : ['chua-co']), ...(part.explained ? ['ly-do'] : [])],
    nam: [...part.years.map(String), ...(part.undated ? ['khong-neu'] : [])],
  });

  /** The tasks that fit, and by choice and value how many would. */
  const choose = async (d, state) => {
    const { columns: c, sets } = d;
    const values = d.parts.map((part) => valuesOf(d, part));
    const misses = (value, name, bit) => (state[name] && !value[name].includes(state[name]) ? bit : 0);
    const missed = values.map((v) => misses(v, 'trang-thai', STATUS) | misses(v, 'bao-cao', REPORTS) | misses(v, 'nam', YEAR));
    const holding = (rows, id) => { const at = place(rows, id); return sets.map((set) => set.includes(at)); };
    const topic = state['linh-vuc'] && holding(d.topics, state['linh-vuc']);
    const document = state['van-ban'] && holding(d.documents, state['van-ban']);
    const agency = state['co-quan'] && holding(d.parties, state['co-quan']);
    const partOf = partIn(d, state['co-quan']);
    const [from, to] = [dayOf(state.tu), dayOf(state.den)];
    const [lead, help] = [state.vai !== 'phoi-hop', state.vai !== 'chu-tri'];
    const said = await wording(d, state.q);

    const counts = {};
    const add = (name, value) => { const of = (counts[name] ??= {}); of[value] = (of[value] ?? 0) + 1; };
    /** By number: a task of a group has many holders. */
    const agencies = d.parties.map(() => 0);
    const rows = [];
    for (let n = 0; n < d.tasks; n += 1) {
      if (n % 4000 === 3999) await pause();
      const due = c.due[n];
      if (from !== null && (due === null || due < from)) continue;
      if (to !== null && (due === null || due > to)) continue;
      if (!said(n)) continue;
      const { number: part, held } = partOf(n);
      const helped = agency ? agency[c.coordinators[n]] : sets[c.coordinators[n]].length > 0;
      const led = agency ? held : true;
      const beside = (topic && !topic[c.topics[n]] ? TOPIC : 0) | (document && !document[c.documents[n]] ? DOCUMENT : 0);
      const out = beside | missed[part] | ((lead && led) || (help && helped) ? 0 : AGENCY);
      if (out === 0) rows.push(n);
      const counting = (bit) => (out & ~bit) === 0;
      if (counting(STATUS)) for (const value of values[part]['trang-thai']) add('trang-thai', value);
      if (counting(REPORTS)) for (const value of values[part]['bao-cao']) add('bao-cao', value);
      if (counting(YEAR)) for (const value of values[part].nam) add('nam', value);
      if (counting(TOPIC)) for (const t of sets[c.topics[n]]) add('linh-vuc', d.topics[t][0]);
      if (counting(DOCUMENT)) for (const t of sets[c.documents[n]]) add('van-ban', d.documents[t][0]);
      if (counting(AGENCY)) {
        if (led) add('vai', 'chu-tri');
        if (helped) add('vai', 'phoi-hop');
      }
      if (beside) continue;
      // Another agency would have this row show another part.
      const [holders, own] = [sets[c.holders[n]], c.own[n]];
      for (let at = 0; lead && at < holders.length; at += 1) if (!missed[own ? own[at] : c.part[n]]) agencies[holders[at]] += 1;
      if (help && !missed[c.part[n]]) for (const p of sets[c.coordinators[n]]) agencies[p] += 1;
    }
    counts['co-quan'] = Object.fromEntries(agencies.map((n, p) => [d.parties[p][0], n]));
    return { rows, counts };
  };

  Object.assign(globalThis.tiendo, { choose, partIn, dayOf });
})();
