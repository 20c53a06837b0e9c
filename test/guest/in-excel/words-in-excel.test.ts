import { EDITS_OF_WORDS } from '../cases/edits-of-words';
import { playInExcel } from './play-in-excel';

playInExcel(EDITS_OF_WORDS);
