// Loaded before the widget, so that no violation is missed.

const violations = /** @type {HTMLOutputElement} */ (document.querySelector('#violations'));
document.addEventListener('securitypolicyviolation', (event) => {
  violations.value = String(Number(violations.value) + 1);
  console.warn(`${event.effectiveDirective} blocked ${event.blockedURI}`);
});

export {};
