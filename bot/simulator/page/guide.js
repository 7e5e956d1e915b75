// Above the phones: three things to try, which tick off, and a strip that says what the visitor's last press did.

import { el, setText } from './dom.js';

const NEWS_FOR = 8000; // ms in which what arrives is said to come of a push of the clock

const WAKING = 'A week of this family and its school goes by first, in a few seconds. Then all of it is yours.';

const SWITCHED = {
  flood: [
    'Telegram now answers every second message with “429, wait”. Tap on: all of it arrives, a little later.',
    'Telegram takes every message at once again.',
  ],
  lost_after_send: [
    'Every third message arrives, but Homeline never hears so. What people wrote comes again rather than not at all.',
    'Homeline hears every answer again.',
  ],
  signal: [
    (name) => `${name}’s phone has no signal. What is sent to it waits, and so does what is written on it.`,
    (name) => `${name}’s phone has a signal again: what waited goes through now.`,
  ],
  block: [
    (name) => `${name} has blocked the bot. Homeline learns it, and tells those who rely on ${name}.`,
    (name) => `${name} has let the bot in again: what waited is sent.`,
  ],
  gloss: ['What the visitor may not read is translated, in grey. The phones’ owners never see that.', 'Each phone shows what its owner sees.'],
};

export class Guide {
  #steps = '';
  #news = null; // {said, names, until} after a push of the clock

  /** `onStep(phone)`: the visitor wants to see the phone of a step. */
  constructor(root, onStep) {
    Object.assign(this, { root, onStep, list: root.querySelector('.steps'), strip: root.querySelector('.strip') });
    this.intro = this.strip.textContent;
  }

  say(text) {
    this.#news = null;
    setText(this.strip, text);
    this.root.classList.add('said');
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.root.classList.remove('said'), NEWS_FOR);
  }

  switched(name, on, title) {
    const words = SWITCHED[name][on ? 0 : 1];
    this.say(typeof words === 'string' ? words : words(title));
  }

  /** The clock has been pushed; whose phone hears something soon after is named behind it. */
  pushed(said) {
    this.say(said);
    this.#news = { said, names: [], until: performance.now() + NEWS_FOR };
  }

  arrived(title) {
    const news = this.#news;
    if (!news || performance.now() > news.until || news.names.includes(title)) return;
    news.names.push(title);
    setText(this.strip, `${news.said} New on the phone of ${news.names.join(', ')}.`);
  }

  /** `steps`: [{words, phone, then, done}]; `asleep`: the days before are still being lived. */
  update(steps = [], asleep = false) {
    if (asleep) setText(this.strip, WAKING);
    else if (this.strip.textContent === WAKING) setText(this.strip, this.intro);
    const key = JSON.stringify(steps);
    if (key === this.#steps) return;
    const before = this.#steps === '' ? null : JSON.parse(this.#steps);
    this.#steps = key;
    this.list.hidden = steps.length === 0;
    const next = steps.findIndex(({ done }) => !done);
    this.list.replaceChildren(...steps.map((step, place) => this.#step(step, place, place === (next < 0 ? steps.length - 1 : next))));
    const done = before && steps.find((step, place) => step.done && !before[place].done);
    if (done) this.say(next < 0 ? `${done.then} That was its heart. Push the clock, or be the newcomer.` : done.then);
  }

  #step({ words, phone, done }, place, isNext) {
    const mark = el('span', { class: 'mark', 'aria-hidden': 'true' }, done ? '✓' : String(place + 1));
    const button = el('button', { type: 'button', 'data-step': place + 1 }, mark, el('span', {}, words), ...(done ? [el('span', { class: 'unseen' }, ' (done)')] : []));
    button.addEventListener('click', () => this.onStep(phone));
    return el('li', { class: `${done ? 'done' : ''} ${isNext ? 'next' : ''}`.trim() }, button);
  }
}
