// A real page has no such button. It stands for a fault nobody foresaw: the module's own `crash()` ends it at once.

document.querySelector('#stop')?.addEventListener('click', async () => {
  const glue = await import(new URL('../sapa-wasm.js', import.meta.url).href);
  try {
    glue.crash();
  } catch (fault) {
    console.info('The module was stopped on purpose.', fault);
  }
});

export {};
