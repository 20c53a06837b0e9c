import { EDITS_OF_OURS } from './cases/edits-of-ours';
import { playCases } from './play-cases';

playCases(EDITS_OF_OURS);
