// One phone: its head, its conversation, its foot, its two troubles.

import { api } from './api.js';
import { Bubble } from './bubble.js';
import { localClock } from './clock.js';
import { Composer } from './composer.js';
import { el, setText } from './dom.js';
import { glossOf } from './gloss.js';
import { Scroller } from './scroller.js';

const AVATARS = { parent: '👪', guardian: '🏡', teacher: '🎓' };
const TOAST_MS = 4000;

export class Phone {
  #bubbles = new Map(); // key of the message -> Bubble
  #toastId = null;
  #toastTimer = null;
  #filled = false;

  /** `page`: {bot, isShown(phone), onUnread(phone), arrived(phone), switched(name, on, phone), invite(…), photo(…)} */
  constructor(state, page) {
    Object.assign(this, { id: state.id, title: state.title, state, page, unread: 0 });
    this.avatar = AVATARS[state.role] ?? '👋';
    this.node = document.querySelector('#phone').content.cloneNode(true).firstElementChild;
    this.node.dataset.phone = this.id;
    this.node.setAttribute('aria-label', `${this.title}’s phone`);
    this.composer = new Composer(this.node, this.id, (promise) => this.attempt(promise));
    this.scroller = new Scroller(this.#find('.log'), this.#find('.thread'), this.#find('[data-pill]'));
    this.#fillHead();
    this.#wire();
    this.update(state);
  }

  update(state) {
    this.state = state;
    this.#updateTrouble();
    this.#updateThread(state.messages ?? []);
    this.composer.update(state.keyboard);
    this.#find('[data-typing]').classList.toggle('on', Boolean(state.typing));
    this.#updateToast(state.toast);
    this.tick();
    this.scroller.settle();
    this.#filled = true;
  }

  /** Shows the local time. */
  tick() {
    const { time, date } = localClock(this.state.time_zone) ?? { time: this.state.local_time, date: this.state.local_date };
    for (const node of this.node.querySelectorAll('.local-time')) setText(node, time ?? '');
    setText(this.#find('.local-date'), date?.split(' ')[0] ?? '');
    this.#find('.local').title = date ?? '';
  }

  /** The phone has come to the front (small screens show one at a time). */
  shown() {
    this.unread = 0;
    this.scroller.settle();
  }

  /** A short word of the page itself, where the bot's toasts appear. */
  note(text, alert = false, gloss = '') {
    const toast = this.#find('[data-toast]');
    setText(toast.querySelector('p'), text);
    setText(toast.querySelector('.gloss'), gloss);
    toast.querySelector('.gloss').hidden = gloss === '';
    toast.classList.toggle('alert', alert);
    toast.hidden = false;
    clearTimeout(this.#toastTimer);
    if (!alert) this.#toastTimer = setTimeout(() => (toast.hidden = true), TOAST_MS);
  }

  async attempt(promise) {
    try {
      await promise;
      return true;
    } catch {
      this.note('That did not go through. Please try once more.');
      return false;
    }
  }

  #find(selector) {
    return this.node.querySelector(selector);
  }

  #fillHead() {
    setText(this.#find('.avatar'), this.avatar);
    setText(this.#find('h2'), this.title);
    setText(this.#find('.bot-name'), this.page.bot);
    setText(this.#find('[data-typing] span'), `${this.page.bot} is typing`);
    setText(this.#find('.role'), this.state.role && AVATARS[this.state.role] ? this.state.role : 'new here');
    setText(this.#find('[data-switch="signal"]'), `${this.title} has no signal`);
    setText(this.#find('[data-switch="block"]'), `Blocked by ${this.title.replace(/^A /, 'a ')}`);
    const log = this.#find('.log');
    log.setAttribute('aria-label', `Messages on ${this.title}’s phone`);
    if (this.state.language_code) for (const part of [log, this.#find('.keys')]) part.lang = this.state.language_code;
  }

  #wire() {
    const click = (selector, act) => this.#find(selector).addEventListener('click', act);
    click('[data-start]', () => this.attempt(api.start(this.id)));
    click('[data-unblock]', () => this.attempt(api.block(this.id, false)));
    const turn = async (name, act, trouble) => (await this.attempt(act(this.id, !trouble))) && this.page.switched(name, trouble, this);
    click('[data-switch="signal"]', () => turn('signal', api.signal, this.state.signal));
    click('[data-switch="block"]', () => turn('block', (id, off) => api.block(id, !off), !this.state.blocked));
    click('[data-toast-ok]', () => (this.#find('[data-toast]').hidden = true));
  }

  #updateTrouble() {
    const { signal, blocked, started } = this.state;
    this.#find('[data-switch="signal"]').setAttribute('aria-checked', String(!signal));
    this.#find('[data-switch="block"]').setAttribute('aria-checked', String(Boolean(blocked)));
    const line = this.#find('.state');
    const trouble = blocked ? 'Blocked. Nothing comes through.' : !signal ? 'No signal. Messages wait.' : '';
    line.hidden = trouble === '';
    setText(line, trouble);
    this.#find('[data-unblock]').hidden = !blocked;
    this.#find('[data-start]').hidden = blocked || started;
    this.node.classList.toggle('is-closed', blocked || !started); // no composer, no keyboard
  }

  #updateThread(messages) {
    const wanted = this.#reconcile(messages);
    const thread = this.#find('.thread');
    for (const node of [...thread.children]) if (!wanted.has(node)) node.remove();
    let next = thread.firstChild;
    for (const node of wanted) {
      if (node === next) next = next.nextSibling;
      else thread.insertBefore(node, next);
    }
    this.#find('.empty').hidden = messages.length > 0;
  }

  /** The nodes of the thread in their order: kept where they exist, made where they do not. */
  #reconcile(messages) {
    const wanted = new Set();
    const keys = keysOf(messages);
    const kept = new Set(keys);
    for (const key of this.#bubbles.keys()) if (!kept.has(key)) this.#bubbles.delete(key);
    let date = null;
    for (const [index, message] of messages.entries()) {
      if (message.date && message.date !== date) wanted.add(this.#dateLine(message));
      date = message.date;
      wanted.add(this.#bubble(keys[index], message).node);
    }
    return wanted;
  }

  #dateLine({ id, date }) {
    const old = this.#find(`.thread > .date[data-before="${CSS.escape(id)}"]`);
    if (old && old.textContent === date) return old;
    return el('p', { class: 'date', 'data-before': id }, el('span', {}, date));
  }

  #bubble(key, message) {
    const old = this.#bubbles.get(key);
    if (old) {
      if (old.update(message)) this.#settleButtons();
      return old;
    }
    const bubble = new Bubble(message, this.#deeds());
    this.#bubbles.set(key, bubble);
    if (this.#filled) this.#arrived(bubble);
    return bubble;
  }

  #arrived({ node, message }) {
    node.classList.add('arriving');
    this.scroller.arrived(message.mine);
    if (message.mine) return;
    this.page.arrived(this);
    this.#settleButtons();
    if (this.page.isShown(this)) return;
    this.unread += 1;
    this.page.onUnread(this);
  }

  #deeds() {
    return {
      tap: async (message, button) => {
        if (!(await this.attempt(api.tap(this.id, message.id, button.data)))) this.#settleButtons();
      },
      react: (message, sign) => this.attempt(api.react(this.id, message.id, sign)),
      edit: (message) => this.composer.edit(message),
      invite: (url, how) => this.page.invite(this, url, how),
      photo: (file, invite) => this.page.photo(this, file, invite),
      link: () => this.note('This link leads out of the demo, so it stays closed.'),
      copy: (text) => navigator.clipboard?.writeText(text).then(() => this.note('Copied.'), () => this.note(text)),
    };
  }

  #settleButtons() {
    for (const bubble of this.#bubbles.values()) bubble.settle();
  }

  #updateToast(toast) {
    const id = toast?.id ?? null;
    if (id === this.#toastId || id === null) return;
    this.#toastId = id;
    if (!this.#filled) return; // an old one, from before the page was opened
    this.#settleButtons();
    if (toast.text) this.note(toast.text, toast.alert, glossOf(toast));
  }
}

/** Ids; what has not left the phone has none yet, and is counted. */
function keysOf(messages) {
  let waiting = 0;
  return messages.map(({ id }) => id || `waiting-${(waiting += 1)}`);
}
