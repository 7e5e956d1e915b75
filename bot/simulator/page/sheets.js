// The two dialogs of the page: "Open on…" for links that travel, and the enlarged photo.

import { el, setText } from './dom.js';

const sheet = document.querySelector('[data-sheet]');
const view = document.querySelector('[data-photo-view]');

const WORDS = {
  open: ['Open on…', 'Whose phone opens this link?'],
  forward: ['Forward to…', 'The link opens on the phone you choose.'],
  scan: ['Scan with…', 'Whose phone scans the code?'],
};

for (const dialog of [sheet, view]) {
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.closest('[data-close]')) dialog.close();
  });
}

/** Asks whose phone opens a link. `people`: [{id, title, avatar}]; `from` is the phone it lies on. */
export function askWhere(how, people, from, onChoice) {
  const [title, note] = WORDS[how];
  setText(sheet.querySelector('h2'), title);
  setText(sheet.querySelector('.sheet-note'), note);
  const choices = how === 'forward' ? people.filter(({ id }) => id !== from) : people;
  sheet.querySelector('.choices').replaceChildren(
    ...choices.map((person) => {
      const label = how === 'forward' ? `Forward to ${person.title}` : person.title;
      const button = el(
        'button', { type: 'button', class: 'choice', 'data-open-on': person.id },
        el('span', { class: 'avatar', 'aria-hidden': 'true' }, person.avatar), label,
        ...(person.id === from ? [el('span', { class: 'here' }, 'this phone')] : []),
      );
      button.addEventListener('click', () => {
        sheet.close();
        onChoice(person.id);
      });
      return button;
    }),
  );
  if (view.open) view.close();
  sheet.showModal();
}

export function showPhoto(file, onScan) {
  view.querySelector('img').src = file;
  const scan = view.querySelector('[data-scan-view]');
  scan.hidden = !onScan;
  scan.onclick = onScan;
  view.showModal();
}
