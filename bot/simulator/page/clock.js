// The demo's clock: it runs on by itself between two states of the server.

let base = null; // the server's instant, in ms
let heardAt = 0; // when we heard it, on the browser's own stopwatch

export function setNow(iso) {
  base = Date.parse(iso);
  heardAt = performance.now();
}

const now = () => new Date(base + performance.now() - heardAt);

/** {time: "18:40", date: "Mon 23 Nov"} in a time zone, or null before the first state. */
export function localClock(timeZone) {
  if (base === null) return null;
  try {
    const part = (options) => new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(now());
    return {
      time: part({ hour: '2-digit', minute: '2-digit' }),
      date: part({ weekday: 'short', day: 'numeric', month: 'short' }).replace(',', ''),
    };
  } catch {
    return null; // a zone that this browser does not know
  }
}
