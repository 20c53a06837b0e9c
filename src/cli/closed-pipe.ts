/** A reader that has seen enough, as `head` has, closes the pipe; the command does the rest of its work without a word. */
export function bearClosedPipe(stream: NodeJS.WritableStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
