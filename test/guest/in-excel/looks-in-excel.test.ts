import { EDITS_OF_LOOKS } from '../cases/edits-of-looks';
import { playInExcel } from './play-in-excel';

playInExcel(EDITS_OF_LOOKS);
