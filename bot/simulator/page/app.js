// The demo page: hears the server's states, gives each phone its own, and works the controls above them.

import { api, listen } from './api.js';
import { localClock, setNow } from './clock.js';
import { el, setText } from './dom.js';
import { Guide } from './guide.js';
import { Phone } from './phone.js';
import { askWhere, showPhoto } from './sheets.js';

const find = (selector) => document.querySelector(selector);
const oneAtATime = window.matchMedia('(max-width: 719px)');
const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
const phones = new Map(); // id -> Phone
let current = null; // the id of the phone in front

const guide = new Guide(find('.guide'), (id) => phones.has(id) && bringForward(id));

const page = {
  bot: '',
  arrived: (phone) => guide.arrived(phone.title),
  switched: (name, on, phone) => guide.switched(name, on, phone.title),
  isShown: (phone) => !oneAtATime.matches || phone.id === current,
  onUnread: () => updateTabs(),
  invite: (phone, url, how) =>
    askWhere(how, [...phones.values()], phone.id, (id) => {
      bringForward(id);
      const chosen = phones.get(id);
      chosen.attempt(api.open(id, url));
    }),
  photo: (phone, file, invite) => showPhoto(file, invite && (() => page.invite(phone, invite, 'scan'))),
};

function apply(state) {
  if (state.now) setNow(state.now);
  page.bot = state.bot ?? page.bot;
  document.body.classList.toggle('asleep', Boolean(state.asleep));
  for (const phone of state.phones ?? []) {
    if (phones.has(phone.id)) phones.get(phone.id).update(phone);
    else addPhone(phone);
  }
  for (const [name, on] of Object.entries(state.faults ?? {})) {
    find(`[data-fault="${CSS.escape(name)}"]`)?.setAttribute('aria-checked', String(Boolean(on)));
  }
  guide.update(state.steps, Boolean(state.asleep));
  find('main').setAttribute('aria-busy', String(Boolean(state.asleep)));
  tick();
}

function addPhone(state) {
  find('.waking')?.remove();
  const phone = new Phone(state, page);
  phones.set(phone.id, phone);
  find('main').append(phone.node);
  phone.shown();
  const tab = el(
    'button', { type: 'button', 'data-tab': phone.id },
    el('span', { class: 'tab-avatar', 'aria-hidden': 'true' }, phone.avatar),
    el('span', { class: 'tab-name' }, phone.title),
    el('span', { class: 'dot', hidden: '' }, el('span', { class: 'unseen' }, 'new messages')),
  );
  tab.addEventListener('click', () => bringForward(phone.id));
  find('.tabs').append(tab);
  if (current === null) choose(phone.id);
  else updateTabs();
}

function choose(id) {
  current = id;
  for (const phone of phones.values()) phone.node.classList.toggle('current', phone.id === id);
  phones.get(id).shown();
  updateTabs();
}

/** Shows a phone to the visitor, wherever it is on the page. */
function bringForward(id) {
  choose(id);
  if (oneAtATime.matches) return;
  const { node } = phones.get(id);
  node.scrollIntoView({ block: 'nearest', behavior: calm.matches ? 'auto' : 'smooth' });
  node.classList.add('glow');
  setTimeout(() => node.classList.remove('glow'), 1200);
}

function updateTabs() {
  for (const tab of document.querySelectorAll('[data-tab]')) {
    const phone = phones.get(tab.dataset.tab);
    tab.setAttribute('aria-current', String(phone.id === current));
    tab.querySelector('.dot').hidden = phone.unread === 0;
  }
}

function tick() {
  const utc = localClock('UTC');
  if (!utc) return;
  setText(find('[data-now] .day'), `${utc.date}, `);
  setText(find('[data-now] .hour'), `${utc.time} UTC`);
  for (const phone of phones.values()) phone.tick();
}

async function press(button, act, then = () => {}) {
  button.disabled = true;
  try {
    await act();
    then();
  } catch {
    setText(find('.offline'), 'That did not go through. Please try once more.');
    find('.offline').hidden = false;
    setTimeout(() => (find('.offline').hidden = true), 4000);
  } finally {
    button.disabled = false;
    button.focus({ preventScroll: true });
  }
}

function wireControls() {
  for (const button of document.querySelectorAll('[data-clock]')) {
    const hour = button.dataset.clock === 'hour';
    button.addEventListener('click', () => {
      guide.pushed(hour ? 'An hour later.' : 'The next day, on to where something happens.');
      press(button, hour ? api.hour : api.tomorrow);
    });
  }
  for (const button of document.querySelectorAll('[data-fault]')) {
    const name = button.dataset.fault;
    button.addEventListener('click', () => {
      const on = button.getAttribute('aria-checked') !== 'true';
      press(button, () => api.fault(name, on), () => guide.switched(name, on));
    });
  }
  find('[data-gloss]').addEventListener('click', ({ currentTarget: button }) => {
    const on = !document.body.classList.toggle('no-gloss');
    button.setAttribute('aria-checked', String(on));
    guide.switched('gloss', on);
  });
  find('[data-controls]').addEventListener('click', () => {
    const open = document.body.classList.toggle('controls-open');
    find('[data-controls]').setAttribute('aria-expanded', String(open));
  });
  oneAtATime.addEventListener('change', () => current && choose(current));
}

function onLine(up) {
  setText(find('.offline'), 'The demo does not answer. Trying again…');
  find('.offline').hidden = up;
}

wireControls();
listen(apply, onLine);
setInterval(tick, 2000);
