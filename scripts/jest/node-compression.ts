import { useNodeCompression } from '../../src/cli/node/node-compression';

// As in the command; what runs without a platform's own way has suites that ask for it by name.
useNodeCompression();
