/** Whether a part of the program did not come from where the page came from: the name is the bundler's. */
export function isLoadFault(error: unknown): boolean {
  return error instanceof Error && error.name === 'ChunkLoadError';
}
