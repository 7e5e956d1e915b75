// What a bubble can hold besides words: voice notes, photos, documents, stickers, places, contacts.

import { el, minutes, setText } from './dom.js';

const BARS = 22;
let playing = null;

export function mediaOf(message, onPhoto) {
  const build = BUILDERS[message.kind];
  return build ? build(message, onPhoto) : null;
}

const BUILDERS = {
  voice: player,
  audio: player,
  video: film,
  video_note: film,
  animation: film,
  photo: (message, onPhoto) => {
    if (!message.file) return el('p', { class: 'file' }, '🖼 Photo');
    const image = el('img', { src: message.file, alt: message.mine ? 'Photo you sent' : 'Photo', loading: 'lazy' });
    const button = el('button', { type: 'button', class: 'photo', 'aria-label': 'Enlarge the photo' }, image);
    button.addEventListener('click', () => onPhoto(message.file));
    return button;
  },
  document: (message) => {
    const name = message.file_name || 'File';
    const inside = [el('span', { class: 'file-icon', 'aria-hidden': 'true' }, '📄'), el('span', { class: 'file-name' }, name)];
    if (!message.file) return el('p', { class: 'file' }, ...inside);
    return el('a', { class: 'file', href: message.file, download: name, 'data-file': '' }, ...inside);
  },
  sticker: (message) => el('p', { class: 'sticker' }, message.text || message.emoji || '🙂'),
  location: () => el('p', { class: 'file' }, '📍 A place on the map'),
  contact: () => el('p', { class: 'file' }, '👤 A contact'),
};

function player(message) {
  const button = el('button', { type: 'button', class: 'play', 'data-play': '', 'aria-label': 'Play the voice message' });
  const time = el('span', { class: 'play-time' }, minutes(message.duration ?? 0));
  const wave = el('span', { class: 'wave', 'aria-hidden': 'true' }, ...waveform(message.id));
  const audio = el('audio', { preload: message.duration ? 'none' : 'metadata', ...(message.file && { src: message.file }) });
  const root = el('div', { class: 'voice' }, button, el('div', { class: 'voice-line' }, wave, time), audio);

  const measured = () => (Number.isFinite(audio.duration) ? audio.duration : 0);
  const total = () => measured() || message.duration || 1;
  const show = () => {
    const at = audio.currentTime < 0.05 ? 0 : audio.currentTime; // a rewound player stops near zero, not on it
    const share = Math.min(1, at / total());
    [...wave.children].forEach((bar, i) => bar.classList.toggle('played', share > 0 && i / BARS <= share));
    setText(time, minutes(at || message.duration || Math.round(measured())));
  };
  const state = (on) => {
    root.classList.toggle('playing', on);
    button.setAttribute('aria-label', on ? 'Pause the voice message' : 'Play the voice message');
  };
  button.addEventListener('click', () => {
    if (!audio.paused) {
      audio.pause();
      return;
    }
    if (playing && playing !== audio) playing.pause();
    playing = audio;
    root.classList.remove('broken');
    audio.play().catch(() => root.classList.add('broken'));
  });
  audio.addEventListener('play', () => state(true));
  audio.addEventListener('pause', () => state(false));
  audio.addEventListener('ended', () => {
    audio.currentTime = 0;
    state(false);
    show();
  });
  audio.addEventListener('timeupdate', show);
  audio.addEventListener('loadedmetadata', show);
  return root;
}

function film(message) {
  if (!message.file) return el('p', { class: 'file' }, '🎬 Film');
  return el('video', { class: `film ${message.kind}`, src: message.file, controls: '', playsinline: '', preload: 'metadata' });
}

/** Bars that look like speech, and always the same for the same message. */
function waveform(seed) {
  let x = (Number(seed) * 2654435761) % 4294967296 || 1;
  return Array.from({ length: BARS }, () => {
    x = (x * 1664525 + 1013904223) % 4294967296;
    const bar = el('i');
    bar.style.setProperty('--height', `${25 + Math.round((x / 4294967296) * 75)}%`);
    return bar;
  });
}

/** As messengers do: a big photo is made smaller before it travels. */
export async function lighterPhoto(file) {
  if (file.size < 1_000_000) return file;
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, 1600 / Math.max(bitmap.width, bitmap.height));
    const canvas = el('canvas', { width: Math.round(bitmap.width * scale), height: Math.round(bitmap.height * scale) });
    canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return (await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))) ?? file;
  } catch {
    return file;
  }
}
