import { EDITS_OF_LOOKS } from './cases/edits-of-looks';
import { playCases } from './play-cases';

playCases(EDITS_OF_LOOKS);
