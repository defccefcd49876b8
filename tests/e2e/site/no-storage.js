// Takes the browser's storage away in one of the ways browsers do: `?how=` names which.
{
  const refusal = () => new DOMException('Access is denied for this document.', 'SecurityError');
  const ways = {
    // A sandboxed frame: the very name throws.
    throws: { get() { throw refusal(); } },
    // Some private modes and older views.
    absent: { get: () => undefined },
    // Site data switched off: it is there and refuses to open.
    refuses: { get: () => ({ open() { throw refusal(); }, deleteDatabase() { throw refusal(); } }) },
    // A broken or full profile: it opens later with an error.
    fails: { get: () => ({ open: failing }) },
  };
  function failing() {
    const request = Object.assign(new EventTarget(), { error: new DOMException('Internal error opening backing store.', 'UnknownError') });
    setTimeout(() => {
      const event = new Event('error');
      request.onerror?.(event);
      request.dispatchEvent(event);
    });
    return request;
  }
  const how = new URLSearchParams(location.search).get('how');
  Object.defineProperty(window, 'indexedDB', { configurable: true, ...ways[how] });
}
