import { sayInstead, startingSentences } from './starting-notice';

/**
 * Runs before office.js. Its `onReady` neither resolves nor rejects where one of its own files is kept back (OfficeDev/office-js
 * issues 6040 and 6148), so that the waiting has to end here. Should it resolve later after all, the pane takes the place of the sentence.
 */
const LIMIT_MS = 10_000;

const { missing, slow } = startingSentences();

document.getElementById('office-js')?.addEventListener('error', () => sayInstead(missing));
setTimeout(() => sayInstead(slow), LIMIT_MS);
