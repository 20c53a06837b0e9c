import { EDITS_OF_WORDS } from './cases/edits-of-words';
import { playCases } from './play-cases';

playCases(EDITS_OF_WORDS);
