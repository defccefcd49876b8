// Prints one widget out of a page, whoever the page belongs to: for as long as paper is made, nothing else of it is shown.

/** What is printed, and what it stands in, up to the page. */
const MARK = "data-sapa-printed";

/**
 * Around what is printed every box is only a box, and light: a page's columns, heights, scroll bars and darkness end on the
 * screen. What is inside belongs to the widget's own style sheet. The sheet has a margin, also where a browser prints with none.
 */
const ALONE = new CSSStyleSheet();
ALONE.replaceSync(`@media print {
  :not([${MARK}], :has([${MARK}])) { display: none !important; }
  :is([${MARK}], :has([${MARK}])) {
    all: revert !important; display: block !important; margin: 0 !important; padding: 0 !important; background: none !important;
    color-scheme: light !important;
  }
  @page { margin: 15mm; }
}`);

/** Takes back what the last call did. */
let restore = () => {};

/** @param {Element} element the widget's tag */
export function printAlone(element) {
  restore();
  /** @type {{ marked: Element, root: Document | ShadowRoot }[]} */
  const way = [];
  for (let marked = element; ; ) {
    const root = /** @type {Document | ShadowRoot} */ (marked.getRootNode());
    way.push({ marked, root });
    if (!(root instanceof ShadowRoot)) break;
    marked = root.host;
  }
  for (const { marked, root } of way) {
    marked.setAttribute(MARK, "");
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ALONE];
  }
  restore = () => {
    removeEventListener("afterprint", restore);
    restore = () => {};
    for (const { marked, root } of way) {
      marked.removeAttribute(MARK);
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== ALONE);
    }
  };
  addEventListener("afterprint", restore);
  print();
}
