// What is timed inside a page, by the same clock for every grid. Each function is sent into the page as it stands.
/* global MutationObserver, PerformanceObserver, addEventListener, document, removeEventListener, requestAnimationFrame */

/** Milliseconds between the frames of a scroll over `frames` of them, some rows a frame; the 95th of a hundred. */
export async function scrollFrames([selector, frames, step]) {
  const scroller = globalThis.document.querySelector(selector);
  const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
  scroller.scrollTop = 0;
  await next();
  const times = [];
  let last = await next();
  for (let frame = 0; frame < frames; frame += 1) {
    scroller.scrollTop += step;
    const now = await next();
    times.push(now - last);
    last = now;
  }
  if (scroller.scrollTop < frames * step * 0.9) throw new Error(`${selector} did not scroll`);
  return times.sort((a, b) => a - b)[Math.floor(frames * 0.95)];
}

/** Begins to wait until the page says something and shows what is selected: from the next key, click or file on, until it is drawn. */
export function watchAnswer([words, selector]) {
  const isThere = () =>
    new RegExp(words).test(document.body.textContent) && document.querySelector(selector) !== null;
  if (isThere()) throw new Error(`${words} is there before it is waited for`);
  globalThis.answer = new Promise((resolve) => {
    let begin;
    const starts = ['keydown', 'click', 'change'];
    const start = (event) => {
      begin = event.timeStamp;
      globalThis.asked = begin;
      for (const kind of starts) removeEventListener(kind, start, true);
    };
    for (const kind of starts) addEventListener(kind, start, true);
    const observer = new MutationObserver(() => {
      if (begin === undefined || !isThere()) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)));
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

/** How long it took. */
export function answerTime() {
  return globalThis.answer;
}

/** Begins to note when the page answers nobody, and for how long. */
export function watchBlocks() {
  globalThis.blocks = [];
  globalThis.blockWatch?.disconnect();
  globalThis.blockWatch = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) globalThis.blocks.push({ startTime, duration });
  });
  globalThis.blockWatch.observe({ entryTypes: ['longtask'] });
}

/**
 * The longest of them, in milliseconds; below 50 none is told of. Of one in which the key, the click or the files came, what lies before
 * is the browser's own: it hands a thousand files over before the page hears of them.
 */
export async function longestBlock() {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
  const since = ({ startTime, duration }) => startTime + duration - Math.max(startTime, globalThis.asked);
  return Math.max(0, ...globalThis.blocks.map(since).filter((ms) => ms >= 50));
}

export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
