// A real page has no such button. It stands for a fault nobody foresaw: the module's own `crash()` ends it at once. The trap
// is left uncaught, as it would be in a listener of the widget.
//
// Every start imports the glue under another query, so the one that was fetched last belongs to the instance that runs, and
// importing it once more gives that very instance.

document.querySelector('#stop')?.addEventListener('click', async () => {
  const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
  const glue = fetched.filter((name) => /\/sapa-wasm\.js\?\d+$/.test(name)).at(-1) ?? '';
  (await import(glue)).crash();
});

export {};
