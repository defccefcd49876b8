// A real page has no such button. It stands for a fault nobody foresaw: the module's own `crash()` ends it at once. The trap
// is left uncaught, as it would be in a listener of the widget.

document.querySelector('#stop')?.addEventListener('click', async () => {
  const { instance } = await import(new URL('../elements/instance.js', import.meta.url).href);
  (await instance()).crash();
});

export {};
