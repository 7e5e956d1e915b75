// One message on a phone. It is built once; later states change only the parts that differ.

import { el, firstInvite, inviteIn, safeHtml, setText } from './dom.js';
import { glossOf, meaning, viewer } from './gloss.js';
import { mediaOf } from './media.js';

const PICTURE = /^[\p{Extended_Pictographic}\u{FE0F}\u{200D}\s]+$/u; // a label without words
const FROM_RIGHT = /[\u0590-\u08ff]/; // scripts that are written from right to left
const SIGNS = ['👍', '❤️']; // what can be put on a message of the bot
const WORDLESS = new Set(['sticker']); // their text is the picture itself

export class Bubble {
  #parts = {}; // part name -> what it was drawn from

  /** `on`: {tap(message, button), react(message, sign), link(href), invite(url, how), photo(file, invite), edit(message), copy(text)} */
  constructor(message, on) {
    this.on = on;
    this.node = el('article', { class: `message ${message.mine ? 'mine' : 'theirs'}`, 'data-message': message.id });
    this.box = el('div', { class: 'bubble' });
    this.forwarded = el('p', { class: 'forwarded' });
    this.media = el('div', { class: 'media' });
    this.words = el('div', { class: 'words', dir: 'auto' });
    this.meta = el('p', { class: 'meta' });
    this.signs = el('div', { class: 'signs', role: 'group', 'aria-label': 'Answer with a sign', hidden: '' });
    this.extras = el('div', { class: 'extras' });
    this.buttons = el('div', { class: 'buttons' });
    this.gloss = el('button', { type: 'button', class: 'gloss', lang: viewer.replace('_', '-'), hidden: '', 'aria-expanded': 'false' });
    this.box.append(this.forwarded, this.media, this.words, this.meta);
    this.node.append(this.box, this.gloss, this.signs, this.extras, this.buttons);
    this.box.addEventListener('contextmenu', (event) => this.#onHold(event));
    this.node.addEventListener('click', (event) => this.#onLink(event));
    this.gloss.addEventListener('click', () => this.gloss.setAttribute('aria-expanded', String(this.gloss.ariaExpanded !== 'true')));
    this.update(message, { fresh: true });
  }

  update(message, { fresh = false } = {}) {
    this.message = message;
    this.forwarded.hidden = !message.forwarded;
    setText(this.forwarded, message.forwarded ? 'Forwarded' : '');
    this.node.classList.toggle('has-media', message.kind !== 'text');
    this.node.classList.add(`kind-${message.kind}`);
    this.#redraw('media', [message.kind, message.file, message.duration, message.file_name], () => this.#drawMedia());
    const changed = this.#redraw('words', [message.html, message.caption_html, message.text], () => this.#drawWords());
    setText(this.gloss, glossOf(message));
    this.gloss.hidden = this.gloss.textContent === '';
    this.#redraw('meta', [message.edited, message.time, message.reaction, message.liked], () => this.#drawMeta());
    this.#placeMeta();
    this.#redraw('extras', [message.html, message.caption_html, message.scan, message.kind, message.buttons], () => this.#drawExtras());
    const pressed = this.#redraw('buttons', [message.buttons], () => this.#drawButtons());
    if (changed && !fresh) this.#highlight();
    return changed || pressed;
  }

  /** The pressed button turns until something happens. */
  settle() {
    for (const button of this.buttons.querySelectorAll('.busy')) button.classList.remove('busy');
  }

  #redraw(part, source, draw) {
    const key = JSON.stringify(source);
    if (this.#parts[part] === key) return false;
    this.#parts[part] = key;
    draw();
    return true;
  }

  #drawMedia() {
    const media = mediaOf(this.message, (file) => this.on.photo(file, this.#scannable()));
    this.media.replaceChildren(...(media ? [media] : []));
    this.media.hidden = !media;
  }

  #drawWords() {
    const { kind, html, caption_html: caption, text } = this.message;
    const source = kind === 'text' ? html ?? text : caption || html;
    this.words.replaceChildren(...(source && !WORDLESS.has(kind) ? [safeHtml(source)] : []));
    this.words.hidden = !this.words.hasChildNodes();
  }

  #drawMeta() {
    const { id, edited, time, mine, kind, reaction, liked } = this.message;
    const waits = !id; // written without a signal: it has not left the phone
    this.meta.replaceChildren(
      ...[reaction, liked].filter(Boolean).map((sign) => el('span', { class: 'reaction' }, sign)),
      ...(mine ? [] : [this.#signButton()]),
      ...(mine && kind === 'text' && !waits ? [this.#editButton()] : []),
      ...(edited ? [el('span', { class: 'edited' }, 'edited')] : []),
      waits ? el('span', {}, '🕓 waits for signal') : el('time', {}, time ?? ''),
    );
  }

  /** The time stands at the end of the last line; the words leave room for it there. */
  #placeMeta() {
    const beside = !this.words.hidden && !this.message.reaction && !this.message.liked && !FROM_RIGHT.test(this.words.textContent);
    this.box.classList.toggle('meta-beside', beside);
    const pencil = this.meta.querySelector('.change, .sign') ? '✎\u2002' : '';
    this.words.dataset.room = pencil + this.meta.textContent + '\u2002'.repeat(this.meta.childElementCount);
  }

  #editButton() {
    const button = el('button', { type: 'button', class: 'change', 'data-edit': '', 'aria-label': 'Change this message', title: 'Change' });
    button.addEventListener('click', () => this.on.edit(this.message));
    return button;
  }

  #signButton() {
    const button = el('button', { type: 'button', class: 'sign', 'data-sign': '', 'aria-label': 'Answer with a sign', title: '👍 ❤️' });
    button.addEventListener('click', () => this.#offerSigns());
    return button;
  }

  /** Held long, or pressed with the other button; selected words keep their own menu. */
  #onHold(event) {
    if (this.message.mine || String(getSelection())) return;
    event.preventDefault();
    this.#offerSigns();
  }

  #offerSigns() {
    this.signs.hidden = !this.signs.hidden;
    if (this.signs.hidden) return;
    const { liked } = this.message;
    const buttons = SIGNS.map((sign) => el('button', { type: 'button', 'aria-pressed': String(sign === liked) }, sign));
    for (const [index, button] of buttons.entries()) {
      button.addEventListener('click', () => {
        this.signs.hidden = true;
        this.on.react(this.message, SIGNS[index] === liked ? null : SIGNS[index]);
      });
    }
    this.signs.replaceChildren(...buttons);
    this.signs.scrollIntoView({ block: 'nearest' });
    buttons[0].focus({ preventScroll: true });
  }

  #drawExtras() {
    const extras = [];
    const scannable = this.message.kind === 'photo' && this.#scannable();
    const invite = this.#invite();
    if (scannable) extras.push(extra('Scan with…', { 'data-scan': '' }, () => this.on.invite(scannable, 'scan')));
    if (invite && !this.message.mine) extras.push(extra('Forward ▸', { 'data-forward': '' }, () => this.on.invite(invite, 'forward')));
    this.extras.replaceChildren(...extras);
    this.extras.hidden = extras.length === 0;
  }

  #drawButtons() {
    const hadFocus = this.buttons.contains(document.activeElement);
    const rows = (this.message.buttons ?? []).map((row) => el('div', { class: 'row' }, ...row.map((button) => this.#button(button))));
    this.buttons.replaceChildren(...rows);
    this.buttons.hidden = rows.length === 0;
    if (hadFocus) (this.buttons.querySelector('button') ?? this.node.closest('.log'))?.focus({ preventScroll: true });
  }

  #button(spec) {
    const looks = `${spec.url ? 'leads-out' : ''} ${PICTURE.test(spec.text) ? 'picture' : ''}`.trim();
    const node = el('button', { type: 'button', 'data-button': '', class: looks }, spec.text, ...meaning(spec));
    node.addEventListener('click', () => {
      if (spec.url) this.#openLink(spec.url);
      else if (spec.copy !== undefined) this.on.copy(spec.copy);
      else {
        node.classList.add('busy');
        setTimeout(() => node.classList.remove('busy'), 3000);
        this.on.tap(this.message, spec);
      }
    });
    return node;
  }

  #onLink(event) {
    const link = event.target.closest('.words a');
    if (!link) return;
    event.preventDefault();
    if (link.hasAttribute('href')) this.#openLink(link.getAttribute('href'));
  }

  #openLink(href) {
    const invite = inviteIn(href);
    if (invite) this.on.invite(invite, invite === href ? 'open' : 'forward');
    else this.on.link(href);
  }

  #invite() {
    const button = (this.message.buttons ?? []).flat().map(({ url }) => inviteIn(url)).find(Boolean);
    return firstInvite(this.words) ?? button ?? null;
  }

  #scannable() {
    return inviteIn(this.message.scan) ?? firstInvite(this.words);
  }

  #highlight() {
    this.node.classList.remove('changed');
    void this.node.offsetWidth; // so that the animation begins again
    this.node.classList.add('changed');
  }
}

function extra(text, attributes, onClick) {
  const button = el('button', { type: 'button', class: 'extra', ...attributes }, text);
  button.addEventListener('click', onClick);
  return button;
}
