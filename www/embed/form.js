// A plain form: the widget needs no script of the page to be submitted, reset or disabled.

const form = /** @type {HTMLFormElement} */ (document.querySelector('#form'));
const fieldset = /** @type {HTMLFieldSetElement} */ (document.querySelector('#fieldset'));
const disable = /** @type {HTMLInputElement} */ (document.querySelector('#disable'));
const submitted = /** @type {HTMLOutputElement} */ (document.querySelector('#submitted'));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  submitted.value = JSON.stringify(Object.fromEntries(new FormData(form)), null, 2);
});
disable.addEventListener('change', () => {
  fieldset.disabled = disable.checked;
});

export {};
