"use strict";
// Sorts and searches the table of all fields. Without script the table stands as it is, every row in it.
(() => {
  const SHOWN = 500; // a browser lays out a few hundred rows at once; more on request, and all on paper
  const table = document.getElementById("fields");
  const body = table.tBodies[0];
  const search = document.getElementById("search");
  const show = document.getElementById("show");
  const said = document.getElementById("said");
  const more = document.getElementById("more");
  const words = new Intl.Collator(undefined, { numeric: true });
  const entries = Array.from(body.rows, (row) => ({ row, text: row.textContent.toLowerCase(), keys: [] }));
  let wanted = entries;
  let limit = SHOWN;

  function lay(most) {
    body.replaceChildren(...wanted.slice(0, most).map(({ row }) => row));
  }

  function tell() {
    const found = wanted.length === entries.length ? `${wanted.length} fields` : `${wanted.length} of ${entries.length} fields`;
    const hidden = wanted.length > limit;
    said.textContent = hidden ? `${found}, the first ${limit} shown` : found;
    more.textContent = `Show all ${wanted.length} fields`;
    more.hidden = !hidden;
    lay(limit);
  }

  function filter() {
    const parts = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const status = show.value;
    wanted = entries.filter(({ row, text }) => {
      const fits = status === "suspicious" ? "suspicious" in row.dataset : status === "" || row.dataset.status === status;
      return fits && parts.every((part) => text.includes(part));
    });
    limit = SHOWN;
    tell();
  }

  function key(entry, column, number) {
    if (entry.keys[column] === undefined) {
      const cell = entry.row.cells[column];
      const text = (cell.querySelector(".mark")?.lastChild ?? cell).textContent.trim(); // the word, not the shape
      entry.keys[column] = number ? parseFloat(text) : text;
    }
    return entry.keys[column];
  }

  function sort(header, column) {
    const descending = header.getAttribute("aria-sort") === "ascending";
    for (const other of header.parentNode.cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const number = header.classList.contains("number");
    entries.sort((one, two) => {
      const a = key(one, column, number);
      const b = key(two, column, number);
      if (number && (isNaN(a) || isNaN(b))) return isNaN(a) - isNaN(b); // unreadable fields stay last
      const order = number ? a - b : words.compare(a, b);
      return descending ? -order : order;
    });
    filter();
  }

  Array.from(table.tHead.rows[1].cells).forEach((header, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => sort(header, column));
  });
  search.addEventListener("input", filter);
  show.addEventListener("change", filter);
  more.addEventListener("click", () => {
    limit = Infinity;
    tell();
  });
  addEventListener("beforeprint", () => lay(Infinity));
  addEventListener("afterprint", () => lay(limit));
  document.getElementById("tools").hidden = false;
  filter();
})();
