// Orders a table by the head that is pressed, and narrows it to what is typed. Tables of one name (`data-sortable`) are one
// list, of which the later ones hold what is folded. Without this script heads are plain words and the field is not there.
(() => {
  'use strict';
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
  const lists = new Map();
  for (const table of document.querySelectorAll('table[data-sortable]')) {
    const name = table.dataset.sortable;
    lists.set(name, [...(lists.get(name) ?? []), table]);
  }

  for (const [name, tables] of lists) {
    const { compare } = new Intl.Collator(tables[0].dataset.lang, { numeric: true });
    const bodies = tables.map((table) => table.tBodies[0]);
    const sizes = bodies.map((body) => body.rows.length);
    const rows = bodies.flatMap((body) => [...body.rows]);

    const order = (column, down) => {
      const value = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
      const sorted = rows.map((row) => ({ row, at: value(row) })).sort((a, b) =>
        // What has no value comes last either way.
        (a.at === '') - (b.at === '') || (down ? compare(b.at, a.at) : compare(a.at, b.at)));
      let from = 0;
      bodies.forEach((body, n) => {
        body.append(...sorted.slice(from, from += sizes[n]).map(({ row }) => row));
        for (const head of tables[n].tHead.rows[0].cells) head.removeAttribute('aria-sort');
        tables[n].tHead.rows[0].cells[column].setAttribute('aria-sort', down ? 'descending' : 'ascending');
      });
    };
    for (const table of tables) {
      for (const head of table.tHead.rows[0].querySelectorAll('[data-by]')) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'sort';
        button.append(...head.childNodes);
        head.append(button);
        // Names and days begin with the first, counts with the most.
        button.addEventListener('click', () => {
          const now = head.getAttribute('aria-sort');
          order(head.cellIndex, now ? now === 'ascending' : head.dataset.by === 'number');
        });
      }
    }

    const field = document.querySelector(`input[data-narrows="${name}"]`);
    field?.addEventListener('input', () => {
      const sought = plain(field.value).split(/\s+/).filter(Boolean);
      for (const row of rows) {
        const { textContent, dataset } = row.cells[0];
        const text = plain(`${textContent} ${dataset.find ?? ''}`);
        row.hidden = !sought.every((word) => text.includes(word));
      }
      for (const table of tables.slice(1)) table.closest('details').open = sought.length > 0;
      const said = field.parentElement.querySelector('[role="status"]');
      said.textContent = rows.every((row) => row.hidden) ? said.dataset.none : '';
    });
  }
})();
