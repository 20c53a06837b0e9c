import { mountApp } from './mount';

mountApp('browser');
