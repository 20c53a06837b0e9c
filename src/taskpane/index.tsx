import { mountApp } from './mount';
import { browserWorld } from './session/browser-world';

mountApp(browserWorld);
