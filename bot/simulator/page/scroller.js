// Keeps a conversation at its end while the reader is there, and leaves the reader alone otherwise.

const NEAR = 48; // px from the end that still count as the end

export class Scroller {
  #atEnd = true;
  #jump = false;

  constructor(log, thread, pill) {
    Object.assign(this, { log, thread, pill });
    log.addEventListener('scroll', () => this.#look(), { passive: true });
    pill.addEventListener('click', () => this.#toEnd());
    const sizes = new ResizeObserver(() => this.settle());
    sizes.observe(log);
    sizes.observe(thread);
  }

  /** A message is about to be added. One's own message always brings the end into view. */
  arrived(mine) {
    if (mine) this.#jump = true;
    else if (!this.#atEnd) this.pill.hidden = false;
  }

  /** After any change of size. */
  settle() {
    if (this.#atEnd || this.#jump) this.#toEnd();
    this.#jump = false;
  }

  #toEnd() {
    this.#atEnd = true;
    this.pill.hidden = true;
    this.log.scrollTop = this.log.scrollHeight;
  }

  #look() {
    if (this.log.clientHeight === 0) return; // not on the screen
    this.#atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR;
    if (this.#atEnd) this.pill.hidden = true;
  }
}
