// Small helpers around the DOM, and the one door through which HTML from messages comes in.

const ALLOWED = new Set(['B', 'I', 'U', 'S', 'CODE', 'PRE', 'A', 'BR', 'BLOCKQUOTE', 'SPAN']);
const SAFE_LINK = /^(https?|tg|tel|mailto):/i;
const INVITE = /^(?:https?:\/\/)?t\.me\/[A-Za-z0-9_]+\?(?:.*&)?start=[\w-]+/i;

/** el('p', {class: 'quiet'}, 'text', node …) */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** The message's HTML with nothing in it but plain formatting and harmless links. */
export function safeHtml(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  clean(template.content);
  return template.content;
}

function clean(parent) {
  for (const node of [...parent.childNodes]) {
    if (node.nodeType === Node.TEXT_NODE) continue;
    if (node.nodeType !== Node.ELEMENT_NODE || ['SCRIPT', 'STYLE', 'TEMPLATE'].includes(node.tagName)) {
      node.remove();
      continue;
    }
    clean(node);
    if (!ALLOWED.has(node.tagName)) {
      node.replaceWith(...node.childNodes);
      continue;
    }
    const href = node.tagName === 'A' ? node.getAttribute('href') ?? '' : '';
    for (const { name } of [...node.attributes]) node.removeAttribute(name);
    if (SAFE_LINK.test(href)) node.setAttribute('href', href);
  }
}

/** The invitation that a link leads to (directly, or inside Telegram's share link), or null. */
export function inviteIn(url) {
  if (!url) return null;
  if (INVITE.test(url)) return url;
  try {
    const { hostname, pathname, searchParams } = new URL(url);
    const shared = hostname === 't.me' && pathname === '/share/url' ? `${searchParams.get('url')} ${searchParams.get('text')}` : '';
    return shared.match(/https?:\/\/t\.me\/\w+\?start=[\w-]+/i)?.[0] ?? null;
  } catch {
    return null;
  }
}

/** The first invitation among the links of a node. */
export function firstInvite(node) {
  for (const link of node.querySelectorAll('a[href]')) {
    const invite = inviteIn(link.getAttribute('href'));
    if (invite) return invite;
  }
  return null;
}

export const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
