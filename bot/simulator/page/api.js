// What the page asks of the demo's server.

const BASE = '/demo';

async function post(path, body = {}) {
  const answer = await fetch(BASE + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
}

const phone = (id, verb, body) => post(`/phones/${encodeURIComponent(id)}/${verb}`, body);

export const api = {
  start: (id) => phone(id, 'start'),
  say: (id, text) => phone(id, 'say', { text }),
  key: (id, text) => phone(id, 'key', { text }),
  tap: (id, messageId, data) => phone(id, 'tap', { message_id: messageId, data }),
  react: (id, messageId, sign) => phone(id, 'react', { message_id: messageId, sign }),
  edit: (id, messageId, text) => phone(id, 'edit', { message_id: messageId, text }),
  open: (id, url) => phone(id, 'open', { url }),
  sticker: (id, emoji) => phone(id, 'sticker', { emoji }),
  signal: (id, on) => phone(id, 'signal', { on }),
  block: (id, on) => phone(id, 'block', { on }),
  voice: async (id, { blob, duration }) => phone(id, 'voice', { duration, mime: blob.type, data: await base64(blob) }),
  photo: async (id, blob, caption) => phone(id, 'photo', { data: await base64(blob), ...(caption && { caption }) }),
  album: async (id, blobs, caption) =>
    phone(id, 'album', { photos: await Promise.all(blobs.map(base64)), ...(caption && { caption }) }),
  document: async (id, file) => phone(id, 'document', { name: file.name, data: await base64(file) }),
  hour: () => post('/clock', { advance_seconds: 3600 }),
  tomorrow: () => post('/clock', { to: 'tomorrow' }),
  fault: (name, on) => post('/faults', { [name]: on }),
};

/** Calls `onState` with every state the server sends, and `onLine` when the line comes or goes. */
export function listen(onState, onLine) {
  const source = new EventSource(`${BASE}/events`);
  source.onopen = () => onLine(true);
  source.onmessage = (event) => onState(JSON.parse(event.data));
  source.onerror = () => {
    onLine(false);
    if (source.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
    setTimeout(() => listen(onState, onLine), 2000);
  };
}

function base64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
