// Recording a voice note. Where there is no microphone, a short tone takes its place, so that it always works.

const PATIENCE = 1000; // ms to wait for the microphone
const RATE = 16000;

export class Recording {
  #startedAt = performance.now();
  #recorder = null;
  #chunks = [];
  #over = false;

  constructor() {
    this.#openMicrophone();
  }

  get seconds() {
    return (performance.now() - this.#startedAt) / 1000;
  }

  /** Ends the recording: {blob, duration}. */
  async stop() {
    this.#over = true;
    const duration = Math.max(1, Math.round(this.seconds));
    const recorder = this.#recorder;
    if (recorder) {
      await new Promise((resolve) => {
        recorder.onstop = resolve;
        recorder.stop();
        setTimeout(resolve, PATIENCE);
      });
      release(recorder.stream);
      const blob = new Blob(this.#chunks, { type: recorder.mimeType.split(';')[0] });
      if (blob.size > 0) return { blob, duration };
    }
    const length = Math.min(duration, 15);
    return { blob: toneWav(length), duration: length };
  }

  cancel() {
    this.#over = true;
    if (this.#recorder) release(this.#recorder.stream);
  }

  async #openMicrophone() {
    if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) return;
    const askedAt = performance.now();
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (this.#over || performance.now() - askedAt > PATIENCE) {
        release(stream);
        return;
      }
      const recorder = new MediaRecorder(stream);
      recorder.ondataavailable = ({ data }) => data.size && this.#chunks.push(data);
      recorder.start(250);
      this.#startedAt = performance.now();
      this.#recorder = recorder;
    } catch {
      // no microphone, or not allowed: stop() sends the tone
    }
  }
}

function release(stream) {
  for (const track of stream.getTracks()) track.stop();
}

/** A quiet hum of three notes as a WAV file: 16 bit, mono. */
export function toneWav(seconds) {
  const count = Math.round(seconds * RATE);
  const view = new DataView(new ArrayBuffer(44 + count * 2));
  const ascii = (at, text) => [...text].forEach((char, i) => view.setUint8(at + i, char.charCodeAt(0)));
  ascii(0, 'RIFF');
  view.setUint32(4, 36 + count * 2, true);
  ascii(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  ascii(36, 'data');
  view.setUint32(40, count * 2, true);
  const notes = [392, 440, 523.25];
  for (let i = 0; i < count; i += 1) {
    const t = i / RATE;
    const within = (t % 0.5) / 0.5;
    const loudness = Math.sin(Math.PI * within) ** 2 * 0.25;
    const sample = Math.sin(2 * Math.PI * notes[Math.floor(t / 0.5) % notes.length] * t);
    view.setInt16(44 + i * 2, Math.round(sample * loudness * 32767), true);
  }
  return new Blob([view.buffer], { type: 'audio/wav' });
}
