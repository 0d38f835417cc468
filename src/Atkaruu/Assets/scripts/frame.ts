// Small comforts. Every page works without them.

// A menu that floats closes when one presses elsewhere, or Escape.
const floating = 'details.pick[open], details.ak-menu[open]';

document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(floating))
    if (!menu.contains(event.target as Node)) menu.open = false;
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(floating)) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
});

document.addEventListener('click', event => {
  if ((event.target as Element).closest?.('[data-print]')) print();
});

// Only a browser with script can print by a button.
document.documentElement.classList.add('js');

// What is being made is looked at again after so many seconds; without script one presses.
const again = document.querySelector<HTMLElement>('[data-again]')?.dataset.again;
if (again) setTimeout(() => location.reload(), Number(again) * 1000);
