import { EDITS_OF_PACKAGES } from '../cases/edits-of-packages';
import { playInExcel } from './play-in-excel';

playInExcel(EDITS_OF_PACKAGES);
