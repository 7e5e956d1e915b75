// The foot of a phone: the bot's reply keyboard, the text line, voice, photos, stickers.

import { api } from './api.js';
import { el, minutes, setText } from './dom.js';
import { meaning } from './gloss.js';
import { lighterPhoto } from './media.js';
import { Recording } from './voice.js';

const STICKERS = ['👍', '❤️', '🌸', '😂', '🙏', '😴'];
const LONGEST_VOICE = 60; // seconds
const LARGEST_ALBUM = 10; // photos, as in Telegram
const isPhoto = ({ type }) => type.startsWith('image/') && type !== 'image/svg+xml';

export class Composer {
  #recording = null;
  #ticking = null;
  #editing = null; // the id of the message being changed
  #keyboard = 'null';

  /** `attempt(promise)` says so on the phone when the promise fails. */
  constructor(root, id, attempt) {
    Object.assign(this, { id, attempt });
    const find = (selector) => root.querySelector(selector);
    this.keys = find('.keys');
    this.form = find('.composer');
    this.input = find('[data-input]');
    this.send = find('[data-send]');
    this.mic = find('[data-mic]');
    this.banner = find('.editing');
    this.meter = find('.recording');
    this.stickers = find('.stickers');
    this.stickersButton = find('[data-stickers]');

    this.input.addEventListener('input', () => this.#toggleSend());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    this.form.addEventListener('keydown', (event) => event.key === 'Escape' && this.#escape());
    this.mic.addEventListener('click', () => (this.#recording ? this.#sendVoice() : this.#startVoice()));
    find('[data-mic-cancel]').addEventListener('click', () => this.#endVoice()?.cancel());
    find('[data-edit-cancel]').addEventListener('click', () => this.#stopEditing());
    this.#prepareFiles(find('[data-photo] input'));
    this.#prepareStickers();
  }

  update(keyboard) {
    const key = JSON.stringify(keyboard ?? null);
    if (key === this.#keyboard) return;
    this.#keyboard = key;
    const rows = (keyboard ?? []).map((row) => el('div', { class: 'row' }, ...row.map((key) => this.#key(key))));
    this.keys.replaceChildren(...rows);
    this.keys.hidden = rows.length === 0;
  }

  edit(message) {
    this.#editing = message.id;
    this.banner.hidden = false;
    this.input.value = message.text ?? '';
    this.#toggleSend();
    this.input.focus();
  }

  #key(spec) {
    const button = el('button', { type: 'button', 'data-key': '' }, spec.text, ...meaning(spec));
    button.addEventListener('click', () => this.attempt(api.key(this.id, spec.text)));
    return button;
  }

  #toggleSend() {
    const words = this.input.value.trim() !== '' || this.#editing !== null;
    this.send.hidden = !words;
    this.mic.hidden = words;
  }

  async #submit() {
    const text = this.input.value;
    if (!text.trim()) return;
    const sent = this.#editing === null ? api.say(this.id, text) : api.edit(this.id, this.#editing, text);
    this.#stopEditing();
    this.input.focus();
    if (await this.attempt(sent)) return;
    if (this.input.value === '') this.input.value = text; // nothing typed is lost
    this.#toggleSend();
  }

  #stopEditing() {
    this.#editing = null;
    this.banner.hidden = true;
    this.input.value = '';
    this.#toggleSend();
  }

  #escape() {
    if (this.#recording) this.#endVoice().cancel();
    else if (this.#editing !== null) this.#stopEditing();
    else this.#showStickers(false);
  }

  #startVoice() {
    this.#recording = new Recording();
    this.#showVoice(true);
    this.#ticking = setInterval(() => {
      setText(this.meter.querySelector('.seconds'), minutes(this.#recording.seconds));
      if (this.#recording.seconds >= LONGEST_VOICE) this.#sendVoice();
    }, 200);
  }

  async #sendVoice() {
    const recording = this.#endVoice();
    this.mic.disabled = true;
    await this.attempt(recording.stop().then((voice) => api.voice(this.id, voice)));
    this.mic.disabled = false;
  }

  #endVoice() {
    const recording = this.#recording;
    this.#recording = null;
    clearInterval(this.#ticking);
    this.#showVoice(false);
    return recording;
  }

  #showVoice(on) {
    this.#showStickers(false);
    this.form.classList.toggle('is-recording', on);
    this.meter.hidden = !on;
    setText(this.meter.querySelector('.seconds'), '0:00');
    this.mic.setAttribute('aria-pressed', String(on));
    this.mic.setAttribute('aria-label', on ? 'Stop and send the voice message' : 'Record a voice message');
  }

  #prepareFiles(field) {
    field.addEventListener('change', async () => {
      const files = [...field.files];
      const photos = files.filter(isPhoto).slice(0, LARGEST_ALBUM);
      const rest = files.filter((file) => !isPhoto(file));
      field.value = '';
      if (photos.length > 0 && (await this.attempt(this.#sendPhotos(photos)))) this.#stopEditing();
      for (const file of rest) await this.attempt(api.document(this.id, file));
    });
  }

  async #sendPhotos(files) {
    const caption = this.input.value.trim();
    const photos = await Promise.all(files.map(lighterPhoto));
    return photos.length === 1 ? api.photo(this.id, photos[0], caption) : api.album(this.id, photos, caption);
  }

  #prepareStickers() {
    this.stickersButton.addEventListener('click', () => this.#showStickers(this.stickers.hidden));
    this.stickers.append(...STICKERS.map((emoji) => {
      const button = el('button', { type: 'button', 'data-sticker': '' }, emoji);
      button.addEventListener('click', () => {
        this.#showStickers(false);
        this.attempt(api.sticker(this.id, emoji));
      });
      return button;
    }));
  }

  #showStickers(on) {
    this.stickers.hidden = !on;
    this.stickersButton.setAttribute('aria-expanded', String(on));
  }
}
