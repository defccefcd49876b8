// The page's own work: it must go on whatever happens to a widget beside it.
const own = document.getElementById('own');
own.addEventListener('click', () => { own.textContent = String(Number(own.textContent) + 1); });
