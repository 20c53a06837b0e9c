import messages from './en-US.json';
import { speaker } from './speak';

/** The sentences in English, for who needs no other language. */
export const inEnglish = speaker(messages, 'en-US');
