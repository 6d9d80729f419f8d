"use strict";
// Sorts a table by the column whose button is pressed; once more, the other way round.
for (const table of document.querySelectorAll("section table")) {
    const body = table.tBodies[0];
    const headers = [...table.querySelectorAll("thead th")];
    const order = new Intl.Collator(document.documentElement.lang, {numeric: true});
    headers.forEach((header, column) => header.firstElementChild.addEventListener("click", () => {
        const descends = header.getAttribute("aria-sort") === "ascending";
        headers.forEach(other => other.removeAttribute("aria-sort"));
        header.setAttribute("aria-sort", descends ? "descending" : "ascending");
        const rows = [...body.rows].map(row => [row.cells[column].textContent, row]);
        rows.sort((one, other) => order.compare(one[0], other[0]) * (descends ? -1 : 1));
        body.append(...rows.map(([, row]) => row));
    }));
}
