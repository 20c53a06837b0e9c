import { TextDecoder, TextEncoder } from 'node:util';

/** Globals of Node that jest's page environment leaves out and the spreadsheet library asks for when it loads. */
for (const [name, value] of Object.entries({ TextDecoder, TextEncoder })) {
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: value });
}
