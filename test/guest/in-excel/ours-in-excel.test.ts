import { EDITS_OF_OURS } from '../cases/edits-of-ours';
import { playInExcel } from './play-in-excel';

playInExcel(EDITS_OF_OURS);
